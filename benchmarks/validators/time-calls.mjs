// A process of its own: times calls of one contestant and of the checks by hand in turn and prints the medians of both in
// nanoseconds, by column, as JSON. No third one is there: what one library does to the engine's shared state, such as a
// class that extends Array, would be another's loss.
//
//   node benchmarks/validators/time-calls.mjs '{"rounds":100,"warmRounds":30,"base":"file:…","contestant":"file:…"}'
//
// Without a contestant JSON.parse takes its place.
import process from "node:process";
import { page, pageText, request, wrongPage } from "./values.mjs";

/** A batch takes about as long for both, so that what the machine does meanwhile meets them alike. */
const BATCH_NANOSECONDS = 250_000;
const MAX_TIMES = 5000;

/** @typedef {{ of: "base" | "contestant", column: string, run: () => unknown, times: number, samples: number[] }} Case */

const { rounds, warmRounds, base, contestant } = JSON.parse(process.argv[2] ?? "{}");
const cases = createCases("base", await import(base));
if (contestant === undefined) cases.push(createCase("contestant", "page", () => JSON.parse(pageText)));
else cases.push(...createCases("contestant", await import(contestant)));

let kept = 0;
for (let round = 0; round < warmRounds; round++) for (const each of cases) timeBatch(each, false);
for (const each of cases) each.samples.length = 0;
for (let round = 0; round < rounds; round++) for (const each of cases) timeBatch(each, true);
if (kept === 0) throw new Error("nothing ran");
console.log(JSON.stringify({ base: findMedians("base"), contestant: findMedians("contestant") }));

/**
 * @param {Case["of"]} of
 * @param {import("./judge.mjs").Validators} validators
 */
function createCases(of, { isPage, isRequest, findError }) {
  return [
    createCase(of, "page", () => isPage(page)),
    createCase(of, "wrongPage", () => !isPage(wrongPage)),
    ...(findError ? [createCase(of, "wrongPageError", () => findError(wrongPage))] : []),
    createCase(of, "request", () => isRequest(request)),
  ];
}

/**
 * @param {Case["of"]} of
 * @param {string} column
 * @param {() => unknown} run
 * @returns {Case}
 */
function createCase(of, column, run) {
  if (!run()) throw new Error(`${of}, ${column}: judged wrongly`);
  return { of, column, run, times: 1, samples: [] };
}

/** @param {Case["of"]} of */
function findMedians(of) {
  const own = cases.filter((each) => each.of === of);
  return Object.fromEntries(own.map(({ column, samples }) => [column, median(samples)]));
}

/**
 * Calls a case many times over and keeps what one call took. While it is warming up, it finds out how many calls fill a
 * batch.
 * @param {Case} each
 * @param {boolean} isWarm
 */
function timeBatch(each, isWarm) {
  const { run, times, samples } = each;
  const start = process.hrtime.bigint();
  for (let time = 0; time < times; time++) if (run()) kept++; // used above, so that no call can be left out
  const nanoseconds = Number(process.hrtime.bigint() - start) / times;
  samples.push(nanoseconds);
  if (!isWarm) each.times = Math.max(1, Math.min(MAX_TIMES, Math.round(BATCH_NANOSECONDS / nanoseconds)));
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
