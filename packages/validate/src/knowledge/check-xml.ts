const NAME = "[\\p{L}_:][\\p{L}\\p{N}_:.\\-]*";
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*("[^<"]*"|'[^<']*')`;

/** What may stand in a document: comment or instruction, CDATA, end tag, start tag, text. Each way is linear. */
const PARTS = new RegExp(
  [
    "(?<other><!--(?:(?!--)[\\s\\S])*-->|<\\?(?:(?!\\?>)[\\s\\S])*\\?>)",
    "(?<data><!\\[CDATA\\[(?:(?!\\]\\]>)[\\s\\S])*\\]\\]>)",
    `</(?<end>${NAME})\\s*>`,
    `<(?<start>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*)\\s*(?<empty>/?)>`,
    "(?<text>[^<]+)",
  ].join("|"),
  "uy",
);
const BAD_REFERENCE = /&(?!(?:amp|lt|gt|apos|quot|#\d+|#x[\da-fA-F]+);)/;

/**
 * Returns what keeps a text from being a well-formed XML document, as half a sentence, or `undefined` (XML 1.0,
 * section 2.1). A document type is refused: what it defines could grow without bounds.
 */
export function checkXml(text: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  for (let index = 0; index < text.length; ) {
    PARTS.lastIndex = index;
    const part = PARTS.exec(text);
    if (!part) return `has ${describeBreak(text, index)}`;
    index = PARTS.lastIndex;
    const { start, end, attributes = "", empty, text: characters, data } = part.groups ?? {};
    if (start !== undefined) {
      if (open.length === 0) roots++;
      const problem = roots > 1 ? `has a second root <${start}>` : checkAttributes(start, attributes);
      if (problem !== undefined) return problem;
      if (empty === "") open.push(start);
    } else if (end !== undefined) {
      const expected = open.pop();
      if (expected !== end)
        return `has </${end}> where ${expected === undefined ? "nothing" : `<${expected}>`} is open`;
    } else if (characters !== undefined || data !== undefined) {
      const problem = checkText(characters ?? "", open.length === 0, data !== undefined);
      if (problem !== undefined) return problem;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return `does not close <${unclosed}>`;
  return roots === 0 ? "has no element" : undefined;
}

function describeBreak(text: string, index: number): string {
  if (text.startsWith("<!DOCTYPE", index)) return "a document type";
  return `a tag that cannot be read at ${JSON.stringify(text.slice(index, index + 20))}`;
}

function checkAttributes(element: string, attributes: string): string | undefined {
  const names = new Set<string>();
  for (const [, name = "", value = ""] of attributes.matchAll(new RegExp(ATTRIBUTE, "gu"))) {
    if (names.has(name)) return `has the attribute ${name} of <${element}> twice`;
    if (BAD_REFERENCE.test(value))
      return `has a reference that is not known in the attribute ${name} of <${element}>`;
    names.add(name);
  }
  return undefined;
}

function checkText(text: string, isOutside: boolean, isData: boolean): string | undefined {
  if (isOutside && (isData || text.trim() !== "")) return "has text outside its root";
  if (BAD_REFERENCE.test(text)) return "has a reference that is not known";
  return text.includes("]]>") ? 'has "]]>" in its text' : undefined;
}
