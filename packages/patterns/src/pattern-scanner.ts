/** The inline flags that are on: `(?i)`, `(?m)`, `(?s)`. */
export interface InlineFlags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

/** A pattern that is being read. Reading stops at the first thing that has no exact translation. */
export interface PatternScanner {
  readonly text: string;
  index: number;
  flags: InlineFlags;
  /** Why the pattern is refused; `undefined` while it is not. */
  refusal: string | undefined;
  /** Whether a class had an unescaped `[`, which Java takes for a class in a class. */
  hasBracketInClass: boolean;
}

/** Creates a scanner at the start of a pattern. */
export function createPatternScanner(text: string): PatternScanner {
  const flags = { i: false, m: false, s: false };
  return { text, index: 0, flags, refusal: undefined, hasBracketInClass: false };
}

/** Notes why the pattern is refused and moves `scanner` to the end. The first reason stays. */
export function refuse(scanner: PatternScanner, reason: string): void {
  scanner.refusal ??= reason;
  scanner.index = scanner.text.length;
}

/** Moves `scanner` over what `expression` (sticky) matches and returns the match, or `undefined`. */
export function take(scanner: PatternScanner, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = scanner.index;
  const match = expression.exec(scanner.text);
  if (!match) return undefined;
  scanner.index += match[0].length;
  return match;
}

/** Moves `scanner` over one character (a whole code point) and returns it; "" at the end. */
export function takeCharacter(scanner: PatternScanner): string {
  const codePoint = scanner.text.codePointAt(scanner.index);
  if (codePoint === undefined) return "";
  const character = String.fromCodePoint(codePoint);
  scanner.index += character.length;
  return character;
}

/** Returns the other case of an ASCII letter, or `undefined` for every other character. */
export function otherCase(character: string): string | undefined {
  if (/^[a-z]$/.test(character)) return character.toUpperCase();
  return /^[A-Z]$/.test(character) ? character.toLowerCase() : undefined;
}
