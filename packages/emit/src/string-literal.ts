const ESCAPES: Readonly<Record<string, string>> = { "\u2028": "\\u2028", "\u2029": "\\u2029" };

/**
 * Returns text as a TypeScript and JavaScript string literal in double quotes. Control characters, line separators
 * and lone surrogates are escaped, and so is what would end a `<script>` element, so that the literal may stand
 * anywhere. The literal is valid JSON too.
 */
export function stringLiteral(text: string): string {
  return JSON.stringify(text)
    .replace(/[\u2028\u2029]/g, (character) => ESCAPES[character] ?? "")
    .replace(/<(?=\/|!--)/g, "\\u003c")
    .replace(/(?<=--)>/g, "\\u003e");
}
