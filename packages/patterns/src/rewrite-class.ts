import { classCharacter } from "./character-properties.js";
import { otherCase, type PatternScanner, refuse, take, takeCharacter } from "./pattern-scanner.js";
import { type Escape, readEscape } from "./rewrite-escape.js";

type ClassItem = Exclude<Escape, { kind: "assertion" | "reference" }>;

/** Reads a character class, the scanner standing behind its `[`, and returns it as JavaScript has it. */
export function rewriteClass(scanner: PatternScanner): string {
  const open = take(scanner, /\^/y) ? "[^" : "[";
  if (open === "[" && scanner.text[scanner.index] === "]")
    refuse(scanner, "it has a class without characters");
  let content = "";
  while (scanner.index < scanner.text.length) {
    if (take(scanner, /\]/y)) return `${open}${content}]`;
    if (take(scanner, /&&\[/y)) return rewriteIntersection(scanner, open, content);
    content += readItems(scanner);
  }
  refuse(scanner, "it has a class that does not end");
  return "";
}

/** `[a&&[b]]` of Java: a character of `a` that is one of `b`. */
function rewriteIntersection(scanner: PatternScanner, open: string, left: string): string {
  const right = rewriteClass(scanner);
  if (open === "[" && left !== "" && take(scanner, /\]/y)) return `(?:(?=[${left}])${right})`;
  refuse(scanner, "it has an intersection of classes that JavaScript cannot express");
  return "";
}

/** Reads one item of a class: a character, a set, or a range. */
function readItems(scanner: PatternScanner): string {
  const first = readItem(scanner);
  if (!first) return "";
  if (!take(scanner, /-(?!\]|&&\[|$)/y)) return printItem(scanner, first);
  const last = readItem(scanner);
  if (!last) return "";
  if (first.kind === "set" || last.kind === "set") {
    return `${printItem(scanner, first)}\\-${printItem(scanner, last)}`; // a range needs two characters
  }
  if (first.codePoint > last.codePoint) refuse(scanner, "it has a range whose end is before its start");
  return `${first.text}-${last.text}${scanner.flags.i ? casedRange(first.codePoint, last.codePoint) : ""}`;
}

function readItem(scanner: PatternScanner): ClassItem | undefined {
  if (take(scanner, /\[:\^?[a-z]+:\]/y)) {
    refuse(scanner, "JavaScript has no POSIX classes such as [:alnum:]");
    return undefined;
  }
  if (!take(scanner, /\\/y)) {
    const text = takeCharacter(scanner);
    if (text === "[") scanner.hasBracketInClass = true;
    return { kind: "character", text, codePoint: text.codePointAt(0) ?? 0 };
  }
  const escaped = readEscape(scanner, "class");
  return escaped?.kind === "character" || escaped?.kind === "set" ? escaped : undefined;
}

function printItem(scanner: PatternScanner, item: ClassItem): string {
  if (item.kind === "set") return item.content;
  const other = scanner.flags.i ? otherCase(String.fromCodePoint(item.codePoint)) : undefined;
  return `${item.text}${other ?? ""}`;
}

/** The other cases of the ASCII letters in a range. */
function casedRange(first: number, last: number): string {
  const shifted = (low: number, high: number, by: number) => {
    const from = Math.max(first, low);
    const to = Math.min(last, high);
    return from > to ? "" : `${classCharacter(from + by)}-${classCharacter(to + by)}`;
  };
  return shifted(0x41, 0x5a, 32) + shifted(0x61, 0x7a, -32);
}
