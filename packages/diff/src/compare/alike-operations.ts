import {
  findOperations,
  findShape,
  isAggregate,
  type Model,
  type OperationShape,
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
  const [gone, added] = [onlyIn(context.before, context.after), onlyIn(context.after, context.before)];
  if (gone.length * added.length > COMPARED_PAIRS) return undefined;
  const isLike = (old: OperationShape, now: OperationShape) => isAlike(old, now, context);
  const [found, ...others] = added.filter((operation) => isLike(lost, operation));
  if (!found || others.length > 0) return undefined;
  return gone.filter((operation) => isLike(operation, found)).length === 1 ? found : undefined;
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
