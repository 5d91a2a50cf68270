// Edits one fact at a time in a repository of three services, and asks that `shapelog check` fails at that place with the
// right cause first; and edits what says nothing, of which it must not complain.
//
//   node scripts/check-mutations.mjs [--mutations 400] [--harmless 100] [--seed N] [--only KIND]
//
// What is asked of the first diagnostic: it is an error, in the edited file, of a code that fits the kind of edit, and
// near: of texts within two lines of the edit, or in a model in the block between blank lines that it stands in, and where something is gone
// from a shape, in that; of JSON
// at the edited value or one that it is in, the whole file not. Where a file or its mark is gone, the file that tells of it
// is enough. It works in a temporary folder alone. A survivor is printed with what was edited.
import { performance } from "node:perf_hooks";
import process from "node:process";
import { parseArgs } from "node:util";
import { runMutations } from "./check-mutations/run-mutations.mjs";

const { values } = parseArgs({
  options: {
    mutations: { type: "string", default: "400" },
    harmless: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const { seed, only } = values;
const started = performance.now();
const { listed, mutations, harmless } = await runMutations({
  seed: Number(seed),
  mutations: Number(values.mutations),
  harmless: Number(values.harmless),
  only,
});

printTable("edited", mutations);
printTable("edited without a word", harmless);
const failures = [...mutations, ...harmless].filter(({ problem }) => problem !== undefined);
for (const { edit, problem } of failures)
  console.log(`\n${edit.kind}: ${edit.what}\n  ${[...edit.edits.keys()].join(", ")}\n  ${problem}`);
const seconds = (performance.now() - started) / 1000;
console.log(
  `\n${mutations.length} of ${listed} mutations and ${harmless.length} harmless edits, seed ${seed}, ${seconds.toFixed(0)} s: ${failures.length} failures`,
);
process.exitCode = failures.length > 0 ? 1 : 0;

/**
 * Prints how many edits of each kind there were, and how many went wrong.
 *
 * @param {string} title
 * @param {readonly { edit: import("./check-mutations/mutation.mjs").Edit, problem: string | undefined }[]} results
 */
function printTable(title, results) {
  console.log(`${title.padEnd(24)}${"tried".padStart(8)}${"failed".padStart(8)}`);
  for (const kind of new Set(results.map(({ edit }) => edit.kind))) {
    const own = results.filter(({ edit }) => edit.kind === kind);
    const failed = own.filter(({ problem }) => problem !== undefined);
    console.log(`${kind.padEnd(24)}${String(own.length).padStart(8)}${String(failed.length).padStart(8)}`);
  }
}
