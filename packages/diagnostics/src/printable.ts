/**
 * Returns text that is safe to print on a terminal: control characters (line feeds apart), bidirectional overrides,
 * zero-width characters and lone surrogates become `\u{…}` escapes, since names and values come from models we did
 * not write.
 */
export function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
