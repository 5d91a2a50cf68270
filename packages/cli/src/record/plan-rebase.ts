import type { Diagnostic } from "@shapelog/diagnostics";
import { type RebasedRevision, type RebaseResult, rebaseLedger, type Step } from "@shapelog/ledger";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { line } from "../printed.js";
import type { Printed } from "../terminal.js";
import { keepAccepted } from "./accept-findings.js";
import { findFaults, refuseFaults } from "./find-faults.js";
import { ledgerFile } from "./ledger-file.js";
import { NO_PLAN } from "./plan-append.js";
import { refuseReleased } from "./plan-last.js";
import {
  findTelling,
  type ProseDraft,
  remakeChangeset,
  removeFromChangesets,
  repairFacts,
  settleBumps,
} from "./prose-draft.js";
import type { RecordOptions, RecordPlan, RecordWork } from "./record-options.js";

/** Plans that the revisions which do not follow the others are put behind them, and what their changesets say then. */
export function planRebase(work: RecordWork, options: RecordOptions): Outcome<RecordPlan> {
  const { service, prose } = work;
  if (service.replayed.diagnostics.length === 0) {
    const note = cliDiagnostics.create("nothing-to-rebase", undefined, { service: service.name });
    return succeeded(NO_PLAN, [note]);
  }
  const faults = refuseFaults(service, options.force);
  if (faults.length > 0) return failedWith(faults);
  const result = rebaseLedger(service.ledger, service.model, { fileOf: service.fileOf });
  if (result.diagnostics.length > 0) return failedWith(result.diagnostics);
  const released = refuseMoved(prose, result);
  if (released) return failed(released);
  const forced = withReason(result.moved, findFaults(service).length === 0 ? undefined : options.force);
  const { moved, dropped } = withAccepted(service.name, forced);
  const steps = [...result.kept, ...moved.flatMap(({ step }) => step ?? [])];
  for (const each of moved) tell(prose, each);
  repairFacts(prose, steps);
  settleBumps(prose, steps);
  const plan: RecordPlan = {
    ledger: moved.flatMap(({ step }) => (step ? [ledgerFile(service, step.revision)] : [])),
    remove: moved.flatMap(({ old, step }) => (step ? [] : [`${service.config.ledger}/${old.id}.json`])),
    lines: describe(work, { ...result, moved }),
  };
  return succeeded(plan, [...findWarnings(work, { ...result, moved }), ...dropped]);
}

/** Returns revisions with what was accepted of them and still is a finding, and what is reported of the rest. */
function withAccepted(service: string, moved: readonly RebasedRevision[]) {
  const kept = moved.map((each) =>
    each.step ? keepAccepted(service, { step: each.step, old: each.old }) : undefined,
  );
  return {
    moved: moved.map((each, index): RebasedRevision => {
      const step = kept[index]?.step;
      return step ? { ...each, step } : each;
    }),
    dropped: kept.flatMap((each) => [...(each?.diagnostics ?? [])]),
  };
}

/** Returns what is reported where a released revision would be put behind one that is not, or would go. */
function refuseMoved(draft: ProseDraft, { kept, moved }: RebaseResult): Diagnostic | undefined {
  const released = moved.filter(({ old }) => findTelling(draft, old.id) === "released");
  const isKept = (step: Step) => findTelling(draft, step.revision.id) === "released";
  const starts = new Set(moved.map(({ old }) => old.before));
  const branch = kept.slice(
    Math.max(
      kept.findIndex(({ revision }) => starts.has(revision.before)),
      0,
    ),
  );
  const wrong = branch.some(isKept) ? released.find(({ step }) => !step) : released[0];
  if (!wrong) return undefined;
  const instead = `Put the others behind it: npx shapelog record --service ${draft.service} --rebase --onto ${wrong.old.id}`;
  return refuseReleased(draft, wrong.old.id, instead);
}

/** Has the last of the revisions say why a model with errors was recorded. */
function withReason(
  moved: readonly RebasedRevision[],
  forced: string | undefined,
): readonly RebasedRevision[] {
  const last = moved.findLastIndex(({ step }) => step);
  if (forced === undefined) return moved;
  return moved.map((each, index) =>
    index === last && each.step
      ? { ...each, step: { ...each.step, revision: { ...each.step.revision, forced } } }
      : each,
  );
}

/** Has the changesets tell of a revision as it is now. */
function tell(draft: ProseDraft, { old, oldStep, step }: RebasedRevision): void {
  if (!step) removeFromChangesets(draft, old.id);
  else if (oldStep && findTelling(draft, old.id) === "pending") remakeChangeset(draft, oldStep, step);
}

function describe({ service }: RecordWork, { kept, moved }: RebaseResult): readonly Printed[] {
  const last = kept.at(-1)?.revision.id;
  const why = service.why === undefined ? "" : ` (it stays, as ${service.why})`;
  const put = moved.flatMap(({ step }) => (step ? [step.revision.id] : []));
  const behind = last === undefined ? "at the beginning" : `behind ${last}${why}`;
  if (put.length === 0) return [line`${service.name}: nothing is left to put ${behind}`];
  return [line`${service.name}: ${put.join(", ")} put ${behind}`];
}

function findWarnings({ service }: RecordWork, { moved, decided, rest }: RebaseResult): Diagnostic[] {
  const { name, modelFile: model } = service;
  const location = { file: model };
  return [
    ...(decided.length > 0
      ? [cliDiagnostics.create("model-decided", location, { model, places: decided })]
      : []),
    ...moved.flatMap(({ old, step }) => {
      const data = { revision: old.id, note: old.note ?? "" };
      return step ? [] : [cliDiagnostics.create("nothing-kept", undefined, data)];
    }),
    ...(rest.length > 0 ? [cliDiagnostics.create("not-on-branch", location, { service: name, model })] : []),
  ];
}
