import type { Step } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { printFactsBlock } from "./facts-block.js";
import { findFactsBlocks } from "./find-facts-blocks.js";

/** Returns a text with every facts block of a service as the ledger has it; prose and other blocks stay as they are. */
export function replaceFacts(source: SourceText, service: string, steps: readonly Step[]): string {
  const { blocks } = findFactsBlocks(source);
  let text = source.text;
  for (const block of blocks.toReversed()) {
    const step = steps.find((candidate) => candidate.revision.id === block.revision);
    if (!step || block.service !== service) continue;
    const lines = printFactsBlock(service, step).split("\n");
    const old = text.slice(block.offset, block.end);
    const first = old.slice(0, old.indexOf("<!--"));
    const indented = lines.map((line, index) =>
      index === 0 ? first + line : line === "" ? line : block.indent + line,
    );
    const lineBreak = old.includes("\r\n") ? "\r\n" : "\n";
    text = text.slice(0, block.offset) + indented.join(lineBreak) + text.slice(block.end);
  }
  return text;
}
