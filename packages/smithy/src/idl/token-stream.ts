import { isDigit, isIdentifierPart, isIdentifierStart } from "./characters.js";
import { scanNumber } from "./scan-number.js";
import type { Comment } from "./syntax.js";

/** What a token is: punctuation stands for itself. */
export type TokenKind =
  | "{"
  | "}"
  | "["
  | "]"
  | "("
  | ")"
  | ":"
  | ":="
  | "="
  | "@"
  | "$"
  | "#"
  | "."
  | "identifier"
  | "string"
  | "text block"
  | "number"
  | "end"
  | "problem";

/** Why a token is a `problem`. `offset` is where the trouble is. */
export type TokenProblem =
  | { readonly kind: "character"; readonly offset: number; readonly character: string }
  | { readonly kind: "unterminated"; readonly offset: number; readonly quotes: string }
  | { readonly kind: "identifier"; readonly offset: number; readonly name: string }
  | {
      readonly kind: "number";
      readonly offset: number;
      readonly literal: string;
      readonly reason: string;
    };

const PUNCTUATION = new Map<number, TokenKind>(
  (["{", "}", "[", "]", "(", ")", "=", "@", "$", "#", "."] as const).map((kind) => [
    kind.charCodeAt(0),
    kind,
  ]),
);

/**
 * The tokens of an IDL text, one at a time. Spaces, line breaks, commas and comments are between them; where the grammar
 * asks for a space or a line break, the parser looks at the text itself. Copies no text but comments.
 */
export class TokenStream {
  readonly text: string;
  kind: TokenKind = "end";
  start = 0;
  /** The offset after the token's last character. */
  end: number;
  /** Where the token before this one ends. */
  previousEnd: number;
  /** How many brackets are open after this token. */
  depth = 0;
  /** Whether a line break stands between the token and the one before. */
  isFirstOnLine = true;
  /** Whether a blank line stands directly before the token. */
  isAfterBlankLine = false;
  /** Whether a string needs a second look: it has escapes, line breaks or control characters. */
  isSpecial = false;
  problem: TokenProblem | undefined;
  /** The comments found since they were last taken away. */
  comments: Comment[] = [];

  constructor(text: string) {
    this.text = text;
    this.end = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.previousEnd = this.end;
    this.next();
    this.isFirstOnLine = true;
  }

  /** Returns the token's text. */
  lexeme(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Returns whether the token is this word. */
  isWord(word: string): boolean {
    return (
      this.kind === "identifier" &&
      this.end - this.start === word.length &&
      this.text.startsWith(word, this.start)
    );
  }

  /** Moves the end of the token: the parser has read on from an identifier to a whole shape id. */
  extend(end: number): void {
    this.end = end;
  }

  /** Moves back to the token after `end`, where so many brackets were open. */
  rewind(end: number, depth: number): void {
    this.end = end;
    this.depth = depth;
    this.comments = [];
    this.next();
  }

  /** Moves to the next token. */
  next(): void {
    this.previousEnd = this.end;
    const at = this.#skipBetween(this.end);
    this.start = at;
    this.problem = undefined;
    const code = this.text.charCodeAt(at);
    if (isIdentifierStart(code)) this.#identifier(at, code);
    else if (at >= this.text.length) this.#token("end", at);
    else if (code === 34) this.#string(at);
    else if (code === 58) this.#colon(at);
    else if (code === 45 || isDigit(code)) this.#number(at);
    else this.#punctuation(at, code);
  }

  #token(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  #fail(problem: TokenProblem, end: number): void {
    this.problem = problem;
    this.#token("problem", end);
  }

  #skipBetween(from: number): number {
    const { text } = this;
    let at = from;
    let breaks = 0;
    this.isFirstOnLine = false;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 44 || code === 9) at++;
      else if (code === 10 || code === 13) {
        at += code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
        breaks++;
        this.isFirstOnLine = true;
      } else if (code === 47 && text.charCodeAt(at + 1) === 47) {
        at = this.#comment(at, breaks);
        breaks = 0;
      } else {
        this.isAfterBlankLine = breaks > 1;
        return at;
      }
    }
  }

  #comment(start: number, breaks: number): number {
    const { text } = this;
    let end = start + 2;
    for (let code = text.charCodeAt(end); code !== 10 && code !== 13 && end < text.length; ) {
      code = text.charCodeAt(++end);
    }
    const doc = text.charCodeAt(start + 2) === 47;
    const capped = breaks === 0 ? 0 : breaks === 1 ? 1 : 2;
    this.comments.push({ start, end, text: text.slice(start, end), doc, breaks: capped });
    return end;
  }

  #identifier(start: number, first: number): void {
    const { text } = this;
    let end = start + 1;
    if (first === 95) {
      while (text.charCodeAt(end) === 95) end++;
      if (!isIdentifierPart(text.charCodeAt(end))) {
        this.#fail({ kind: "identifier", offset: end, name: text.slice(start, end).slice(0, 40) }, end);
        return;
      }
    }
    while (isIdentifierPart(text.charCodeAt(end))) end++;
    this.#token("identifier", end);
  }

  #colon(start: number): void {
    const isWalrus = this.text.charCodeAt(start + 1) === 61;
    this.#token(isWalrus ? ":=" : ":", start + (isWalrus ? 2 : 1));
  }

  #punctuation(start: number, code: number): void {
    const kind = PUNCTUATION.get(code);
    if (kind === undefined) {
      const character = String.fromCodePoint(this.text.codePointAt(start) ?? code);
      this.#fail({ kind: "character", offset: start, character }, start + character.length);
      return;
    }
    if (kind === "{" || kind === "[" || kind === "(") this.depth++;
    if (kind === "}" || kind === "]" || kind === ")") this.depth--;
    this.#token(kind, start + 1);
  }

  #number(start: number): void {
    const { end, reason } = scanNumber(this.text, start);
    if (reason === undefined) this.#token("number", end);
    else {
      const literal = this.text.slice(start, Math.min(end, start + 40));
      this.#fail({ kind: "number", offset: start, literal, reason }, end);
    }
  }

  #string(start: number): void {
    const { text } = this;
    const isBlock = text.startsWith('"""', start);
    let at = start + (isBlock ? 3 : 1);
    this.isSpecial = isBlock;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34 && (!isBlock || text.startsWith('"""', at))) break;
      if (code === 92) at++;
      if (code === 92 || code < 32) this.isSpecial = true;
      if (++at > text.length) {
        const quotes = isBlock ? '"""' : '"';
        this.#fail({ kind: "unterminated", offset: text.length, quotes }, text.length);
        return;
      }
    }
    this.#token(isBlock ? "text block" : "string", at + (isBlock ? 3 : 1));
  }
}
