import type { FactsBlock } from "../find-facts-blocks.js";
import type { Span } from "./span.js";

/** Prose that belongs together, with the facts blocks that stand in it. */
export interface ProseEntry extends Span {
  /** The text from start to end, in which the blocks are blank. */
  readonly text: string;
  readonly blocks: readonly FactsBlock[];
}

export interface ListEntriesOptions extends Span {
  /** The blocks of all services in the text. */
  readonly blocks: readonly FactsBlock[];
  /** Whether each item of a list is by itself, as release tools write what a version has. */
  readonly isList: boolean;
}

const HEADING = /^#{1,6}[ \t].*$/gm;
const HEADING_OR_ITEM = /^(?:#{1,6}[ \t].*|(?=[-*+][ \t]))/gm;

/**
 * Returns what a part of a text says, by what it is about: prose belongs to the facts that stand next behind it, up to a
 * heading; what no facts follow is by itself.
 */
export function listEntries(
  text: string,
  { start, end, blocks, isList }: ListEntriesOptions,
): readonly ProseEntry[] {
  const inside = blocks.filter(({ offset }) => offset >= start && offset < end);
  const entries: ProseEntry[] = [];
  let open: { start: number; blocks: FactsBlock[] } = { start, blocks: [] };
  const add = (from: number, to: number, own: readonly FactsBlock[]) => {
    const prose = withoutBlocks(text, { start: from, end: to }, own);
    if (prose.trim() !== "") entries.push({ start: from, end: to, text: prose, blocks: own });
  };
  const close = (at: number, next: number) => {
    const last = Math.min(at, open.blocks.at(-1)?.end ?? at);
    add(open.start, last, open.blocks);
    add(last, at, []);
    open = { start: next, blocks: [] };
  };
  const marks = findMarks(text, { start, end, blocks: inside, isList });
  let next = 0;
  for (const block of [...inside, undefined]) {
    for (let mark = marks[next]; mark && mark.start < (block?.offset ?? end); mark = marks[++next])
      close(mark.start, mark.end);
    if (!block) break;
    const last = open.blocks.at(-1);
    if (last && text.slice(last.end, block.offset).trim() !== "") close(last.end, last.end);
    open.blocks.push(block);
  }
  close(end, end);
  return entries;
}

/** Returns where something else begins: headings, and items of a list where these are by themselves. */
function findMarks(text: string, { start, end, blocks, isList }: ListEntriesOptions): readonly Span[] {
  const part = text.slice(start, end);
  const marks = [...part.matchAll(isList ? HEADING_OR_ITEM : HEADING)].map((match) => {
    const at = start + match.index;
    return { start: at, end: at + match[0].length };
  });
  let block = 0;
  return marks.filter((mark) => {
    while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) block++;
    return mark.start < (blocks[block]?.offset ?? Number.POSITIVE_INFINITY) || isItemOf(blocks[block], mark);
  });
}

/** The first line of a block can be that of an item. */
function isItemOf(block: FactsBlock | undefined, mark: Span): boolean {
  return block?.offset === mark.start;
}

function withoutBlocks(text: string, { start, end }: Span, blocks: readonly FactsBlock[]): string {
  let prose = "";
  let from = start;
  for (const block of blocks) {
    prose += text.slice(from, block.offset) + text.slice(block.offset, block.end).replace(/[^\n\r]/g, " ");
    from = block.end;
  }
  return prose + text.slice(from, Math.max(from, end));
}
