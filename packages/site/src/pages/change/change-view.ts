import { count, type Entry, findingAnchor, type Verdict } from "@shapelog/diff";
import { findVendorAddress, type VendorNote } from "@shapelog/ledger";
import type { Direction } from "@shapelog/model";
import type { Doc } from "../../doc/doc.js";
import { readPlain } from "../../doc/read-plain.js";
import type { OperationChange, RevisionRecord, ServiceRecord } from "../../record/service-record.js";
import { type ChangeSummary, createChangeSummary } from "../../views/change-summary.js";
import { createEntryView, type EntryView, entryName } from "../../views/entry-view.js";
import type { Ref } from "../../views/service-ref.js";
import { splitEntries } from "../../views/split-entries.js";
import { operationHistoryUrl } from "../operation-history/operation-history-view.js";

/** What a change's page shows. */
export interface ChangeView {
  readonly kind: "change";
  readonly summary: ChangeSummary;
  /** What the maintainers of the record say of the revision. */
  readonly note: Doc | undefined;
  /** What the vendor of the model says of it. */
  readonly vendor?: VendorView;
  /** Worst first; notices are apart. */
  readonly entries: readonly EntryView[];
  /** Those that come after the entries that the page has room for, in one line each. */
  readonly brief: readonly BriefEntry[];
  /** How many more entries there are, which are only counted. */
  readonly moreEntries: number;
  readonly notices: readonly EntryView[];
  readonly moreNotices: number;
  /** The operations a baseline starts with. */
  readonly recorded: readonly Ref[];
  readonly older?: Ref;
  readonly newer?: Ref;
  /** The operation, where the change is about one alone. */
  readonly only?: OnlyOperation;
}

/** The only operation that a change is about, and the changes of it before and after. */
export interface OnlyOperation {
  readonly name: string;
  readonly older?: Ref;
  readonly newer?: Ref;
  /** The page of its history. */
  readonly history?: string;
}

/** An entry in one line. */
export interface BriefEntry {
  readonly id: string;
  readonly verdict: Verdict;
  readonly direction?: Direction;
  readonly name: string;
  readonly message: string;
  readonly action?: string;
}

/** How many places all entries of a page list together; each lists a few. */
const MOST_PLACES = 250;

/** What a vendor says, or where it can be read. */
export interface VendorView extends Omit<VendorNote, "text"> {
  /** The words of the vendor, from plain text. Absent where the record only says where they stand. */
  readonly text?: Doc;
  /** Where they stand in public, if that is known for sure. */
  readonly address?: string;
}

/** Returns what a change's page shows. */
export function createChangeView(
  record: ServiceRecord,
  revision: RevisionRecord,
  docOf: (text: string) => Doc,
): ChangeView {
  const split = splitEntries(revision);
  const mostPlaces = Math.max(3, Math.min(60, Math.floor(MOST_PLACES / Math.max(1, split.full.length))));
  const viewOf = (entry: Entry) => createEntryView(record, entry, { docOf, mostPlaces });
  const { note, vendor } = revision.revision;
  const refOf = (other: RevisionRecord | undefined) => other && { name: other.revision.id, url: other.url };
  const older = refOf(record.revisions[revision.time - 1]);
  const newer = refOf(record.revisions[revision.time + 1]);
  const recorded = record.operations.filter(({ stretches }) => stretches[0]?.from === revision.time);
  return {
    kind: "change",
    summary: createChangeSummary(record, revision),
    note: note === undefined || note.trim() === "" ? undefined : docOf(note),
    ...(vendor ? { vendor: createVendorView(vendor) } : {}),
    entries: split.full.map(viewOf),
    brief: split.brief.map(createBriefEntry),
    moreEntries: split.moreEntries,
    notices: split.notices.map(viewOf),
    moreNotices: split.moreNotices,
    recorded: revision.baseline ? recorded.map(({ name, url }) => ({ name, url })) : [],
    ...(older ? { older } : {}),
    ...(newer ? { newer } : {}),
    ...findOnly(record, revision),
  };
}

function findOnly(record: ServiceRecord, revision: RevisionRecord): Pick<ChangeView, "only"> {
  const ids = new Set(revision.entries.flatMap(({ operations }) => operations));
  const [id] = ids;
  const operation = id === undefined ? undefined : record.operationsById.get(id);
  if (!operation || ids.size > 1) return {};
  const changes = record.operationChanges.get(operation.id) ?? [];
  const at = changes.findIndex((change) => change.revision === revision);
  const refOf = (change: OperationChange | undefined) =>
    change && { name: change.revision.revision.id, url: change.revision.url };
  const [newer, older] = [refOf(changes[at - 1]), refOf(changes[at + 1])];
  const history = operationHistoryUrl(record, operation);
  return {
    only: {
      name: operation.name,
      ...(older ? { older } : {}),
      ...(newer ? { newer } : {}),
      ...(history === undefined ? {} : { history }),
    },
  };
}

function createBriefEntry(entry: Entry): BriefEntry {
  const [finding] = entry.findings;
  return {
    id: findingAnchor(finding?.id ?? ""),
    verdict: entry.verdict,
    ...(entry.direction ? { direction: entry.direction } : {}),
    name: entryName(entry),
    message: finding?.message ?? "",
    ...(finding?.action === undefined ? {} : { action: finding.action }),
  };
}

function createVendorView(vendor: VendorNote): VendorView {
  const { text = "", ...place } = vendor;
  const address = findVendorAddress(vendor);
  return {
    ...place,
    ...(text.trim() === "" ? {} : { text: readPlain(text) }),
    ...(address === undefined ? {} : { address }),
  };
}

/** Whose words our note is, above it. */
export const OUR_NOTE = "Note by the maintainers of this record";

/** Returns whose words a vendor's note is, or what is said where there are none, up to its source. */
export function introduceVendor({ text }: VendorView): string {
  return text ? "The vendor’s note, quoted from" : "The vendor’s note stands in";
}

/** Returns a change in words: whom it reaches, what breaks, and what the generated package needs. */
export function verdictSentences(view: ChangeView): string[] {
  const { summary } = view;
  const { baseline, operations, counts, release, accepted = 0 } = summary;
  if (baseline)
    return ["There is no earlier model to compare with; dates on the pages of this service start here."];
  const reach =
    operations === 1 ? "1 operation is affected" : `${operations || "No"} operations are affected`;
  const parts = [
    counts.breaking > 0
      ? `${counts.breaking} ${counts.breaking === 1 ? "place breaks" : "places break"} callers`
      : "",
    counts.check > 0
      ? `${counts.check} ${counts.check === 1 ? "place needs" : "places need"} a look at your code`
      : "",
    counts.safe > 0 ? `${counts.safe} ${counts.safe === 1 ? "is" : "are"} safe` : "",
  ].filter((part) => part !== "");
  const sentences = [
    `${reach}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}.`,
    wireSentence(view.summary),
    ...(accepted > 0
      ? [`${count(accepted, "finding is", "findings are")} accepted, with the reason below.`]
      : []),
  ];
  return release === undefined ? sentences : [...sentences, release];
}

function wireSentence({ wireBreaking, counts }: ChangeSummary): string {
  if (wireBreaking > 0) return "Deployed programs can fail without being rebuilt.";
  return counts.check > 0
    ? "Nothing is refused on the wire; deployed programs go on, and may go wrong in silence at the places to check."
    : "Deployed programs go on as they are.";
}
