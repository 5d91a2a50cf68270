import { type Told, tellOf } from "@shapelog/changelog";
import type { Change } from "@shapelog/changes";
import type { Bump, Finding, Verdict } from "@shapelog/diff";
import type { Revision } from "@shapelog/ledger";
import { type Direction, printJson, type ShapeId } from "@shapelog/model";
import type { Beside } from "./beside.js";

/** The name and version of the format of history files. */
export const HISTORY_FORMAT = "shapelog-history/2";

/** A finding as a history keeps it: without the changes themselves, which stand beside it. */
export interface HistoryFinding {
  /** Stays the same whatever else the revision changed. */
  readonly id: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly wire: Finding["wire"];
  readonly source: Finding["source"];
  readonly bump: Bump;
  readonly typesBump: Bump;
  readonly direction?: Direction | undefined;
  readonly shape: ShapeId;
  readonly member?: string | undefined;
  /** The names of the operations it reaches, without the service's namespace. */
  readonly operations: readonly string[];
  readonly message: string;
  readonly affected?: string | undefined;
  readonly action?: string | undefined;
  /** The places of its changes among the row's. */
  readonly changes: readonly number[];
  /** What the vendor's note says of it; there for the verdict `breaking` alone. */
  readonly told?: Told | undefined;
}

/** One line of a history file: a revision of a ledger, where it came from, and what it means. */
export interface HistoryRow extends Revision {
  readonly format: typeof HISTORY_FORMAT;
  readonly service: string;
  /** The row that this one continues; `null` where a model appeared. */
  readonly parent: string | null;
  /** The model's file in the repository. */
  readonly path: string;
  readonly blob: string;
  /** The name that the service had before, where this revision gave it another one. */
  readonly formerly?: string;
  /** The blobs of the files that stood beside it. */
  readonly beside?: Beside<string>;
  /** Whether the service's last model was removed. */
  readonly gone?: true;
  readonly findings: readonly HistoryFinding[];
}

/** Returns the line of a row, with its line feed. */
export function printRow(row: HistoryRow): string {
  return `${printJson(row)}\n`;
}

/**
 * Returns the revisions that lead to a row, oldest first, as a ledger holds them. Files of old API versions that
 * changed on after the next version was there are not among them.
 */
export function findRevisions(rows: readonly HistoryRow[], last: HistoryRow): Revision[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const revisions: Revision[] = [];
  for (
    let row: HistoryRow | undefined = last;
    row;
    row = row.parent === null ? undefined : byId.get(row.parent)
  ) {
    const { id, date, source, note, vendor, before, after, changes } = row;
    revisions.push({
      ...{ id, date, before, after, changes },
      ...(source ? { source } : {}),
      ...(note === undefined ? {} : { note }),
      ...(vendor ? { vendor } : {}),
    });
  }
  return revisions.reverse();
}

/** The row that a finding is kept in. */
export interface FindingRow {
  /** The places of its changes. */
  readonly indexes: ReadonlyMap<Change, number>;
  /** The names of the finding's operations. */
  readonly operations: readonly string[];
  /** The vendor's note. */
  readonly vendor: string | undefined;
}

/** Returns a finding as a history keeps it. */
export function shortenFinding(
  finding: Finding,
  { indexes, operations, vendor }: FindingRow,
): HistoryFinding {
  const { id, rule, verdict, wire, source, bump, typesBump } = finding;
  const { direction, shape, member, message, affected, action } = finding;
  return {
    id,
    rule,
    verdict,
    wire,
    source,
    bump,
    typesBump,
    direction,
    shape,
    member,
    operations,
    message,
    affected,
    action,
    changes: finding.changes.map((change) => indexes.get(change) ?? -1).filter((index) => index >= 0),
    told: verdict === "breaking" ? tellOf(finding, vendor) : undefined,
  };
}
