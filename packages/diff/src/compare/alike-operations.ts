import {
  findOperations,
  findShape,
  isAggregate,
  type Model,
  type OperationShape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import type { RuleContext } from "../rule/rule.js";

/** Lost and new operations are compared up to so many pairs; with more, the API is another one. */
const COMPARED_PAIRS = 10_000;

/** Operations with less data than so many members are like too many others, such as all that take an id. */
const LEAST_MEMBERS = 3;

/**
 * Returns the new operation that takes and returns the same as a lost one and shares a word of its name, where there is
 * one such and it is like no other lost one: a guess at what it is called now.
 */
export function findAlikeOperation(lost: OperationShape, context: RuleContext): OperationShape | undefined {
  const known = ALIKE.get(context) ?? findAlike(context);
  ALIKE.set(context, known);
  return known.get(lost.id);
}

/** The new operations by the lost ones, each pair looked at once: every lost operation asks. */
const ALIKE = new WeakMap<RuleContext, ReadonlyMap<ShapeId, OperationShape>>();

function findAlike(context: RuleContext): ReadonlyMap<ShapeId, OperationShape> {
  const { before, after } = context;
  const [gone, added] = [onlyIn(before, after), onlyIn(after, before)];
  if (gone.length * added.length > COMPARED_PAIRS) return new Map();
  const pairs = gone.flatMap((old) =>
    added.filter((now) => isAlike(old, now, context)).map((now) => ({ old: old.id, now })),
  );
  const [olds, nows] = [countBy(pairs, ({ old }) => old), countBy(pairs, ({ now }) => now.id)];
  const only = pairs.filter(({ old, now }) => olds.get(old) === 1 && nows.get(now.id) === 1);
  return new Map(only.map(({ old, now }) => [old, now]));
}

function countBy<T>(list: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of list) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
}

function onlyIn(model: Model, other: Model): OperationShape[] {
  return findOperations(model).filter(({ id }) => !other.shapes.has(id));
}

function isAlike(old: OperationShape, now: OperationShape, { before, after, compare }: RuleContext): boolean {
  const members = countMembers(before, old.input) + countMembers(before, old.output);
  if (members < LEAST_MEMBERS || !shareWord(shapeName(old.id), shapeName(now.id))) return false;
  const isSame = (from: string, to: string) =>
    countMembers(before, from) === countMembers(after, to) && compare(from, to).relation === "renamed";
  return isSame(old.input, now.input) && isSame(old.output, now.output);
}

function countMembers(model: Model, id: string): number {
  const shape = findShape(model, id);
  return shape !== undefined && isAggregate(shape) ? shape.members.length : 0;
}

function shareWord(old: string, now: string): boolean {
  const words = new Set(wordsOf(old));
  return wordsOf(now).some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+/g)?.map((word) => word.toLowerCase()) ?? [];
}
