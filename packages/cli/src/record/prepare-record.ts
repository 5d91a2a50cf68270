import type { Config } from "../config-file.js";
import { loadService, type NamedService } from "../load-service.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { startProgress } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { adoptVendor } from "../vendor/adopt-vendor.js";
import type { VendorModel } from "../vendor/vendor-model.js";
import { planAppend } from "./plan-append.js";
import { planAmend, planUndo } from "./plan-last.js";
import { planRebase } from "./plan-rebase.js";
import { planRename, planRepair, planSeal } from "./plan-repair.js";
import { createProseDraft } from "./prose-draft.js";
import type { RecordMode, RecordOptions, RecordPlan, RecordWork } from "./record-options.js";
import { withVendor } from "./take-vendor.js";

/** A service to record. */
export interface Target {
  readonly config: Config;
  readonly named: NamedService;
  /** The vendor's model that is taken first. */
  readonly vendor?: VendorModel;
}

/** What is to be written, and what it was made from. */
export interface Prepared {
  readonly work: RecordWork;
  readonly plan: RecordPlan;
}

/** Prepares what is to be written of a service. Nothing is written. */
export async function prepareRecord(
  terminal: Terminal,
  { config, named, vendor }: Target,
  given: RecordOptions,
): Promise<Outcome<Prepared>> {
  const { cwd } = terminal;
  const loaded = await loadService(cwd, config, named);
  if (!loaded.ok) return loaded;
  const { operations = [] } = given;
  const taken = vendor
    ? await adoptVendor(terminal, { config, service: loaded.value, vendor, operations })
    : undefined;
  if (taken && !taken.ok) return taken;
  const service = taken?.value.service ?? loaded.value;
  const today = terminal.today();
  const options = vendor ? withVendor(given, vendor, { service, today }) : given;
  // What is written anew is sealed anew, and an edit would be, too.
  const isEdited = service.replayed.diagnostics.some(({ code }) => code === "ledger/edited");
  const isOrdered = options.mode !== "rebase" && options.mode !== "rename";
  if ((isOrdered || isEdited) && service.replayed.diagnostics.length > 0)
    return failedWith(service.replayed.diagnostics);
  const work: RecordWork = {
    ...{ config, service },
    prose: createProseDraft(cwd, config, service),
    today,
  };
  const plan = PLANS[options.mode](work, options);
  if (!plan.ok || !taken) return plan.ok ? succeeded({ work, plan: plan.value }, plan.diagnostics) : plan;
  const { file, lines } = taken.value;
  const { step, lines: planned } = plan.value;
  const withModel = { ...plan.value, model: file, lines: [...(step ? lines : []), ...planned] };
  return succeeded({ work, plan: withModel }, [...taken.diagnostics, ...plan.diagnostics]);
}

/** Prepares what is written, and has its changeset name the lines of programs here that are affected. */
export async function prepareWithPlaces(
  terminal: Terminal,
  target: Target,
  options: RecordOptions,
): Promise<Outcome<Prepared>> {
  const prepared = await prepareRecord(terminal, target, options);
  const step = prepared.ok ? prepared.value.plan.step : undefined;
  if (!prepared.ok || !step) return prepared;
  const { addPlaces } = await import("./add-places.js");
  const progress = startProgress(terminal);
  const told = await addPlaces(prepared.value.work, step, {
    isAsked: options.places !== false,
    onConsumer: (name) => progress.step(`compiling ${name}`),
  });
  progress.end();
  return succeeded(prepared.value, [...prepared.diagnostics, ...told]);
}

const PLANS: Readonly<Record<RecordMode, (work: RecordWork, options: RecordOptions) => Outcome<RecordPlan>>> =
  {
    append: planAppend,
    amend: planAmend,
    undo: planUndo,
    rebase: planRebase,
    repair: planRepair,
    seal: planSeal,
    rename: (work, { renameFrom = "" }) => planRename(work, renameFrom),
  };
