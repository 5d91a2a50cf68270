import {
  compareModels,
  createEntries,
  type Entry,
  VERDICTS,
  type Verdict,
  worstVerdict,
} from "@shapelog/diff";
import { type Direction, shapeName } from "@shapelog/model";
import { isShown } from "../../data/compare/find-cells.js";
import { positionAnchor } from "../../names/anchor.js";
import { addToGroup } from "../../record/add-to-group.js";
import type { RevisionRecord, ServiceRecord } from "../../record/service-record.js";
import { modelAt } from "../../record/timeline.js";
import { entryName } from "../../views/entry-view.js";
import { type Ref, type ServiceRef, serviceRef } from "../../views/service-ref.js";
import { nearestAnchor, recallAnchors } from "../../views/shown-anchors.js";
import { type Moment, momentAt } from "../../views/span-view.js";
import { entryUrl } from "../../views/split-entries.js";

/** What a comparison of the ends of two years shows. */
export interface CompareYearView {
  readonly kind: "compare-year";
  readonly service: ServiceRef;
  readonly year: string;
  readonly url: string;
  readonly before: Moment;
  readonly after: Moment;
  readonly verdict: Verdict;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Worst first. */
  readonly groups: readonly ComparedGroup[];
  /** How many more rows there are. */
  readonly more: number;
}

/** What became of one operation, or of what several have. */
export interface ComparedGroup {
  readonly operation: Ref | undefined;
  readonly rows: readonly ComparedRow[];
}

/** What became of one member or shape in one direction, whatever happened between. */
export interface ComparedRow {
  readonly verdict: Verdict;
  readonly direction?: Direction;
  readonly name: string;
  /** The sentences, as Markdown. */
  readonly messages: readonly string[];
  readonly removed: readonly (string | number)[];
  readonly added: readonly (string | number)[];
  /** Some of the operations, each with the place on its page. */
  readonly operations: readonly Ref[];
  readonly moreOperations: number;
  /** The changes that did it, oldest first. */
  readonly changes: readonly Ref[];
}

/** Keeps a page under 250 KB and 5,000 elements. */
const MOST_ROWS = 150;
const MOST_OPERATIONS = 5;
const MOST_CHANGES = 4;

/** Returns for each year in which something changed what is another at its end than it was at its start, oldest first. */
export function createYearViews(record: ServiceRecord): CompareYearView[] {
  const years = new Map<string, RevisionRecord[]>();
  for (const revision of record.revisions) addToGroup(years, revision.revision.date.slice(0, 4), revision);
  return [...years].flatMap(([year, revisions]): CompareYearView[] => {
    const [first] = revisions;
    const last = revisions.at(-1);
    if (!first || !last || first.time === 0 || !/^\d{4}$/.test(year)) return [];
    return createYearView(record, { year, first: first.time, last: last.time });
  });
}

interface Year {
  readonly year: string;
  /** The times of its first and last revision. */
  readonly first: number;
  readonly last: number;
}

function createYearView(record: ServiceRecord, { year, first, last }: Year): CompareYearView[] {
  const [before, after] = [momentAt(record, first - 1), momentAt(record, last)];
  if (!before || !after) return [];
  const comparison = compareModels(
    { label: before.revision, model: modelAt(record.timeline, first - 1) },
    { label: after.revision, model: modelAt(record.timeline, last) },
  );
  const entries = createEntries({ ...comparison, findings: comparison.findings.filter(isShown) });
  const counts = { breaking: 0, check: 0, safe: 0, notice: 0 };
  for (const { verdict } of entries) counts[verdict]++;
  const findChanges = createFindChanges(record.revisions.slice(first, last + 1));
  const rows = entries.slice(0, MOST_ROWS).map((entry) => createRow(record, entry, findChanges(entry)));
  return [
    {
      kind: "compare-year",
      service: serviceRef(record),
      year,
      url: `/compare/${record.id}/${year}/`,
      before,
      after,
      verdict: worstVerdict(entries.map(({ verdict }) => verdict)),
      counts,
      groups: groupRows(rows),
      more: entries.length - rows.length,
    },
  ];
}

function createRow(record: ServiceRecord, entry: Entry, changes: readonly Ref[]): ComparedRow {
  const operations = entry.operations.slice(0, MOST_OPERATIONS).map((id): Ref => {
    const operation = record.operationsById.get(id);
    const position = entry.findings
      .flatMap(({ positions }) => positions)
      .find((each) => each.operation === id);
    const shown = recallAnchors(record, id);
    const anchor = position && shown && nearestAnchor(shown, positionAnchor(position));
    const url = operation && (anchor === undefined ? operation.url : `${operation.url}#${anchor}`);
    return { name: operation?.name ?? shapeName(id), ...(url === undefined ? {} : { url }) };
  });
  return {
    verdict: entry.verdict,
    ...(entry.direction ? { direction: entry.direction } : {}),
    name: entryName(entry),
    messages: [...new Set(entry.findings.map(({ message }) => message))].slice(0, 3),
    removed: entry.removed,
    added: entry.added,
    operations,
    moreOperations: entry.operations.length - operations.length,
    changes: changes.slice(-MOST_CHANGES),
  };
}

/** Returns a function that gives the changes that touched what an entry is about. */
function createFindChanges(revisions: readonly RevisionRecord[]): (entry: Entry) => Ref[] {
  const bySubject = new Map<string, Ref[]>();
  for (const revision of revisions) {
    const seen = new Set<string>();
    for (const entry of revision.entries) {
      const key = subjectOf(entry);
      if (seen.has(key) || !entry.findings.some(isShown)) continue;
      seen.add(key);
      addToGroup(bySubject, key, { name: revision.revision.id, url: entryUrl(revision, entry) });
    }
  }
  return (entry) => bySubject.get(subjectOf(entry)) ?? [];
}

function subjectOf({ shape, member, direction }: Entry): string {
  return `${shape} ${member ?? ""} ${direction ?? ""}`;
}

/** Returns rows by their only operation; those of several, and of none, are together. Worst first. */
function groupRows(rows: readonly ComparedRow[]): ComparedGroup[] {
  const groups = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    const [only] = row.operations;
    addToGroup(
      groups,
      row.operations.length === 1 && row.moreOperations === 0 ? (only?.name ?? "") : "",
      row,
    );
  }
  const rank = (own: readonly ComparedRow[]) =>
    VERDICTS.indexOf(worstVerdict(own.map(({ verdict }) => verdict)));
  return [...groups]
    .sort(([, a], [, b]) => rank(a) - rank(b))
    .map(([name, own]): ComparedGroup => {
      const operation = own[0]?.operations[0];
      const url = operation?.url?.split("#")[0];
      return {
        operation: name === "" ? undefined : { name, ...(url === undefined ? {} : { url }) },
        rows: own,
      };
    });
}
