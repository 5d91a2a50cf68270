/** The longest summary, in characters. */
const LONGEST = 120;

/**
 * Returns the first sentence of documentation, as `documentationText` prints it, as plain text of at most 120
 * characters; `undefined` where it starts with something else than a sentence, such as a list, or says nothing.
 */
export function summarize(doc: string): string | undefined {
  const [paragraph = ""] = doc.split(/\n\n|\n(?=[-*] )/);
  if (/^(?:[-*>#|]|\d+\.|```| {4})/.test(paragraph)) return undefined;
  const plain = plainText(paragraph).replace(/\s+/g, " ").trim();
  const sentence = /^.*?[.!?](?=\s+[A-Z]|$)/.exec(plain)?.[0] ?? plain;
  if (sentence === "") return undefined;
  const characters = [...sentence];
  if (characters.length <= LONGEST) return sentence;
  const cut = characters.slice(0, LONGEST - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut}…`;
}

/** Markdown's marks: escapes, code spans, links, emphasis and entities. */
const MARK =
  /\\([!-/:-@[-`{-~])|(`+)(?!`)(.*?)(?<!`)\2(?!`)|\[([^\]]*)\]\([^()\s]*\)|\*\*|(?<!\w)[*_]|[*_](?!\w)|&(amp|lt|gt);/gs;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

function plainText(markdown: string): string {
  return markdown.replace(
    MARK,
    (_, escaped?: string, _ticks?: string, code?: string, link?: string, entity?: string) =>
      escaped ??
      code?.trim() ??
      (link === undefined ? undefined : plainText(link)) ??
      ENTITIES[entity ?? ""] ??
      "",
  );
}
