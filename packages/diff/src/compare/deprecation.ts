import { findMember, isNodeObject, type NodeValue, type Shape, type Traits } from "@shapelog/model";
import type { Match, Place } from "../rule/rule.js";
import { code } from "../words.js";

/** Longer reasons are cut: a reader would not read them. */
const SHOWN_REASON = 300;

/** Returns when and why something was deprecated, with a space in front; says so where no reason is given. */
export function describeDeprecation(value: NodeValue | undefined): string {
  const { since, message } = readDeprecated(value);
  const when = since === undefined ? "" : ` Since: ${code(since)}.`;
  return `${when}${message === undefined ? " No reason is given." : ` Reason given: ${quoteReason(message)}`}`;
}

/** Returns a reason word for word, as the end of a sentence. */
function quoteReason(message: string): string {
  const isLong = message.length > SHOWN_REASON;
  const text = (isLong ? `${message.slice(0, SHOWN_REASON)}…` : message).trim();
  return `${code(text)}${/[.!?…]$/.test(text) ? "" : "."}`;
}

const NAMED = String.raw`\w+(?:\.\w+)*`;
const REPLACEMENT = new RegExp(
  String.raw`\b(?:[Uu]se|[Rr]eplaced by|[Ss]uperseded by|[Ii]n favou?r of)\s+(?:the\s+)?(?:[\`'"](${NAMED})[\`'"]|([A-Z]\w*(?:\.\w+)*)|(${NAMED})\s+instead\b)`,
);

/** Returns what to do about a deprecation: move to the replacement that its reason names, or plan to stop. */
export function planOf(value: NodeValue | undefined, place: Place): Pick<Match, "action"> {
  const [, quoted, named, instead] = REPLACEMENT.exec(readDeprecated(value).message ?? "") ?? [];
  const replacement = quoted ?? named ?? instead;
  if (replacement !== undefined) {
    return { action: `Plan to move to ${code(replacement)}, which the reason seems to name.` };
  }
  return { action: place.reach === "response" ? "Plan to stop reading it." : "Plan to stop using it." };
}

/** What is gone, with the name that a sentence gives it. */
export interface Gone {
  readonly name: string;
  readonly traits: Traits | undefined;
}

/** Returns an action with what the deprecation of what is gone said of it: since when, and why. */
export function withDeprecation(action: string, ...gone: readonly Gone[]): string {
  const told = gone.flatMap(({ name, traits }) => {
    const value = traits?.["smithy.api#deprecated"];
    if (value === undefined) return [];
    const { since, message } = readDeprecated(value);
    const when = since === undefined ? "" : ` since ${code(since)}`;
    return [`${name} was deprecated${when}${message === undefined ? "." : `: ${quoteReason(message)}`}`];
  });
  const more = told.length > SHOWN_GONE ? ["More of them were deprecated."] : [];
  return [action, ...told.slice(0, SHOWN_GONE), ...more].join(" ");
}

const SHOWN_GONE = 3;

/** Returns the traits of a shape's member. */
export function memberTraits(shape: Shape | undefined, name: string): Traits | undefined {
  return shape && findMember(shape, name)?.traits;
}

function readDeprecated(value: NodeValue | undefined): { since?: string; message?: string } {
  if (!isNodeObject(value)) return {};
  const { since, message } = value;
  return {
    ...(typeof since === "string" && since.trim() !== "" ? { since } : {}),
    ...(typeof message === "string" && message.trim() !== "" ? { message } : {}),
  };
}
