import type { Block, Doc, Inline } from "./doc.js";

/** What a text costs on a page, in elements and in characters of HTML. */
export interface Weight {
  readonly elements: number;
  readonly characters: number;
}

const KNOWN = new WeakMap<Doc, Weight>();

/** Returns what a text costs on a page. */
export function weighDoc(doc: Doc): Weight {
  const known = KNOWN.get(doc);
  if (known) return known;
  const sum = { elements: 1, characters: 30 };
  const add = (characters: number) => {
    sum.elements++;
    sum.characters += characters;
  };
  const visitInline = (inline: Inline): void => {
    if (inline.kind === "text") sum.characters += inline.text.length;
    else if (inline.kind === "code") add(inline.text.length + 13);
    else if (inline.kind === "break") add(5);
    else {
      add(inline.kind === "link" ? inline.href.length + 45 : 17);
      inline.content.forEach(visitInline);
    }
  };
  const visit = (block: Block): void => {
    add(22);
    if (block.kind === "paragraph") block.content.forEach(visitInline);
    else if (block.kind === "pre") sum.characters += block.text.length;
    else for (const inner of innerBlocks(block)) visit(inner);
  };
  doc.blocks.forEach(visit);
  KNOWN.set(doc, sum);
  return sum;
}

function innerBlocks(block: Exclude<Block, { kind: "paragraph" | "pre" }>): readonly Block[] {
  switch (block.kind) {
    case "bullets":
    case "numbers":
      return block.items.flat();
    case "terms":
      return block.rows.flatMap(({ blocks }) => blocks);
    case "table":
      return block.rows.flat(2);
    case "rule":
      return [];
    default:
      return block.blocks;
  }
}
