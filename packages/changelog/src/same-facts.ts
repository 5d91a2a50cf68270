import MarkdownIt from "markdown-it";
import type { FactsBlock } from "./find-facts-blocks.js";

/** The first place at which a facts block says something else than it has to. */
export interface FactsDifference {
  readonly expected: string;
  readonly found: string;
  readonly offset: number;
}

/** A fact: what a paragraph or an item of a list says, however it is written. */
interface Fact {
  readonly words: string;
  /** The line of the text that it starts in, from 0. */
  readonly line: number;
}

/** What tools that format Markdown add to a block at most: marks, escapes and breaks between all of its words. */
const MOST_GROWTH = 4;

/**
 * Returns where a facts block says something else than it has to; nothing where both say the same. How it is written does
 * not count: marks of lists, blank lines, line breaks, escapes and indentation are as the tool that formats Markdown, or
 * the release tool, likes them. Every word, number, name and mark of code does.
 */
export function findFactsDifference(block: FactsBlock, expected: string): FactsDifference | undefined {
  if (block.text === expected) return undefined;
  if (block.text.length > expected.length * MOST_GROWTH) return differenceOfLines(block, expected);
  const [found, wanted] = [readFacts(block.text), readFacts(expected)];
  const at = wanted.findIndex((fact, index) => fact.words !== found[index]?.words);
  const index = at === -1 ? wanted.length : at;
  const [is, has] = [found[index], wanted[index]];
  if (!is && !has) return undefined;
  return {
    expected: has?.words ?? "",
    found: is?.words ?? "",
    offset: (is && block.lines[is.line]) ?? block.lines.at(-1) ?? block.end,
  };
}

function differenceOfLines(block: FactsBlock, expected: string): FactsDifference {
  const [wanted, found] = [expected.split("\n"), block.text.split("\n")];
  const at = wanted.findIndex((line, index) => line !== found[index]);
  const line = at === -1 ? wanted.length : at;
  return {
    expected: wanted[line] ?? "",
    found: found[line]?.slice(0, 200) ?? "",
    offset: block.lines[line] ?? block.end,
  };
}

const markdown = new MarkdownIt("commonmark");
type Token = ReturnType<typeof markdown.parse>[number];

/** Returns what a block says between its first line and its last, which say whose it is. */
function readFacts(text: string): readonly Fact[] {
  const inner = text.split("\n").slice(1, -1).join("\n");
  const environment: Parameters<typeof markdown.parse>[1] = {};
  const facts: Fact[] = [];
  const marks: string[] = [];
  for (const token of markdown.parse(inner, environment)) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.nesting === 1) marks.push(MARKS[token.type] ?? `${token.type} `);
    else if (token.nesting === -1) marks.pop();
    else facts.push({ words: marks.join("") + wordsOf(token), line });
  }
  // A definition is no text, and changes what a link leads to.
  for (const name of Object.keys(environment.references ?? {}))
    facts.push({ words: `[${name}]: …`, line: 1 });
  return facts;
}

/** How the blocks are shown that facts consist of. Others are named. */
const MARKS: Readonly<Record<string, string>> = {
  paragraph_open: "",
  bullet_list_open: "",
  list_item_open: "- ",
};

function wordsOf(token: Token): string {
  if (token.type !== "inline") return `${token.type} ${token.markup}${token.content}`.trim();
  return (token.children ?? [])
    .map(inlineWords)
    .join("")
    .replace(/[ \t\n]+/g, " ")
    .trim();
}

function inlineWords(token: Token): string {
  switch (token.type) {
    case "text":
    case "text_special":
      return token.content;
    case "softbreak":
      return " ";
    case "code_inline":
      return `\`${token.content}\``;
    case "strong_open":
    case "strong_close":
      return "**";
    default:
      return `<${token.type} ${(token.attrs ?? []).flat().join(" ")} ${token.content}>`;
  }
}
