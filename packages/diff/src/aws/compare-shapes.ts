import type { ShapeId } from "@shapelog/model";
import type { AwsShape } from "./aws-shape.js";
import { type AwsEntry, compareCodePoints, createDict, isEmptyValue } from "./aws-value.js";
import { createDescribeType, NOT_TOLD, type Sized } from "./describe-type.js";
import { createCycles } from "./find-cycles.js";
import { createShapePairs, equalValueLists, type ShapePair } from "./pair-shapes.js";
import { type Size, sizeBelow, sumSizes, type WalkBudget } from "./walk-budget.js";

/** Returns what a shape gained, or `undefined` where awsapichanges sees nothing. */
export type CompareShapes = (after: AwsShape, before: AwsShape) => Sized | undefined;

const NOTHING: Sized = { value: createDict([]), parts: 0, characters: 0 };

/**
 * Returns the comparison that awsapichanges makes: first whether two shapes are equal, then what the later one has that
 * the earlier one has not. Only where a type turns into a list, map or string does it differ: awsapichanges stops
 * there, and this tells the whole new type, as awsapichanges does of structures. `touched` is what `findTouched` says.
 */
export function createCompareShapes(touched: ReadonlySet<ShapeId>, budget: WalkBudget): CompareShapes {
  const pairs = createShapePairs(touched);
  const inOneCycle = createCycles();
  const describeType = createDescribeType(inOneCycle, budget);
  const equal = createWalk<boolean>({ same: true, cut: false }, isEqual);
  const gained = createWalk<Sized>({ same: NOTHING, cut: NOT_TOLD }, findGained);

  /** Walks pairs. A shape inside itself, or with nothing different below it, is the `same`. */
  function createWalk<Result>(
    results: { readonly same: Result; readonly cut: Result },
    evaluate: (pair: ShapePair, walk: (below: ShapePair) => Result) => Result,
  ): (pair: ShapePair) => Result {
    const made = new Map<ShapePair, Result>();
    const above: AwsShape[] = [];
    const walk = (pair: ShapePair): Result => {
      if (above.includes(pair.after) || !pairs.mayDiffer(pair)) return results.same;
      // What is above matters to a pair only where its shape leads back up.
      const parent = above.at(-1);
      const isAlone = parent === undefined || !inOneCycle(parent, pair.after);
      const known = isAlone ? made.get(pair) : undefined;
      if (known !== undefined) return known;
      if (!budget.enter(above.length)) return results.cut;
      above.push(pair.after);
      const result = evaluate(pair, walk);
      above.pop();
      if (isAlone) made.set(pair, result);
      return result;
    };
    return walk;
  }

  function findGained(pair: ShapePair, walk: (below: ShapePair) => Sized): Sized {
    const { after, before } = pair;
    if (after.class === "simple") return NOTHING;
    if (after.class !== before.class) return describeType(after);
    if (after.class === "string") return gainedValues(after, before);
    if (after.class !== "structure") {
      // A map's new keys go unseen.
      const below = pair.members.find(({ name }) => name === (after.class === "map" ? "value" : "member"));
      return below ? walk(below.pair) : NOTHING;
    }
    let size: Size = { parts: 1, characters: 2 };
    const entries: AwsEntry[] = [];
    const tell = (key: string, sized: Sized) => {
      const told = budget.fits(sumSizes(size, sizeBelow(key, sized))) ? sized : NOT_TOLD;
      size = sumSizes(size, sizeBelow(key, told));
      entries.push({ key, value: told.value });
    };
    for (const { name, target } of pair.added) tell(name, describeType(target));
    for (const { name, pair: below } of pair.members) {
      const sized = walk(below);
      if (!isEmptyValue(sized.value)) tell(name, sized);
    }
    return { value: createDict(entries), ...size };
  }

  return (after, before) => {
    const pair = pairs.find(after, before);
    if (!pairs.mayDiffer(pair) || equal(pair)) return undefined;
    const sized = gained(pair);
    return isEmptyValue(sized.value) ? undefined : sized;
  };
}

function isEqual(pair: ShapePair, walk: (below: ShapePair) => boolean): boolean {
  const { after, before } = pair;
  // A type that turns into a structure goes unseen.
  if (after.class !== before.class) return after.class === "structure";
  if (after.class === "simple") return after.name === before.name;
  if (after.class === "string") return equalValueLists(after, before);
  return pair.added.length === 0 && pair.members.every(({ pair: below }) => walk(below));
}

function gainedValues(after: AwsShape, before: AwsShape): Sized {
  const known = new Set(before.values);
  const values = after.values.filter((value) => !known.has(value)).sort(compareCodePoints);
  const characters = values.reduce((sum, value) => sum + value.length + 4, 0);
  return { value: { kind: "set", values }, parts: values.length, characters };
}
