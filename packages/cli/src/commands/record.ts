import { join } from "node:path";
import { findAcceptances } from "@shapelog/changelog";
import type { Diagnostic } from "@shapelog/diagnostics";
import {
  compareModels,
  printComparisonText,
  type Verdict,
  withAccepted,
  withBumpScope,
} from "@shapelog/diff";
import { printRevisionName, type Revision, type Step } from "@shapelog/ledger";
import { findConfig, selectServices } from "../config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { type FolderLock, lockFolder } from "../files/lock-folder.js";
import { writeFiles } from "../files/write-files.js";
import { findAuthor } from "../git/find-author.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { line, printed } from "../printed.js";
import { writeDefaultNote } from "../record/plan-append.js";
import { type Prepared, prepareRecord, prepareWithPlaces, type Target } from "../record/prepare-record.js";
import { listEdits } from "../record/prose-draft.js";
import type { RecordMode, RecordOptions, RecordWork } from "../record/record-options.js";
import { readTargetVendor } from "../record/take-vendor.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

/**
 * `shapelog record`: writes what changed into the ledger, with the changeset of the generated package; of all services, where
 * none is named. What one service is refused for keeps no other from being recorded.
 */
export async function record(terminal: Terminal, given: RecordOptions): Promise<ExitCode> {
  const targets = await findTargets(terminal, given);
  if (!targets.ok) return refuse(terminal, targets.diagnostics);
  const options = await withAuthor(terminal, given);
  let isRefused = false;
  let isStale = false;
  for (const target of targets.value) {
    const done = await recordService(terminal, target, options);
    isRefused ||= done === "refused";
    isStale ||= done === "written" && target.named.service.package !== undefined;
  }
  if (isStale) terminal.out(line`Next: npx shapelog build`);
  return isRefused ? EXIT.usage : EXIT.ok;
}

/** Returns options in which who accepts has a name, where git knows one. */
async function withAuthor({ cwd }: Terminal, options: RecordOptions): Promise<RecordOptions> {
  const { accept } = options;
  if (!accept || accept.by !== undefined) return options;
  const by = await findAuthor(cwd);
  return by === undefined ? options : { ...options, accept: { ...accept, by } };
}

/** What became of one service: its ledger was written, or it was refused, or there was nothing to write there. */
type Done = "written" | "refused" | "nothing";

async function recordService(terminal: Terminal, target: Target, options: RecordOptions): Promise<Done> {
  const stop = (diagnostics: readonly Diagnostic[]): Done => {
    report(terminal, diagnostics);
    return "refused";
  };
  const vendor = await readTargetVendor(terminal, target, options);
  if (!vendor.ok) return stop(vendor.diagnostics);
  report(terminal, vendor.diagnostics);
  return recordTaken(terminal, { ...target, ...(vendor.value ? { vendor: vendor.value } : {}) }, options);
}

async function recordTaken(terminal: Terminal, target: Target, options: RecordOptions): Promise<Done> {
  const stop = (diagnostics: readonly Diagnostic[]): Done => {
    report(terminal, diagnostics);
    return "refused";
  };
  if (options.dryRun) {
    const prepared = await prepareWithPlaces(terminal, target, options);
    if (!prepared.ok) return stop(prepared.diagnostics);
    report(terminal, prepared.diagnostics);
    describeAndList(terminal, prepared.value);
    return "nothing";
  }
  const asked = await askForNote(terminal, target, options);
  if (!asked.ok) return stop(asked.diagnostics);
  // Locked before the ledger is read: of two that run at once, the second appends to what the first has written.
  const lock = await lockFolder({ cwd: terminal.cwd, folder: target.config.root });
  if (!lock.ok) return stop(lock.diagnostics);
  try {
    report(terminal, lock.diagnostics);
    // What was ended in the middle is done now; to go on would undo the revision before it, too.
    if (options.mode === "undo" && lock.value.finished.length > 0) return "nothing";
    const written = await prepareAndWrite(terminal, { ...asked.value, target, lock: lock.value });
    if (!written.ok) return stop(written.diagnostics);
    return written.value ? "written" : "nothing";
  } finally {
    lock.value.release();
  }
}

/** These can be done for any number of services; the others are about one, which has to be named where there are several. */
const FOR_ALL: ReadonlySet<RecordMode> = new Set(["append", "rebase", "repair", "seal"]);

async function findTargets(terminal: Terminal, options: RecordOptions): Promise<Outcome<readonly Target[]>> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return selected;
  const { onto, renameFrom } = options;
  const isOne =
    !FOR_ALL.has(options.mode) ||
    onto !== undefined ||
    options.accept !== undefined ||
    typeof options.from === "object";
  if (isOne && selected.value.length > 1) {
    const known = [...config.value.services.keys()];
    return failed(cliDiagnostics.create("which-service", undefined, { known }));
  }
  const meant =
    options.from === "configured" ? selected.value.filter(([, service]) => service.from) : selected.value;
  if (meant.length === 0) {
    const services = selected.value.map(([name]) => name);
    return failed(cliDiagnostics.create("follows-nothing", { file: config.value.file }, { services }));
  }
  return succeeded(
    meant.map(([name, service]) => {
      const named = {
        ...{ name, service },
        ...(onto === undefined ? {} : { onto }),
        ...(renameFrom === undefined ? {} : { ledgerName: renameFrom }),
      };
      return { config: config.value, named };
    }),
  );
}

/** The options with what a person answered, and the step that this was about. */
interface Asked {
  readonly options: RecordOptions;
  readonly about?: Step;
}

