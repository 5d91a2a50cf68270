// Runs the command on models, texts and rules that are small to write and large to follow: every case must end in
// results or in a diagnostic, within a time and a memory, and never in a bug report, a stack trace or half a result.
//
//   node scripts/attack/bombs.mjs [--seed N] [--count N] [--only TEXT] [--largest N] [--seconds 60] [--megabytes 1500] [--jobs N]
//
// A line tells when a class is done; what was tried so far is in the table also where the run is interrupted.
//
// The sizes of the cases are drawn from the seed. `--only` takes the cases whose class and name ("diff --view aws / fan
// of two references") have the text in them; a failure prints what runs it alone. All files are written below the
// system's folder for temporary files, and removed.
import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { planCases } from "./bombs/plan-cases.mjs";
import { runCase, stopCases } from "./bombs/run-case.mjs";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string" },
    only: { type: "string" },
    largest: { type: "string" },
    seconds: { type: "string", default: "60" },
    megabytes: { type: "string", default: "1500" },
    jobs: { type: "string", default: String(availableParallelism()) },
  },
});

const seed = Number(values.seed);
const cases = planCases({
  seed,
  ...(values.count === undefined ? {} : { count: Number(values.count) }),
  ...(values.only === undefined ? {} : { only: values.only }),
  ...(values.largest === undefined ? {} : { largest: Number(values.largest) }),
});
const caps = { seconds: Number(values.seconds), megabytes: Number(values.megabytes) };
/** @type {Map<string, { tried: number, failed: number }>} */
const table = new Map();
for (const each of cases) table.set(each.class, { tried: 0, failed: 0 });
/** @type {Map<string, number>} */
const left = new Map();
for (const each of cases) left.set(each.class, (left.get(each.class) ?? 0) + 1);
let next = 0;
let done = 0;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    stopCases();
    print();
    console.log(`interrupted by ${signal}: ${done} of ${cases.length} cases were run`);
    process.exit(1);
  });
}
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
print();

async function work() {
  for (let planned = cases[next++]; planned; planned = cases[next++]) {
    const problem = await runCase(planned, caps);
    const row = table.get(planned.class);
    if (!row) continue;
    row.tried++;
    if (problem !== undefined) {
      row.failed++;
      printFailure(planned, problem);
    }
    done++;
    left.set(planned.class, (left.get(planned.class) ?? 0) - 1);
    if (left.get(planned.class) === 0) {
      console.log(`${done}/${cases.length} ${planned.class}: ${row.tried} tried, ${row.failed} failed`);
    }
  }
}

/**
 * @param {import("./bombs/plan-cases.mjs").Case} planned
 * @param {string} problem
 */
function printFailure(planned, problem) {
  const only = `${planned.class} / ${planned.name}`;
  console.log(`FAILED ${only} (size ${planned.size})\n  ${problem}`);
  console.log(
    `  node scripts/attack/bombs.mjs --seed ${seed} --only ${JSON.stringify(only)} --largest ${planned.size}`,
  );
}

function print() {
  const rows = [...table];
  const tried = rows.reduce((sum, [, row]) => sum + row.tried, 0);
  const failed = rows.reduce((sum, [, row]) => sum + row.failed, 0);
  const width = Math.max(5, ...rows.map(([name]) => name.length));
  console.log(`\n${"class".padEnd(width)}  tried  failed`);
  for (const [name, row] of [...rows, /** @type {const} */ (["all", { tried, failed }])]) {
    console.log(`${name.padEnd(width)}  ${String(row.tried).padStart(5)}  ${String(row.failed).padStart(6)}`);
  }
  process.exitCode = failed > 0 || tried === 0 ? 1 : 0;
}
