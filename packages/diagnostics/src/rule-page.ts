/** What there is to read about a rule, a validation event or a diagnostic. */
export interface RulePage {
  /** The rule's id, the validator's name, or the diagnostic's code. */
  readonly id: string;
  /** Other ids that the page is about: the events of a validator. */
  readonly covers: readonly string[];
  /** Markdown, with a title. */
  readonly text: string;
}

/** Where the pages of rules stand on the web. */
const PAGES_URI = "https://shapelog.dev/rules/";

/** Returns the address of a page. */
export function pageUri(page: RulePage): string {
  return `${PAGES_URI}${page.id.split("/").map(encodeURIComponent).join("/")}/`;
}

/** Returns the first paragraph of a page that is prose: neither its title nor its line of facts. */
export function summarizePage({ text }: RulePage): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll("\n", " ").trim());
  return paragraphs.find((paragraph) => paragraph !== "" && !/^(#|\*\*|```)/.test(paragraph)) ?? "";
}
