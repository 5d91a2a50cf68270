import {
  equalNodes,
  findMember,
  findShape,
  type Model,
  type NodeValue,
  type Shape,
  trait,
} from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";

/** The letters that the words start with come first: most words of a text are left at once. */
const WORDS =
  /\b(?=[acemnoru])(must(?: not)?|cannot|can't|can not|may not|required|only|at least|at most|no longer|not allowed|not supported|mutually exclusive|maximum|minimum|up to|exactly|unless)\b/gi;

/** Returns the words of a text that state a rule and are in it more often than in the text before it. */
export function findNewConstraintWords(
  before: NodeValue | undefined,
  after: NodeValue | undefined,
): string[] {
  if (typeof before !== "string" || typeof after !== "string") return [];
  const [start, end] = findDifferingPart(before, after);
  const now = countWords(after.slice(start, after.length - end));
  if (now.size === 0) return [];
  const old = countWords(before.slice(start, before.length - end));
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
  if (sum(now) <= sum(old)) return [];
  return [...now].filter(([word, count]) => count > (old.get(word) ?? 0)).map(([word]) => word);
}

const OF_LIMITS: ReadonlySet<string> = new Set([
  "required",
  "at least",
  "at most",
  "maximum",
  "minimum",
  "up to",
  "exactly",
]);

/** Returns whether a word that states a rule is one that limits of a model say, too. */
export function isOfLimits(word: string): boolean {
  return OF_LIMITS.has(word);
}

const LIMITS = ["length", "range", "required"] as const;

/** Returns whether the limits of a shape, or of its member, are others than before: a text that speaks of them hides nothing. */
export function hasOtherLimits(
  { before, after }: Difference,
  member: string | undefined,
  context: RuleContext,
): boolean {
  const [old, now] = [limitsOf(context.before, before, member), limitsOf(context.after, after, member)];
  return !equalNodes(old, now);
}

function limitsOf(model: Model, shape: Shape | undefined, member: string | undefined): NodeValue {
  const found = shape && member !== undefined ? findMember(shape, member) : undefined;
  const target = member === undefined ? shape : found && findShape(model, found.target);
  return LIMITS.map((name) => (found && trait(found, name)) ?? (target && trait(target, name)) ?? null);
}

/** Longer than any expression that states a rule, so that no cut between equal and differing text divides one. */
const CONTEXT = 30;

/** Returns how much two texts share at the start and at the end, but for some context. Most texts change in few places. */
function findDifferingPart(before: string, after: string): readonly [start: number, end: number] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  const [last, lastAfter] = [before.length - 1, after.length - 1];
  while (end < shorter - start && before.charCodeAt(last - end) === after.charCodeAt(lastAfter - end)) end++;
  return [Math.max(0, start - CONTEXT), Math.max(0, end - CONTEXT)];
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(WORDS)) {
    const word = found.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
