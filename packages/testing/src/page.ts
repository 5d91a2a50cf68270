/** A fenced block of a Markdown page. */
export interface Block {
  /** What stands behind the opening fence, such as `smithy before`. */
  readonly info: string;
  /** The lines between the fences, each with its line end. */
  readonly text: string;
  /** Where `text` starts in the page. */
  readonly start: number;
  /** Where `text` ends in the page: the closing fence's line starts there. */
  readonly end: number;
  /** The heading above the block, of any level; empty where there is none. */
  readonly heading: string;
}

/** A Markdown page as tests read it. */
export interface Page {
  /** The first heading of level 1; empty where there is none. */
  readonly title: string;
  /** The fenced blocks in their order. */
  readonly blocks: readonly Block[];
}

/** The text that a block shall have. */
export interface Replacement {
  readonly block: Block;
  readonly text: string;
}

interface OpenFence {
  readonly mark: string;
  readonly info: string;
  readonly start: number;
}

const LINE = /.*\n|.+$/g;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;

/**
 * Returns the title and the fenced blocks of a Markdown page. Fences are read as CommonMark says: of backticks or
 * tildes, closed by one that is at least as long, else by the end of the page. What a block holds is no heading.
 *
 * @example
 * const { blocks } = readPage(text);
 * const before = blocks.find(({ info }) => info === "smithy before")?.text;
 */
export function readPage(text: string): Page {
  const blocks: Block[] = [];
  let title = "";
  let heading = "";
  let open: OpenFence | undefined;
  const close = (end: number) => {
    if (open)
      blocks.push({ info: open.info, text: text.slice(open.start, end), start: open.start, end, heading });
    open = undefined;
  };
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const [, mark, info = ""] = FENCE.exec(line.trimEnd()) ?? [];
    const [, level, words = ""] = HEADING.exec(line) ?? [];
    if (open) {
      if (mark?.startsWith(open.mark) && info.trim() === "") close(index);
    } else if (mark !== undefined) open = { mark, info: info.trim(), start: index + line.length };
    else if (level !== undefined) {
      heading = words;
      if (title === "" && level === "#") title = words;
    }
  }
  close(text.length);
  return { title, blocks };
}

/** Returns the page with other texts in some of its blocks, in any order. Each text is given its last line's end. */
export function writeBlocks(page: string, replacements: Iterable<Replacement>): string {
  const sorted = [...replacements].sort((a, b) => a.block.start - b.block.start);
  let written = "";
  let at = 0;
  for (const { block, text } of sorted) {
    if (block.start < at) throw new Error(`the block "${block.info}" is given two texts`);
    written += page.slice(at, block.start) + (text === "" || text.endsWith("\n") ? text : `${text}\n`);
    at = block.end;
  }
  return written + page.slice(at);
}
