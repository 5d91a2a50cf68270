import type { Open } from "./open.js";
import type { Result } from "./result.js";
import { type Check, isValid, readWith, validateWith } from "./run-check.js";
import type { Guard, Reader, StandardProps, Validator } from "./standard.js";

/** Makes a strict validator of a check. */
export function createValidator<T>(check: Check): Validator<T> {
  return withStandard((value) => validateWith<T>(value, check));
}

/** Makes a tolerant reader of a check. */
export function createReader<T>(check: Check): Reader<T> {
  return withStandard<Open<T>, ReturnType<Reader<T>>>((value) => readWith<T>(value, check));
}

/** Makes a type guard of a check. */
export function createGuard<T>(check: Check): Guard<T> {
  return (value): value is T => isValid(value, check);
}

function withStandard<T, R extends Result<T>>(
  run: (value: unknown) => R,
): ((value: unknown) => R) & { readonly "~standard": StandardProps<T> } {
  const props: StandardProps<T> = {
    version: 1,
    vendor: "shapelog",
    validate(value) {
      const result = run(value);
      if (result.ok) return { value: result.value };
      return {
        issues: result.errors.map(({ keys, expected, actual }) => ({
          message: `expected ${expected}, got ${actual}`,
          path: keys,
        })),
      };
    },
  };
  return Object.assign(run, { "~standard": props });
}
