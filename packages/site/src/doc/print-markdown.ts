import { unreachable } from "@shapelog/model";
import { visibleName } from "../names/visible-name.js";
import type { Block, Doc, Inline } from "./doc.js";
import { fenceCode } from "./fence-code.js";
import { inlineText, joinText } from "./inline-text.js";
import { readMessage } from "./read-message.js";

/** Most texts need no escape at all. */
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9,.;()'’"/-]| (?! ))*$/;

/** Returns text as Markdown that shows the same text: no mark, link or HTML can come of it. */
export function markdownText(text: string): string {
  if (PLAIN.test(text)) return text;
  return joinText(text)
    .replace(/[\\`*_{}[\]<>#|~&!]/g, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/(https?|ftp|mailto)(:)/gi, "$1\\$2");
}

/** Returns a name or value as Markdown code. */
export function markdownCode(value: string | number): string {
  const text = visibleName(value).replace(/\s+/g, " ") || " ";
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return longest > 0 || text !== text.trim() ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Returns a documentation text as Markdown, each line after the first indented by `indent`. */
export function printDoc(doc: Doc, indent = ""): string {
  return indentLines(printBlocks(doc.blocks), indent);
}

/** Returns a documentation text that follows words on their line; what is no paragraph begins on its own. */
export function printDocAfter(doc: Doc, indent: string): string {
  const isText = doc.blocks[0]?.kind === "paragraph";
  return `:${isText ? " " : `\n\n${indent}`}${printDoc(doc, indent)}`;
}

/** Returns a documentation text as a quotation. */
export function printQuote(doc: Doc): string {
  return quote(printBlocks(doc.blocks));
}

/** Returns a finding's sentence as Markdown. */
export function printMessage(message: string): string {
  return printInlines(readMessage(message));
}

/** Returns the first paragraph of a documentation text as plain text, cut after a word where it is longer. */
export function summarizeDoc(doc: Doc, longest = 200): string | undefined {
  const paragraph = doc.blocks.find((block) => block.kind === "paragraph");
  if (paragraph?.kind !== "paragraph") return undefined;
  const text = inlineText(paragraph.content).trim();
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).replace(/\p{Surrogate}$/u, "")}…`;
}

function indentLines(text: string, indent: string): string {
  return indent === "" ? text : text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

function printBlocks(blocks: readonly Block[]): string {
  return blocks.map(printBlock).join("\n\n");
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return printInlines(block.content);
    case "pre":
      return fenceCode(block.text); // what is indented is text after a list, and on a line with text
    case "rule":
      return "---";
    case "bullets":
      return block.items.map((item) => `- ${indentLines(printBlocks(item), "  ")}`).join("\n");
    case "numbers":
      return block.items
        .map((item, index) => {
          const number = `${index + 1}. `;
          return number + indentLines(printBlocks(item), " ".repeat(number.length));
        })
        .join("\n");
    case "note":
      return quote(`${block.label}:${printNote(block.blocks)}`);
    case "quote":
      return quote(printBlocks(block.blocks));
    case "terms":
      return block.rows
        .map((row) => (row.kind === "term" ? `- ${printTight(row.blocks)}` : `  ${printTight(row.blocks)}`))
        .join("\n");
    case "table":
      return block.rows.map((row) => `- ${row.map(printTight).join(" · ")}`).join("\n");
    default:
      return unreachable(block);
  }
}

/** Empty lines are quoted too: one that is not ends the quote, and a block of code in it. */
function quote(text: string): string {
  return `> ${text.replaceAll("\n", "\n> ")}`.replace(/^> $/gm, ">");
}

/** What is no paragraph begins on a line of its own. */
function printNote(blocks: readonly Block[]): string {
  return `${blocks[0]?.kind === "paragraph" ? " " : "\n\n"}${printBlocks(blocks)}`;
}

/** Returns blocks on one line. A block of code becomes a code span. */
function printTight(blocks: readonly Block[]): string {
  return printBlocks(blocks).replace(/\s+/g, " ");
}

function printInlines(inlines: readonly Inline[]): string {
  return inlines.map(printInline).join("");
}

function printInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return markdownText(inline.text);
    case "code":
      return markdownCode(inline.text);
    case "break":
      return "\\\n";
    case "em":
      return `*${printInlines(inline.content)}*`;
    case "strong":
      return `**${printInlines(inline.content)}**`;
    case "link":
      return `[${printInlines(inline.content)}](<${inline.href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
    default:
      return unreachable(inline);
  }
}
