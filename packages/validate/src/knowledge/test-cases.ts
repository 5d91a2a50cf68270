import { isNodeArray, isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import type { Subject, ValidationContext } from "../context.js";
import { checkNode } from "../node/check-node.js";
import type { CheckNodeOptions } from "../node/node-state.js";
import { describeProblem, type NodeProblem } from "../node/problems.js";

/** A test case of a trait, and where it stands. */
export interface TestCase {
  readonly shape: Subject["shape"];
  readonly trait: ShapeId;
  readonly index: number;
  readonly value: Readonly<Record<string, NodeValue>>;
}

/** Returns the test cases of all shapes that have a trait whose value is a list of them. */
export function testCases(context: ValidationContext, trait: ShapeId): readonly TestCase[] {
  return context.withTrait(trait).flatMap(({ shape, member, value }) => {
    if (member || !isNodeArray(value)) return [];
    return value.flatMap((each, index) => (isNodeObject(each) ? [{ shape, trait, index, value: each }] : []));
  });
}

/** A part of a test case, and the shape that it stands for. */
export interface TestCasePart {
  readonly shape: ShapeId;
  readonly path: string;
  readonly value: NodeValue;
}

/** Something wrong with a part of a test case. */
export interface TestCaseProblem {
  readonly path: string;
  readonly problem: NodeProblem;
}

/** Returns what is wrong with a part of a test case. */
export function checkPart(
  context: ValidationContext,
  { shape: id, path, value }: TestCasePart,
  options: CheckNodeOptions = {},
): readonly TestCaseProblem[] {
  const shape = context.shape(id);
  if (!shape) return [];
  const subject = { id, traits: shape.traits, shape };
  const problems = checkNode(context, subject, { value, optionalNulls: true, ...options });
  return problems.map((problem) => ({ path, problem }));
}

/** Returns a problem of a test case as a sentence. */
export function describePart(name: string, { path, problem }: TestCaseProblem): string {
  return `Test case ${name}, ${path}: ${describeProblem(problem)}`;
}

/** Returns a string of a test case. */
export function textOf(value: Readonly<Record<string, NodeValue>>, key: string): string | undefined {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof found === "string" ? found : undefined;
}

/** Returns an object of a test case. */
export function objectOf(value: Readonly<Record<string, NodeValue>>, key: string) {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return isNodeObject(found) ? found : undefined;
}
