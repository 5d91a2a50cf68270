/** What is no character of XML 1.0 (section 2.2, "Char"), halves of characters aside. */
const STRANGE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/**
 * Returns text as XML character data, which may stand in an attribute in double quotes, too: read back it is the same, but
 * for characters that XML 1.0 does not allow, which are left out, and halves of characters, which become U+FFFD. A carriage
 * return is a reference, as readers turn it into a line feed.
 *
 * @internal
 */
export function xmlText(text: string): string {
  return text
    .replace(STRANGE, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/**
 * Returns text as the value of an attribute in double quotes: as {@link xmlText}, with references for the white space
 * that readers turn into spaces there.
 *
 * @internal
 */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
