import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { expectGolden } from "./expect-golden.js";
import { expectPage } from "./expect-page.js";

let folder: string;

beforeEach(() => {
  vi.stubEnv("GOLDEN_UPDATE", "");
  folder = mkdtempSync(join(tmpdir(), "testing-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("expectGolden", () => {
  it("passes where the folder holds these texts and the input", () => {
    writeFileSync(join(folder, "model.smithy"), "");
    writeFileSync(join(folder, "a.txt"), "a");
    expectGolden(folder, { "a.txt": "a" }, { input: ["model.smithy"] });
  });

  it.each([
    ["a text that differs", { "a.txt": "b" }],
    ["a file that is missing", { "a.txt": "a", "b.txt": "" }],
    ["a file that is left over", {}],
  ])("fails on %s", (_, texts) => {
    writeFileSync(join(folder, "a.txt"), "a");
    expect(() => expectGolden(folder, texts)).toThrow();
  });

  it("fails on a folder that is missing", () => {
    expect(() => expectGolden(join(folder, "none"), { "a.txt": "a" })).toThrow();
  });

  it("writes the texts and removes what is left over with GOLDEN_UPDATE=1", () => {
    vi.stubEnv("GOLDEN_UPDATE", "1");
    mkdirSync(join(folder, "old"));
    for (const file of ["model.smithy", "left.txt"]) writeFileSync(join(folder, file), "");
    expectGolden(folder, { "a.txt": "a" }, { input: ["model.smithy"] });
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "model.smithy"]);
    expectGolden(join(folder, "new"), { "a.txt": "a" });
    expect(readFileSync(join(folder, "new/a.txt"), "utf8")).toBe("a");
  });
});

describe("expectPage", () => {
  const PAGE = "# A\n\n```in\n1\n```\n\n```out\n2\n```\n";
  const page = () => join(folder, "page.md");
  const double = (block: { readonly info: string }) => (block.info === "out" ? "2" : undefined);
  const triple = (block: { readonly info: string }) => (block.info === "out" ? "3" : undefined);

  it("passes where the blocks hold what they shall, and fails where not", () => {
    writeFileSync(page(), PAGE);
    expectPage(page(), double);
    expect(() => expectPage(page(), triple)).toThrow("golden:update");
    expect(readFileSync(page(), "utf8")).toBe(PAGE);
  });

  it("writes the blocks in place with GOLDEN_UPDATE=1", () => {
    vi.stubEnv("GOLDEN_UPDATE", "1");
    writeFileSync(page(), PAGE);
    expectPage(page(), triple);
    expect(readFileSync(page(), "utf8")).toBe(PAGE.replace("2", "3"));
  });
});
