// Runs Smithy's cases of printing JSON AST: a model that is read and printed again must give the expected 2.0 text. The
// downgrades to 1.0 beside them are left out: nothing here prints 1.0.
//
//   node scripts/smithy-conformance/ast-serialization.mjs CHECKOUT [--update] [--verbose]
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

const { printSmithyJson, loadModel } = await import("@shapelog/smithy");

const FOLDER = "smithy-model/src/test/resources/software/amazon/smithy/model/shapes/ast-serialization/cases";

await runSuite({
  name: "ast-serialization",
  findCases: (checkout) => {
    const folder = join(checkout, FOLDER);
    return findFiles(folder, (path) => path.endsWith(".json") && !/\.[12]\.0\.json$/.test(path)).map(
      (path) => {
        const before = join(folder, path);
        const upgraded = before.replace(/\.json$/, ".2.0.json");
        return { id: path.replace(/\.json$/, ""), before, after: existsSync(upgraded) ? upgraded : before };
      },
    );
  },
  runCase: ({ before, after }) => {
    const { model } = loadModel([readSource(before)], { upgradeEnums: false });
    const actual = JSON.parse(printSmithyJson(model));
    const expected = JSON.parse(readFileSync(after, "utf8"));
    const ids = new Set([...Object.keys(expected.shapes), ...Object.keys(actual.shapes)]);
    const problems = [...ids].flatMap((id) => {
      const [wanted, found] = [expected.shapes[id], actual.shapes[id]];
      if (isDeepStrictEqual(wanted, found)) return [];
      return [`expected ${id} ${JSON.stringify(wanted)}`, `got      ${id} ${JSON.stringify(found)}`];
    });
    return isDeepStrictEqual(expected.metadata, actual.metadata)
      ? problems
      : [...problems, "metadata differs"];
  },
});
