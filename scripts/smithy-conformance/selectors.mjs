// Runs Smithy's own selector cases: models that say in their metadata which shapes a selector matches.
//
//   node scripts/smithy-conformance/selectors.mjs CHECKOUT [--update] [--verbose]
import { join } from "node:path";
import { pickShapes } from "@shapelog/model";
import { createSelection, parseSelector, selectShapes } from "@shapelog/model/selectors";
import { loadModel, readDefinitions } from "@shapelog/smithy";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

/** @import { Selection } from "@shapelog/model/selectors" */

const FOLDER = "smithy-model/src/test/resources/software/amazon/smithy/model/selector/cases";
const PRELUDE = "smithy.api";

/**
 * What a model's metadata says of a selector.
 * @typedef {object} SelectorTest
 * @property {string} selector
 * @property {string[]} matches
 * @property {boolean} [skipPreludeShapes]
 */

/** @typedef {{ id: string, selection: Selection, test: SelectorTest }} Case */

/** Smithy's runner knows no definitions but the prelude's. */
const PRELUDE_IDS = new Set(
  [...readDefinitions().shapes.keys()].filter((id) => id.startsWith(`${PRELUDE}#`)),
);

await runSuite({
  name: "selectors",
  findCases: (checkout) =>
    findFiles(join(checkout, FOLDER), (path) => /\.(smithy|json)$/.test(path)).flatMap((path) =>
      findTests(join(checkout, FOLDER, path), path),
    ),
  runCase,
});

/**
 * @param {string} path
 * @param {string} name
 * @returns {Case[]}
 */
function findTests(path, name) {
  const { model } = loadModel([readSource(path)], { upgradeEnums: false });
  const value = model.metadata.get("selectorTests") ?? [];
  const tests = /** @type {readonly SelectorTest[]} */ (/** @type {unknown} */ (value));
  if (tests.length === 0) throw new Error(`${name} has no selectorTests`);
  const selection = createSelection(model, { definitions: pickShapes(readDefinitions(), PRELUDE_IDS) });
  return tests.map((test, index) => ({ id: `${name}/${index}`, selection, test }));
}

/** @param {Case} each */
function runCase({ selection, test }) {
  const { selector, diagnostics } = parseSelector(test.selector);
  if (!selector) return diagnostics.map(({ message }) => message);
  const isCompared = (/** @type {string} */ id) =>
    !test.skipPreludeShapes || !id.slice(0, id.indexOf("#")).includes(PRELUDE);
  const expected = new Set(test.matches.filter(isCompared));
  const actual = new Set(selectShapes(selection, selector).filter(isCompared));
  return [
    ...[...expected].filter((id) => !actual.has(id)).map((id) => `expected ${id}: ${test.selector}`),
    ...[...actual].filter((id) => !expected.has(id)).map((id) => `got      ${id}: ${test.selector}`),
  ];
}
