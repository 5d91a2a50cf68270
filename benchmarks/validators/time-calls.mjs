// A process of its own: times calls of all contestants in turn and prints the medians in nanoseconds as JSON.
//
//   node benchmarks/validators/time-calls.mjs '{"rounds":100,"warmRounds":30,"bundles":[{"id":"…","url":"…"}]}'
import process from "node:process";
import { COLUMNS } from "./columns.mjs";
import { page, pageText, request, wrongPage } from "./values.mjs";

/** A batch takes about as long for all, so that what the machine does meanwhile meets all alike. */
const BATCH_NANOSECONDS = 250_000;
const MAX_TIMES = 5000;

/** @typedef {{ id: string, column: string, run: () => unknown, times: number, samples: number[] }} Case */

const { rounds, warmRounds, bundles } = JSON.parse(process.argv[2] ?? "{}");
/** @type {Case[]} */
const cases = [];
for (const { id, url } of bundles) {
  /** @type {import("./judge.mjs").Validators} */
  const validators = await import(url);
  addCases(id, validators);
}
addCase("json-parse", "page", () => JSON.parse(pageText));

let kept = 0;
for (let round = 0; round < warmRounds; round++) for (const each of cases) timeBatch(each);
for (const each of cases) each.samples.length = 0;
for (let round = 0; round < rounds; round++) {
  // Another one begins in each round, so that no one always follows the one that leaves the most garbage.
  for (let index = 0; index < cases.length; index++)
    timeBatch(/** @type {Case} */ (cases[(index + round * 7) % cases.length]));
}
if (kept === 0) throw new Error("nothing ran");
console.log(JSON.stringify(cases.map(({ id, column, samples }) => ({ id, column, time: median(samples) }))));

/**
 * @param {string} id
 * @param {import("./judge.mjs").Validators} validators
 */
function addCases(id, { isPage, isRequest, findError }) {
  addCase(id, "page", () => isPage(page));
  addCase(id, "wrongPage", () => !isPage(wrongPage));
  if (findError) addCase(id, "wrongPageError", () => findError(wrongPage));
  addCase(id, "request", () => isRequest(request));
}

/**
 * @param {string} id
 * @param {string} column
 * @param {() => unknown} run
 */
function addCase(id, column, run) {
  if (!COLUMNS.some((each) => each.id === column)) throw new Error(`no column ${column}`);
  if (!run()) throw new Error(`${id}, ${column}: judged wrongly`);
  cases.push({ id, column, run, times: 1, samples: [] });
}

/**
 * Calls a case many times over and keeps what one call took. Until it has found how many calls fill a batch, it corrects
 * their number.
 * @param {Case} each
 */
function timeBatch(each) {
  const { run, times, samples } = each;
  const start = process.hrtime.bigint();
  for (let time = 0; time < times; time++) if (run()) kept++; // used above, so that no call can be left out
  const nanoseconds = Number(process.hrtime.bigint() - start) / times;
  samples.push(nanoseconds);
  if (samples.length < warmRounds && kept > 0)
    each.times = Math.max(1, Math.min(MAX_TIMES, Math.round(BATCH_NANOSECONDS / nanoseconds)));
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
