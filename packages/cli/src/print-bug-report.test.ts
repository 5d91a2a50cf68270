import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { traceToSources } from "./print-bug-report.js";

/** The second line of the bundled file is the fifth of the source. */
const MAP = { version: 3, sources: ["packages/model/src/closure.ts"], names: [], mappings: ";AAIA" };

function createBundle(): string {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "closure.cjs.map"), JSON.stringify(MAP));
  writeFileSync(join(folder, "broken.cjs.map"), "{");
  return folder;
}

it("leads from bundled files to the sources, and leaves what it does not know", () => {
  const folder = createBundle();
  const stack = [
    "Error: no file:///x.js:1:1",
    `    at closure (${folder}/closure.cjs:2:1)`,
    `    at ${folder}/closure.cjs:2:1`,
    `    at async Promise.all (index 0)`,
    `    at first (${folder}/closure.cjs:1:1)`,
    `    at broken (${folder}/broken.cjs:2:1)`,
    "    at node:internal/main/run_main_module:28:49",
  ].join("\n");
  expect(traceToSources(stack).replaceAll(folder, "")).toBe(
    [
      "Error: no file:///x.js:1:1",
      "    at closure (packages/model/src/closure.ts:5:1)",
      "    at packages/model/src/closure.ts:5:1",
      "    at async Promise.all (index 0)",
      "    at first (/closure.cjs:1:1)",
      "    at broken (/broken.cjs:2:1)",
      "    at node:internal/main/run_main_module:28:49",
    ].join("\n"),
  );
});
