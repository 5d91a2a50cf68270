// Puts hostile strings in every position of a model, of files' names, of configurations and of command lines, and runs
// every command and format over them. What comes out acts on no terminal and no build service, is no code, no markup
// and no address, and changelogs, IDL and JSON read back as what went in.
//
//   node scripts/attack/strings.mjs [--seed N] [--strings 100000] [--batch 2500] [--all]
//
// The cases take turns with the batches; with --all every string is tried in every case, which takes an hour.
// It works in temporary folders alone. A failure is printed with its seed and the fewest strings that show it.
import { performance } from "node:perf_hooks";
import process from "node:process";
import { parseArgs } from "node:util";
import { run } from "@shapelog/cli";
import { attack } from "./strings/attack.mjs";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    strings: { type: "string", default: "100000" },
    all: { type: "boolean", default: false },
    batch: { type: "string", default: "2500" },
  },
});
const seed = Number(values.seed);
const started = performance.now();
const { tried, failures } = await attack({
  run,
  seed,
  count: Number(values.strings),
  batch: Number(values.batch),
  all: values.all,
  onProblem: (text) => console.error(text.slice(0, 300)),
});
console.log(`${"class".padEnd(12)}${"tried".padStart(10)}${"failed".padStart(10)}`);
for (const [kind, count] of tried) {
  const failed = failures.filter((failure) => failure.kind.split(", ").includes(kind)).length;
  console.log(`${kind.padEnd(12)}${String(count).padStart(10)}${String(failed).padStart(10)}`);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${Number(values.strings)} strings, seed ${seed}, ${seconds.toFixed(0)} s: ${failures.length} failures`,
);
for (const { name, problem, strings } of failures)
  console.log(`\n${name} (seed ${seed})\n  ${JSON.stringify(problem)}\n  ${JSON.stringify(strings)}`);
process.exitCode = failures.length > 0 ? 1 : 0;
