import { type Bump, compareModels, decideBump } from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";
import { printFactsBlock } from "./facts-block.js";

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
  const note = step.revision.note?.trim();
  const summary = note === undefined || note === "" ? `The API's model of ${step.revision.id}.` : note;
  return {
    name: `${service}-${step.revision.id}.md`,
    bump,
    text: `---\n${JSON.stringify(packageName)}: ${bump}\n---\n\n${summary}\n\n${printFactsBlock(service, step)}\n`,
  };
}
