// Runs smithy-diff's own cases against the smithy view: each is a pair of models and the events they must give.
//
//   node scripts/smithy-diff-conformance.mjs CHECKOUT [--update]
//
// CHECKOUT is a clone of smithy-lang/smithy. Its cases are X.a.smithy, X.b.smithy and X.events. Those that fail are
// listed in scripts/smithy-diff-conformance.json, a list that may only shrink: a failure that is not in it, and a case
// in it that passes, both fail; --update takes what passes out of it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";

const MODULES = ["smithy-diff", "smithy-aws-traits", "smithy-aws-endpoints"];
const LIST = new URL("smithy-diff-conformance.json", import.meta.url);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { update: { type: "boolean", default: false } },
});
const [checkout] = positionals;
if (checkout === undefined) {
  console.error("Usage: node scripts/smithy-diff-conformance.mjs CHECKOUT [--update]");
  process.exit(2);
}

const { loadModel } = await import("@shapelog/smithy");
const { compareModels, createSmithyEvents } = await import("@shapelog/diff");

const cases = MODULES.flatMap(findCases);
const results = cases.map((each) => ({ ...each, ...runCase(each) }));
const known = JSON.parse(readFileSync(LIST, "utf8"));
const failing = results.filter(({ state }) => state === "failed").map(({ id }) => id);
const passing = new Set(results.filter(({ state }) => state === "passed").map(({ id }) => id));
const fresh = failing.filter((id) => !known.includes(id));
const fixed = known.filter((id) => passing.has(id));

for (const { id, state, problems } of results) {
  if (state === "failed" && fresh.includes(id)) console.log(`FAILED ${id}\n${problems.join("\n")}`);
}
if (values.update && fixed.length > 0) {
  writeFileSync(
    LIST,
    `${JSON.stringify(
      known.filter((id) => !fixed.includes(id)),
      null,
      2,
    )}\n`,
  );
} else {
  for (const id of fixed) console.log(`PASSES NOW ${id}: take it out of the list with --update`);
}
console.log(`${cases.length} cases: ${passing.size} passed, ${failing.length} failed`);
process.exitCode = cases.length === 0 || fresh.length > 0 || (fixed.length > 0 && !values.update) ? 1 : 0;

/** Returns a module's cases; the folders of smithy-diff's own runner hold cases that are made to fail. */
function findCases(module) {
  const folder = join(checkout, module, "src/test/resources");
  return readdirSync(folder, { recursive: true })
    .filter((path) => /\bdiffs\b.*\.events$/.test(path))
    .sort()
    .map((path) => {
      const name = basename(path, ".events");
      return { id: `${module}/${name}`, events: join(folder, path) };
    });
}

function runCase({ events }) {
  const [before, after] = ["a", "b"].map((side) => {
    const label = events.replace(/\.events$/, `.${side}.smithy`);
    const { model } = loadModel([{ file: label, text: readFileSync(label, "utf8") }]);
    return { label, model };
  });
  const actual = createSmithyEvents(compareModels(before, after));
  const expected = readEvents(readFileSync(events, "utf8"));
  const missing = expected.filter((each) => !actual.some((event) => matches(each, event)));
  const extra = actual.filter(
    (event) => event.severity !== "SUPPRESSED" && !expected.some((each) => matches(each, event)),
  );
  const problems = [
    ...missing.map((event) => `  expected ${print(event)}`),
    ...extra.map((event) => `  got      ${print(event)}`),
  ];
  return { state: problems.length === 0 ? "passed" : "failed", problems };
}

function readEvents(text) {
  return text
    .split("-----")
    .map((record) => record.trim())
    .filter((record) => record !== "")
    .map((record) => {
      const [, severity, shape, message, id] = /^\[(\w+)] ([^ ]+): ?(.*) \| ([^)]+)/s.exec(record) ?? [];
      if (id === undefined) throw new Error(`not an event: ${record}`);
      return { severity, ...(shape === "-" ? {} : { shape }), message, id: id.trim() };
    });
}

/** As smithy-diff's runner has it: same severity and shape, an id at or below the expected, a message that starts so. */
function matches(expected, actual) {
  return (
    expected.severity === actual.severity &&
    expected.shape === actual.shape &&
    (actual.id === expected.id || actual.id.startsWith(`${expected.id}.`)) &&
    actual.message.startsWith(expected.message)
  );
}

function print({ severity, shape, message, id }) {
  return `[${severity}] ${shape ?? "-"}: ${message.replaceAll("\n", "\\n")} | ${id}`;
}
