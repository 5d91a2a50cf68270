import type { BumpScope } from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { printFactsBlock } from "./facts-block.js";
import { findFactsBlocks } from "./find-facts-blocks.js";
import { findFactsDifference } from "./same-facts.js";

/** Whose facts they are, and what says so. */
export interface ServiceFacts {
  readonly service: string;
  /** The ledger's steps, as `replay` returns them. */
  readonly steps: readonly Step[];
  /** What releases follow. Default: `all`. */
  readonly scope?: BumpScope | undefined;
}

/**
 * Returns a text with every facts block of a service as the ledger has it. Blocks that say the same in another form stay,
 * as do prose and the blocks of others.
 */
export function replaceFacts(source: SourceText, { service, steps, scope }: ServiceFacts): string {
  const { blocks } = findFactsBlocks(source);
  let text = source.text;
  for (const block of blocks.toReversed()) {
    const step = steps.find((candidate) => candidate.revision.id === block.revision);
    if (!step || block.service !== service) continue;
    const facts = printFactsBlock(service, step, scope);
    if (!findFactsDifference(block, facts)) continue;
    const lines = facts.split("\n");
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
