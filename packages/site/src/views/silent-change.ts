import { tellOf } from "@shapelog/changelog";
import type { Entry } from "@shapelog/diff";
import { findVendorAddress, nameVendor, type VendorNote } from "@shapelog/ledger";
import type { RevisionRecord, ServiceRecord } from "../record/service-record.js";
import type { ChangeSummary } from "./change-summary.js";
import { entryUrl } from "./split-entries.js";

/** A change that breaks what the vendor's note does not name. */
export interface SilentChange {
  readonly change: ChangeSummary;
  /** What breaks and is not named: the first few. */
  readonly facts: readonly SilentFact[];
  /** How many more there are. */
  readonly more: number;
  readonly note: QuotedNote;
}

/** One thing that broke, as a sentence of Markdown, with its entry on the page of the change. */
export interface SilentFact {
  readonly message: string;
  readonly url: string;
}

/** What a vendor says, in its own words. */
export interface QuotedNote {
  /** Plain text; its beginning where it is long. */
  readonly text: string;
  readonly cut: boolean;
  /** Whose words they are, and of which release. */
  readonly by: string;
  readonly address?: string;
}

const MOST_FACTS = 4;
const LONGEST_NOTE = 700;

/**
 * Returns the changes of a service that break what the vendor's note does not name, in the order of `changes`. Where the
 * record does not have the words of a note, nothing is said of it. What was accepted does not count.
 */
export function findSilentChanges(record: ServiceRecord, changes: readonly ChangeSummary[]): SilentChange[] {
  const byUrl = new Map(record.revisions.map((revision) => [revision.url, revision]));
  return changes.flatMap((change): SilentChange[] => {
    const revision = byUrl.get(change.url);
    const { vendor } = revision?.revision ?? {};
    if (!revision || !vendor?.text || change.counts.breaking === 0) return [];
    const facts = findUnnamed(revision, vendor.text);
    if (facts.length === 0) return [];
    const more = Math.max(0, facts.length - MOST_FACTS);
    return [{ change, facts: facts.slice(0, MOST_FACTS), more, note: quoteNote(vendor, vendor.text) }];
  });
}

function findUnnamed(revision: RevisionRecord, note: string): SilentFact[] {
  const facts = new Map<string, SilentFact>();
  for (const entry of revision.entries) {
    for (const message of unnamedOf(entry, note))
      if (!facts.has(message)) facts.set(message, { message, url: entryUrl(revision, entry) });
  }
  return [...facts.values()];
}

function unnamedOf({ verdict, findings }: Entry, note: string): string[] {
  if (verdict !== "breaking") return [];
  return findings
    .filter(
      (finding) => finding.verdict === "breaking" && !finding.accepted && tellOf(finding, note) !== "named",
    )
    .map(({ message }) => message);
}

function quoteNote(vendor: VendorNote, text: string): QuotedNote {
  const address = findVendorAddress(vendor);
  const isLong = text.length > LONGEST_NOTE;
  const start = text.slice(0, Math.max(text.lastIndexOf(" ", LONGEST_NOTE), LONGEST_NOTE / 2));
  return {
    text: isLong ? start.replace(/\p{Surrogate}$/u, "") : text,
    cut: isLong,
    by: nameVendor(vendor),
    ...(address === undefined ? {} : { address }),
  };
}
