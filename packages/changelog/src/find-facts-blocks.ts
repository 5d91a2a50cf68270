import type { Diagnostic } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import { changelogDiagnostics } from "./diagnostics.js";
import { decodeWord, FACTS_END } from "./facts-block.js";

/** A facts block found in a text. */
export interface FactsBlock {
  readonly service: string;
  readonly revision: string;
  /** The block with LF and without its indentation or the bullet before it, its first and last lines included. */
  readonly text: string;
  readonly file: string;
  /** Where the block's first line starts. */
  readonly offset: number;
  /** Where the block ends, after its last line's text. */
  readonly end: number;
  /** What stands before every line but the first. */
  readonly indent: string;
  /** Where each line of the text starts in the file. */
  readonly lines: readonly number[];
}

const MARKER =
  /^(?:([ \t]*(?:[-*+][ \t](?:[^\n]*[ \t])?)?)<!-- shapelog:facts (\S+) (\S+) -->|[ \t]*<!-- \/shapelog:facts -->)[ \t]*(?=\r?$)/gm;

/**
 * Returns the facts blocks of a Markdown text: what stands between two markers, each on a line of its own. Release tools
 * indent what they move into a changelog, so a block may stand indented by the same white space on every line, and its
 * first line be that of a list item, after what the tool puts before it.
 */
export function findFactsBlocks(source: SourceText): {
  readonly blocks: FactsBlock[];
  readonly diagnostics: Diagnostic[];
} {
  const blocks: FactsBlock[] = [];
  const diagnostics: Diagnostic[] = [];
  let open: RegExpExecArray | undefined;
  const unclosed = () => {
    if (open) diagnostics.push(reportUnclosed(source, open));
  };
  for (const marker of source.text.matchAll(MARKER)) {
    if (marker[2] !== undefined) {
      unclosed();
      open = marker;
    } else if (open) {
      blocks.push(createBlock(source, open, marker));
      open = undefined;
    }
  }
  unclosed();
  return { blocks, diagnostics };
}

function createBlock(source: SourceText, start: RegExpExecArray, last: RegExpExecArray): FactsBlock {
  const [, before = "", service = "", revision = ""] = start;
  const end = last.index + last[0].trimEnd().length;
  const raw = source.text.slice(start.index, end);
  const breaks = [...raw.matchAll(/\n/g)].map(({ index }) => start.index + index + 1);
  const [first = "", ...rest] = raw.slice(before.length).split(/\r?\n/);
  const indent = commonIndent(rest);
  const lines = rest.map((line) => line.slice(indent.length));
  return {
    service: decodeWord(service),
    revision: decodeWord(revision),
    text: [first, ...lines].map((line) => line.trimEnd()).join("\n"),
    file: source.file,
    offset: start.index,
    end,
    indent,
    lines: [start.index, ...breaks],
  };
}

/** Returns the white space that all lines start with that have anything else. */
function commonIndent(lines: readonly string[]): string {
  let common: string | undefined;
  for (const line of lines) {
    if (line.trim() === "") continue;
    const own = /^[ \t]*/.exec(line)?.[0] ?? "";
    common ??= own;
    let shared = 0;
    while (shared < common.length && common[shared] === own[shared]) shared++;
    common = common.slice(0, shared);
  }
  return common ?? "";
}

function reportUnclosed({ file }: SourceText, start: RegExpExecArray): Diagnostic {
  const [, , service = "", revision = ""] = start;
  const data = { service: decodeWord(service), revision: decodeWord(revision), end: FACTS_END };
  return changelogDiagnostics.create("unclosed-facts", { file, offset: start.index }, data);
}
