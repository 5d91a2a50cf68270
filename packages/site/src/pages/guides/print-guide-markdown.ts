import { fenceCode } from "../../doc/fence-code.js";
import { markdownCode, markdownText } from "../../doc/print-markdown.js";
import type { Link } from "../../parts/link.js";
import type { GuideBlock, GuideCell, GuideInline } from "./guide-blocks.js";
import type { GuidesView, GuideView } from "./guide-view.js";

/** Returns a guide as Markdown, with links that lead to the site's Markdown. */
export function printGuide({ title, blocks, rest }: GuideView, link: Link): string {
  const parts = [`# ${markdownText(title)}`, ...blocks.map((block) => printBlock(block, link)), rest ?? ""];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Returns the list of guides as Markdown. */
export function printGuides({ groups }: GuidesView, link: Link): string {
  const parts = groups.flatMap(({ title, guides }) => [
    `## ${markdownText(title)}`,
    guides
      .map(
        ({ title: name, url, summary }) =>
          `- [${markdownText(name)}](<${link(url)}>): ${markdownText(summary)}`,
      )
      .join("\n"),
  ]);
  return `${["# Guides", ...parts].join("\n\n")}\n`;
}

function printBlock(block: GuideBlock, link: Link): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${printInlines(block.content, link)}`;
    case "paragraph":
      return printInlines(block.content, link);
    case "code":
      return fenceCode(block.text, block.info);
    case "list":
      return block.items
        .map((item, index) => {
          const mark = block.start === undefined ? "- " : `${block.start + index}. `;
          const text = item.map((inner) => printBlock(inner, link)).join("\n\n");
          return mark + text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
        })
        .join("\n");
    case "quote":
      return block.blocks
        .map((inner) => printBlock(inner, link))
        .join("\n\n")
        .replace(/^/gm, "> ");
    case "table":
      return printTable(block.head, block.rows, link);
    default:
      return "---";
  }
}

function printTable(head: readonly GuideCell[], rows: readonly (readonly GuideCell[])[], link: Link): string {
  const row = (cells: readonly GuideCell[]) =>
    `| ${cells.map((cell) => printInlines(cell, link).replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  return [row(head), `|${"---|".repeat(head.length)}`, ...rows.map(row)].join("\n");
}

function printInlines(inlines: readonly GuideInline[], link: Link): string {
  return inlines.map((inline) => printInline(inline, link)).join("");
}

function printInline(inline: GuideInline, link: Link): string {
  switch (inline.kind) {
    case "text":
      return inline.text === " " ? " " : markdownText(inline.text);
    case "code":
      return markdownCode(inline.text);
    case "break":
      return "\\\n";
    case "em":
      return `*${printInlines(inline.content, link)}*`;
    case "strong":
      return `**${printInlines(inline.content, link)}**`;
    case "image":
      return `![${markdownText(inline.text)}](<${link(inline.src)}>)`;
    default: {
      const href = inline.href.startsWith("/") ? link(inline.href) : inline.href;
      return `[${printInlines(inline.content, link)}](<${href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
    }
  }
}
