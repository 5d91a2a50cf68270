import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { findTakenBack, type Ledger, type Revision, type Step } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { changelogDiagnostics } from "./diagnostics.js";
import { printFactsBlock } from "./facts-block.js";
import { type FactsBlock, findFactsBlocks } from "./find-facts-blocks.js";

export interface ChangelogSources {
  readonly ledger: Ledger;
  /** The ledger's steps, as `replay` returns them. */
  readonly steps: readonly Step[];
  /** The generated package's CHANGELOG.md. An empty text where there is none yet. */
  readonly changelog: SourceText;
  /** The pending changesets. */
  readonly changesets: readonly SourceText[];
}

/**
 * Holds a package's changelog and the pending changesets against the ledger: every revision has its facts block in
 * exactly one of them, and every block says what the ledger says. What was taken back before a release has none: release
 * tools leave out what asks for no bump.
 */
export function checkChangelog(sources: ChangelogSources): WithDiagnostics {
  const { ledger, steps, changelog } = sources;
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, FactsBlock[]>();
  for (const source of [changelog, ...sources.changesets]) {
    const read = findFactsBlocks(source);
    for (const each of read.diagnostics) diagnostics.push(each);
    for (const block of read.blocks) {
      if (block.service === ledger.service)
        found.set(block.revision, [...(found.get(block.revision) ?? []), block]);
    }
  }
  const of = { service: ledger.service, changelog };
  const untold = findUntold(ledger.revisions, new Set(found.keys()));
  for (const step of steps) {
    if (untold.has(step.revision.id)) continue;
    for (const each of checkStep(of, step, found.get(step.revision.id) ?? [])) diagnostics.push(each);
    found.delete(step.revision.id);
  }
  for (const [revision, [block]] of found) {
    const location = block && { file: block.file, offset: block.offset };
    diagnostics.push(
      changelogDiagnostics.create("unknown-revision", location, { service: ledger.service, revision }),
    );
  }
  return { diagnostics };
}

/**
 * Returns the ids of the revisions that nobody needs to be told of: those that took back others, and these, where none of
 * them has its facts among `told`.
 */
export function findUntold(revisions: readonly Revision[], told: ReadonlySet<string>): ReadonlySet<string> {
  const groups = [...findTakenBack(revisions)].map(([revision, taken]) => [...taken, revision]);
  const silent = groups.filter((group) => !group.some(({ id }) => told.has(id)));
  return new Set(silent.flat().map(({ id }) => id));
}

function checkStep(
  { service, changelog }: { readonly service: string; readonly changelog: SourceText },
  step: Step,
  blocks: readonly FactsBlock[],
): Diagnostic[] {
  const revision = step.revision.id;
  const [first, second] = blocks;
  if (!first) {
    const data = { service, revision, changelog: changelog.file };
    return [changelogDiagnostics.create("missing-facts", { file: changelog.file }, data)];
  }
  if (second) {
    const related = [
      { message: "The first stands here.", location: { file: first.file, offset: first.offset } },
    ];
    const location = { file: second.file, offset: second.offset };
    return [changelogDiagnostics.create("repeated-facts", location, { service, revision }, related)];
  }
  const expected = printFactsBlock(service, step);
  if (first.text === expected) return [];
  return [wrongFacts(first, expected, { service, revision })];
}

function wrongFacts(
  block: FactsBlock,
  expected: string,
  of: { readonly service: string; readonly revision: string },
): Diagnostic {
  const expectedLines = expected.split("\n");
  const foundLines = block.text.split("\n");
  const at = expectedLines.findIndex((line, index) => line !== foundLines[index]);
  const line = at === -1 ? expectedLines.length : at;
  const data = { ...of, expected: expectedLines[line] ?? "", found: foundLines[line] ?? "" };
  const offset = block.lines[line] ?? block.end;
  return changelogDiagnostics.create("wrong-facts", { file: block.file, offset }, data);
}
