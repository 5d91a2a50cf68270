import { type DocBlock, type DocText, readDocText } from "./doc-blocks.js";

/** A part of the page with its column. */
export interface PageBlock {
  readonly kind: "paragraph" | "code" | "field";
  readonly column: number;
  readonly text: string;
}

/** Returns a paragraph, or nothing where there is no text. White space collapses, save spaces that do not break. */
export function paragraph(text: string, column = 0): PageBlock[] {
  const collapsed = text.replaceAll(/[ \t\r\n\f]+/g, " ").replaceAll(/^ | $/g, "");
  return collapsed === "" ? [] : [{ kind: "paragraph", column, text: collapsed }];
}

/** Returns lines that stay as they are. */
export function code(text: string, column = 0): PageBlock {
  return { kind: "code", column, text };
}

/** Returns the blocks of documentation that follows words in the same line, and nests `depth` lists deep. */
export function documented(words: string, html: string | undefined, depth: number): PageBlock[] {
  const { lead, blocks }: DocText = html ? readDocText(html) : { lead: "", blocks: [] };
  return [...paragraph(`${words} ${lead}`, columnOf(depth)), ...nested(blocks, depth)];
}

/** Returns the blocks of a list item: its first paragraph gets the bullet. */
export function bulleted(blocks: readonly PageBlock[], depth: number): PageBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return [...blocks];
  return [{ ...first, column: 2 * depth, text: `• ${first.text}` }, ...rest];
}

/** Returns the column of text in the lists of a depth: none, or right of the bullet. */
export function columnOf(depth: number): number {
  return depth === 0 ? 0 : 2 * depth + 2;
}

function nested(blocks: readonly DocBlock[], depth: number): PageBlock[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return paragraph(block.text, columnOf(depth));
      case "code":
        return [code(block.text, columnOf(depth))];
      default:
        return block.items.flatMap((item) => bulleted(nested(item, depth + 1), depth + 1));
    }
  });
}

/** Returns blocks as text, a blank line between any two; fields follow code without one. */
export function printBlocks(blocks: readonly PageBlock[]): string {
  let printed = "";
  let before: PageBlock | undefined;
  for (const block of blocks) {
    if (before) printed += before.kind === "code" && block.kind === "field" ? "\n" : "\n\n";
    printed += printBlock(block);
    before = block;
  }
  return printed;
}

function printBlock({ kind, column, text }: PageBlock): string {
  const indent = " ".repeat(column);
  return kind === "code" ? text.replaceAll(/^(?=.)/gm, indent) : indent + text;
}
