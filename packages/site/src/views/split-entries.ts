import type { Entry } from "@shapelog/diff";
import { findingAnchor } from "@shapelog/diff";
import type { RevisionRecord, ServiceRecord } from "../record/service-record.js";

/** A revision's entries by how much of them its page shows. */
export interface SplitEntries {
  /** In full: what it is about, what to do, where. Worst first. */
  readonly full: readonly Entry[];
  /** In one line each. */
  readonly brief: readonly Entry[];
  readonly notices: readonly Entry[];
  /** How many more of each there are, which the page only counts. */
  readonly moreEntries: number;
  readonly moreNotices: number;
}

/** Pages of so many entries show all of them in full. */
const MOST_FULL = 60;
/** Pages of more show so many in full. */
const FIRST_FULL = 45;
const MOST_BRIEF = 220;

/** Returns which of a revision's entries its page shows in full: so many that the page stays under 250 KB. */
export function splitEntries({ entries }: Pick<RevisionRecord, "entries">): SplitEntries {
  const telling = entries.filter(({ verdict }) => verdict !== "notice");
  const notices = entries.filter(({ verdict }) => verdict === "notice");
  const full = takeDistinct(telling);
  const told = new Set(full.map(tellingOf)).size;
  const brief = telling.slice(full.length, full.length + MOST_BRIEF);
  const left = 3800 - told * 50 - (full.length - told) * 6 - brief.length * 7;
  const shown = notices.slice(0, Math.max(20, Math.min(150, Math.floor(left / 12))));
  return {
    full,
    brief,
    notices: shown,
    moreEntries: telling.length - full.length - brief.length,
    moreNotices: notices.length - shown.length,
  };
}

/** So many entries, of which the same may be told, are shown in full at most. */
const MOST_ALIKE = 250;

/** Returns the first entries, up to as many different ones as a page has room for. */
function takeDistinct(entries: readonly Entry[]): readonly Entry[] {
  const all = new Set(entries.map(tellingOf));
  const most = all.size <= MOST_FULL ? MOST_FULL : FIRST_FULL;
  const told = new Set<string>();
  const end = entries.findIndex((entry, index) => {
    told.add(tellingOf(entry));
    return told.size > most || index >= MOST_ALIKE;
  });
  return end === -1 ? entries : entries.slice(0, end);
}

function tellingOf({ direction, findings }: Entry): string {
  return JSON.stringify([direction, findings.map(({ message }) => message)]);
}

const ANCHORS = new WeakMap<RevisionRecord, ReadonlySet<Entry>>();

/** Returns the address of an entry: its anchor on the page of its change, or the page where that only counts it. */
export function entryUrl(revision: RevisionRecord, entry: Entry): string {
  const shown = ANCHORS.get(revision) ?? new Set(shownEntries(revision));
  ANCHORS.set(revision, shown);
  const [finding] = entry.findings;
  return finding && shown.has(entry) ? `${revision.url}#${findingAnchor(finding.id)}` : revision.url;
}

function shownEntries(revision: RevisionRecord): readonly Entry[] {
  if (revision.baseline) return [];
  const { full, brief, notices } = splitEntries(revision);
  return [...full, ...brief, ...notices];
}

const BY_SUBJECT = new WeakMap<RevisionRecord, ReadonlyMap<string, Entry>>();

/** Returns the address of the entry of a change that is about a member, or of the change's page. */
export function memberChangeUrl(
  { revisions }: Pick<ServiceRecord, "revisions">,
  time: number,
  { shape, member }: { readonly shape: string; readonly member: string },
): string | undefined {
  const revision = revisions[time];
  if (!revision) return undefined;
  const known =
    BY_SUBJECT.get(revision) ??
    new Map(revision.entries.toReversed().map((entry) => [`${entry.shape} ${entry.member ?? ""}`, entry]));
  BY_SUBJECT.set(revision, known);
  const entry = known.get(`${shape} ${member}`) ?? known.get(`${shape} `);
  return entry ? entryUrl(revision, entry) : revision.url;
}
