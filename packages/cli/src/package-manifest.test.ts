import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { keepForeignFields, ownPackageText } from "./package-manifest.js";

const OWN = {
  name: "@example/events",
  version: "0.1.0",
  type: "module",
  scripts: { build: "tsc", typecheck: "tsc -p .", prepack: "node" },
  dependencies: { "@shapelog/runtime": "^0.1.0" },
  devDependencies: { typescript: ">=5.4 <8" },
};

function folderWith(manifest: string): string {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-manifest-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), manifest);
  return folder;
}

/** Returns the manifest that is made where there is one already. */
function keep(found: string | object): Record<string, unknown> {
  const text = typeof found === "string" ? found : JSON.stringify(found);
  return JSON.parse(keepForeignFields(folderWith(text), JSON.stringify(OWN)));
}

describe("of a manifest that is there", () => {
  it("fields that are not ours stay, each behind what it stood behind", () => {
    const kept = keep({
      $schema: "https://json.schemastore.org/package",
      ...{ name: "old", keywords: ["events"], homepage: "https://example.com", version: "9.9.9" },
    });
    expect(Object.keys(kept)).toEqual([
      ...["$schema", "name", "keywords", "homepage", "version", "type", "scripts"],
      ...["dependencies", "devDependencies"],
    ]);
    expect(kept).toMatchObject({ name: "@example/events", keywords: ["events"], version: "0.1.0" });
  });

  it("scripts and dependencies besides ours stay", () => {
    const kept = keep({
      scripts: { build: "theirs", test: "vitest" },
      dependencies: { zod: "^4.0.0", "@example/a": "1" },
      devDependencies: { vitest: "4" },
    });
    expect(kept.scripts).toEqual({ ...OWN.scripts, test: "vitest" });
    expect(Object.keys(kept.dependencies ?? {})).toEqual(["@example/a", "@shapelog/runtime", "zod"]);
    expect(kept.devDependencies).toEqual({ ...OWN.devDependencies, vitest: "4" });
  });

  it.each([
    ["fields that are ours and not made any more", { license: "MIT", private: true, publishConfig: {} }],
    ["what is no manifest", "[1]"],
    ["what is no JSON", "{"],
  ])("%s do not stay", (_what, found) => {
    expect(keep(found)).toEqual(OWN);
  });

  it("numbers keep their digits", () => {
    expect(keepForeignFields(folderWith('{"x": 12345678901234567890}'), "{}")).toContain(
      "12345678901234567890",
    );
  });

  it("a key that means something to JavaScript is a key", () => {
    const kept = keep('{"__proto__": {"polluted": 1}, "scripts": {"__proto__": "x"}}');
    expect(Object.keys(kept)).toContain("__proto__");
    expect(Object.keys(kept.scripts ?? {})).toContain("__proto__");
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("what is ours of a manifest", () => {
  const own = (value: object) => ownPackageText("package.json", JSON.stringify(value));

  it("is the same whatever others write", () => {
    const { dependencies, ...others } = OWN;
    expect(
      own({
        keywords: ["a"],
        dependencies: { zod: "4", "@shapelog/runtime": "^1.0.0" },
        ...others,
        version: "2.0.0",
      }),
    ).toBe(own({ ...others, dependencies }));
  });

  it.each([
    ["a field", { ...OWN, type: "commonjs" }],
    ["a script", { ...OWN, scripts: { ...OWN.scripts, build: "true" } }],
    ["a dependency that goes", { ...OWN, dependencies: {} }],
  ])("differs where %s of ours does", (_what, changed) => {
    expect(own(changed)).not.toBe(own(OWN));
  });
});
