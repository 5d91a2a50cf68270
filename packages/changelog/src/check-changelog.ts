import type { Diagnostic, Location, WithDiagnostics } from "@shapelog/diagnostics";
import type { Step } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { checkChangesets } from "./check-changesets.js";
import { checkReleases } from "./check-releases.js";
import { checkVersions } from "./check-versions.js";
import { checkProse } from "./claims/check-texts.js";
import { changelogDiagnostics } from "./diagnostics.js";
import { encodeWord, FACTS_END, printFactsBlock } from "./facts-block.js";
import { type FactsBlock, findFactsBlocks } from "./find-facts-blocks.js";
import { findSections } from "./find-sections.js";
import { findFactsDifference } from "./same-facts.js";
import type { ChangelogSources, ReadSource, ReadSources } from "./sources.js";
import { findUntold } from "./taken-back.js";

/**
 * Holds a package's changelog, the pending changesets and the package's version against the ledger: every revision has
 * its facts block in exactly one of them, every block says what the ledger says, and every release, to come or past, is
 * as big as the facts that it tells of ask for. What was taken back
 * before a release has no block: release tools leave out what asks for no bump.
 */
export function checkChangelog(sources: ChangelogSources): WithDiagnostics {
  const diagnostics: Diagnostic[] = [];
  const read = (source: SourceText): ReadSource => {
    const found = findFactsBlocks(source);
    for (const each of found.diagnostics) diagnostics.push(each);
    const blocks = found.blocks.filter(({ service }) => service === sources.ledger.service);
    return { source, blocks, all: found.blocks, isClosed: found.diagnostics.length === 0 };
  };
  const given: ReadSources = {
    ...sources,
    read: { changelog: read(sources.changelog), changesets: sources.changesets.map(read) },
    sections: findSections(sources.changelog),
  };
  const lost = checkReleases(given);
  for (const each of lost) diagnostics.push(each);
  for (const each of checkFacts(given)) diagnostics.push(each);
  for (const each of checkChangesets(given)) diagnostics.push(each);
  // Without the headings that were released the distances of the others say nothing.
  if (lost.length === 0) for (const each of checkVersions(given)) diagnostics.push(each);
  for (const each of checkProse(given)) diagnostics.push(each);
  return { diagnostics };
}

function checkFacts(sources: ReadSources): Diagnostic[] {
  const { ledger, steps, read } = sources;
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, FactsBlock[]>();
  for (const { blocks } of [read.changelog, ...read.changesets]) {
    for (const block of blocks) found.set(block.revision, [...(found.get(block.revision) ?? []), block]);
  }
  const untold = findUntold(ledger.revisions, new Set(found.keys()));
  for (const step of steps) {
    if (untold.has(step.revision.id)) continue;
    for (const each of checkStep(sources, step, found.get(step.revision.id) ?? [])) diagnostics.push(each);
    found.delete(step.revision.id);
  }
  for (const [revision, [block]] of found) {
    const location = block && { file: block.file, offset: block.offset };
    diagnostics.push(
      changelogDiagnostics.create("unknown-revision", location, { service: ledger.service, revision }),
    );
  }
  return diagnostics;
}

function checkStep(sources: ReadSources, step: Step, blocks: readonly FactsBlock[]): Diagnostic[] {
  const { ledger, changelog, scope } = sources;
  const of = { service: ledger.service, revision: step.revision.id };
  if (blocks.length === 0) {
    const data = { ...of, changelog: changelog.file };
    return [changelogDiagnostics.create("missing-facts", findRest(sources, of), data)];
  }
  const repeated = findRepeated(sources, blocks);
  if (repeated) {
    const [first, second] = repeated.map(({ file, offset }) => ({ file, offset }));
    const related = first ? [{ message: "The first stands here.", location: first }] : [];
    return [changelogDiagnostics.create("repeated-facts", second, of, related)];
  }
  const expected = printFactsBlock(ledger.service, step, scope);
  return blocks.flatMap((block) => {
    const difference = findFactsDifference(block, expected);
    if (!difference) return [];
    const { offset, ...data } = difference;
    return [changelogDiagnostics.create("wrong-facts", { file: block.file, offset }, { ...of, ...data })];
  });
}

/** Returns where something is left of a block that is none any more, or else the changelog. */
function findRest(
  { changelog, read }: ReadSources,
  { service, revision }: { readonly service: string; readonly revision: string },
): Location {
  const words = `${encodeWord(service)} ${encodeWord(revision)}`;
  const sources = [...read.changesets, read.changelog];
  const named = sources.map((source) => findOutside(source, words));
  const ended = sources.map((source) => findOutside(source, FACTS_END));
  return [...named, ...ended].find((place) => place) ?? { file: changelog.file };
}

/** Returns the line of a text, outside its blocks, where words stand. */
function findOutside({ source: { file, text }, all }: ReadSource, words: string): Location | undefined {
  let from = 0;
  for (const { offset, end } of [...all, { offset: text.length, end: text.length }]) {
    const at = text.slice(from, offset).indexOf(words);
    if (at !== -1) return { file, offset: text.lastIndexOf("\n", from + at) + 1 };
    from = end;
  }
  return undefined;
}

/**
 * Returns two blocks that tell of one revision. A prerelease tells of what the release after it tells again, and its
 * changesets stay until then.
 */
function findRepeated(
  { read, sections }: ReadSources,
  blocks: readonly FactsBlock[],
): readonly FactsBlock[] | undefined {
  const isPrereleased = (block: FactsBlock) =>
    read.changelog.blocks.includes(block) &&
    sections.some(
      ({ version, offset, end }) => version.isPrerelease && offset <= block.offset && block.offset < end,
    );
  const before = blocks.filter(isPrereleased);
  const others = blocks.filter((block) => !isPrereleased(block));
  return [others, before].find((list) => list.length > 1)?.slice(0, 2);
}
