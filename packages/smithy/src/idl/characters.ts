const START = 1;
const PART = 2;

const CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) CLASSES[code] = START | PART;
  if (/[0-9]/.test(character)) CLASSES[code] = PART;
}

/** Returns whether a name may start with the character (Smithy 2.0, "Shape ID ABNF", `Identifier`). */
export function isIdentifierStart(code: number): boolean {
  return code < 128 && ((CLASSES[code] ?? 0) & START) !== 0;
}

/** Returns whether a name may go on with the character. */
export function isIdentifierPart(code: number): boolean {
  return code < 128 && CLASSES[code] !== 0;
}

/** Returns whether the character is a decimal digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Returns the offset after spaces and tabs from `at` on. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
  return end;
}

/** Returns whether a line ends at `at`: a line break, a comment or the end of the text (Smithy 2.0, `BR`). */
export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || code === 10 || code === 13 || (code === 47 && text.charCodeAt(at + 1) === 47);
}
