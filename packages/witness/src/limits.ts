import {
  type Bounds,
  bounds,
  enumValue,
  INTEGER_RANGES,
  lengthBounds,
  nearestDouble,
  type Shape,
  stringTrait,
} from "@shapelog/model";
import { compareTexts, type TextLimits } from "@shapelog/patterns";

/** From `min` to `max`, both allowed. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

const NO_LIMIT: Bounds = {};

/** Returns the numbers that a shape takes and JavaScript holds exactly. */
export function rangeOf(shape: Shape): Span {
  const own = toSpan(bounds(shape, "range") ?? NO_LIMIT);
  if (shape.kind === "byte" || shape.kind === "short" || shape.kind === "integer" || shape.kind === "intEnum")
    return intersect(own, toSpan(INTEGER_RANGES[shape.kind === "intEnum" ? "integer" : shape.kind]));
  if (shape.kind === "long" || shape.kind === "bigInteger")
    return intersect(own, { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  return own;
}

/** Returns the lengths that a shape takes: code points, bytes, items or entries. */
export function lengthOf(shape: Shape): Span {
  const { min, max } = toSpan(lengthBounds(shape));
  return { min: Math.max(0, min), max };
}

function toSpan({ min, max }: Bounds): Span {
  return {
    min: min === undefined ? Number.NEGATIVE_INFINITY : nearestDouble(min),
    max: max === undefined ? Number.POSITIVE_INFINITY : nearestDouble(max),
  };
}

export function intersect(a: Span, b: Span): Span {
  return { min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) };
}

export function isIn(value: number, { min, max }: Span): boolean {
  return value >= min && value <= max;
}

/** Returns numbers that are in one span and not in the other: those next to the other's ends, and the own ends. */
export function findOutside(own: Span, other: Span): number[] {
  const sought = [other.max + 1, other.min - 1, own.min, own.max];
  const found = sought.filter((value) => Number.isFinite(value) && isIn(value, own) && !isIn(value, other));
  return [...new Set(found)].sort((a, b) => Math.abs(a) - Math.abs(b));
}

/** Returns what texts a shape takes. */
export function textLimits(shape: Shape): TextLimits {
  const pattern = stringTrait(shape, "pattern");
  const length = lengthOf(shape);
  return {
    ...(pattern === undefined ? {} : { patterns: [pattern] }),
    length,
    ...(shape.kind === "enum" ? { values: shape.members.map((each) => String(enumValue(each))) } : {}),
  };
}

/** Returns limits that hold both of two others. */
export function bothLimits(a: TextLimits, b: TextLimits): TextLimits {
  const patterns = [...new Set([...(a.patterns ?? []), ...(b.patterns ?? [])])];
  const span = ({ min = 0, max = Number.POSITIVE_INFINITY }: NonNullable<TextLimits["length"]>) => ({
    min,
    max,
  });
  return {
    ...(patterns.length > 0 ? { patterns } : {}),
    length: intersect(span(a.length ?? {}), span(b.length ?? {})),
    ...bothValues(a.values, b.values),
  };
}

function bothValues(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): Pick<TextLimits, "values"> {
  if (!a || !b) return a || b ? { values: a ?? b ?? [] } : {};
  return { values: a.filter((value) => b.includes(value)) };
}

/** Longer texts are not made. */
const LONGEST = 4_000_000;

/** Texts that patterns often take, for those that have no automaton. */
export const COMMON_TEXTS: readonly string[] = [
  ...["text", "a", "A", "0", "1", "", "-", "_", ".", "/", " ", "aa", "a b", "a-b", "a_b", "é", "*"],
  ...["arn:aws:iam::123456789012:role/a", "123456789012", "01234567-89ab-cdef-0123-456789abcdef"],
  ...["a@example.com", "https://example.com", "s3://bucket/key", "example.com", "2020-01-01", "10.0.0.0/16"],
];

const NOTHING: TextLimits = { values: [] };

/** Returns a short text that limits take; `undefined` where there is none, or none is known. */
export function findText(limits: TextLimits): string | undefined {
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits.length ?? {};
  if (min > max || min > LONGEST) return undefined;
  if ((limits.patterns ?? []).length === 0 && limits.values === undefined) {
    const plain = "text";
    if (plain.length >= min && plain.length <= max) return plain;
    return "a".repeat(Math.max(min, Math.min(1, max)));
  }
  return compareTexts(NOTHING, limits).gained?.text;
}
