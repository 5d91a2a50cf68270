import type { Diagnostic } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import { changelogDiagnostics } from "./diagnostics.js";
import { FACTS_END } from "./facts-block.js";

/** A facts block found in a text. */
export interface FactsBlock {
  readonly service: string;
  readonly revision: string;
  /** The block without its indentation, its first and last lines included. */
  readonly text: string;
  readonly file: string;
  /** Where the block's first line starts. */
  readonly offset: number;
  /** Where the block ends, after its last line's text. */
  readonly end: number;
  readonly indent: string;
}

const START = /^([ \t]*)(?:[-*] (?:[0-9a-f]{7,}: )?)?<!-- shapelog:facts (\S+) (\S+) -->[ \t]*$/gm;

/**
 * Returns the facts blocks of a Markdown text. Release tools indent what they move into a changelog, so a block may
 * stand indented by the same white space on every line.
 */
export function findFactsBlocks(source: SourceText): {
  readonly blocks: FactsBlock[];
  readonly diagnostics: Diagnostic[];
} {
  const blocks: FactsBlock[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const match of source.text.matchAll(START)) {
    const [line, indent = "", service = "", revision = ""] = match;
    const end = findEnd(source.text, match.index + line.length);
    if (end === undefined) {
      const data = { service, revision, end: FACTS_END };
      diagnostics.push(
        changelogDiagnostics.create("unclosed-facts", { file: source.file, offset: match.index }, data),
      );
      continue;
    }
    const text = dedent(source.text.slice(match.index, end), indent);
    blocks.push({ service, revision, text, file: source.file, offset: match.index, end, indent });
  }
  return { blocks, diagnostics };
}

function findEnd(text: string, from: number): number | undefined {
  const end = text.indexOf(FACTS_END, from);
  const next = text.indexOf("<!-- shapelog:facts ", from);
  return end === -1 || (next !== -1 && next < end) ? undefined : end + FACTS_END.length;
}

function dedent(text: string, indent: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line).trimEnd())
    .join("\n");
}
