import { classCharacter, propertyContent } from "./character-properties.js";
import { type PatternScanner, refuse, take, takeCharacter } from "./pattern-scanner.js";

/** What an escape stands for: one character, a set of characters, or (outside classes only) something else. */
export type Escape =
  | { readonly kind: "character"; readonly text: string; readonly codePoint: number }
  | { readonly kind: "set"; readonly content: string; readonly alone: string }
  | { readonly kind: "assertion" | "reference"; readonly text: string };

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11],
]);

const LINE_END = "(?:\\r\\n|[\\n\\r\\x85\\u2028\\u2029])";
const HORIZONTAL = " \\t\\xA0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000";

/** Reads an escape, the scanner standing behind its backslash. Returns `undefined` after refusing it. */
export function readEscape(scanner: PatternScanner, place: "class" | "outside"): Escape | undefined {
  const pair = take(scanner, /u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}/y);
  if (pair) return pairEscape(pair[0]);
  const number = take(
    scanner,
    /0[0-7]{0,2}|x[0-9A-Fa-f]{2}|[xu]\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|c[A-Za-z]/y,
  );
  if (number) return numericEscape(scanner, number[0]);
  const property = take(scanner, /([pP])(?:\{([^{}]*)\}|([A-Z]))/y);
  if (property) return propertyEscape(scanner, property);
  if (place === "outside") {
    const reference = take(scanner, /k<[A-Za-z_$][\w$]*>|[1-9][0-9]?/y);
    if (reference) return { kind: "reference", text: `\\${reference[0]}` };
  }
  const letter = takeCharacter(scanner);
  const control = CONTROLS.get(letter);
  if (control !== undefined) return { kind: "character", text: `\\${letter}`, codePoint: control };
  if (/^[dDwWsS]$/.test(letter)) return { kind: "set", content: `\\${letter}`, alone: `\\${letter}` };
  if (letter === "h") return { kind: "set", content: HORIZONTAL, alone: `[${HORIZONTAL}]` };
  const special = place === "class" ? inClass(letter) : outside(letter);
  if (special) return special;
  if (letter === "") refuse(scanner, "it ends in a backslash");
  else if (/^\w$/.test(letter) && letter !== "_") refuse(scanner, `JavaScript has no \\${letter}`);
  else return identityEscape(letter);
  return undefined;
}

function inClass(letter: string): Escape | undefined {
  return letter === "b" ? { kind: "character", text: "\\b", codePoint: 8 } : undefined;
}

function outside(letter: string): Escape | undefined {
  switch (letter) {
    case "b":
    case "B":
      return { kind: "assertion", text: `\\${letter}` };
    case "A":
      return { kind: "assertion", text: "^" };
    case "z":
      return { kind: "assertion", text: "$" };
    case "Z":
      return { kind: "assertion", text: `(?=${LINE_END}?$)` };
    case "R":
      return { kind: "set", content: "", alone: LINE_END };
    default:
      return undefined;
  }
}

/** Two escaped surrogates that the flag `u` takes for one character. */
function pairEscape(text: string): Escape {
  const units = text.split("\\").map((unit) => Number.parseInt(unit.slice(1), 16));
  const codePoint = String.fromCharCode(...units).codePointAt(0) ?? 0;
  return { kind: "character", text: `\\${text}`, codePoint };
}

function numericEscape(scanner: PatternScanner, text: string): Escape | undefined {
  if (text === "0") return { kind: "character", text: "\\0", codePoint: 0 };
  if (text.startsWith("c")) {
    return { kind: "character", text: `\\${text}`, codePoint: text.charCodeAt(1) % 32 };
  }
  const octal = text.startsWith("0");
  const codePoint = Number.parseInt(text.replace(/[^0-9A-Fa-f]/g, ""), octal ? 8 : 16);
  if (codePoint > 0x10ffff) {
    refuse(scanner, `there is no character \\${text}`);
    return undefined;
  }
  const kept = /^x[^{]|^u/.test(text);
  return { kind: "character", text: kept ? `\\${text}` : hexEscape(codePoint), codePoint };
}

function hexEscape(codePoint: number): string {
  const digits = codePoint.toString(16).toUpperCase();
  return codePoint <= 0xff ? `\\x${digits.padStart(2, "0")}` : `\\u{${digits}}`;
}

function propertyEscape(scanner: PatternScanner, match: RegExpExecArray): Escape | undefined {
  const [, letter, long, short] = match;
  const name = long ?? short ?? "";
  const negated = letter === "P";
  const content = propertyContent(name, { negated });
  if (content !== undefined) {
    const isOne = /^\\[pP]\{[^{}]*\}$/.test(content);
    return { kind: "set", content, alone: isOne ? content : `[${content}]` };
  }
  refuse(scanner, `JavaScript has no property ${name}`);
  return undefined;
}

/** An escape of a character that means only itself; the backslash stays only where it is needed. */
function identityEscape(character: string): Escape {
  const codePoint = character.codePointAt(0) ?? 0;
  const text = /[\^$\\.*+?()[\]{}|/-]/.test(character) ? classCharacter(codePoint) : character;
  return { kind: "character", text, codePoint };
}
