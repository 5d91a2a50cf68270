import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import MarkdownIt from "markdown-it";
import type { Block, Doc, Inline, TermRow } from "./doc.js";
import { joinText, plainText, trimInlines } from "./inline-text.js";
import { safeHref } from "./safe-href.js";

const markdown = new MarkdownIt("commonmark", { html: true, maxNesting: 100 });

const DEEPEST = 24;
const DROPPED = new Set(
  "script style template noscript iframe frame object embed applet svg math textarea select option title head base link meta audio video canvas xmp plaintext noembed noframes".split(
    " ",
  ),
);
const NOTES: ReadonlyMap<string, string> = new Map([
  ["note", "Note"],
  ["important", "Important"],
  ["caution", "Caution"],
  ["warning", "Warning"],
  ["tip", "Tip"],
]);
const TRANSPARENT = new Set(
  "div section article main header footer span body html font center details summary figure fullname zonbook xhtml u small tbody thead tfoot".split(
    " ",
  ),
);
const MARKS: ReadonlyMap<string, "em" | "strong"> = new Map([
  ["i", "em"],
  ["em", "em"],
  ["b", "strong"],
  ["strong", "strong"],
]);
const CODE = new Set(["code", "tt", "kbd", "samp"]);
const HEADING = /^h[1-6]$/;

/**
 * Reads a documentation text, CommonMark with HTML (Smithy 2.0, "documentation trait"), into what may be shown. The
 * one way from a model's texts to any output: elements, attributes and addresses that are not known here do not exist
 * in what it returns; the text inside unknown elements stays.
 */
export function readDoc(text: string): Doc {
  const document = parseDocument(markdown.render(text.slice(0, 200_000)));
  return { kind: "doc", blocks: readBlocks(document.children, 0) };
}

function readBlocks(nodes: readonly ChildNode[], depth: number): Block[] {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  const flush = () => {
    const content = trimInlines(run);
    if (content.length > 0) blocks.push({ kind: "paragraph", content });
    run = [];
  };
  const visit = (children: readonly ChildNode[], level: number) => {
    for (const node of children) {
      if (isTag(node) && level < DEEPEST && TRANSPARENT.has(node.name)) {
        visit(node.children, level + 1);
        continue;
      }
      const block = isTag(node) && level < DEEPEST ? readBlock(node, level) : undefined;
      if (!block) for (const each of readInlines([node], level)) run.push(each);
      else {
        flush();
        for (const each of block) blocks.push(each);
      }
    }
  };
  visit(nodes, depth);
  flush();
  return blocks;
}

/** Returns the blocks of a block element, or `undefined` for any other. */
function readBlock(element: Element, depth: number): Block[] | undefined {
  const inner = () => readBlocks(element.children, depth + 1);
  const { name } = element;
  const label = NOTES.get(name);
  if (label) return [{ kind: "note", label, blocks: inner() }];
  if (HEADING.test(name)) {
    const content = trimInlines(readInlines(element.children, depth + 1));
    return content.length === 0 ? [] : [{ kind: "paragraph", content: [{ kind: "strong", content }] }];
  }
  switch (name) {
    case "p":
      return inner();
    case "blockquote":
      return [{ kind: "quote", blocks: inner() }];
    case "pre":
      return [{ kind: "pre", text: plainText(element).replace(/^\n|\s+$/g, "") }];
    case "hr":
      return [{ kind: "rule" }];
    case "ul":
    case "ol":
      return [{ kind: name === "ul" ? "bullets" : "numbers", items: readItems(element, depth + 1) }];
    case "li":
      return [{ kind: "bullets", items: [inner()] }];
    case "dl":
      return [{ kind: "terms", rows: readTerms(element, depth + 1) }];
    case "table":
      return [{ kind: "table", rows: readRows(element, depth + 1) }];
    default:
      return undefined;
  }
}

function readItems(list: Element, depth: number): Block[][] {
  return list.children.flatMap((node) => {
    const isItem = isTag(node) && node.name === "li";
    const blocks = readBlocks(isItem ? node.children : [node], depth);
    return blocks.length === 0 ? [] : [blocks];
  });
}

function readTerms(list: Element, depth: number): TermRow[] {
  return list.children.flatMap((node): TermRow[] => {
    const kind = isTag(node) && node.name === "dt" ? "term" : "description";
    const isRow = isTag(node) && (node.name === "dt" || node.name === "dd");
    const blocks = readBlocks(isRow ? node.children : [node], depth);
    return blocks.length === 0 ? [] : [{ kind, blocks }];
  });
}

function readRows(table: Element, depth: number): Block[][][] {
  const rows: Block[][][] = [];
  const visit = (nodes: readonly ChildNode[], level: number) => {
    for (const node of nodes) {
      if (!isTag(node) || level > DEEPEST) continue;
      if (node.name !== "tr") visit(node.children, level + 1);
      else rows.push(node.children.filter(isTag).map((cell) => readBlocks(cell.children, level + 1)));
    }
  };
  visit(table.children, depth);
  return rows;
}

function readInlines(nodes: readonly ChildNode[], depth: number): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (isText(node)) return [{ kind: "text", text: joinText(node.data) }];
    if (!isTag(node) || DROPPED.has(node.name)) return [];
    if (depth >= DEEPEST) return [{ kind: "text", text: joinText(plainText(node)) }];
    return readInline(node, depth + 1);
  });
}

function readInline(element: Element, depth: number): Inline[] {
  const { name } = element;
  if (name === "br") return [{ kind: "break" }];
  if (name === "img") return [{ kind: "text", text: joinText(element.attribs.alt ?? "") }];
  if (CODE.has(name)) {
    const text = joinText(plainText(element)).trim();
    return text === "" ? [] : [{ kind: "code", text }];
  }
  const content = readInlines(element.children, depth);
  const mark = MARKS.get(name);
  if (mark) return content.length === 0 ? [] : [{ kind: mark, content }];
  const href = name === "a" ? safeHref(element.attribs.href) : undefined;
  if (href !== undefined && content.length > 0)
    return [{ kind: "link", href, content: withoutLinks(content) }];
  return name === "p" || name === "li" ? [...content, { kind: "text", text: " " }] : content;
}

function withoutLinks(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.kind === "link") return withoutLinks(inline.content);
    return "content" in inline ? [{ ...inline, content: withoutLinks(inline.content) }] : [inline];
  });
}