/** Shows a change and asks for its note, where there is somebody to be asked and no note yet. Nothing is locked meanwhile. */
async function askForNote(
  terminal: Terminal,
  target: Target,
  options: RecordOptions,
): Promise<Outcome<Asked>> {
  if (!terminal.ask || options.mode !== "append" || options.note !== undefined) return succeeded({ options });
  const prepared = await prepareRecord(terminal, target, options);
  if (!prepared.ok) return prepared;
  const { step } = prepared.value.plan;
  if (!step || step.revision.before === null) return succeeded({ options });
  describe(terminal, prepared.value);
  const standard = writeDefaultNote(step.before, step.after);
  terminal.err(line`What is this change about? With Enter alone the note is:\n  ${standard}`);
  const note = (await terminal.ask(printed("> "))).trim();
  return succeeded({ options: { ...options, note: note === "" ? standard : note }, about: step });
}

/** Returns whether anything was written to the ledger. */
async function prepareAndWrite(
  terminal: Terminal,
  { options, about, target, lock }: Asked & { readonly target: Target; readonly lock: FolderLock },
): Promise<Outcome<boolean>> {
  const prepared = await prepareWithPlaces(terminal, target, options);
  if (!prepared.ok) return prepared;
  const { work, plan } = prepared.value;
  if (about && !isSame(about, plan.step)) {
    const model = work.service.modelFile;
    return failed(cliDiagnostics.create("changed-meanwhile", { file: model }, { model }));
  }
  const { files, remove } = listWrites(prepared.value);
  const known = work.prose.known;
  const written = writeFiles({
    ...{ cwd: terminal.cwd, lock, files, remove },
    // Of changelog and changesets what was read, of the ledger what it is said to be of.
    mayReplace: (path, text) =>
      known.has(path) ? known.get(path) === text : mayReplace(prepared.value, path, text),
  });
  if (!written.ok) return written;
  report(terminal, prepared.diagnostics);
  if (!about) describe(terminal, prepared.value);
  tellWrites(terminal, prepared.value, { written: "wrote", removed: "removed" });
  if (options.mode === "repair" && files.length === 0)
    terminal.err(line`${work.service.name}: every facts block is as the ledger says`);
  return succeeded(plan.ledger.length > 0 && (plan.isBuilt ?? true));
}

function isSame(one: Step, other: Step | undefined): boolean {
  return one.revision.before === other?.revision.before && one.revision.after === other.revision.after;
}

/** Returns whether a file is the model as it was read, or of the ledger that of a revision which was read. */
function mayReplace({ work: { service }, plan: { model } }: Prepared, path: string, text: string): boolean {
  if (path === model?.path) return text === model.known;
  return service.ledger.revisions.some(({ id }) => path === `${service.config.ledger}/${id}.json`);
}

function listWrites({ work, plan }: Prepared) {
  const edits = listEdits(work.prose);
  const { model } = plan;
  const models = model && model.text !== model.known ? [{ path: model.path, text: model.text }] : [];
  return { files: [...models, ...plan.ledger, ...edits.files], remove: [...plan.remove, ...edits.remove] };
}

function describeAndList(terminal: Terminal, prepared: Prepared): void {
  describe(terminal, prepared);
  tellWrites(terminal, prepared, { written: "would write", removed: "would remove" });
}

function tellWrites(
  terminal: Terminal,
  prepared: Prepared,
  words: { readonly written: string; readonly removed: string },
): void {
  const { files, remove } = listWrites(prepared);
  const { root } = prepared.work.config;
  const show = (path: string) => displayPath(terminal.cwd, join(root, path));
  for (const { path } of files) terminal.out(line`${words.written} ${show(path)}`);
  for (const path of remove) terminal.out(line`${words.removed} ${show(path)}`);
}

function describe(terminal: Terminal, { work, plan: { step, lines } }: Prepared): void {
  const { service } = work;
  for (const each of lines) terminal.out(each);
  if (!step) return;
  if (step.revision.before === null) {
    terminal.out(line`${service.name}: baseline of ${step.revision.date}, ${step.after.shapes.size} shapes`);
    return;
  }
  const last = service.ledger.revisions.find(({ after }) => after === step.revision.before);
  const [from, to] = [last, step.revision].map((each) => (each ? printRevisionName(each) : "before"));
  const isOneDay = from === to;
  const compared = compareModels(
    { label: (isOneDay ? last?.id : from) ?? "before", model: step.before },
    { label: isOneDay ? step.revision.id : (to ?? ""), model: step.after },
  );
  const scoped = withBumpScope(compared, service.config.bump ?? "all");
  const comparison = withAccepted(scoped, findAcceptedOf(work, step.revision));
  const layout = { color: terminal.color, width: Math.min(terminal.width, 100) };
  terminal.out(printed(printComparisonText(comparison, { ...layout, ids: "open" })));
  if (comparison.findings.some(({ verdict, accepted }) => WORK.has(verdict) && !accepted))
    terminal.out(
      line`To live with one: npx shapelog record --service ${service.name} --accept FINDING --because "..."`,
    );
}

/** The verdicts that ask for work. */
const WORK: ReadonlySet<Verdict> = new Set(["breaking", "check"]);

/** Returns what was accepted of a revision, in its entry and in what is to tell of it. */
function findAcceptedOf({ service, prose }: RecordWork, revision: Revision) {
  const sources = [...prose.texts].map(([file, text]) => ({ file, text }));
  const changelog = sources.find(({ file }) => file === prose.changelog) ?? {
    file: prose.changelog,
    text: "",
  };
  const changesets = sources.filter(({ file }) => file !== prose.changelog);
  const ledger = { service: service.name, revisions: [revision] };
  const { acceptances } = findAcceptances({ ledger, changelog, changesets });
  return acceptances.filter(({ revisions }) => revisions.includes(revision.id));
}
