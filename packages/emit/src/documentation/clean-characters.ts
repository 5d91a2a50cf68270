/** Line breaks become `\n`; controls, direction overrides and lone surrogates become spaces or U+FFFD. */
export function cleanCharacters(doc: string): string {
  return (
    doc
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, " ")
      .replace(/\p{Surrogate}/gu, "\ufffd")
  );
}
