import type { Span, TextComparison, TextExample } from "@shapelog/patterns";
import { code } from "../words.js";

/** Texts are shown in full, as many differ at their ends alone; of longer ones the start is. */
const SHOWN_WHOLE = 100;
const SHOWN_START = 40;

/**
 * Returns an example of a text at the start of a sentence, as Markdown code where it can be shown. What is not seen when
 * printed stands escaped in quotes.
 */
export function describeText({ length, text }: TextExample): string {
  if (length === 0) return "The empty text";
  if (text === undefined) return `A text of ${characters(length)}`;
  const all = [...text];
  if (all.length <= SHOWN_WHOLE) return code(quote(text));
  return `${code(`${quote(all.slice(0, SHOWN_START).join(""))}…`)} (${characters(length)})`;
}

const UNSEEN = /^ | $| {2}|[^\S ]|\p{C}/u;

function quote(text: string): string {
  if (!UNSEEN.test(text)) return text;
  const escaped = text.replace(/["\\]/g, "\\$&").replace(/[^\S ]|\p{C}| (?= )/gu, escapeCharacter);
  return `"${escaped}"`;
}

const ESCAPES = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escapeCharacter(character: string): string {
  const known = ESCAPES.get(character);
  if (known !== undefined) return known;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Patterns that take any line. */
const LINES: ReadonlySet<string> = new Set(["^.*$", "^.+$", ".*", ".+"]);

/** Returns what a pattern that takes any line comes to, with a blank before it; empty for others. */
export function lineWords(pattern: string): string {
  return LINES.has(pattern) ? " (no line breaks)" : "";
}

const SHOWN_AS_SPACE = /[^\S ]| (?= )/gu;

/** Returns a pattern as Markdown code. What would be shown as a space or not at all is written as patterns write it. */
export function describePattern(pattern: string): string {
  return code(pattern.replace(SHOWN_AS_SPACE, escapeSpace));
}

function escapeSpace(space: string): string {
  return ESCAPES.get(space) ?? `\\u${(space.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

/** Returns what is not taken any more: a sentence with a blank before it; empty where there is no example. */
export function describeLost(lost: TextExample | undefined): string {
  return lost ? ` ${describeText(lost)} was taken and is refused now.` : "";
}

/** Returns what is taken now: a sentence with a blank before it; empty where there is no example. */
export function describeGained(gained: TextExample | undefined): string {
  return gained ? ` ${describeText(gained)} was refused and is taken now.` : "";
}

/** Returns what can arrive now: a sentence with a blank before it; empty where there is no example. */
export function describeArriving(gained: TextExample | undefined): string {
  return gained ? ` ${describeText(gained)} can arrive now.` : "";
}

/** Returns what cannot arrive any more: a sentence with a blank before it; empty where there is no example. */
export function describeLeaving(lost: TextExample | undefined): string {
  return lost ? ` ${describeText(lost)} cannot arrive any more.` : "";
}

/**
 * Returns which lengths texts have by patterns and limits together: a sentence with a blank before it; empty where there
 * is nothing to tell.
 */
export function describeLengths(
  lengths: TextComparison["lengths"],
  verb: "are taken" | "can arrive",
): string {
  if (!lengths || [lengths.before, lengths.after].some(({ min, max }) => min > max)) return "";
  const [before, after] = [describeSpan(lengths.before), describeSpan(lengths.after)];
  return ` With the limits of length, texts ${after} ${verb}; before, ${before}.`;
}

function describeSpan({ min, max }: Span): string {
  if (min === max) return `of ${characters(min)}`;
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "of any length" : `of at least ${characters(min)}`;
  return min === 0 ? `of at most ${characters(max)}` : `of ${show(min)} to ${characters(max)}`;
}

function characters(number: number): string {
  return `${show(number)} ${number === 1 ? "character" : "characters"}`;
}

function show(number: number): string {
  return number.toLocaleString("en-US");
}
