import type { TraitDelta } from "../rule/select.js";
import { isAdded, isRemoved } from "../rule/trait-rule.js";
import { code } from "../words.js";
import { describeTrait } from "./describe-trait.js";

/** Where a value travels by a trait, after "it is" or "it was". */
const LOCATIONS = new Map<string, (name: string) => string>([
  ["smithy.api#httpLabel", () => "part of the path"],
  ["smithy.api#httpQuery", (name) => `the query parameter ${name}`],
  ["smithy.api#httpHeader", (name) => `the header ${name}`],
  ["smithy.api#httpPayload", () => "the whole body"],
  ["smithy.api#httpPrefixHeaders", (name) => `in the headers that begin with ${name}`],
  ["smithy.api#httpQueryParams", () => "in the query parameters"],
  ["smithy.api#httpResponseCode", () => "the HTTP status"],
]);
const BODY = "part of the body";
/** The name that a value has in a body alone. */
const BODY_NAME = "smithy.api#jsonName";

/**
 * Returns what the changes of a member's form on the wire come to, as clauses: what leaves one place comes to another,
 * and what is in no other place is in the body.
 */
export function describeWire(deltas: readonly TraitDelta[]): string {
  const [lost, gained] = [deltas.filter(isRemoved), deltas.filter(isAdded)].map((side) =>
    side.filter(isLocation),
  );
  if (!lost || !gained || lost.length + gained.length === 0 || lost.length > 1 || gained.length > 1)
    return deltas.map(describeTrait).join(", ");
  const moves = new Set<TraitDelta>([...lost, ...gained]);
  const others = deltas.filter((delta) => !moves.has(delta) && !isNameInBody(delta));
  const move = `it is ${locationOf(gained[0])} now and was ${locationOf(lost[0])}`;
  return [move, ...others.map(describeTrait)].join(", ");
}

function isLocation({ change }: TraitDelta): boolean {
  return LOCATIONS.has(change.trait);
}

/** A name in the body comes and goes with the value. */
function isNameInBody(delta: TraitDelta): boolean {
  return delta.change.trait === BODY_NAME && (isAdded(delta) || isRemoved(delta));
}

function locationOf(delta: TraitDelta | undefined): string {
  if (!delta) return BODY;
  const { before, after, change } = delta;
  const value = isAdded(delta) ? after : before;
  return LOCATIONS.get(change.trait)?.(code(typeof value === "string" ? value : "")) ?? BODY;
}
