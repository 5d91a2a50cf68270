import { type Deprecated, deprecated, documentation, enumValue } from "@shapelog/model";
import type { Doc } from "../doc/doc.js";
import { valueAnchor } from "../names/anchor.js";
import { follow, joinStretches, type Stay, type Stretch, type Timeline } from "../record/timeline.js";
import { isPresent, lastStay, nameStays, orderKeys, type Shown } from "./order-keys.js";

/** A value of an enum, there now or once. */
export interface ValueNode {
  readonly value: string | number;
  readonly anchor: string;
  readonly doc: Doc | undefined;
  readonly deprecated: Deprecated | undefined;
  readonly stretches: readonly Stretch[];
  readonly present: boolean;
}

/** What the nodes of values are made with. */
export interface ValueContext extends Shown {
  readonly anchorOf: (path: string) => string;
  readonly docOf: (text: string) => Doc;
}

/** The values of an enum that are shown at a place, and how many more it has. */
export interface ShownValues {
  readonly values: readonly ValueNode[];
  readonly more: number;
}

/**
 * Returns the values of the enum that `stays` point at, those that are gone last. Of more than twice `most`, the first
 * of the model and those that came or went last are chosen.
 */
export function createValues(
  { stays, path }: { readonly stays: readonly Stay[]; readonly path: string },
  context: ValueContext,
  most: number,
): ShownValues {
  const facts = findValues(stays, context);
  const chosen = facts.length > 2 * most ? chooseValues(facts, most) : facts;
  const anchor = context.anchorOf(path);
  const values = chosen.map(({ text, value, ...fact }): ValueNode => {
    const doc = text === undefined ? undefined : context.docOf(text);
    return { ...fact, value, anchor: valueAnchor(anchor, value), doc };
  });
  return { values, more: facts.length - values.length };
}

/** A value wherever it stands. */
export interface ValueFact extends Omit<ValueNode, "anchor" | "doc"> {
  readonly text: string | undefined;
}

/** One enum stands at very many places, and long ones take long to look through. */
const KNOWN = new WeakMap<Timeline, Map<string, readonly ValueFact[]>>();

/** Returns all values of the enum that `stays` point at. */
export function findValues(stays: readonly Stay[], shown: Shown): readonly ValueFact[] {
  const known = KNOWN.get(shown.timeline) ?? new Map<string, readonly ValueFact[]>();
  KNOWN.set(shown.timeline, known);
  const key = nameStays(stays, shown);
  const facts = known.get(key) ?? readValues(stays, shown);
  known.set(key, facts);
  return facts;
}

function readValues(stays: readonly Stay[], shown: Shown): ValueFact[] {
  return orderKeys(stays, shown).flatMap((key): ValueFact[] => {
    const found = follow(shown.timeline, stays, key);
    const member = lastStay(found, shown.at)?.member;
    if (!member) return [];
    return [
      {
        value: enumValue(member),
        text: documentation(member),
        deprecated: deprecated(member),
        stretches: joinStretches(found),
        present: isPresent(found, shown.at),
      },
    ];
  });
}

function chooseValues(facts: readonly ValueFact[], most: number): readonly ValueFact[] {
  const start = Math.min(...facts.map(({ stretches }) => stretches[0]?.from ?? 0));
  const movedAt = ({ stretches, present }: ValueFact) => {
    const last = stretches.at(-1);
    return (present ? last?.from : last?.to) ?? start;
  };
  const moved = facts.filter((fact) => movedAt(fact) > start).sort((a, b) => movedAt(b) - movedAt(a));
  const chosen = new Set(moved.slice(0, Math.floor(most / 2)));
  for (const fact of facts) {
    if (chosen.size >= most) break;
    chosen.add(fact);
  }
  return facts.filter((fact) => chosen.has(fact));
}
