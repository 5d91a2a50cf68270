import {
  createPatternScanner,
  type InlineFlags,
  otherCase,
  type PatternScanner,
  refuse,
  take,
  takeCharacter,
} from "./pattern-scanner.js";
import { rewriteClass } from "./rewrite-class.js";
import { readEscape } from "./rewrite-escape.js";

/** A piece of a pattern. `single` matches exactly one character; `empty` has nothing to repeat. */
interface Piece {
  readonly kind: "single" | "other" | "assertion" | "repeated" | "empty";
  readonly text: string;
}

interface Group {
  readonly open: string;
  readonly kind: "other" | "assertion";
  readonly outerFlags: InlineFlags;
  readonly pieces: Piece[];
}

/** Groups deeper than this are refused: engines and readers give up on them. */
const DEEPEST = 50;

/**
 * Returns a pattern in the words JavaScript has with the flag `u`, or why it has none. The dialect is ECMAScript's
 * without flags (Smithy 2.0, "pattern trait"), with what models carry over from Java: `\A`, `\z`, `\Q..\E`,
 * `\p{Alnum}`, `[a&&[b]]`, inline flags, repeated assertions. What the flag `u` does not allow is written so that it
 * does: needless escapes, lone brackets, `\w-.` in classes.
 */
export function rewritePattern(
  pattern: string,
): { readonly source: string; readonly refusal?: never } | { readonly refusal: string } {
  const scanner = createPatternScanner(pattern);
  const groups: Group[] = [{ open: "", kind: "other", outerFlags: scanner.flags, pieces: [] }];
  while (scanner.index < pattern.length) rewriteNext(scanner, groups);
  if (groups.length > 1) refuse(scanner, "it has a group that does not end");
  if (scanner.refusal !== undefined) return { refusal: scanner.refusal };
  return { source: (groups[0]?.pieces ?? []).map(({ text }) => text).join("") };
}

function rewriteNext(scanner: PatternScanner, groups: Group[]): void {
  const group = groups.at(-1);
  if (!group) return;
  if (openGroup(scanner, groups) || repeatLast(scanner, group)) return;
  const character = takeCharacter(scanner);
  switch (character) {
    case ")":
      closeGroup(scanner, groups);
      return;
    case "|":
      group.pieces.push({ kind: "empty", text: "|" });
      return;
    case "[":
      group.pieces.push({ kind: "single", text: rewriteClass(scanner) });
      return;
    case "\\":
      rewriteEscape(scanner, group);
      return;
    default:
      group.pieces.push(rewriteCharacter(scanner, character));
  }
}

function rewriteCharacter(scanner: PatternScanner, character: string): Piece {
  const { i, m, s } = scanner.flags;
  if (character === "^") return { kind: "assertion", text: m ? "(?<![^\\n\\r\\u2028\\u2029])" : "^" };
  if (character === "$") return { kind: "assertion", text: m ? "(?![^\\n\\r\\u2028\\u2029])" : "$" };
  if (character === ".") return { kind: "single", text: s ? "[^]" : "." };
  if (character === "]" && scanner.hasBracketInClass) refuse(scanner, "it has a class in a class");
  if (/[{}\]]/.test(character)) return { kind: "single", text: `\\${character}` };
  const other = i ? otherCase(character) : undefined;
  return { kind: "single", text: other === undefined ? character : `[${character}${other}]` };
}

function rewriteEscape(scanner: PatternScanner, group: Group): void {
  const quoted = take(scanner, /Q([\s\S]*?)(?:\\E|$)/y);
  if (quoted) {
    for (const character of quoted[1] ?? "") {
      const { kind, text } = rewriteCharacter({ ...scanner, hasBracketInClass: false }, character);
      const special = /[\^$\\.*+?()[\]{}|/]/.test(character);
      group.pieces.push(special ? { kind: "single", text: `\\${character}` } : { kind, text });
    }
    return;
  }
  const escaped = readEscape(scanner, "outside");
  if (!escaped) return;
  if (escaped.kind === "set") group.pieces.push({ kind: "single", text: escaped.alone });
  else if (escaped.kind === "assertion") group.pieces.push({ kind: "assertion", text: escaped.text });
  else if (escaped.kind === "reference") group.pieces.push({ kind: "other", text: escaped.text });
  else group.pieces.push(rewriteEscapedCharacter(scanner, escaped.text));
}

function rewriteEscapedCharacter(scanner: PatternScanner, text: string): Piece {
  if (text === "\\-") return { kind: "single", text: "-" }; // with the flag `u` only classes may escape it
  return text.length === 1 ? rewriteCharacter(scanner, text) : { kind: "single", text };
}

function openGroup(scanner: PatternScanner, groups: Group[]): boolean {
  const outerFlags = scanner.flags;
  const push = (open: string, kind: Group["kind"]) => {
    if (groups.length > DEEPEST) refuse(scanner, "its groups are too deep");
    groups.push({ open, kind, outerFlags, pieces: [] });
  };
  const inline = take(scanner, /\(\?([A-Za-z]*)(?:-([A-Za-z]+))?([:)])/y);
  if (inline) {
    const [, on = "", off = "", end] = inline;
    if (end === ")" && on + off === "") refuse(scanner, "it has a group it does not say the kind of");
    setFlags(scanner, on, off);
    if (end === ":") push("(?:", "other");
    return true;
  }
  const look = take(scanner, /\(\?<?[=!]/y);
  if (look) push(look[0], "assertion");
  const capture = look ? undefined : take(scanner, /\((?:\?<[A-Za-z_$][\w$]*>|(?!\?))/y);
  if (capture) push(capture[0], "other");
  if (look || capture) return true;
  if (scanner.text[scanner.index] !== "(") return false;
  refuse(scanner, "it has a kind of group that JavaScript does not have");
  return true;
}

function setFlags(scanner: PatternScanner, on: string, off: string): void {
  const unknown = /[^ims]/.exec(on + off);
  if (unknown) refuse(scanner, `JavaScript has no inline flag ${unknown[0]}`);
  const set = (flag: keyof InlineFlags) =>
    off.includes(flag) ? false : on.includes(flag) || scanner.flags[flag];
  scanner.flags = { i: set("i"), m: set("m"), s: set("s") };
}

function closeGroup(scanner: PatternScanner, groups: Group[]): void {
  const group = groups.pop();
  const outer = groups.at(-1);
  if (!group || !outer) {
    refuse(scanner, "it has a ) without a (");
    return;
  }
  scanner.flags = group.outerFlags;
  outer.pieces.push({
    kind: group.kind,
    text: `${group.open}${group.pieces.map(({ text }) => text).join("")})`,
  });
}

function repeatLast(scanner: PatternScanner, group: Group): boolean {
  const match = take(scanner, /(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})/y);
  if (!match) return false;
  const [quantifier] = match;
  const mode = take(scanner, /[?+]/y)?.[0] ?? "";
  const last = group.pieces.pop();
  if (!last || last.kind === "empty") refuse(scanner, `it has nothing to repeat before ${quantifier}`);
  else if (last.kind === "repeated") refuse(scanner, "it has two quantifiers in a row");
  else if (mode === "+" && !(last.kind === "single" && /^\{[0-9]+\}$/.test(quantifier))) {
    refuse(scanner, "JavaScript has no possessive quantifiers");
  } else {
    const repeatable = last.kind === "assertion" ? `(?:${last.text})` : last.text;
    group.pieces.push({ kind: "repeated", text: `${repeatable}${quantifier}${mode === "?" ? "?" : ""}` });
  }
  return true;
}
