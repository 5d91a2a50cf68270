/**
 * Finds the second character of marks that a build service takes for a command wherever they stand in a line: `##[`,
 * `##vso[`, `##teamcity[`.
 *
 * @internal
 */
export const COMMAND_MARK = /(?<=#)#(?=[a-z]{0,16}\[)/giu;

/**
 * What does something on a terminal or to the lines of a text: control characters but for tabs and line feeds, marks
 * that turn the direction of writing, separators of lines and paragraphs, byte order marks, and halves of characters.
 *
 * @internal
 */
export const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\p{Surrogate}]/gu;

/**
 * What is not printed as it is: all of {@link ACTING}, tabs and line feeds, and characters that nobody sees. The joiners
 * within an emoji stay, as do marks that combine with a letter.
 */
const HIDDEN =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})|(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

/** Characters of ASCII that are printed as they are, and no mark of a command: most names are of these alone. */
const PLAIN = /^[ -"$-~]*$/;

/**
 * Returns a name, a value or a message on one line that is safe to print for people: what acts on a terminal or cannot
 * be seen becomes an escape, `\n` for a line feed and `\u{…}` for all else, and so does what would make a command of a
 * build service. Emoji, combining marks and all scripts stay as they are; what is escaped already is not escaped again.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(HIDDEN, escapeCharacter).replace(COMMAND_MARK, escapeCharacter);
}

/** Returns text whose lines are of our own making: each is {@link printable}. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Returns the escape of a character in text for people. */
export function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
