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

/** A limit on values: words, and code where there is some. */
export interface Constraint {
  readonly label: string;
  readonly code?: string;
}

const LENGTH_UNITS: Readonly<Partial<Record<Shape["kind"], string>>> = {
  string: "characters",
  blob: "bytes",
  list: "items",
  map: "entries",
};

/** Returns what a member's own traits, and those of its target, ask of its values (Smithy 2.0, "Constraint traits"). */
export function findConstraints(member: Member | undefined, target: Shape): Constraint[] {
  const found: Constraint[] = [];
  for (const traited of member ? [member, target] : [target]) {
    const length = bounds(traited, "length");
    if (length) found.push({ label: `${boundsText(length)} ${LENGTH_UNITS[target.kind] ?? "long"}` });
    const range = bounds(traited, "range");
    if (range) found.push({ label: `from ${boundsText(range)}`.replace(/^from (at|exactly)/, "$1") });
    const pattern = stringTrait(traited, "pattern");
    if (pattern !== undefined) found.push({ label: "matches", code: visibleName(pattern) });
    const fallback = trait(traited, "default");
    if (fallback !== undefined && fallback !== null)
      found.push({ label: "default", code: nodeText(fallback) });
    if (hasTrait(traited, "uniqueItems")) found.push({ label: "items are unique" });
    if (hasTrait(traited, "sensitive")) found.push({ label: "sensitive: keep it out of logs" });
    if (hasTrait(traited, "streaming")) found.push({ label: "streamed" });
    if (hasTrait(traited, "idempotencyToken"))
      found.push({ label: "idempotency token: filled in where left out" });
    const format = stringTrait(traited, "timestampFormat");
    if (format !== undefined) found.push({ label: "format", code: visibleName(format) });
  }
  return found;
}

/** Returns a node value as short JSON text. */
export function nodeText(value: NodeValue): string {
  const text = isNodeObject(value) && Object.keys(value).length === 0 ? "" : printJson(value);
  return visibleName(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

function boundsText({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) {
    return equalNumbers(min, max)
      ? `exactly ${formatNumber(min)}`
      : `${formatNumber(min)} to ${formatNumber(max)}`;
  }
  if (max !== undefined) return `at most ${formatNumber(max)}`;
  return min === undefined ? "any number of" : `at least ${formatNumber(min)}`;
}
