import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const DIST = join(import.meta.dirname, "../dist");

/** Returns the files that Node reads for a file of the package, itself included. */
function filesOf(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(join(DIST, name), "utf8");
  for (const [, from = ""] of text.matchAll(/^(?:import|export)\b[^"]*"([^"]+)";$/gm))
    filesOf(join(name, "..", from), found);
  return found;
}

it.each(["checks", "errors", "parse", "redact"])("/%s is three files at most", (entry) => {
  expect(filesOf(`${entry}.js`).size).toBeLessThanOrEqual(3);
});

it("validators load nothing of parsers", () => {
  expect([...filesOf("checks.js")]).toEqual(["checks.js", "chunks/simple-values.js"]);
});
