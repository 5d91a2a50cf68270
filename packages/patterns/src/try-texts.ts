import type { AST } from "@eslint-community/regexpp";
import type { FoundText, Sought } from "./find-texts.js";
import { readPattern } from "./read-pattern.js";
import { EXAMPLES, READABLE } from "./readable-character.js";
import { sampleTexts } from "./sample-texts.js";
import { type Budget, takesText } from "./take-text.js";
import { readSpan, type Span, type TextLimits } from "./text-limits.js";

/** Kinds of texts that are tried for: those that patterns make. */
export type Tried = Extract<Sought, "lostByPattern" | "gainedByPattern" | "common">;

export interface TriedTexts {
  readonly found: ReadonlyMap<Tried, FoundText>;
  readonly steps: number;
}

/** The most places in texts that are looked at to compare two sides. */
const MOST_STEPS = 100_000;

/**
 * Tries texts made of the patterns of both sides, and of a few characters, for those that prove how the sides differ. What
 * is not found may be there all the same. `undefined` where a pattern cannot be read.
 */
export function tryTexts(
  before: TextLimits,
  after: TextLimits,
  sought: readonly Tried[] = ["lostByPattern", "gainedByPattern", "common"],
): TriedTexts | undefined {
  const [old, now] = [readTested(before), readTested(after)];
  if (!old || !now) return undefined;
  const texts = [...new Set([old, now].flatMap(makeTexts))].map(rate);
  const isInBoth = ({ length }: FoundText) => [old, now].every((side) => isIn(side.length, length));
  const order = texts.map((text) => ({ text, later: (isInBoth(text) ? 0 : 2) + (isPlain(text) ? 0 : 1) }));
  order.sort((a, b) => a.later - b.later || a.text.length - b.text.length || a.text.rating - b.text.rating);
  const budget: Budget = { left: MOST_STEPS };
  const found = new Map<Tried, FoundText>();
  for (const { text } of order) {
    const kind = findKind([old, now], text, budget);
    if (kind && sought.includes(kind) && !found.has(kind)) found.set(kind, text);
    if (found.size === sought.length || budget.left < 0) break;
  }
  return { found, steps: MOST_STEPS - Math.max(0, budget.left) };
}

/** One side, as texts are tried on it. */
interface Tested {
  readonly patterns: readonly AST.Pattern[];
  readonly values: readonly string[] | undefined;
  readonly length: Span;
}

function readTested(limits: TextLimits): Tested | undefined {
  const patterns: AST.Pattern[] = [];
  for (const pattern of limits.patterns ?? []) {
    const whole = readPattern(pattern);
    if (whole.refusal !== undefined) return undefined;
    patterns.push(whole.parsed);
  }
  return { patterns, values: limits.values, length: readSpan(limits) };
}

const ANY = ["", "\n", ...EXAMPLES.map(({ code }) => String.fromCodePoint(code))];
/** The most values of a list that are tried. */
const MOST_VALUES = 500;

function makeTexts({ patterns, values }: Tested): readonly string[] {
  return values?.slice(0, MOST_VALUES) ?? [...patterns.flatMap(sampleTexts), ...ANY];
}

const RATINGS = new Map(EXAMPLES.map(({ code, rating }) => [code, rating]));
const UNKNOWN = 5;

function rate(text: string): FoundText {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const rating = Math.max(0, ...codes.map((code) => RATINGS.get(code) ?? UNKNOWN));
  return { text, length: codes.length, rating };
}

const isPlain = ({ length, rating }: FoundText) => length > 0 && rating <= READABLE;
const isIn = ({ min, max }: Span, length: number) => min <= length && length <= max;

function findKind([old, now]: readonly [Tested, Tested], text: FoundText, budget: Budget): Tried | undefined {
  const [was, is] = [takes(old, text, budget), takes(now, text, budget)];
  if (was === undefined || is === undefined) return undefined;
  const [isInOld, isInNow] = [isIn(old.length, text.length), isIn(now.length, text.length)];
  if (was && is) return isInOld && isInNow ? "common" : undefined;
  if (was) return isInOld ? "lostByPattern" : undefined;
  return is && isInNow ? "gainedByPattern" : undefined;
}

/** Whether the patterns and the values of a side take a text. */
function takes({ patterns, values }: Tested, { text = "" }: FoundText, budget: Budget): boolean | undefined {
  if (values && !values.includes(text)) return false;
  for (const pattern of patterns) {
    const isTaken = takesText(pattern, text, budget);
    if (isTaken !== true) return isTaken;
  }
  return true;
}
