import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { createModel, type Model } from "@shapelog/model";
import { isDate } from "./append-revision.js";
import { ledgerDiagnostics } from "./diagnostics.js";
import { compareRevisionIds, type Ledger, type Revision } from "./ledger.js";
import { replay } from "./replay.js";

/** What {@link findModelAt} returns; `revision` is the one that left the model so. */
export interface ModelAt extends WithDiagnostics {
  readonly model: Model;
  readonly revision: Revision | undefined;
}

/**
 * Returns the model as it stood at the end of a day (`YYYY-MM-DD`), or right after a revision, by its id. A revision
 * counts from the day on which it and all that it follows are dated: after a merge one may follow a later one, and is not
 * there before that is. A day before the baseline has no model, and is reported, and so is an id that no revision has.
 */
export function findModelAt(ledger: Ledger, at: string): ModelAt {
  const failed = (diagnostic: Diagnostic): ModelAt => ({
    model: createModel([]),
    revision: undefined,
    diagnostics: [diagnostic],
  });
  const { service } = ledger;
  if (!isDate(at.slice(0, 10))) return failed(ledgerDiagnostics.create("bad-date", undefined, { date: at }));
  const [first] = ledger.revisions;
  if (!first) return failed(ledgerDiagnostics.create("empty", undefined, { service }));
  const revisions = findUntil(ledger, at);
  if (!revisions) return failed(ledgerDiagnostics.create("no-such-revision", undefined, { service, id: at }));
  if (revisions.length === 0) {
    return failed(
      ledgerDiagnostics.create("no-model-at", undefined, { service, date: at, first: first.date }),
    );
  }
  const { model, diagnostics } = replay({ service, revisions });
  return { model, revision: revisions.at(-1), diagnostics };
}

/** Returns the revisions up to a day or an id; nothing where there is no such id. */
function findUntil({ revisions }: Ledger, at: string): readonly Revision[] | undefined {
  if (isDate(at)) {
    const later = revisions.findIndex(({ date }) => date > at);
    return later === -1 ? revisions : revisions.slice(0, later);
  }
  const named = revisions.findIndex(({ id }) => id === at);
  if (named !== -1) return revisions.slice(0, named + 1);
  // A number beyond a day's last one is the end of that day.
  if (!/^\.[1-9]\d*$/.test(at.slice(10))) return undefined;
  return revisions.filter(({ id }) => compareRevisionIds(id, at) <= 0);
}
