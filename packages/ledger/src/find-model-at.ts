import type { WithDiagnostics } from "@shapelog/diagnostics";
import { createModel, type Model } from "@shapelog/model";
import { isDate } from "./append-revision.js";
import { ledgerDiagnostics } from "./diagnostics.js";
import { compareRevisionIds, type Ledger, type Revision } from "./ledger.js";
import { replay } from "./replay.js";

/** What {@link findModelAt} returns; `revision` is the last one on or before the date. */
export interface ModelAt extends WithDiagnostics {
  readonly model: Model;
  readonly revision: Revision | undefined;
}

/**
 * Returns the model as it stood at the end of a day (`YYYY-MM-DD`) or right after a revision (`YYYY-MM-DD.2`). A day
 * before the baseline has no model and is reported.
 */
export function findModelAt(ledger: Ledger, at: string): ModelAt {
  const none = { model: createModel([]), revision: undefined };
  if (!isDate(at.split(".")[0] ?? "")) {
    return { ...none, diagnostics: [ledgerDiagnostics.create("bad-date", undefined, { date: at })] };
  }
  const isUntil = (revision: Revision) =>
    at.includes(".") ? compareRevisionIds(revision.id, at) <= 0 : revision.date <= at;
  const revisions = ledger.revisions.filter(isUntil);
  const first = ledger.revisions[0];
  if (!first)
    return {
      ...none,
      diagnostics: [ledgerDiagnostics.create("empty", undefined, { service: ledger.service })],
    };
  if (revisions.length === 0) {
    const data = { service: ledger.service, date: at, first: first.date };
    return { ...none, diagnostics: [ledgerDiagnostics.create("no-model-at", undefined, data)] };
  }
  const { model, diagnostics } = replay({ service: ledger.service, revisions });
  return { model, revision: revisions.at(-1), diagnostics };
}
