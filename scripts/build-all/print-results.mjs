import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @import { StepResult } from "./step.mjs" */

const STEPS = /** @type {const} */ (["generate", "compile", "check"]);

/**
 * Prints what came of all services. Returns whether nothing went wrong.
 * @param {string} folder
 * @param {{ readonly services: readonly string[], readonly seconds: number }} run `services` are those that were built; none is all.
 */
export function printResults(folder, { services, seconds }) {
  const all = readdirSync(join(folder, "services")).sort();
  const names = services.length === 0 ? all : all.filter((name) => services.includes(name));
  const rows = names.map((name) => {
    /** @type {Partial<Record<typeof STEPS[number], StepResult>>} */
    const steps = {};
    for (const step of STEPS) {
      const file = join(folder, "services", name, "results", `${step}.json`);
      if (existsSync(file)) steps[step] = JSON.parse(readFileSync(file, "utf8"));
    }
    return { name, steps };
  });
  let wrong = 0;
  for (const step of STEPS) {
    const results = rows.flatMap(({ name, steps }) => (steps[step] ? [{ name, ...steps[step] }] : []));
    const failing = results.filter(({ problems }) => problems.length > 0);
    wrong += failing.length + names.length - results.length;
    const sum = (/** @type {(result: StepResult) => number} */ of) =>
      results.reduce((all, each) => all + of(each), 0);
    const [slowest] = [...results].sort((a, b) => b.seconds - a.seconds);
    const [largest] = [...results].sort((a, b) => b.megabytes - a.megabytes);
    const counted = Object.keys(results[0]?.counts ?? {}).map(
      (key) => `${sum(({ counts }) => counts?.[key] ?? 0)} ${key}`,
    );
    console.log(
      [
        `${step}: ${results.length} of ${names.length} services, ${failing.length} with problems`,
        ...counted,
        `${sum((each) => each.seconds).toFixed(0)} s`,
        ...(slowest ? [`at most ${slowest.seconds.toFixed(1)} s (${slowest.name})`] : []),
        ...(largest ? [`at most ${largest.megabytes.toFixed(0)} MB (${largest.name})`] : []),
      ].join(", "),
    );
    for (const { name, problems } of failing)
      console.log(`  ${name}: ${problems.length} problems, such as ${problems[0]?.slice(0, 300)}`);
  }
  console.log(`all: ${seconds.toFixed(0)} s`);
  return wrong === 0;
}
