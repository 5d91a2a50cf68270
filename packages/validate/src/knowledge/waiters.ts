import {
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  type NodeValue,
  nearestDouble,
  type OperationShape,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** The trait of waiters. */
export const WAITABLE = "smithy.waiters#waitable";

/** An operation that can be waited for (Smithy 2.0, "Waiters"). */
export interface WaitableOperation {
  readonly shape: OperationShape;
  readonly waiters: readonly Waiter[];
}

export interface Waiter {
  readonly name: string;
  /** In seconds. */
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly acceptors: readonly Acceptor[];
}

/** What one response means for a waiter. */
export interface Acceptor {
  readonly index: number;
  readonly state: string;
  readonly message?: string;
  readonly output?: PathMatcher;
  readonly inputOutput?: PathMatcher;
  readonly errorType?: string;
}

/** Compares what a JMESPath expression gives with a text. */
export interface PathMatcher {
  readonly path: string;
  readonly expected: string;
  readonly comparator: string;
}

const DELAYS = { min: 2, max: 120 } as const;

/** Returns the operations that can be waited for, sorted by shape id. Values that do not fit the trait are left out. */
export function readWaiters(context: ValidationContext): readonly WaitableOperation[] {
  return context.know(findWaiters);
}

function findWaiters(context: ValidationContext): readonly WaitableOperation[] {
  return context.withTrait(WAITABLE).flatMap(({ shape, member, value }) => {
    if (shape.kind !== "operation" || member || !isNodeObject(value)) return [];
    return [{ shape, waiters: Object.entries(value).flatMap(([name, waiter]) => readWaiter(name, waiter)) }];
  });
}

function readWaiter(name: string, value: NodeValue): readonly Waiter[] {
  if (!isNodeObject(value)) return [];
  const { minDelay, maxDelay, acceptors } = value;
  return [
    {
      name,
      minDelay: isNodeNumber(minDelay) ? nearestDouble(minDelay) : DELAYS.min,
      maxDelay: isNodeNumber(maxDelay) ? nearestDouble(maxDelay) : DELAYS.max,
      acceptors: isNodeArray(acceptors) ? acceptors.flatMap((each, index) => readAcceptor(each, index)) : [],
    },
  ];
}

function readAcceptor(value: NodeValue, index: number): readonly Acceptor[] {
  if (!isNodeObject(value) || typeof value.state !== "string") return [];
  const { state, message, matcher } = value;
  const { output, inputOutput, errorType } = isNodeObject(matcher) ? matcher : {};
  return [
    {
      index,
      state,
      ...(typeof message === "string" ? { message } : {}),
      ...readPath("output", output),
      ...readPath("inputOutput", inputOutput),
      ...(typeof errorType === "string" ? { errorType } : {}),
    },
  ];
}

function readPath<Key extends string>(
  key: Key,
  value: NodeValue | undefined,
): { readonly [_ in Key]?: PathMatcher } {
  if (!isNodeObject(value)) return {};
  const { path, expected, comparator } = value;
  if (typeof path !== "string" || typeof expected !== "string" || typeof comparator !== "string") return {};
  return { [key]: { path, expected, comparator } } as { readonly [_ in Key]?: PathMatcher }; // the key is `Key`
}
