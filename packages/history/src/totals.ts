import type { Verdict } from "@shapelog/diff";

/** The figures of a history. */
export interface Totals {
  /** States of models with what stands beside them, those that appeared included. */
  readonly revisions: number;
  /** States that were compared with a predecessor. */
  readonly pairs: number;
  readonly changes: number;
  /** Findings by verdict. */
  readonly findings: Readonly<Record<Verdict, number>>;
  /** Findings that no rule covers. */
  readonly unclassified: number;
  /** Pairs whose changes do not give back both sides. */
  readonly lost: number;
  /** States that could not be read. */
  readonly unreadable: number;
  /** Breaking findings that the vendor's note does not name. */
  readonly silent: number;
  /** The length of all models read, in bytes, without what stands beside them. */
  readonly bytes: number;
}

/** Figures of nothing. */
export const NO_TOTALS: Totals = {
  revisions: 0,
  pairs: 0,
  changes: 0,
  findings: { breaking: 0, check: 0, safe: 0, notice: 0 },
  unclassified: 0,
  lost: 0,
  unreadable: 0,
  silent: 0,
  bytes: 0,
};

/** Returns the sums of figures. */
export function addTotals(a: Totals, b: Partial<Totals>): Totals {
  const { breaking = 0, check = 0, safe = 0, notice = 0 } = b.findings ?? {};
  return {
    revisions: a.revisions + (b.revisions ?? 0),
    pairs: a.pairs + (b.pairs ?? 0),
    changes: a.changes + (b.changes ?? 0),
    findings: {
      breaking: a.findings.breaking + breaking,
      check: a.findings.check + check,
      safe: a.findings.safe + safe,
      notice: a.findings.notice + notice,
    },
    unclassified: a.unclassified + (b.unclassified ?? 0),
    lost: a.lost + (b.lost ?? 0),
    unreadable: a.unreadable + (b.unreadable ?? 0),
    silent: a.silent + (b.silent ?? 0),
    bytes: a.bytes + (b.bytes ?? 0),
  };
}
