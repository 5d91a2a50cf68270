import MarkdownIt from "markdown-it";
import { cleanText } from "../../doc/inline-text.js";
import type { GuideBlock, GuideCell, GuideInline } from "./guide-blocks.js";
import { guideText } from "./guide-blocks.js";
import { createSlugger } from "./slugger.js";

/** HTML is known as such, so that it can be left out. */
const markdown = new MarkdownIt("commonmark", { html: true, maxNesting: 60 }).enable("table");

type Token = ReturnType<typeof markdown.parse>[number];

const LONGEST = 400_000;

/** A guide's text as it is shown. */
export interface ReadGuide {
  /** The first heading of level 1, which is not among the blocks. */
  readonly title: string | undefined;
  readonly blocks: readonly GuideBlock[];
  /** The ids of headings by the anchors that a host of repositories gives them. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Reads a guide: CommonMark with tables. HTML does not exist in what it returns; text between tags stays. */
export function readGuide(text: string): ReadGuide {
  const { assign, anchors } = createSlugger();
  const reader: Reader = {
    tokens: markdown.parse(text.slice(0, LONGEST), {}),
    at: 0,
    assign,
    title: undefined,
  };
  const blocks = readBlocks(reader);
  return { title: reader.title, blocks, anchors };
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  title: string | undefined;
  readonly assign: (text: string) => string;
}

/** Reads blocks up to the end of what they are in. */
function readBlocks(reader: Reader): GuideBlock[] {
  const blocks: GuideBlock[] = [];
  for (
    let token = reader.tokens[reader.at];
    token && token.nesting !== -1;
    token = reader.tokens[reader.at]
  ) {
    reader.at++;
    const block = readBlock(reader, token);
    if (block) blocks.push(block);
  }
  reader.at++;
  return blocks;
}

function readBlock(reader: Reader, token: Token): GuideBlock | undefined {
  const line = token.map?.[0] ?? 0;
  switch (token.type) {
    case "heading_open":
      return readHeading(reader, Number(token.tag.slice(1)), line);
    case "paragraph_open": {
      const content = readLine(reader);
      return content.length === 0 ? undefined : { kind: "paragraph", line, content };
    }
    case "fence":
    case "code_block":
      return {
        kind: "code",
        line,
        info: cleanText(token.info.trim()),
        text: cleanText(token.content).replace(/\n$/, ""),
      };
    case "bullet_list_open":
    case "ordered_list_open": {
      const start = token.type === "ordered_list_open" ? Number(token.attrGet("start") ?? 1) : undefined;
      return { kind: "list", line, start, items: readItems(reader) };
    }
    case "blockquote_open":
      return { kind: "quote", line, blocks: readBlocks(reader) };
    case "table_open":
      return readTable(reader, line);
    case "hr":
      return { kind: "rule", line };
    default:
      if (token.nesting === 1) readBlocks(reader);
      return undefined; // blocks of HTML
  }
}

function readHeading(reader: Reader, level: number, line: number): GuideBlock | undefined {
  const content = readLine(reader);
  const text = guideText(content).trim();
  if (text === "") return undefined;
  if (level === 1 && reader.title === undefined) {
    reader.title = text;
    reader.assign(text);
    return undefined;
  }
  return {
    kind: "heading",
    line,
    level: level <= 2 ? 2 : level === 3 ? 3 : 4,
    id: reader.assign(text),
    content,
  };
}

/** Reads the line of text that is all that a heading, a paragraph or a cell holds, and its end. */
function readLine(reader: Reader): GuideInline[] {
  const content: GuideInline[] = [];
  for (
    let token = reader.tokens[reader.at++];
    token && token.nesting !== -1;
    token = reader.tokens[reader.at++]
  ) {
    if (token.type === "inline") content.push(...readInlines({ tokens: token.children ?? [], at: 0 }));
  }
  return content;
}

function readItems(reader: Reader): GuideBlock[][] {
  const items: GuideBlock[][] = [];
  for (
    let token = reader.tokens[reader.at++];
    token && token.nesting !== -1;
    token = reader.tokens[reader.at++]
  )
    items.push(readBlocks(reader));
  return items;
}

function readTable(reader: Reader, line: number): GuideBlock {
  const rows: GuideCell[][] = [];
  for (
    let token = reader.tokens[reader.at++];
    token && token.type !== "table_close";
    token = reader.tokens[reader.at++]
  ) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "th_open" || token.type === "td_open") rows.at(-1)?.push(readLine(reader));
  }
  const [head = [], ...others] = rows;
  return { kind: "table", line, head, rows: others };
}

interface InlineReader {
  readonly tokens: readonly Token[];
  at: number;
}

function readInlines(reader: InlineReader): GuideInline[] {
  const inlines: GuideInline[] = [];
  for (
    let token = reader.tokens[reader.at++];
    token && token.nesting !== -1;
    token = reader.tokens[reader.at++]
  ) {
    const inline = readInline(reader, token);
    if (inline) inlines.push(inline);
  }
  return inlines;
}

function readInline(reader: InlineReader, token: Token): GuideInline | undefined {
  switch (token.type) {
    case "text":
    case "text_special":
      return token.content === "" ? undefined : { kind: "text", text: cleanText(token.content) };
    case "code_inline":
      return { kind: "code", text: cleanText(token.content) };
    case "softbreak":
      return { kind: "text", text: " " };
    case "hardbreak":
      return { kind: "break" };
    case "em_open":
      return { kind: "em", content: readInlines(reader) };
    case "strong_open":
      return { kind: "strong", content: readInlines(reader) };
    case "link_open":
      return { kind: "link", href: String(token.attrGet("href") ?? ""), content: readInlines(reader) };
    case "image":
      return { kind: "image", src: String(token.attrGet("src") ?? ""), text: cleanText(token.content) };
    default:
      return undefined; // tags
  }
}
