import { canonicalJson, equalNodes, isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import type { Match, Place } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { isAdded, isChanged, isRemoved, wordOf } from "../rule/trait-rule.js";
import { code } from "../words.js";

/** Longer values are not shown: a reader would not read them. */
const SHOWN_LENGTH = 80;

/** Returns the trait and its value on both sides where they are short: `smithy.api#jsonName` `a` → `b`. */
export function describeValue(delta: TraitDelta): string {
  const trait = code(delta.change.trait);
  const [before, after] = [show(delta.before), show(delta.after)];
  if (isChanged(delta)) {
    const parts = describeParts(delta);
    if (parts !== "") return `${trait} ${parts}`;
    return before && after ? `${trait} ${before} → ${after}` : `${trait} changed`;
  }
  const value = isAdded(delta) ? after : before;
  return `${trait}${value && value !== code("{}") ? ` ${value}` : ""} ${wordOf(delta)}`;
}

/** Returns the parts of an object that differ, where there are few and short ones. */
function describeParts({ before, after }: TraitDelta): string {
  if (!isNodeObject(before) || !isNodeObject(after)) return "";
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const differing = keys.filter((key) => !equalNodes(partOf(before, key), partOf(after, key)));
  const parts = differing.map((key) => {
    const [old, now] = [show(partOf(before, key)) ?? "…", show(partOf(after, key)) ?? "…"];
    return `${code(key)} ${old} → ${now}`;
  });
  return parts.length <= 3 ? parts.join(", ") : "";
}

function partOf(value: { readonly [key: string]: NodeValue }, key: string): NodeValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function show(value: NodeValue | undefined): string | undefined {
  if (value === undefined) return "nothing";
  const text = textOf(value);
  return text.length > SHOWN_LENGTH || (isNodeArray(value) && value.length > 5) ? undefined : code(text);
}

/** Returns a trait's value where it is a string, else its JSON with sorted keys: in a model from a stranger it can be anything. */
export function textOf(value: NodeValue | undefined): string {
  return typeof value === "string" ? value : canonicalJson(value ?? null);
}

/** Returns whether a default is absent or null, which says the same (Smithy 2.0, "default trait"). */
export function isNothing(value: NodeValue | undefined): boolean {
  return value === undefined || value === null;
}

/** Returns what a change of `@streaming` or `@requiresLength` does. */
export function describeStreaming(delta: TraitDelta): string {
  if (delta.change.trait === "smithy.api#requiresLength") {
    return isRemoved(delta) ? "needs no known length any more" : "needs a known length now";
  }
  return isRemoved(delta) ? "is not streamed any more" : "is streamed now";
}

/** Returns when and why something was deprecated, with a space in front; says so where no reason is given. */
export function describeDeprecation(value: NodeValue | undefined): string {
  const { since, message } = readDeprecated(value);
  const when = since === undefined ? "" : ` Since: ${code(since)}.`;
  if (message === undefined) return `${when} No reason is given.`;
  const text = message.length > 200 ? `${message.slice(0, 200)}…` : message;
  return `${when} Reason given: ${code(text.replace(/[.\s]+$/, ""))}.`;
}

const REPLACEMENT =
  /\b(?:use|replaced by|superseded by|in favou?r of)\s+(?:the\s+)?[`'"]?([A-Z]\w*(?:\.\w+)*)/;

/** Returns what to do about a deprecation: move to the replacement that its reason names, or plan to stop. */
export function planOf(value: NodeValue | undefined, place: Place): Pick<Match, "action"> {
  const replacement = REPLACEMENT.exec(readDeprecated(value).message ?? "")?.[1];
  if (replacement !== undefined) {
    return { action: `Plan to move to ${code(replacement)}, which the reason seems to name.` };
  }
  return { action: place.reach === "response" ? "Plan to stop reading it." : "Plan to stop using it." };
}

function readDeprecated(value: NodeValue | undefined): { since?: string; message?: string } {
  if (!isNodeObject(value)) return {};
  const { since, message } = value;
  return {
    ...(typeof since === "string" && since !== "" ? { since } : {}),
    ...(typeof message === "string" && message !== "" ? { message } : {}),
  };
}
