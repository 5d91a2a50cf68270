import { hasTrait, type NodeValue, shapeName } from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { isAdded, isRemoved } from "../rule/trait-rule.js";
import { code } from "../words.js";
import { describeTrait } from "./describe-trait.js";
import { SENT_NAMES, sentName } from "./sent-names.js";
import { type Formats, findFormats } from "./wire-formats.js";
import { type FormPlace, findMembers } from "./wire-traits.js";

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
export function describeWire(deltas: readonly TraitDelta[], difference: Difference, at: FormPlace): string {
  const describe = (delta: TraitDelta) =>
    describeName(delta, difference, at) ??
    describeTimes(delta, difference, at.context) ??
    describeTrait(delta);
  const [lost, gained] = [deltas.filter(isRemoved), deltas.filter(isAdded)].map((side) =>
    side.filter(isLocation),
  );
  if (!lost || !gained || lost.length + gained.length === 0 || lost.length > 1 || gained.length > 1)
    return [...new Set(deltas.map(describe))].join(", ");
  const moves = new Set<TraitDelta>([...lost, ...gained]);
  const others = deltas.filter((delta) => !moves.has(delta) && !isNameInBody(delta));
  const move = `it is ${locationOf(gained[0])} now and was ${locationOf(lost[0])}`;
  const [moved] = [...gained, ...lost];
  const formats = moved && !others.some(isFormat) ? findFormats(moved, difference, at.context) : undefined;
  return [move, ...others.map(describe), ...(formats ? [describeKinds(formats)] : [])].join(", ");
}

/** Returns what became of a member's name, which is its own where none is stated; `undefined` for other traits. */
function describeName(delta: TraitDelta, difference: Difference, at: FormPlace): string | undefined {
  const noun = NAMES.get(delta.change.trait);
  if (noun === undefined) return undefined;
  const { before, after } = findMembers(delta, difference);
  if (delta.member === undefined && difference.before && difference.after) {
    const [old, now] = [shapeName(difference.before.id), shapeName(difference.after.id)];
    return arrow(noun, delta.before ?? old, delta.after ?? now);
  }
  if (!before || !after) return undefined;
  if (at.reach === "request" && SENT_NAMES.has(delta.change.trait)) {
    const [old, now] = [sentName(at.context.before, before), sentName(at.context.after, after)];
    if (old !== undefined && now !== undefined) return arrow("the name in the request", old, now);
  }
  if (hasTrait(after, "httpPayload")) return undefined;
  return arrow(noun, delta.before ?? before.name, delta.after ?? after.name);
}

/** Returns what became of the format of times, which is the place's or the protocol's where none is stated. */
function describeTimes(delta: TraitDelta, difference: Difference, context: RuleContext): string | undefined {
  if (!isFormat(delta)) return undefined;
  const formats = findFormats(delta, difference, context);
  if (!formats) return undefined;
  return formats.isJson ? describeKinds(formats) : describeFormats(formats);
}

function isFormat({ change }: TraitDelta): boolean {
  return change.trait === "smithy.api#timestampFormat";
}

/** Returns what times were and are where a number is another value than a text. */
function describeKinds(formats: Formats): string {
  const { before, after } = formats;
  if ((before === "epoch-seconds") === (after === "epoch-seconds")) return describeFormats(formats);
  const [old, now] = [before, after].map(
    (format) => `${format === "epoch-seconds" ? "a number" : "a text"} (${code(format)})`,
  );
  return `${now} now, ${old} before`;
}

function describeFormats({ before, after }: Formats): string {
  return `the format of times ${code(before)} → ${code(after)}`;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [BODY_NAME, "the name in JSON"],
  ["smithy.api#xmlName", "the name in XML"],
  ["aws.protocols#ec2QueryName", "the name in the request"],
]);

function arrow(noun: string, old: NodeValue, now: NodeValue): string | undefined {
  if (typeof old !== "string" || typeof now !== "string" || old === now) return undefined;
  return `${noun} ${code(old)} → ${code(now)}`;
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
