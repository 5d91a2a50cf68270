import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { arbitraryService } from "./arbitrary-service.js";
import { arbitraryValue } from "./arbitrary-value.js";
import { interpret, type Problem } from "./interpret.js";
import { loadValidators } from "./load-validators.js";

const NAMES = ["Input", "A", "B", "C", "D", "E", "F"];
const VALUES_PER_MODEL = 60;
/** So many errors, and drifts, of a value are kept. */
const KEPT = 100;

test("compiled validators and a plain interpreter of the model agree on every value", async () => {
  let valid = 0;
  let drifting = 0;
  let invalid = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryService, fc.integer(), async ({ model, service }, seed) => {
      const validators = await loadValidators(emitValidators(model, { service }).files);
      for (const form of ["wire", "sdk"] as const) {
        const context = { model, service, form };
        const value = fc
          .constantFrom(...NAMES.filter((name) => validators[form].names.includes(name)))
          .chain((name) =>
            arbitraryValue({ model, form, depth: 4 }, `test#${name}`).map((made) => [name, made] as const),
          );
        for (const [name, made] of fc.sample(value, { numRuns: VALUES_PER_MODEL, seed })) {
          const problems = interpret(context, `test#${name}`, made);
          const strict = validators[form].validate(name, made);
          const read = validators[form].read(name, made);
          const errors = problems.filter(({ kind }) => kind === "error");
          const drift = problems.filter(({ kind }) => kind === "drift");
          const told = () => `${form} ${name} ${fc.stringify(made)}`;
          expectPaths(strict.ok ? [] : strict.errors, problems, told);
          expectPaths(read.ok ? [] : read.errors, errors, told);
          if (read.ok) expectPaths(read.drift, drift, told);
          expectEqual(validators[form].is(name, made), problems.length === 0, told);
          if (problems.length === 0) valid++;
          else if (errors.length === 0) drifting++;
          else invalid++;
        }
      }
    }),
    { numRuns: 60 },
  );
  // The values are of use only where all three verdicts are common.
  expect(Math.min(valid, drifting, invalid)).toBeGreaterThan(200);
});

/** Expects the same places; of a value with more failures than are kept, no other places. */
function expectPaths(
  found: readonly Pick<Problem, "path">[],
  problems: readonly Problem[],
  told: () => string,
): void {
  const [paths, expected] = [pathsOf(found), pathsOf(problems)];
  if (found.length < KEPT) expectEqual(paths, expected, told);
  else
    expectEqual(
      paths,
      expected.filter((path) => paths.includes(path)),
      told,
    );
}

/** Says what a value was where two answers differ: printing each that is right would outweigh the test. */
function expectEqual(actual: unknown, expected: unknown, told: () => string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, told()).toEqual(expected);
}

/** Paths, each once: one place can be wrong in two ways. */
function pathsOf(found: readonly Pick<Problem, "path">[]): string[] {
  return [...new Set(found.map(({ path }) => path))].sort();
}
