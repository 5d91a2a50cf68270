import { ACTING, COMMAND_MARK, escapeUnits } from "@shapelog/diagnostics";

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/**
 * Returns what to write between quotes for a string: one line, with lone surrogates, control characters and all else
 * that acts on a terminal or a build service escaped.
 */
export function escapeString(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escaping control characters is the point
  return escapeActing(value.replace(/["\\\u0000-\u001f]/g, escapeCharacter));
}

/** Returns what stands in one line of a string with what acts on a terminal or a build service escaped. */
export function escapeActing(text: string): string {
  return text.replace(ACTING, escapeUnits).replace(COMMAND_MARK, escapeUnits);
}

/**
 * Returns text of Smithy IDL as it may be printed: what acts on a terminal or a build service is escaped. In strings,
 * keys and text blocks it reads as the same; in comments, which know no escapes, the escape is what they say.
 *
 * @internal
 */
export function printableIdl(text: string): string {
  return escapeActing(text).replace(/^([^\S\n]*):(?=:)/gm, "$1\\u003a");
}

/**
 * Returns what to write between three quotes for a string, lines without indentation. Escapes what a reader would
 * take off or misread: spaces at the ends of lines, an indentation that all lines share, quotes that would close.
 */
export function escapeTextBlock(value: string): string {
  const controls = value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escaping control characters is the point
    .replace(/[\\\u0000-\u0008\u000b-\u001f]/g, escapeCharacter);
  const escaped = printableIdl(controls)
    .replace(/"{3,}|"+$/g, (quotes) => quotes.replaceAll('"', '\\"'))
    .replace(/ (?=\n|$)/g, "\\u0020");
  const isIndented = !/(?:^|\n)(?:[^ \n]|$)/.test(escaped);
  return isIndented ? escaped.replace(/^(\n*) /, "$1\\u0020") : escaped;
}

function escapeCharacter(character: string): string {
  return SHORT_ESCAPES.get(character) ?? escapeUnits(character);
}
