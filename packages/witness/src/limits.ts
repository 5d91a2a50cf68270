import { translatePattern } from "@shapelog/emit";
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
import { createMatcher } from "@shapelog/runtime/checks";

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

/** Returns numbers that are in one span and not in the other: those a step beyond the other's ends, and the own ends. */
export function findOutside(own: Span, other: Span, step = 1): number[] {
  const sought = [other.max + step, other.min - step, own.min, own.max];
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
  const isFree = !limits.patterns?.some(isRun) && limits.values === undefined;
  if (isFree)
    return PLAIN.length >= min && PLAIN.length <= max ? PLAIN : "a".repeat(Math.max(min, Math.min(1, max)));
  const found = min <= LONGEST_FOUND ? compareTexts(NOTHING, limits).gained?.text : undefined;
  return found ?? COMMON_TEXTS.find((text) => takesText(limits, text)) ?? stretchText(limits, min);
}

const PLAIN = "text";
/** Longer texts are made of shorter ones: an automaton takes too many steps to find one. */
const LONGEST_FOUND = 256;

/** Returns whether limits take a text, as validators run their patterns; those that these leave out limit nothing. */
function takesText({ patterns = [], length = {}, values }: TextLimits, text: string): boolean {
  const count = [...text].length;
  const { min = 0, max = Number.POSITIVE_INFINITY } = length;
  if (count < min || count > max || values?.includes(text) === false) return false;
  return patterns.every((pattern) => {
    const translated = translatePattern(pattern, Number.isFinite(max) ? { maxLength: max } : {});
    if (!translated.ok) return true;
    const { source, flags, table } = translated;
    return table === undefined
      ? new RegExp(source, flags).test(text)
      : createMatcher(source, table).test(text);
  });
}

/** Returns whether validators run a pattern: some they cannot. */
function isRun(pattern: string): boolean {
  return translatePattern(pattern).ok;
}

/** Returns a text of a length, made of a shorter one by repeating a character of it. */
function stretchText(limits: TextLimits, length: number): string | undefined {
  if (length <= 0) return undefined;
  const short = findText({ ...limits, length: { max: Math.min(length, LONGEST_FOUND) } });
  if (short === undefined || short === "") return undefined;
  const missing = length - [...short].length;
  for (let end = short.length; end > 0 && missing > 0; end--) {
    const [before, after] = [short.slice(0, end), short.slice(end)];
    const text = before + before.slice(-1).repeat(missing) + after;
    if (takesText(limits, text)) return text;
  }
  return undefined;
}
