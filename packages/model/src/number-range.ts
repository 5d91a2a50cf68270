import { INTEGER_RANGES } from "./integer-ranges.js";
import { compareNumbers, type NumberRange } from "./numbers.js";
import type { ShapeKind, Traits } from "./shape.js";
import { bounds } from "./traits.js";

/** The greatest number of 32 bits as its shortest digits write it; numbers beyond round to infinity. */
const GREATEST_FLOAT = 3.4028235e38;

/** Returns the numbers that a kind holds, where it holds only some: integers of 8 to 64 bits, and finite floats. */
export function kindRange(kind: ShapeKind): Required<NumberRange> | undefined {
  switch (kind) {
    case "byte":
    case "short":
    case "integer":
    case "long":
      return INTEGER_RANGES[kind];
    case "float":
      return { min: -GREATEST_FLOAT, max: GREATEST_FLOAT };
    default:
      return undefined;
  }
}

/** What `@range` is stated for. */
export interface Ranged {
  readonly kind: ShapeKind;
  readonly traits: Traits;
}

/** Returns the limits of `@range`, none beyond what the kind holds (Smithy 2.0, "range trait"). */
export function statedRange(of: Ranged): NumberRange {
  const { min, max } = bounds(of, "range") ?? {};
  const own = kindRange(of.kind);
  if (!own) return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return {
    ...(min === undefined ? {} : { min: compareNumbers(min, own.min) < 0 ? own.min : min }),
    ...(max === undefined ? {} : { max: compareNumbers(max, own.max) > 0 ? own.max : max }),
  };
}
