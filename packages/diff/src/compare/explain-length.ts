import type { Bounds } from "@shapelog/model";
import { compareNumbers, equalNodes } from "@shapelog/model";
import { findLengths } from "@shapelog/patterns";
import type { RuleContext } from "../rule/rule.js";
import { type ComparedPlace, compareLimitsOfTexts, doublesOf, type PlaceLimits } from "./text-limits.js";

/**
 * Returns why a limit of length makes no difference between texts that both patterns take: a pattern asks for it by
 * itself. `undefined` where the patterns are not told apart.
 */
export function explainSame(place: ComparedPlace, context: RuleContext): string | undefined {
  const { before, after, comparison } = place;
  if (comparison.byPatterns.relation === "same") return undefined;
  const [old, now] = onlyMoved(before.length ?? {}, after.length ?? {});
  if (asksFor(after, now, context)) return "the new pattern asks for this already";
  if (asksFor(after, old, context)) return "the new pattern asks for the old limit already";
  if (asksFor(before, now, context)) return "the old pattern asked for this already";
  if (asksFor(before, old, context)) return "the old pattern asked for the old limit already";
  return "it takes the same of the texts that both patterns take";
}

/** Returns limits without the bounds that they share. */
function onlyMoved(before: Bounds, after: Bounds): readonly [before: Bounds, after: Bounds] {
  const isSame = (bound: "min" | "max") => equalNodes(before[bound], after[bound]);
  const without = ({ min, max }: Bounds): Bounds => ({
    ...(min === undefined || isSame("min") ? {} : { min }),
    ...(max === undefined || isSame("max") ? {} : { max }),
  });
  return [without(before), without(after)];
}

/** Which bounds of a limit of length make a difference: patterns and listed values can ask for a bound by themselves. */
export interface LengthEffect {
  /** Whether texts can be shorter than the old least length now. */
  readonly isLowered: boolean;
  /** Whether texts can be longer than the old greatest length now. */
  readonly isRaised: boolean;
  /** Whether texts can be of any length from the least one on. */
  readonly isUnlimited: boolean;
  /** What patterns and values have to do with it, as a clause with `; ` in front; empty where they have nothing. */
  readonly beside: string;
}

/**
 * Returns what the bounds of a limit of length that moved come to at a place. A bound that the new pattern asks for
 * anyway does not go, and one that the old pattern asked for does not come.
 */
export function explainLength(place: ComparedPlace, context: RuleContext): LengthEffect {
  const { before, after, comparison } = place;
  const [old, now] = [before.length ?? {}, after.length ?? {}];
  const [least, most] = [compareNumbers(now.min ?? 0, old.min ?? 0), compareMost(now.max, old.max)];
  const keepsLeast = least < 0 && asksFor(after, { min: old.min ?? 0 }, context);
  const keepsMost = most > 0 && old.max !== undefined && asksFor(after, { max: old.max }, context);
  const hadLeast = least > 0 && asksFor(before, { min: now.min ?? 0 }, context);
  const hadMost = most < 0 && now.max !== undefined && asksFor(before, { max: now.max }, context);
  const isSame = before.pattern === after.pattern;
  const [was, is] = isSame ? ["takes", "takes"] : ["took", "takes"];
  const clauses = [
    tellBounds(`${wordOf(before, isSame ? "" : "old ")} ${was}`, { most: hadMost, least: hadLeast }),
    tellBounds(`${wordOf(after, isSame ? "" : "new ")} ${is}`, { most: keepsMost, least: keepsLeast }),
  ];
  return {
    isLowered: least < 0 && !keepsLeast,
    isRaised: most > 0 && !keepsMost,
    isUnlimited: now.max === undefined && !Number.isFinite(comparison.lengths?.after.max ?? Infinity),
    beside: clauses.join(""),
  };
}

function tellBounds(who: string, { most, least }: { readonly most: boolean; readonly least: boolean }) {
  const which = [...(most ? ["longer ones"] : []), ...(least ? ["shorter ones"] : [])];
  return which.length > 0 ? `; ${who} no ${which.join(" and no ")}` : "";
}

function wordOf({ pattern }: PlaceLimits, age: string): string {
  return pattern === undefined ? "the list of values" : `the ${age}pattern`;
}

/** Returns that a pattern which may take less stands beside a limit that does not, as such a clause. */
export function explainLooser({ comparison: { byPatterns } }: ComparedPlace): string {
  const takesAll = byPatterns.relation === "same" || byPatterns.relation === "wider";
  return takesAll ? "" : "; what the pattern refuses is told separately";
}

/** No greatest length is one that nothing reaches. */
function compareMost(some: Bounds["max"], other: Bounds["max"]): number {
  return compareNumbers(some ?? Number.POSITIVE_INFINITY, other ?? Number.POSITIVE_INFINITY);
}

/** Returns whether a pattern, or a list of values, by itself takes no text of another length. */
function asksFor({ pattern, values }: PlaceLimits, length: Bounds, context: RuleContext): boolean {
  const { min = 0, max = Number.POSITIVE_INFINITY } = doublesOf(length);
  const isLimit = min > 0 || Number.isFinite(max);
  if ((pattern === undefined && values === undefined) || !isLimit) return false;
  const lengths = pattern === undefined || values ? undefined : findLengths(pattern);
  if (lengths) {
    if (min <= lengths.min && lengths.max <= max) return true;
    if (lengths.isExact) return false;
  }
  const free = { pattern, values, length: undefined };
  return compareLimitsOfTexts(free, { ...free, length }, context).relation === "same";
}
