import { diffModels } from "@shapelog/changes";
import type { WithDiagnostics } from "@shapelog/diagnostics";
import type { Model } from "@shapelog/model";
import { ledgerDiagnostics } from "./diagnostics.js";
import { digestModel } from "./digest.js";
import type { Ledger, Revision, RevisionSource } from "./ledger.js";
import { replay } from "./replay.js";

export interface AppendOptions {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly source?: RevisionSource;
  readonly note?: string;
}

/** What {@link appendRevision} returns: no revision where nothing changed or something is wrong. */
export interface AppendResult extends WithDiagnostics {
  readonly revision: Revision | undefined;
}

/** Returns the revision that takes a ledger from its last model to `model`. The ledger has to replay first. */
export function appendRevision(ledger: Ledger, model: Model, options: AppendOptions): AppendResult {
  const failed = (diagnostic: AppendResult["diagnostics"][number]): AppendResult => ({
    revision: undefined,
    diagnostics: [diagnostic],
  });
  const { date } = options;
  if (!isDate(date)) return failed(ledgerDiagnostics.create("bad-date", undefined, { date }));
  const last = ledger.revisions.at(-1);
  const replayed = replay(ledger);
  if (replayed.diagnostics.length > 0) return { revision: undefined, diagnostics: replayed.diagnostics };
  const changes = diffModels(replayed.model, model);
  if (changes.length === 0) {
    const data = { service: ledger.service, last: last?.id ?? "none" };
    return failed(ledgerDiagnostics.create("nothing-to-record", undefined, data));
  }
  if (last && date < last.date) {
    return failed(ledgerDiagnostics.create("date-before-last", undefined, { date, last: last.date }));
  }
  const revision: Revision = {
    id: nextId(ledger, date),
    date,
    ...(options.source ? { source: options.source } : {}),
    ...(options.note === undefined ? {} : { note: options.note }),
    before: last?.after ?? null,
    after: digestModel(model),
    changes,
  };
  return { revision, diagnostics: [] };
}

/** Returns whether text is a day of the calendar as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function nextId(ledger: Ledger, date: string): string {
  const sameDay = ledger.revisions.filter((revision) => revision.date === date).length;
  return sameDay === 0 ? date : `${date}.${sameDay + 1}`;
}
