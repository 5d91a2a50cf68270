import type { Step } from "@shapelog/ledger";
import { printFactsBlock } from "./facts-block.js";

/** Returns the first CHANGELOG.md of a generated package: the API's history up to now, newest first. */
export function seedChangelog(packageName: string, service: string, steps: readonly Step[]): string {
  const blocks = steps.toReversed().map((step) => {
    const note = step.revision.note?.trim();
    return `${note ? `${note}\n\n` : ""}${printFactsBlock(service, step)}`;
  });
  if (blocks.length === 0) return `# ${packageName}\n`;
  return `# ${packageName}\n\n## The API before the first release of this package\n\n${blocks.join("\n\n")}\n`;
}
