import type { AwsShape } from "./aws-shape.js";
import { type AwsEntry, type AwsValue, CUT, createDict, RECURSION } from "./aws-value.js";
import type { InOneCycle } from "./find-cycles.js";
import { type Size, sizeBelow, sumSizes, type WalkBudget } from "./walk-budget.js";

/** A value and how much it is, shared parts counted each time they are told. */
export interface Sized extends Size {
  readonly value: AwsValue;
}

/** Returns a whole type as a value: every member, down to the words of simple types. */
export type DescribeType = (shape: AwsShape) => Sized;

const INSIDE_ITSELF: Sized = { value: RECURSION, parts: 1, characters: 2 };
/** What stands for a value that is too much. */
export const NOT_TOLD: Sized = { value: CUT, parts: 1, characters: 5 };

/** Returns the function that describes types of one graph. It keeps what it made. */
export function createDescribeType(inOneCycle: InOneCycle, budget: WalkBudget): DescribeType {
  const made = new Map<AwsShape, Sized>();

  /** `above` holds the shapes being described, from the outermost. */
  const describe = (shape: AwsShape, above: AwsShape[]): Sized => {
    if (shape.class === "string" || shape.class === "simple") return word(shape);
    if (above.includes(shape)) return INSIDE_ITSELF;
    // What is above matters to a shape only where it leads back up.
    const parent = above.at(-1);
    const isAlone = parent === undefined || !inOneCycle(parent, shape);
    const known = isAlone ? made.get(shape) : undefined;
    if (known) return known;
    if (!budget.enter(above.length)) return NOT_TOLD;
    above.push(shape);
    const described = describeMembers(shape, above);
    above.pop();
    const kept = budget.fits(described) ? described : NOT_TOLD;
    if (isAlone) made.set(shape, kept);
    return kept;
  };

  const describeMembers = (shape: AwsShape, above: AwsShape[]): Sized => {
    let size: Size = { parts: 1, characters: 2 };
    const entries: AwsEntry[] = [];
    for (const { name, target } of shape.members) {
      const described = describe(target, above);
      size = sumSizes(size, sizeBelow(name, described));
      entries.push({ key: name, value: described.value });
    }
    return { value: typeValue(shape, entries), ...size };
  };

  return (shape) => describe(shape, []);
}

function word({ type, values }: AwsShape): Sized {
  const text = values.length > 0 ? values.join(" | ") : type;
  return { value: { kind: "word", text }, parts: 1, characters: text.length + 2 };
}

function typeValue(shape: AwsShape, entries: readonly AwsEntry[]): AwsValue {
  const [first, second] = entries;
  if (shape.class === "list") return { kind: "list", item: first?.value ?? RECURSION };
  if (shape.class !== "map") return createDict(entries);
  // Python stops where a key is no string; here such a key is told by its type.
  const key = first?.value.kind === "word" ? first.value.text : "string";
  return createDict(second ? [{ key, value: second.value }] : []);
}
