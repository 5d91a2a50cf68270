import type { Entry, Literal } from "./literal.js";

/** How a language writes values; objects and lists are laid out alike in all of them. */
export interface Notation {
  readonly scalar: (literal: Exclude<Literal, { kind: "object" | "list" }>) => string;
  /** A key with what parts it from its value. */
  readonly key: (name: string) => string;
  /** How far a level is indented. */
  readonly indent: string;
  /** Whether a comma follows the last part of several lines. */
  readonly trails: boolean;
}

const LINE = 80;

/** Returns a value in a notation, on one line where there is room, else a line for each part. `start` is where it begins. */
export function printLiteral(
  literal: Literal,
  notation: Notation,
  indent = "",
  start = indent.length,
): string {
  if (literal.kind !== "object" && literal.kind !== "list") return notation.scalar(literal);
  const [open, close] = literal.kind === "list" ? "[]" : "{}";
  const below = indent + notation.indent;
  const parts = (at: string) =>
    literal.kind === "list"
      ? literal.items.map((item) => printLiteral(item, notation, at))
      : literal.entries.map((entry) => printEntry(entry, notation, at));
  if ((literal.kind === "list" ? literal.items : literal.entries).length === 0) return `${open}${close}`;
  const flat = isFlat(literal) ? parts("") : [];
  const gap = literal.kind === "list" ? "" : " ";
  const line = `${open}${gap}${flat.join(", ")}${gap}${close}`;
  if (flat.length > 0 && start + line.length <= LINE) return line;
  const end = notation.trails ? "," : "";
  return `${open}\n${parts(below)
    .map((part) => `${below}${part}`)
    .join(",\n")}${end}\n${indent}${close}`;
}

/** Returns a key and its value. */
export function printEntry([name, value]: Entry, notation: Notation, indent: string): string {
  const key = notation.key(name);
  return `${key}${printLiteral(value, notation, indent, indent.length + key.length)}`;
}

/** What stands on one line holds no objects: those read better apart. */
function isFlat(literal: Literal): boolean {
  if (literal.kind === "list") return literal.items.every((item) => item.kind !== "object" && isFlat(item));
  return (
    literal.kind !== "object" ||
    literal.entries.every(([, value]) => value.kind !== "object" && isFlat(value))
  );
}

/** Returns text as a string literal of JSON, JavaScript and Python alike. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
