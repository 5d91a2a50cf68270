import { isIdentifier } from "@shapelog/model";
import { commentsOf, formatAfter, formatLines, splitComments } from "./format-comments.js";
import { escapeString, escapeTextBlock } from "./quote.js";
import type { ArrayNode, EntryNode, KeyNode, ObjectNode, ValueNode } from "./syntax.js";

/** The widest line that a value is put on. */
export const MAX_WIDTH = 120;

/** Where a value is printed. */
export interface Place {
  readonly indent: string;
  /** Where in its line the value starts. */
  readonly column: number;
  /** How much follows the value on its line. */
  readonly tail: number;
}

/** Returns a node value: on one line if it is flat and fits, else an element or entry on each line. */
export function formatValue(value: ValueNode, place: Place): string {
  switch (value.kind) {
    case "array":
      return formatArray(value, place);
    case "object":
      return formatObject(value, place);
    case "textBlock":
      return formatTextBlock(value.raw ?? escapeTextBlock(value.value), place.indent);
    default:
      return formatScalar(value);
  }
}

/** Returns an array. `isBroken` puts each element on a line of its own even if they fit on one. */
export function formatArray(array: ArrayNode, place: Place, isBroken = false): string {
  const { inner } = commentsOf(array);
  const { elements } = array;
  if (elements.length + inner.length === 0) return "[]";
  if (!isBroken && isFlat(array)) {
    const line = `[${elements.map(formatScalar).join(", ")}]`;
    if (fits(line, place, elements.length > 1)) return line;
  }
  const indent = `${place.indent}    `;
  let lines = "";
  for (const element of elements) {
    const child = { indent, column: indent.length, tail: 0 };
    const isObject = element.kind === "object";
    const text = isObject ? formatObject(element, child, true) : formatValue(element, child);
    const [end, own] = splitComments(commentsOf(element).before);
    lines += `${end}\n${indent}${formatLines(own, indent)}${text}`;
  }
  return `[${lines}${formatAfter(inner, indent)}\n${place.indent}]`;
}

/** Returns an object. `isBroken` puts each entry on a line of its own even if they fit on one. */
export function formatObject(object: ObjectNode, place: Place, isBroken = false): string {
  const { inner } = commentsOf(object);
  if (object.entries.length + inner.length === 0) return "{}";
  if (!isBroken && isFlat(object)) {
    const line = `{ ${object.entries.map(formatFlatEntry).join(", ")} }`;
    if (fits(line, place, true)) return line;
  }
  return `{${formatEntries(object, `${place.indent}    `)}\n${place.indent}}`;
}

/** Returns the entries of an object and the comments among them, each on a new line. */
export function formatEntries(
  object: ObjectNode,
  indent: string,
  format: (entry: EntryNode, indent: string) => string = formatEntry,
): string {
  let lines = "";
  for (const entry of object.entries) {
    const [end, own] = splitComments(commentsOf(entry).before);
    lines += `${end}\n${indent}${formatLines(own, indent)}${format(entry, indent)}`;
  }
  return lines + formatAfter(commentsOf(object).inner, indent);
}

/** Returns an entry of an object, without the comments before it. */
export function formatEntry({ key, value }: EntryNode, indent: string): string {
  const start = `${formatKey(key)}: `;
  const inside = value.kind === "textBlock" ? `${indent}    ` : indent;
  return start + formatValue(value, { indent: inside, column: indent.length + start.length, tail: 0 });
}

/** Returns entries on one line. All of them must be flat. */
export function formatFlatEntry({ key, value }: EntryNode): string {
  return `${formatKey(key)}: ${formatScalar(value)}`;
}

/** Returns a key, without quotes if it needs none. */
export function formatKey({ name, quoted, raw }: KeyNode): string {
  if (isIdentifier(name) && (!quoted || raw === undefined)) return name;
  return `"${raw ?? escapeString(name)}"`;
}

/** Returns whether a list or object may stand on one line: no comments, nothing nested, nothing of many lines. */
export function isFlat(value: ArrayNode | ObjectNode): boolean {
  if (commentsOf(value).inner.length > 0) return false;
  if (value.kind === "array") return value.elements.every(isFlatScalar);
  return value.entries.every((entry) => entry.comments === undefined && isFlatScalar(entry.value));
}

/** Returns whether a value stands on one line and nothing is nested in it. */
export function isFlatScalar(value: ValueNode): boolean {
  if (value.comments !== undefined || value.kind === "array" || value.kind === "object") return false;
  return value.kind !== "textBlock" && !(value.kind === "string" && value.raw?.includes("\n"));
}

/** Returns whether a bracketed line may be printed: short in itself, and where it could be broken, in its place. */
export function fits(line: string, { column, tail }: Place, isBreakable: boolean): boolean {
  if (line.length > MAX_WIDTH) return false;
  return !isBreakable || column + line.length + tail <= MAX_WIDTH;
}

/** Returns a value that has no children. */
function formatScalar(value: ValueNode): string {
  switch (value.kind) {
    case "string":
      return `"${value.raw ?? escapeString(value.value)}"`;
    case "number":
      return value.raw;
    case "id":
      return value.id;
    case "boolean":
      return String(value.value);
    default:
      return "null";
  }
}

function formatTextBlock(raw: string, indent: string): string {
  const lines = raw.split("\n").map((line) => (line === "" ? "\n" : `\n${indent}${line}`));
  if (raw.endsWith("\n") || raw === "") lines[lines.length - 1] = `\n${indent}`;
  return `"""${lines.join("")}"""`;
}
