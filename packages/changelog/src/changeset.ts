import { stringifyJson } from "@shapelog/diagnostics";
import { type Bump, compareModels, decideBump } from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";
import { encodeWord, printFactsBlock } from "./facts-block.js";
import { quoteNote } from "./quote-note.js";

/** A changeset file for one generated package, in the format of @changesets/cli 2. */
export interface Changeset {
  /** Such as `cognito-identity-provider-2022-08-18.md`. */
  readonly name: string;
  readonly text: string;
  readonly bump: Bump;
}

export interface ChangesetOptions {
  readonly service: string;
  readonly packageName: string;
  readonly step: Step;
}

/** Returns the changeset of a revision: the bump its findings ask for, the revision's note, and its facts block. */
export function createChangeset({ service, packageName, step }: ChangesetOptions): Changeset {
  const { findings } = compareModels(
    { label: "before", model: step.before },
    { label: "after", model: step.after },
  );
  const bump = step.revision.before === null ? "minor" : (decideBump(findings)?.bump ?? "patch");
  const note = quoteNote(step.revision.note ?? "");
  const summary = note === "" ? `The API's model of ${step.revision.id}.` : note;
  return {
    name: `${encodeWord(service).replaceAll("/", "%2f")}-${step.revision.id}.md`,
    bump,
    text: `---\n${stringifyJson(packageName)}: ${bump}\n---\n\n${summary}\n\n${printFactsBlock(service, step)}\n`,
  };
}
