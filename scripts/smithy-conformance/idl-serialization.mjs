// Runs Smithy's cases of printing IDL: a file that is read and printed again must read as the same model. Smithy's own
// printer also gives the same bytes; how often ours does is told beside.
//
//   node scripts/smithy-conformance/idl-serialization.mjs CHECKOUT [--update] [--verbose]
import { join } from "node:path";
import { describeDifference } from "./describe-difference.mjs";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

const { loadModel, printIdlFiles } = await import("@shapelog/smithy");

const FOLDER = "smithy-model/src/test/resources/software/amazon/smithy/model/shapes/idl-serialization/cases";
let same = 0;

await runSuite({
  name: "idl-serialization",
  findCases: (checkout) => {
    const folder = join(checkout, FOLDER);
    return findFiles(folder, (path) => path.endsWith(".smithy")).map((path) => ({
      id: path.replace(/\.smithy$/, ""),
      path: join(folder, path),
    }));
  },
  runCase: ({ path }) => {
    const source = readSource(path);
    const before = loadModel([source]);
    const files = printIdlFiles(before.model);
    const after = loadModel(files.map(({ path: file, text }) => ({ file, text })));
    if (files.length === 1 && files[0]?.text === source.text.replaceAll("\r\n", "\n")) same++;
    const errors = [before, after]
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ severity }) => severity === "error");
    const lines = errors.map(({ code, message }) => `${code}: ${message}`);
    return [...lines, ...describeDifference(before.model, after.model)];
  },
});
console.log(`idl-serialization: ${same} byte for byte`);
