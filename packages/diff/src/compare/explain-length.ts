import type { Bounds } from "@shapelog/model";
import { compareNumbers } from "@shapelog/model";
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
  const [old, now] = [before.length ?? {}, after.length ?? {}];
  if (asksFor(after, now, context)) return "the new pattern asks for this already";
  if (asksFor(after, old, context)) return "the new pattern asks for the old limit already";
  if (asksFor(before, now, context)) return "the old pattern asked for this already";
  if (asksFor(before, old, context)) return "the old pattern asked for the old limit already";
  return "it takes the same of the texts that both patterns take";
}

/**
 * Returns what patterns have to do with a limit of length that moved, as a clause with `; ` in front: where a limit is
 * narrower and the old pattern asked for it, nothing is narrower than it was. Empty where the patterns are the same.
 */
export function explainLength({ before, after, comparison }: ComparedPlace, context: RuleContext): string {
  if (comparison.byPatterns.relation === "same") return "";
  const { min, max } = after.length ?? {};
  const clauses: string[] = [];
  if (max !== undefined && isLess(max, before.length?.max) && asksFor(before, { max }, context))
    clauses.push("longer ones");
  if (min !== undefined && isLess(before.length?.min ?? 0, min) && asksFor(before, { min }, context))
    clauses.push("shorter ones");
  if (clauses.length > 0) return `; the old pattern took no ${clauses.join(" and no ")}`;
  return "";
}

/** Returns that a pattern which may take less stands beside a limit that does not, as such a clause. */
export function explainLooser({ comparison: { byPatterns } }: ComparedPlace): string {
  const takesAll = byPatterns.relation === "same" || byPatterns.relation === "wider";
  return takesAll ? "" : "; what the pattern refuses is told by itself";
}

/** No greatest length is none that anything reaches. */
function isLess(some: NonNullable<Bounds["max"]>, other: Bounds["max"]): boolean {
  return other === undefined || compareNumbers(some, other) < 0;
}

/** Returns whether a pattern by itself takes no text of another length. */
function asksFor({ pattern, values }: PlaceLimits, length: Bounds, context: RuleContext): boolean {
  const isLimit = length.max !== undefined || compareNumbers(length.min ?? 0, 0) > 0;
  if (pattern === undefined || !isLimit) return false;
  const lengths = values ? undefined : findLengths(pattern);
  if (lengths) {
    const { min = 0, max = Number.POSITIVE_INFINITY } = doublesOf(length);
    if (min <= lengths.min && lengths.max <= max) return true;
    if (lengths.isExact) return false;
  }
  const free = { pattern, values, length: undefined };
  return compareLimitsOfTexts(free, { ...free, length }, context).relation === "same";
}
