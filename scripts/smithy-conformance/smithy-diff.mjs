// Runs smithy-diff's own cases against the smithy view: X.a.smithy and X.b.smithy must give the events of X.events.
//
//   node scripts/smithy-conformance/smithy-diff.mjs CHECKOUT [--update] [--verbose]
import { basename, join } from "node:path";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

/** @import { SmithyEvent } from "@shapelog/diff/smithy" */

const { loadModel } = await import("@shapelog/smithy");
const { compareModels } = await import("@shapelog/diff");
const { createSmithyEvents } = await import("@shapelog/diff/smithy");

/** @typedef {{ id: string, severity: string, shape?: string | undefined, message: string }} ExpectedEvent */

const MODULES = ["smithy-diff", "smithy-aws-traits", "smithy-aws-endpoints"];

await runSuite({
  name: "smithy-diff",
  findCases: (checkout) => MODULES.flatMap((module) => findModuleCases(checkout, module)),
  runCase({ events }) {
    const load = (/** @type {string} */ side) => {
      const label = events.replace(/\.events$/, `.${side}.smithy`);
      return { label, model: loadModel([readSource(label)]).model };
    };
    const actual = createSmithyEvents(compareModels(load("a"), load("b")));
    const expected = readEvents(readSource(events).text);
    const missing = expected.filter((each) => !actual.some((event) => matches(each, event)));
    const extra = actual.filter(
      (event) => event.severity !== "SUPPRESSED" && !expected.some((each) => matches(each, event)),
    );
    return [
      ...missing.map((event) => `expected ${print(event)}`),
      ...extra.map((event) => `got      ${print(event)}`),
    ];
  },
});

/**
 * Returns a module's cases; the folders of smithy-diff's own runner hold cases that are made to fail.
 * @param {string} checkout
 * @param {string} module
 */
function findModuleCases(checkout, module) {
  const folder = join(checkout, module, "src/test/resources");
  return findFiles(folder, (path) => /\bdiffs\b.*\.events$/.test(path)).map((path) => ({
    id: `${module}/${basename(path, ".events")}`,
    events: join(folder, path),
  }));
}

/**
 * @param {string} text
 * @returns {ExpectedEvent[]}
 */
function readEvents(text) {
  return text
    .split("-----")
    .map((record) => record.trim())
    .filter((record) => record !== "")
    .map((record) => {
      const [, severity = "", shape, message = "", id] =
        /^\[(\w+)] ([^ ]+): ?(.*) \| ([^)]+)/s.exec(record) ?? [];
      if (id === undefined) throw new Error(`not an event: ${record}`);
      return { severity, ...(shape === "-" ? {} : { shape }), message, id: id.trim() };
    });
}

/**
 * As smithy-diff's runner has it: same severity and shape, an id at or below the expected, a message that starts so.
 * @param {ExpectedEvent} expected
 * @param {SmithyEvent} actual
 */
function matches(expected, actual) {
  return (
    expected.severity === actual.severity &&
    expected.shape === actual.shape &&
    (actual.id === expected.id || actual.id.startsWith(`${expected.id}.`)) &&
    actual.message.startsWith(expected.message)
  );
}

/** @param {ExpectedEvent} event */
function print({ severity, shape, message, id }) {
  return `[${severity}] ${shape ?? "-"}: ${message.replaceAll("\n", "\\n")} | ${id}`;
}
