import { enumValue, isAggregate, type Member, type Shape } from "@shapelog/model";
import { findKeys, follow, type Stay, type Stretch, shapeAt, type Timeline } from "../record/timeline.js";
import { isEnum } from "./type-label.js";

/** A history, and the time of it that is shown as now. */
export interface Shown {
  readonly timeline: Timeline;
  readonly at: number;
}

/** One shape stands at very many places, and what it holds is the same at most of them. */
const KNOWN = new WeakMap<Timeline, Map<string, readonly string[]>>();

/** Returns the arrows from `stays`: present ones in the order of the model, then those that are gone. */
export function orderKeys(stays: readonly Stay[], shown: Shown): readonly string[] {
  const known = KNOWN.get(shown.timeline) ?? new Map<string, readonly string[]>();
  KNOWN.set(shown.timeline, known);
  const name = nameStays(stays, shown);
  const keys = known.get(name) ?? sortKeys(stays, shown);
  known.set(name, keys);
  return keys;
}

/** Returns a name for what is seen of `stays`, to keep it by. */
export function nameStays(stays: readonly Stay[], { at }: Shown): string {
  return [at, ...stays.map(({ target, from, to }) => `${target} ${from} ${to}`)].join(" ");
}

function sortKeys(stays: readonly Stay[], shown: Shown): string[] {
  const keys = [...findKeys(shown.timeline, stays)].map((key, first) => {
    const found = follow(shown.timeline, stays, key);
    const present = isPresent(found, shown.at);
    return { key, first, present, seen: found.some((stay) => stay.from <= shown.at) };
  });
  const order = new Map(currentKeys(stays, shown).map((key, index) => [key, index]));
  const rank = (key: string) => order.get(key) ?? Number.MAX_SAFE_INTEGER;
  return keys
    .filter(({ seen }) => seen)
    .sort((a, b) => Number(b.present) - Number(a.present) || rank(a.key) - rank(b.key) || a.first - b.first)
    .map(({ key }) => key);
}

function currentKeys(stays: readonly Stay[], shown: Shown): string[] {
  const shape = currentShape(stays, shown);
  if (!shape || !isAggregate(shape)) return [];
  const keyOf = (member: Member) =>
    isEnum(shape) ? `${typeof enumValue(member)}:${enumValue(member)}` : member.name;
  return shape.members.map(keyOf);
}

/** Returns the shape that `stays` point at, as it is shown. */
export function currentShape(stays: readonly Stay[], { timeline, at }: Shown): Shape | undefined {
  const stay = lastStay(stays, at);
  return stay && shapeAt(timeline, stay.target, Math.min(at, stay.to - 1));
}

/** Returns the stay at a time, or the last before it. */
export function lastStay(stays: readonly Stay[], at: number): Stay | undefined {
  return stays.findLast((stay) => stay.from <= at);
}

/** Returns whether a time is in any of the stretches. */
export function isPresent(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some(({ from, to }) => from <= at && at < to);
}
