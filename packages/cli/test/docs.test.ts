import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runPage } from "./run-page.js";
import { createWorkspace } from "./workspace.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .sort(),
];

const read = (page: string) => readFileSync(join(ROOT, page), "utf8");

describe("the commands of each page print what it shows", () => {
  it.each(PAGES)("%s", async (page) => {
    const workspace = createWorkspace();
    if (page === "README.md") {
      cpSync(join(ROOT, "models"), join(workspace.folder, "models"), { recursive: true });
      cpSync(join(ROOT, "shapelog.config.json"), join(workspace.folder, "shapelog.config.json"));
    }
    const text = await runPage(read(page), workspace);
    if (process.env.GOLDEN_UPDATE === "1") writeFileSync(join(ROOT, page), text);
    expect(text).toBe(read(page));
  });
});

it.each(PAGES)("%s has no link to a file that is not there", (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = ""]) => target);
  expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
});

it("is reached from the index, whichever page of docs/ it is", () => {
  const index = read("docs/README.md");
  const names = PAGES.filter((page) => page.startsWith("docs/") && page !== "docs/README.md");
  expect(names.filter((name) => !index.includes(`](${name.slice("docs/".length)})`))).toEqual([]);
});
