import { createChangeset, writeNote } from "@shapelog/changelog";
import type { Diagnostic } from "@shapelog/diagnostics";
import { compareModels } from "@shapelog/diff";
import {
  type AppendOptions,
  appendRevision,
  findTakenBack,
  isDate,
  type Ledger,
  type Step,
} from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import type { LoadedService } from "../load-service.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { addAccepted } from "./accept-findings.js";
import { findFaults, refuseFaults } from "./find-faults.js";
import { ledgerFile } from "./ledger-file.js";
import { findChangeset, type ProseDraft, settleBumps } from "./prose-draft.js";
import type { RecordOptions, RecordPlan, RecordWork } from "./record-options.js";

/** The plan of what has nothing to write. */
export const NO_PLAN: RecordPlan = { ledger: [], remove: [], lines: [] };

/** Plans the revision that takes the ledger to the model, and its changeset; and what is accepted of it or of others. */
export function planAppend(work: RecordWork, options: RecordOptions): Outcome<RecordPlan> {
  return addAccepted(work, options, planRevision(work, options));
}

function planRevision(work: RecordWork, options: RecordOptions): Outcome<RecordPlan> {
  const { service, prose, today } = work;
  const faults = refuseFaults(service, options.force);
  if (faults.length > 0) return failedWith(faults);
  const { ledger, replayed, model } = service;
  const date = options.date ?? findToday(ledger, today);
  const early = refuseFuture(options, today);
  if (early) return failedWith([early]);
  const appended = appendRevision(ledger, model, {
    date,
    ...describe(service, options, replayed.model),
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.vendor ? { vendor: options.vendor } : {}),
  });
  const { revision } = appended;
  if (!revision) return withoutRevision(appended.diagnostics);
  const step: Step = { revision, before: replayed.model, after: model };
  if (options.changeset !== false && service.config.package) addChangeset(prose, [...replayed.steps, step]);
  return succeeded({ ledger: [ledgerFile(service, revision)], remove: [], step, lines: [] });
}

/** Returns the note and the reason of a revision. */
function describe(
  service: LoadedService,
  { note, force }: RecordOptions,
  before: Model,
): Pick<AppendOptions, "note" | "forced"> {
  const isFirst = service.ledger.revisions.length === 0;
  const text = note ?? (isFirst ? "" : writeDefaultNote(before, service.model));
  return {
    ...(text === "" ? {} : { note: text }),
    ...(force === undefined || findFaults(service).length === 0 ? {} : { forced: force }),
  };
}

/** Returns the note of a change that nobody wrote one for. */
export function writeDefaultNote(before: Model, after: Model): string {
  return writeNote(compareModels({ label: "before", model: before }, { label: "after", model: after }));
}

/** Returns the plan of a ledger that stays as it is, or why it cannot go on. */
export function withoutRevision(diagnostics: readonly Diagnostic[]): Outcome<RecordPlan> {
  const isError = diagnostics.some(({ severity }) => severity === "error");
  return isError ? failedWith(diagnostics) : succeeded(NO_PLAN, diagnostics);
}

/** Returns today; where it is tomorrow already for who recorded last, that day. */
function findToday({ revisions }: Ledger, today: string): string {
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return revisions.some(({ date }) => date === tomorrow) ? tomorrow : today;
}

/** Returns what is reported of a date that is given and has not come yet. */
export function refuseFuture(
  { date, allowFuture = false }: RecordOptions,
  today: string,
): Diagnostic | undefined {
  if (date === undefined || allowFuture || !isDate(date) || date <= today) return undefined;
  return cliDiagnostics.create("future-date", undefined, { date, today });
}

/** Adds the changeset of the last of the steps to a draft, and settles what others ask for beside it. */
export function addChangeset(draft: ProseDraft, steps: readonly Step[]): void {
  const { service, packageName, scope, texts } = draft;
  const step = steps.at(-1);
  if (!step) return;
  const taken = findTakenBack(steps.map(({ revision }) => revision)).get(step.revision) ?? [];
  const ids = taken.map(({ id }) => id);
  const isPending = ids.every((id) => findChangeset(draft, id));
  const changeset = createChangeset({ service, packageName, step, scope, takesBack: isPending ? ids : [] });
  texts.set(`${draft.folder}/${changeset.name}`, changeset.text);
  settleBumps(draft, steps);
}
