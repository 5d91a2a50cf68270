// Runs Smithy's cases of models that cannot be loaded. The first line of each names the error: where it names line and
// column, an error has to stand there; where it begins with a shape id, an error has to name the shape; else there
// has to be an error at all. What the rules of validation find counts too.
//
//   node scripts/smithy-conformance/loader-invalid.mjs CHECKOUT [--update] [--verbose]
import { join } from "node:path";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

/**
 * @import { Diagnostic } from "@shapelog/diagnostics"
 * @import { ValidationEvent } from "@shapelog/validate"
 * @import { SourceText } from "@shapelog/model"
 */

const CASES = "smithy-model/src/test/resources/software/amazon/smithy/model/loader/invalid";

const { loadModel, readDefinitions } = await import("@shapelog/smithy");
const { validateModel } = await import("@shapelog/validate");
const { findPosition, isAtLeast } = await import("@shapelog/diagnostics");

await runSuite({
  name: "loader-invalid",
  findCases: (checkout) =>
    findFiles(join(checkout, CASES), (path) => path.endsWith(".smithy")).map((path) => ({
      id: path.replace(".smithy", ""),
      path: join(checkout, CASES, path),
    })),
  runCase({ path }) {
    const source = readSource(path);
    const [first = ""] = source.text.split(/\r?\n/, 1);
    const expected = first.slice(2).trim();
    const errors = findProblems(source).filter(({ severity }) => isAtLeast(severity, "danger"));
    const [, line, column] = /\bat line (\d+), column (\d+)/.exec(expected) ?? [];
    const [, shape] = /^([\w.]+#\w+(?:\$\w+)?):/.exec(expected) ?? [];
    const isThere = errors.some((error) => {
      if (line !== undefined) return print(error, source.text).startsWith(`${line}:${column} `);
      const named = "shape" in error ? error.shape : undefined;
      return shape === undefined || named === shape || namesOf(error.data).includes(shape);
    });
    if (isThere) return [];
    return [`expected ${expected}`, ...errors.map((error) => `got      ${print(error, source.text)}`)];
  },
});

/**
 * @param {SourceText} source
 * @returns {(Diagnostic | ValidationEvent)[]}
 */
function findProblems(source) {
  const { model, diagnostics, locate } = loadModel([source]);
  const afterLoadErrors = diagnostics.some(({ severity }) => severity === "error");
  const { events } = validateModel({ model, definitions: readDefinitions(), locate, afterLoadErrors });
  return [...diagnostics, ...events];
}

/**
 * @param {unknown} data
 * @returns {unknown[]}
 */
function namesOf(data) {
  return Object.values(data ?? {});
}

/**
 * @param {Diagnostic} diagnostic
 * @param {string} text
 */
function print({ code, location, message }, text) {
  const position = location?.offset === undefined ? undefined : findPosition(text, location.offset);
  return `${position ? `${position.line}:${position.column}` : "-"} ${message} [${code}]`;
}
