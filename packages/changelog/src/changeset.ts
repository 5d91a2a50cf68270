import { stringifyJson } from "@shapelog/diagnostics";
import type { BumpScope } from "@shapelog/diff";
import { printRevisionName, type Step } from "@shapelog/ledger";
import type { ChangesetBump } from "./changeset-bump.js";
import { judgeStep } from "./decide-release.js";
import { encodeWord, printFactsBlock } from "./facts-block.js";
import { quoteNote } from "./quote-note.js";
import { quoteVendor } from "./quote-vendor.js";

/** A changeset file for one generated package, in the format of @changesets/cli 2. */
export interface Changeset {
  /** Such as `cognito-identity-provider-2022-08-18-1a2b3c4d.md`. */
  readonly name: string;
  readonly text: string;
  readonly bump: ChangesetBump;
}

export interface ChangesetOptions {
  readonly service: string;
  readonly packageName: string;
  readonly step: Step;
  /** What releases follow. Default: `all`. */
  readonly scope?: BumpScope | undefined;
  /** The ids of revisions that this one takes back and that are not released. Default: none. */
  readonly takesBack?: readonly string[];
}

/**
 * Returns the changeset of a revision: the bump its findings ask for, our note, the vendor's as a quotation, and its facts
 * block. One that takes back what is not released asks for no bump, and says so.
 */
export function createChangeset(options: ChangesetOptions): Changeset {
  const { service, packageName, step, scope, takesBack = [] } = options;
  const bump = takesBack.length > 0 ? "none" : judgeStep(step, scope).release.bump;
  const { vendor } = step.revision;
  const note = quoteNote(step.revision.note ?? "");
  const summary = [
    note === "" ? `The API's model of ${printRevisionName(step.revision)}.` : note,
    ...(takesBack.length > 0
      ? [`This takes back ${takesBack.join(", ")}, which was not released: neither raises the version.`]
      : []),
    ...(vendor ? [quoteVendor(vendor)] : []),
  ].join("\n\n");
  const facts = printFactsBlock(service, step, scope);
  return {
    name: `${encodeWord(service).replaceAll("/", "%2f")}-${step.revision.id}.md`,
    bump,
    text: `---\n${stringifyJson(packageName)}: ${bump}\n---\n\n${summary}\n\n${facts}\n`,
  };
}
