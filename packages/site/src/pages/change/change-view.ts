import { count } from "@shapelog/diff";
import type { Doc } from "../../doc/doc.js";
import type { RevisionRecord, ServiceRecord } from "../../record/service-record.js";
import { type ChangeSummary, createChangeSummary } from "../../views/change-summary.js";
import { createEntryViews, type EntryView } from "../../views/entry-view.js";
import type { Ref } from "../../views/service-ref.js";

/** What a change's page shows. */
export interface ChangeView {
  readonly kind: "change";
  readonly summary: ChangeSummary;
  /** The note that came with the revision, in its author's words. */
  readonly note: Doc | undefined;
  /** Worst first; notices are apart. */
  readonly entries: readonly EntryView[];
  readonly notices: readonly EntryView[];
  /** The operations a baseline starts with. */
  readonly recorded: readonly Ref[];
  readonly older?: Ref;
  readonly newer?: Ref;
}

/** Returns what a change's page shows. */
export function createChangeView(
  record: ServiceRecord,
  revision: RevisionRecord,
  docOf: (text: string) => Doc,
): ChangeView {
  const views = createEntryViews(record, revision);
  const { note } = revision.revision;
  const refOf = (other: RevisionRecord | undefined) => other && { name: other.revision.id, url: other.url };
  const older = refOf(record.revisions[revision.time - 1]);
  const newer = refOf(record.revisions[revision.time + 1]);
  const recorded = record.operations.filter(({ stretches }) => stretches[0]?.from === revision.time);
  return {
    kind: "change",
    summary: createChangeSummary(record, revision),
    note: note === undefined || note.trim() === "" ? undefined : docOf(note),
    entries: views.filter((entry) => entry.verdict !== "notice"),
    notices: views.filter((entry) => entry.verdict === "notice"),
    recorded: revision.baseline ? recorded.map(({ name, url }) => ({ name, url })) : [],
    ...(older ? { older } : {}),
    ...(newer ? { newer } : {}),
  };
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
