/**
 * Everything but ASCII, the ellipsis, and the Latin letters of Western languages: control characters and terminal
 * commands, characters that are invisible, reverse the direction, or are not one column wide, and look-alikes such as
 * Cyrillic letters, which would hide why a value is not the one that it looks like.
 */
const ESCAPED = /[^ -~\u00a1-\u00ac\u00ae-\u024f\u2026]/gu;

/** Control characters, lone surrogates, and characters that are invisible or turn the direction of text. */
const CONTROLS = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu;

/** Returns a text that is safe to print: one line, one column for each character. */
export function escapeText(text: string): string {
  return text.replace(ESCAPED, escapeCharacter);
}

/** Returns a text in its own letters that commands nothing. */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, escapeCharacter);
}

/** Returns a value as JSON in ASCII alone: exact, and safe to print. */
export function escapeJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  return json.replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
