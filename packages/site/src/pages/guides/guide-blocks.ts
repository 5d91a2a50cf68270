/** A run of text in a guide. */
export type GuideInline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "em" | "strong"; readonly content: readonly GuideInline[] }
  /** `href` is as it was written until links are resolved; then it is an address, of this site where it begins with `/` or `#`. */
  | { readonly kind: "link"; readonly href: string; readonly content: readonly GuideInline[] }
  | { readonly kind: "image"; readonly src: string; readonly text: string };

/** A block of a guide. `line` is where it begins in the text, from 0. */
export type GuideBlock = { readonly line: number } & (
  | {
      readonly kind: "heading";
      readonly level: 2 | 3 | 4;
      readonly id: string;
      readonly content: readonly GuideInline[];
    }
  | { readonly kind: "paragraph"; readonly content: readonly GuideInline[] }
  | { readonly kind: "code"; readonly info: string; readonly text: string }
  | {
      readonly kind: "list";
      readonly start: number | undefined;
      readonly items: readonly (readonly GuideBlock[])[];
    }
  | { readonly kind: "quote"; readonly blocks: readonly GuideBlock[] }
  | {
      readonly kind: "table";
      readonly head: readonly GuideCell[];
      readonly rows: readonly (readonly GuideCell[])[];
    }
  | { readonly kind: "rule" }
);

/** A cell of a table. */
export type GuideCell = readonly GuideInline[];

/** Returns the words of inlines. */
export function guideText(inlines: readonly GuideInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "break") return " ";
      return "content" in inline ? guideText(inline.content) : inline.text;
    })
    .join("");
}

/** Returns blocks with each of their inlines replaced by what a function makes of it. */
export function mapInlines(
  blocks: readonly GuideBlock[],
  change: (inline: GuideInline, line: number) => GuideInline,
): GuideBlock[] {
  const inlinesOf = (inlines: readonly GuideInline[], line: number): GuideInline[] =>
    inlines.map((inline) => {
      const changed = change(inline, line);
      return "content" in changed ? { ...changed, content: inlinesOf(changed.content, line) } : changed;
    });
  return blocks.map((block): GuideBlock => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return { ...block, content: inlinesOf(block.content, block.line) };
      case "list":
        return { ...block, items: block.items.map((item) => mapInlines(item, change)) };
      case "quote":
        return { ...block, blocks: mapInlines(block.blocks, change) };
      case "table": {
        const cellsOf = (cells: readonly GuideCell[]) => cells.map((cell) => inlinesOf(cell, block.line));
        return { ...block, head: cellsOf(block.head), rows: block.rows.map(cellsOf) };
      }
      default:
        return block;
    }
  });
}
