import {
  type Bounds,
  bounds,
  equalNumbers,
  formatNumber,
  hasTrait,
  isNodeObject,
  type Member,
  type NodeValue,
  printJson,
  type Shape,
  stringTrait,
  trait,
} from "@shapelog/model";
import { visibleName } from "../names/visible-name.js";
import type { Stretch } from "../record/timeline.js";

/** A limit on values: words, and code where there is some. */
export interface Constraint {
  readonly label: string;
  readonly code?: string;
  /** Since when it holds, where it came after what it holds for. */
  readonly stretches?: readonly Stretch[];
}

const LENGTH_UNITS: Readonly<Partial<Record<Shape["kind"], string>>> = {
  string: "characters",
  blob: "bytes",
  list: "items",
  map: "entries",
};

/**
 * Returns what is asked of a member's values: each of its own traits, or else its target's (Smithy 2.0, "Constraint
 * traits").
 */
export function findConstraints(member: Member | undefined, target: Shape): Constraint[] {
  const places: readonly Traited[] = member ? [member, target] : [target];
  const first = <T>(read: (traited: Traited) => T | undefined): T | undefined => {
    for (const traited of places) {
      const value = read(traited);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const has = (name: string) => places.some((traited) => hasTrait(traited, name));
  const found: Constraint[] = [];
  const length = first((traited) => bounds(traited, "length"));
  if (length) found.push({ label: `${boundsText(length)} ${LENGTH_UNITS[target.kind] ?? "long"}` });
  const range = first((traited) => bounds(traited, "range"));
  if (range) found.push({ label: `from ${boundsText(range)}`.replace(/^from (at|exactly)/, "$1") });
  const pattern = first((traited) => stringTrait(traited, "pattern"));
  if (pattern !== undefined) found.push({ label: "matches", code: visibleName(pattern) });
  const fallback = first((traited) => trait(traited, "default"));
  if (fallback !== undefined && fallback !== null) found.push({ label: "default", code: nodeText(fallback) });
  if (has("uniqueItems")) found.push({ label: "items are unique" });
  if (has("sensitive")) found.push({ label: "sensitive: keep it out of logs" });
  if (has("streaming")) found.push({ label: "streamed" });
  if (has("idempotencyToken")) found.push({ label: "idempotency token: filled in where left out" });
  const format = first((traited) => stringTrait(traited, "timestampFormat"));
  if (format !== undefined) found.push({ label: "format", code: visibleName(format) });
  return found;
}

type Traited = Pick<Shape, "traits"> | Member;

/** Returns a node value as short JSON text. */
export function nodeText(value: NodeValue): string {
  const text = isNodeObject(value) && Object.keys(value).length === 0 ? "" : printJson(value);
  return visibleName(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

/** Returns limits as words: `1 to 128`. */
export function boundsText({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) {
    return equalNumbers(min, max)
      ? `exactly ${formatNumber(min)}`
      : `${formatNumber(min)} to ${formatNumber(max)}`;
  }
  if (max !== undefined) return `at most ${formatNumber(max)}`;
  return min === undefined ? "any number of" : `at least ${formatNumber(min)}`;
}
