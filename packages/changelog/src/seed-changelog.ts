import { printable } from "@shapelog/diagnostics";
import type { BumpScope } from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";
import { printFactsBlock } from "./facts-block.js";
import { quoteNote } from "./quote-note.js";
import { quoteVendor } from "./quote-vendor.js";

/** Heads what stands in a changelog from before the package was released. */
export const SEED_HEADING = "## The API before the first release of this package";

export interface SeedOptions {
  readonly packageName: string;
  readonly service: string;
  readonly steps: readonly Step[];
  /** What releases follow. Default: `all`. */
  readonly scope?: BumpScope | undefined;
}

/** Returns the first CHANGELOG.md of a generated package: the API's history up to now, newest first. */
export function seedChangelog({ packageName, service, steps, scope }: SeedOptions): string {
  const blocks = steps.toReversed().map((step) => {
    const { note = "", vendor } = step.revision;
    const voices = [quoteNote(note), ...(vendor ? [quoteVendor(vendor)] : [])];
    const parts = [...voices, printFactsBlock(service, step, scope)];
    return parts.filter((part) => part !== "").join("\n\n");
  });
  const title = printable(packageName).replace(/[<`*[\]\\]/g, "\\$&");
  if (blocks.length === 0) return `# ${title}\n`;
  return `# ${title}\n\n${SEED_HEADING}\n\n${blocks.join("\n\n")}\n`;
}
