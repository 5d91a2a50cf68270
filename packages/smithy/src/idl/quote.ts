const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Returns what to write between quotes for a string: one line, with lone surrogates and control characters escaped. */
export function escapeString(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escaping control characters is the point
  return value.replace(/["\\\u0000-\u001f\u2028\u2029\ufeff\p{Surrogate}]/gu, escapeCharacter);
}

/**
 * Returns what to write between three quotes for a string, lines without indentation. Escapes what a reader would
 * take off or misread: spaces at the ends of lines, an indentation that all lines share, quotes that would close.
 */
export function escapeTextBlock(value: string): string {
  const escaped = value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escaping control characters is the point
    .replace(/[\\\u0000-\u0008\u000b-\u001f\u2028\u2029\ufeff\p{Surrogate}]/gu, escapeCharacter)
    .replace(/"{3,}|"+$/g, (quotes) => quotes.replaceAll('"', '\\"'))
    .replace(/ (?=\n|$)/g, "\\u0020");
  const isIndented = !/(?:^|\n)(?:[^ \n]|$)/.test(escaped);
  return isIndented ? escaped.replace(/^(\n*) /, "$1\\u0020") : escaped;
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, "0");
  return SHORT_ESCAPES.get(character) ?? `\\u${code}`;
}
