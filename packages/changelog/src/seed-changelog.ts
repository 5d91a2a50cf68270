import { printable } from "@shapelog/diagnostics";
import type { Step } from "@shapelog/ledger";
import { printFactsBlock } from "./facts-block.js";
import { quoteNote } from "./quote-note.js";

/** Returns the first CHANGELOG.md of a generated package: the API's history up to now, newest first. */
export function seedChangelog(packageName: string, service: string, steps: readonly Step[]): string {
  const blocks = steps.toReversed().map((step) => {
    const note = quoteNote(step.revision.note ?? "");
    return `${note ? `${note}\n\n` : ""}${printFactsBlock(service, step)}`;
  });
  const title = printable(packageName).replace(/[<`*[\]\\]/g, "\\$&");
  if (blocks.length === 0) return `# ${title}\n`;
  return `# ${title}\n\n## The API before the first release of this package\n\n${blocks.join("\n\n")}\n`;
}
