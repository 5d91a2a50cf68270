import { diffModels } from "@shapelog/changes";
import type { Diagnostic, Location } from "@shapelog/diagnostics";
import { type BumpScope, compareModels } from "@shapelog/diff";
import type { Ledger, Revision, Step } from "@shapelog/ledger";
import type { Model, SourceText } from "@shapelog/model";
import { judgeStep } from "../decide-release.js";
import { type FactsBlock, findFactsBlocks } from "../find-facts-blocks.js";
import { quoteNote } from "../quote-note.js";
import { findFront, readReleases } from "../read-releases.js";
import type { ReadSource, ReadSources } from "../sources.js";
import { findCancelled } from "../taken-back.js";
import { writeNote } from "../write-note.js";
import { type ClaimedText, checkClaims } from "./check-claims.js";
import { listEntries, type ProseEntry } from "./list-entries.js";
import type { ToldChange } from "./told-change.js";

export interface CheckNotesOptions {
  readonly ledger: Ledger;
  /** The ledger's steps, as `replay` returns them. */
  readonly steps: readonly Step[];
  /** What releases follow. Default: `all`. */
  readonly scope?: BumpScope | undefined;
  /** Returns what finds the place of an offset of a revision's note; asked only where something is wrong with it. */
  readonly locateNote: (revision: Revision) => (offset: number) => Location;
}

/** Holds the notes of a ledger against what each revision changed. */
export function checkNotes({ ledger, steps, scope, locateNote }: CheckNotesOptions): readonly Diagnostic[] {
  return steps.flatMap((step) => {
    const { revision } = step;
    if (revision.note === undefined) return [];
    const told = [toldOf(step, scope)];
    let find: ((offset: number) => Location) | undefined;
    const locate = (offset: number) => {
      find ??= locateNote(revision);
      return find(offset);
    };
    const found = checkClaims({ service: ledger.service, text: revision.note, told, locate });
    return found.length > 0 && isWritten(step) ? [] : found;
  });
}

/** A note that was made of the findings says what they say. */
function isWritten({ before, after, revision }: Step): boolean {
  const [old, now] = [before, after].map((model) => ({ label: "", model }));
  return old !== undefined && now !== undefined && revision.note === writeNote(compareModels(old, now));
}

/** A text that stands in no file of a repository, and what it is about. */
export interface CheckTextOptions {
  readonly source: SourceText;
  readonly ledger: Ledger;
  readonly steps: readonly Step[];
  /** The package's CHANGELOG.md: what it tells of is released. An empty text where there is none. */
  readonly changelog: SourceText;
  /** The model with changes that are not recorded, where there are any. */
  readonly edited?: Model | undefined;
  readonly scope?: BumpScope | undefined;
}

/** Holds a text, such as a pull request's, against what is not released yet. */
export function checkText(options: CheckTextOptions): readonly Diagnostic[] {
  const { source, ledger, steps, changelog, edited, scope } = options;
  const { file, text } = source;
  const released = new Set(findFactsBlocks(changelog).blocks.map(({ revision }) => revision));
  const pending =
    changelog.text === "" ? steps.slice(-1) : steps.filter(({ revision }) => !released.has(revision.id));
  const last = steps.at(-1);
  const all = [...pending, ...(edited && last ? [createEdit(last, edited)] : [])];
  const told = all.filter(({ revision }) => revision.before !== null).map((step) => toldOf(step, scope));
  const locate = (offset: number) => ({ file, offset });
  return checkClaims({ service: ledger.service, text, told, locate });
}

/** Returns changes that are not recorded as a step. */
function createEdit({ after: before, revision }: Step, after: Model): Step {
  const changes = diffModels(before, after);
  const edit: Revision = { ...{ id: "", date: "" }, before: revision.after, after: "", changes };
  return { revision: edit, before, after };
}

/** Holds the prose of a changelog and of the pending changesets against the changes that each part is about. */
export function checkProse(sources: ReadSources): readonly Diagnostic[] {
  return [
    ...sources.read.changesets.flatMap((changeset) => checkChangeset(sources, changeset)),
    ...checkSections(sources),
  ];
}

