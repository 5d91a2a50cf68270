/** What a token is: punctuation stands for itself. */
export type TokenKind =
  | "{"
  | "}"
  | "["
  | "]"
  | ":"
  | ","
  | "string"
  | "number"
  | "literal"
  | "end"
  | "problem";

const PUNCTUATION: Readonly<Record<number, TokenKind>> = {
  44: ",",
  58: ":",
  91: "[",
  93: "]",
  123: "{",
  125: "}",
};

const LITERALS = ["true", "false", "null"] as const;

/**
 * The tokens of a JSON text (RFC 8259), one at a time. Strict: it takes what `JSON.parse` takes. It copies no text, so
 * that its memory does not grow with the text.
 */
export class TokenStream {
  kind: TokenKind = "end";
  /** Where the token starts. */
  start = 0;
  /** Where the token ends: the offset after its last character. For a problem, where the trouble is. */
  end: number;
  /** What is wrong, for a token of kind `problem`. */
  reason = "";
  readonly #text: string;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.end = offset;
  }

  /** Moves to the next token and returns its kind. */
  next(): TokenKind {
    const text = this.#text;
    let at = this.end;
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
    this.start = at;
    this.end = at;
    if (at >= text.length) return this.#token("end", at);
    const punctuation = PUNCTUATION[code];
    if (punctuation) return this.#token(punctuation, at + 1);
    if (code === 34) return this.#string(at + 1);
    if (code === 45 || isDigit(code)) return this.#number(at);
    for (const literal of LITERALS) {
      if (text.startsWith(literal, at)) return this.#token("literal", at + literal.length);
    }
    return this.#problem(at, unexpected(text, at));
  }

  #string(from: number): TokenKind {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) return this.#token("string", at + 1);
      if (code < 32)
        return this.#problem(at, `a string holds a control character; write it as ${unicodeEscape(code)}`);
      if (code !== 92) continue;
      const escaped = text.charCodeAt(++at);
      if (escaped === 117) {
        for (let digit = 1; digit <= 4; digit++) {
          if (at + digit < text.length && !isHexDigit(text.charCodeAt(at + digit))) {
            return this.#problem(at - 1, "\\u needs four hexadecimal digits");
          }
        }
        at += 4;
      } else if (at < text.length && !'"\\/bfnrt'.includes(text.charAt(at))) {
        return this.#problem(at - 1, `"\\${shown(text, at)}" is not an escape sequence`);
      }
    }
    return this.#problem(this.start, "a string that starts here does not end");
  }

  #number(from: number): TokenKind {
    const text = this.#text;
    let at = from;
    if (text.charCodeAt(at) === 45) at++;
    if (text.charCodeAt(at) === 48) at++;
    else {
      const first = at;
      while (isDigit(text.charCodeAt(at))) at++;
      if (at === first) return this.#problem(at, "a digit is missing after the minus sign");
    }
    if (isDigit(text.charCodeAt(at))) return this.#problem(from, "a number starts with a needless zero");
    if (text.charCodeAt(at) === 46) {
      const first = ++at;
      while (isDigit(text.charCodeAt(at))) at++;
      if (at === first) return this.#problem(at, "a digit is missing after the decimal point");
    }
    if ((text.charCodeAt(at) | 32) === 101) {
      const sign = text.charCodeAt(++at);
      if (sign === 43 || sign === 45) at++;
      const first = at;
      while (isDigit(text.charCodeAt(at))) at++;
      if (at === first) return this.#problem(at, "a digit is missing in the exponent");
    }
    return this.#token("number", at);
  }

  #token(kind: TokenKind, end: number): TokenKind {
    this.kind = kind;
    this.end = end;
    return kind;
  }

  #problem(at: number, reason: string): TokenKind {
    this.reason = reason;
    return this.#token("problem", at);
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexDigit(code: number): boolean {
  const lower = code | 32;
  return isDigit(code) || (lower >= 97 && lower <= 102);
}

function unicodeEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}

function shown(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function unexpected(text: string, at: number): string {
  if (text.startsWith("//", at) || text.startsWith("/*", at)) return "JSON has no comments";
  if (text.charAt(at) === "'") return "strings need double quotes";
  const word = /^[\p{L}\p{N}_$.-]{1,20}/u.exec(text.slice(at, at + 20))?.[0];
  return `"${word ?? shown(text, at)}" is not a JSON value`;
}
