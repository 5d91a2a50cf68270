import { isIdentifierPart, isIdentifierStart } from "./characters.js";
import { NO_COMMENTS, type Parsing, withComments } from "./parsing.js";
import type { Comment, Identifier, IdNode } from "./syntax.js";

/** What a shape id may look like: any; `a.b#C` or `a.b#C$d`; `a.b`. */
export type IdForm = "any" | "absolute" | "namespace";

/** Parses a name. */
export function parseIdentifier(parsing: Parsing, expected: string): Identifier | undefined {
  const { tokens } = parsing;
  const { start, end } = tokens;
  const name = tokens.kind === "identifier" ? tokens.lexeme() : "";
  return parsing.expect("identifier", expected) ? { start, end, name } : undefined;
}

/** Parses a shape id (Smithy 2.0, "Shape ID ABNF"), which has no spaces in it. */
export function parseId(
  parsing: Parsing,
  form: IdForm = "any",
  before: readonly Comment[] = NO_COMMENTS,
): IdNode | undefined {
  const { tokens } = parsing;
  if (parsing.isLost) return undefined;
  const expected = form === "namespace" ? "a namespace" : "a shape id";
  if (tokens.kind !== "identifier") {
    parsing.loseExpecting([expected]);
    return undefined;
  }
  const { start } = tokens;
  if (!extendId(parsing, form)) return undefined;
  const node: IdNode = { kind: "id", id: tokens.lexeme(), start, end: tokens.end };
  tokens.next();
  return withComments(node, { before });
}

/** Makes the current token, an identifier, a whole id. Returns whether the id is well-formed; gets lost if not. */
export function extendId(parsing: Parsing, form: IdForm): boolean {
  const { tokens } = parsing;
  const { text } = tokens;
  let end = tokens.end;
  while (text.charCodeAt(end) === 46) {
    end = skipName(text, end + 1);
    if (end < 0) return loseInId(parsing);
  }
  if (form !== "namespace" && text.charCodeAt(end) === 35) {
    end = skipName(text, end + 1);
    if (end < 0) return loseInId(parsing);
  } else if (form === "absolute") {
    parsing.loseExpecting(['"#" and the name of a shape'], end);
    return false;
  }
  if (form !== "namespace" && text.charCodeAt(end) === 36) {
    end = skipName(text, end + 1);
    if (end < 0) return loseInId(parsing);
  }
  tokens.extend(end);
  return true;
}

/** Returns the offset after the name at `start`, or -1 where there is none. */
function skipName(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === 95) end++;
  if (!(end > start ? isIdentifierPart : isIdentifierStart)(text.charCodeAt(end))) return -1;
  while (isIdentifierPart(text.charCodeAt(end))) end++;
  return end;
}

function loseInId(parsing: Parsing): false {
  const { text, end } = parsing.tokens;
  parsing.loseExpecting(["a name"], findGap(text, end));
  return false;
}

/** Returns the offset at which an id lacks a name. */
function findGap(text: string, from: number): number {
  let at = from;
  while (".#$".includes(text.charAt(at)) && at < text.length) {
    const next = skipName(text, at + 1);
    if (next < 0) return at + 1;
    at = next;
  }
  return at;
}