function checkChangeset(
  sources: ReadSources,
  { source, blocks, all, isClosed }: ReadSource,
): readonly Diagnostic[] {
  if (!isClosed) return [];
  const isOurs =
    blocks.length > 0 ||
    readReleases(source).releases.some(({ packageName }) => packageName === sources.packageName);
  if (!isOurs) return [];
  const pending = sources.read.changesets.flatMap((changeset) => changeset.blocks);
  const part = { start: findFront(source), end: source.text.length };
  const entries = listEntries(source.text, { ...part, blocks: all, isList: false });
  return entries.flatMap((entry) => checkEntry(sources, { source, entry, others: pending }));
}

function checkSections(sources: ReadSources): readonly Diagnostic[] {
  const { sections } = sources;
  const { source, blocks, all, isClosed } = sources.read.changelog;
  if (!isClosed) return [];
  const ends = sections.map(({ end }) => end);
  const seed = { start: Math.max(0, ...ends), end: source.text.length, isList: false };
  const parts = [...sections.map(({ offset, end }) => ({ start: offset, end, isList: true })), seed];
  return parts.flatMap((part) => {
    const others = blocks.filter(({ offset }) => offset >= part.start && offset < part.end);
    return listEntries(source.text, { ...part, blocks: all }).flatMap((entry) =>
      part === seed && entry.blocks.length === 0 ? [] : checkEntry(sources, { source, entry, others }),
    );
  });
}

interface EntryOf {
  readonly source: SourceText;
  readonly entry: ProseEntry;
  /** The blocks that prose without any of its own is about. */
  readonly others: readonly FactsBlock[];
}

/** What `record` writes where a revision has no note, and what it says of what was taken back. */
const WRITTEN =
  /^(?:[-*+][ \t]+(?:[\da-f]{7,40}: )?)?(?:The API's model of [\w.-]+|This takes back [^\n]*)\.[ \t]*$/gm;

function checkEntry(sources: ReadSources, { source, entry, others }: EntryOf): readonly Diagnostic[] {
  const { ledger, steps, scope } = sources;
  const own = entry.blocks.filter(({ service }) => service === ledger.service);
  if (entry.blocks.length > 0 && own.length === 0) return [];
  const ids = new Set((own.length > 0 ? own : others).map(({ revision }) => revision));
  const about = steps.filter(({ revision }) => ids.has(revision.id));
  if (about.some((step) => isNoteOf(step, entry.text))) return [];
  const cancelled = findCancelled(ledger.revisions, ids);
  const last = steps.at(-1);
  const told = about.filter(({ revision }) => !cancelled.has(revision.id)).map((step) => toldOf(step, scope));
  const nothing = last && told.length === 0 && own.length === 0 ? [unchanged(last)] : [];
  const claimed: ClaimedText = {
    service: ledger.service,
    text: entry.text.replace(WRITTEN, (line) => " ".repeat(line.length)),
    told: [...told, ...nothing],
    locate: (offset) => ({ file: source.file, offset: entry.start + offset }),
    isWhole: false, // the facts beside it name all
    isShared: own.length < entry.blocks.length,
  };
  return checkClaims(claimed);
}

/** A text that is a revision's note as it stands in the ledger is held there. */
function isNoteOf({ revision }: Step, text: string): boolean {
  const note = quoteNote(revision.note ?? "");
  return note !== "" && words(text).replace(/^[-*+] (?:[\da-f]{7,40}: )?/, "") === words(note);
}

function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A release in which the API stayed as it was. */
function unchanged({ after }: Step): ToldChange {
  return { before: after, after, changes: [], findings: [], bump: "patch" };
}

function toldOf(step: Step, scope: BumpScope = "all"): ToldChange {
  const { before, after, revision } = step;
  const { findings, release } = judgeStep(step, scope);
  return { before, after, changes: revision.changes, findings, bump: release.bump };
}
