import type { Diagnostic } from "@shapelog/diagnostics";
import { appendRevision, type Step } from "@shapelog/ledger";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { line } from "../printed.js";
import { addAccepted, keepAccepted } from "./accept-findings.js";
import { findFaults, refuseFaults } from "./find-faults.js";
import { ledgerFile } from "./ledger-file.js";
import { refuseFuture, withoutRevision, writeDefaultNote } from "./plan-append.js";
import {
  findTelling,
  type ProseDraft,
  remakeChangeset,
  removeFromChangesets,
  settleBumps,
} from "./prose-draft.js";
import type { RecordOptions, RecordPlan, RecordWork } from "./record-options.js";

const INSTEAD = "Edit the model and record that as a revision of its own: npx shapelog record";

/** Plans that the last revision, which has to be unreleased, goes, and its changeset with it. */
export function planUndo({ service, prose }: RecordWork): Outcome<RecordPlan> {
  const last = findLast({ service, prose });
  if (!last.ok) return last;
  const { revision } = last.value;
  removeFromChangesets(prose, revision.id);
  settleBumps(prose, service.replayed.steps.slice(0, -1));
  const what = revision.before === null ? "baseline" : "revision";
  return succeeded({
    ledger: [],
    remove: [`${service.config.ledger}/${revision.id}.json`],
    lines: [line`${service.name}: ${what} ${revision.id} is undone; ${service.modelFile} stays as it is`],
  });
}

/** Plans that the last revision, which has to be unreleased, is made anew from the model. */
export function planAmend(work: RecordWork, options: RecordOptions): Outcome<RecordPlan> {
  return addAccepted(work, options, planAnew(work, options));
}

function planAnew(work: RecordWork, options: RecordOptions): Outcome<RecordPlan> {
  const { service, prose, today } = work;
  const last = findLast(work);
  if (!last.ok) return last;
  const faults = refuseFaults(service, options.force);
  if (faults.length > 0) return failedWith(faults);
  const early = refuseFuture(options, today);
  if (early) return failedWith([early]);
  const { revision: old, before } = last.value;
  const ledger = { ...service.ledger, revisions: service.ledger.revisions.slice(0, -1) };
  const date = options.date ?? old.date;
  const note = options.note ?? keepNote(last.value, work);
  const source = options.source ?? old.source;
  const forced = findFaults(service).length === 0 ? undefined : options.force;
  const { revision, diagnostics } = appendRevision(ledger, service.model, {
    date,
    ...(date === old.date ? { id: old.id } : {}),
    ...(note === undefined || note === "" ? {} : { note }),
    ...(source === undefined ? {} : { source }),
    ...(old.vendor ? { vendor: old.vendor } : {}),
    ...(forced === undefined ? {} : { forced }),
  });
  if (diagnostics.some(({ code }) => code === "ledger/nothing-to-record")) {
    const data = { service: service.name, revision: old.id };
    return failed(cliDiagnostics.create("nothing-left", { file: service.modelFile }, data));
  }
  if (!revision) return withoutRevision(diagnostics);
  const made = { revision, before, after: service.model };
  const { step, diagnostics: dropped } = keepAccepted(service.name, { step: made, old });
  remakeChangeset(prose, last.value, step);
  settleBumps(prose, [...service.replayed.steps.slice(0, -1), step]);
  const remove = revision.id === old.id ? [] : [`${service.config.ledger}/${old.id}.json`];
  return succeeded({ ledger: [ledgerFile(service, step.revision)], remove, step, lines: [] }, dropped);
}

/** Returns a revision's note; anew where it was written from the findings, which may be others now. */
function keepNote({ revision, before, after }: Step, { service }: RecordWork): string | undefined {
  if (revision.before === null || revision.note !== writeDefaultNote(before, after)) return revision.note;
  return writeDefaultNote(before, service.model);
}

/** Returns the ledger's last step, if it may be changed. */
function findLast({ service, prose }: Pick<RecordWork, "service" | "prose">): Outcome<Step> {
  const last = service.replayed.steps.at(-1);
  if (!last) return failed(cliDiagnostics.create("no-revision", undefined, { service: service.name }));
  const problem = refuseReleased(prose, last.revision.id, INSTEAD);
  return problem ? failed(problem) : succeeded(last);
}

/** Returns what is reported of a revision that is released, or of which that is not known. `instead` is what to do. */
export function refuseReleased(draft: ProseDraft, revision: string, instead: string): Diagnostic | undefined {
  const { service, changelog } = draft;
  switch (findTelling(draft, revision)) {
    case "pending":
      return undefined;
    case "released":
      return cliDiagnostics.create(
        "released",
        { file: changelog },
        { service, revision, changelog, instead },
      );
    case "nowhere":
      return cliDiagnostics.create("told-nowhere", undefined, { service, revision, changelog });
  }
}
