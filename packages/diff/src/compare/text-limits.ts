import {
  type Bounds,
  bounds,
  compareNumbers,
  enumValue,
  findMember,
  findShape,
  type Model,
  nearestDouble,
  type Shape,
  stringTrait,
} from "@shapelog/model";
import type { TextComparison, TextLimits } from "@shapelog/patterns";
import type { Difference, RuleContext } from "../rule/rule.js";
import { LONGEST } from "./compare-limits.js";

/** What limits the texts at a place: a member's own traits stand in for those of its target. */
export interface PlaceLimits {
  readonly pattern: string | undefined;
  readonly length: Bounds | undefined;
  /** The values of an enum. */
  readonly values: readonly string[] | undefined;
}

/** Returns what limits the texts of a shape, or of its member; `undefined` where what stands there is no text. */
export function readPlaceLimits(
  model: Model,
  shape: Shape | undefined,
  member: string | undefined,
): PlaceLimits | undefined {
  const found = shape && member !== undefined ? findMember(shape, member) : undefined;
  const target = member === undefined ? shape : found && findShape(model, found.target);
  if (target?.kind !== "string" && target?.kind !== "enum") return undefined;
  return {
    pattern: (found && stringTrait(found, "pattern")) ?? stringTrait(target, "pattern"),
    length: (found && bounds(found, "length")) ?? bounds(target, "length"),
    values: target.kind === "enum" ? target.members.map((each) => String(enumValue(each))) : undefined,
  };
}

/** What limits the texts at a place before and after, and how the texts relate. */
export interface ComparedPlace {
  readonly before: PlaceLimits;
  readonly after: PlaceLimits;
  readonly comparison: TextComparison;
}

/** Places that were compared, by shape and member: several rules ask for each. */
const compared = new WeakMap<RuleContext, Map<string, ComparedPlace | undefined>>();

/** Compares the texts of a shape, or of its member; returns `undefined` where they are no texts on both sides. */
export function comparePlace(
  difference: Difference,
  member: string | undefined,
  context: RuleContext,
): ComparedPlace | undefined {
  const known = compared.get(context) ?? new Map<string, ComparedPlace | undefined>();
  compared.set(context, known);
  const key = `${difference.shape} ${member ?? ""}`;
  if (!known.has(key)) known.set(key, findCompared(difference, member, context));
  return known.get(key);
}

function findCompared(
  difference: Difference,
  member: string | undefined,
  context: RuleContext,
): ComparedPlace | undefined {
  const before = readPlaceLimits(context.before, difference.before, member);
  const after = readPlaceLimits(context.after, difference.after, member);
  return before && after && { before, after, comparison: compareLimitsOfTexts(before, after, context) };
}

/** Values that came or went are told by themselves: patterns and lengths are compared by those that are on both sides. */
export function compareLimitsOfTexts(
  before: PlaceLimits,
  after: PlaceLimits,
  { compareTexts }: Pick<RuleContext, "compareTexts">,
): TextComparison {
  const values = before.values && after.values?.filter((value) => before.values?.includes(value));
  const limitsOf = ({ pattern, length }: PlaceLimits): TextLimits => ({
    ...(pattern === undefined ? {} : { patterns: [pattern] }),
    ...(length === undefined ? {} : { length: doublesOf(length) }),
    ...(values === undefined ? {} : { values }),
  });
  return compareTexts(limitsOf(before), limitsOf(after));
}

/** No text is as long as the least number that no double stands for. */
export function doublesOf({ min, max }: Bounds): NonNullable<TextLimits["length"]> {
  return {
    ...(min === undefined ? {} : { min: nearestDouble(min) }),
    ...(max === undefined || compareNumbers(max, LONGEST) >= 0 ? {} : { max: nearestDouble(max) }),
  };
}
