import type { Told } from "@shapelog/changelog";
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
  /** What broke, each fact once, by what the vendor's note says of it. */
  readonly told: Readonly<Record<Told, number>>;
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
  told: { named: 0, unnamed: 0, placeholder: 0, none: 0 },
  bytes: 0,
};

/** Returns the sums of figures. */
export function addTotals(a: Totals, b: Partial<Totals>): Totals {
  const { breaking = 0, check = 0, safe = 0, notice = 0 } = b.findings ?? {};
  const { named = 0, unnamed = 0, placeholder = 0, none = 0 } = b.told ?? {};
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
    told: {
      named: a.told.named + named,
      unnamed: a.told.unnamed + unnamed,
      placeholder: a.told.placeholder + placeholder,
      none: a.told.none + none,
    },
    bytes: a.bytes + (b.bytes ?? 0),
  };
}
