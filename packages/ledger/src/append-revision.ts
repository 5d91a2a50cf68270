import { diffModels } from "@shapelog/changes";
import type { WithDiagnostics } from "@shapelog/diagnostics";
import type { Model } from "@shapelog/model";
import { ledgerDiagnostics } from "./diagnostics.js";
import { digestModel } from "./digest.js";
import { createRevisionId, type Ledger, type Revision } from "./ledger.js";
import { replay } from "./replay.js";

/** What a revision says of itself besides its changes. */
export interface AppendOptions
  extends Pick<Revision, "date" | "source" | "note" | "vendor" | "forced" | "accepted"> {
  /** The id of a revision of this date that it takes the place of. Default: a new one. */
  readonly id?: string;
}

/** What {@link appendRevision} returns: no revision where nothing changed or something is wrong. */
export interface AppendResult extends WithDiagnostics {
  readonly revision: Revision | undefined;
}

/**
 * Returns the revision that takes a ledger from its last model to `model`. The ledger has to replay first, and no
 * revision before it may have a later date.
 */
export function appendRevision(ledger: Ledger, model: Model, options: AppendOptions): AppendResult {
  const failed = (diagnostic: AppendResult["diagnostics"][number]): AppendResult => ({
    revision: undefined,
    diagnostics: [diagnostic],
  });
  const { id: given, ...about } = options;
  const { date } = about;
  if (!isDate(date)) return failed(ledgerDiagnostics.create("bad-date", undefined, { date }));
  const last = ledger.revisions.at(-1);
  const replayed = replay(ledger);
  if (replayed.diagnostics.length > 0) return { revision: undefined, diagnostics: replayed.diagnostics };
  const changes = diffModels(replayed.model, model);
  if (changes.length === 0) {
    const data = { service: ledger.service, last: last?.id ?? "none" };
    return failed(ledgerDiagnostics.create("nothing-to-record", undefined, data));
  }
  const latest = ledger.revisions.reduce(
    (day, revision) => (day < revision.date ? revision.date : day),
    date,
  );
  if (latest > date) {
    return failed(ledgerDiagnostics.create("date-before-last", undefined, { date, last: latest }));
  }
  const revision: Omit<Revision, "id"> = {
    ...about,
    before: last?.after ?? null,
    after: digestModel(model),
    changes,
  };
  const id = given ?? createRevisionId(revision, new Set(ledger.revisions.map((each) => each.id)));
  return { revision: { id, ...revision }, diagnostics: [] };
}

/** Returns whether text is a day of the calendar as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
