// Runs Smithy's valid loader cases: X.smithy and X.json must load to equal models, each with the shared shapes.
//
//   node scripts/smithy-conformance/loader-valid.mjs CHECKOUT [--update] [--verbose]
import { join } from "node:path";
import { describeDifference } from "./describe-difference.mjs";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

const { loadModel } = await import("@shapelog/smithy");

const FOLDER = "smithy-model/src/test/resources/software/amazon/smithy/model/loader/valid";

await runSuite({
  name: "loader-valid",
  findCases: (checkout) => {
    const folder = join(checkout, FOLDER);
    const shared = join(folder, "__shared.json");
    return findFiles(folder, (path) => path.endsWith(".json") && path !== "__shared.json").map((path) => {
      const json = join(folder, path);
      return { id: path.replace(/\.json$/, ""), json, idl: json.replace(/\.json$/, ".smithy"), shared };
    });
  },
  runCase: ({ idl, json, shared }) => {
    const load = (/** @type {string} */ path) => loadModel([path, shared].map(readSource));
    const [fromIdl, fromJson] = [load(idl), load(json)];
    const errors = [fromIdl, fromJson]
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ severity }) => severity === "error")
      .map(({ code, message }) => `${code}: ${message}`);
    return [...errors, ...describeDifference(fromJson.model, fromIdl.model)];
  },
});
