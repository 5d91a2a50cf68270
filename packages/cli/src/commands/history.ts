import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { type Diagnostic, type Severity, stringifyJson } from "@shapelog/diagnostics";
import { planHistory, type ServicePlan } from "@shapelog/history";
import { compareCodeUnits } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError } from "../files/describe-error.js";
import { displayPath } from "../files/display-path.js";
import { safeFileName } from "../files/safe-file-name.js";
import { openBlobs, readSizes } from "../git/blobs.js";
import { explainGitError, isGitError } from "../git/explain-error.js";
import { findCommit } from "../git/find-commit.js";
import { openRepository, type Repository } from "../git/repository.js";
import { type OutputFolder, openOutputFolder, writeState, writeWhole } from "../history/output-folder.js";
import { startProgressBar } from "../history/progress-bar.js";
import { findMissingNotes, readLog, restoreLog, storeLog } from "../history/read-log.js";
import { type Shard, selectPlans } from "../history/select-plans.js";
import { findLacking, isBeginning, type ServiceRecord } from "../history/service-record.js";
import { printIndex, printSilent, printSummary, type Summary, summarize } from "../history/summary.js";
import { startWorkers } from "../history/walk-services.js";
import type { ServiceTask } from "../history/write-service.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { printed } from "../printed.js";
import { startProgress } from "../progress.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { exitFor, refuse, report } from "./context.js";

export interface HistoryOptions {
  readonly out: string;
  readonly ref: string;
  /** `YYYY-MM-DD`. */
  readonly since?: string;
  readonly service: readonly string[];
  readonly shard?: Shard;
  /** How many threads. Default: one for each core. */
  readonly workers?: number;
  readonly verify: boolean;
  readonly silent: boolean;
  readonly format: "text" | "json";
  readonly failOn: Severity | "never";
}

/** `shapelog history`: a ledger per service from a git history of models. */
export async function history(terminal: Terminal, path: string, options: HistoryOptions): Promise<ExitCode> {
  const shown = displayPath(terminal.cwd, resolve(terminal.cwd, path));
  const repository = openRepository(resolve(terminal.cwd, path), shown);
  if (!repository.ok) return refuse(terminal, repository.diagnostics);
  const commit = await findCommit(repository.value, options.ref, shown);
  if (!commit.ok) return refuse(terminal, commit.diagnostics);
  const folder = await openOutputFolder(
    terminal.cwd,
    resolve(terminal.cwd, options.out),
    options.since ?? null,
  );
  if (!folder.ok) return refuse(terminal, folder.diagnostics);
  try {
    const work = { repository: repository.value, commit: commit.value, folder: folder.value, options };
    const walked = await walk(terminal, work);
    if (!walked.ok) return refuse(terminal, walked.diagnostics);
    report(terminal, walked.diagnostics);
    terminal.out(printed(walked.value));
    return exitFor(walked.diagnostics, options.failOn);
  } finally {
    folder.value.unlock();
  }
}

interface Work {
  readonly repository: Repository;
  readonly commit: string;
  readonly folder: OutputFolder;
  readonly options: HistoryOptions;
}

async function walk(terminal: Terminal, work: Work): Promise<Outcome<string>> {
  const { folder, options } = work;
  const started = performance.now();
  const progress = startProgress(terminal);
  const workers = startWorkers(work.repository, options.workers ?? availableParallelism());
  try {
    progress.step("reading the log");
    const { plans, notes } = await planWork(work);
    if (plans.length === 0) {
      const shown = displayPath(terminal.cwd, work.repository.folder);
      return failedWith([...notes, cliDiagnostics.create("no-models", undefined, { path: shown })]);
    }
    const selected = selectPlans(plans, options.service, options.shard);
    if (!selected.ok) return selected;
    const tasks = await createTasks(work, selected.value);
    const bar = startProgressBar({ progress, ...sumWork(tasks) });
    const weights = new Map(tasks.map(({ task, weight }) => [task.plan.service, weight]));
    const { records, failure } = await workers.walk({
      tasks: tasks.map(({ task }) => task),
      onRevision: (service, count) => bar.advance(service, count, count * (weights.get(service) ?? 1)),
    });
    if (failure) return failed(explainFailure(terminal, folder, failure));
    const all = new Map([
      ...folder.records,
      ...records.map((record): [string, ServiceRecord] => [record.service, record]),
    ]);
    const shown = selected.value.flatMap(({ service }) => all.get(service) ?? []);
    const { count } = sumWork(tasks);
    const run = { revisions: count, services: tasks.length, seconds: (performance.now() - started) / 1000 };
    await writeIndex(work, { plans, records: all, run });
    const summary = summarize(shown, work.commit, run);
    const diagnostics = shown.flatMap((record) => record.diagnostics);
    return succeeded(printResult(shown, summary, options), [...folder.diagnostics, ...notes, ...diagnostics]);
  } catch (error) {
    if (isGitError(error)) {
      const input = displayPath(terminal.cwd, work.repository.folder);
      return failed(explainGitError(error, input));
    }
    const path = displayPath(terminal.cwd, folder.path);
    if (error instanceof Error && "syscall" in error) {
      return failed(
        cliDiagnostics.create("not-writable", { file: path }, { path, reason: describeError(error) }),
      );
    }
    throw error;
  } finally {
    progress.end();
    await workers.close();
  }
}

/** Reads the log, as far as an earlier run did not, and keeps it. */
async function planWork({ repository, commit, folder, options }: Work) {
  const blobs = openBlobs(repository);
  try {
    const known = folder.state && restoreLog(folder.state.log);
    const log = await readLog({ repository, blobs }, commit, known);
    if (log !== known) await writeState(folder, options.since ?? null, storeLog(log));
    const plans = planHistory(log.commits, log.notes, {
      operations: log.operations,
      ...(options.since === undefined ? {} : { since: options.since }),
    });
    const old = log.commits.reduce((sum, entry) => sum + entry.old, 0);
    const missing = findMissingNotes(log);
    const [blob] = missing;
    const notes = [
      ...(old > 0 ? [cliDiagnostics.create("old-models", undefined, { count: old })] : []),
      ...(blob === undefined
        ? []
        : [cliDiagnostics.create("missing-notes", undefined, { count: missing.length, blob })]),
    ];
    return { plans, notes };
  } finally {
    blobs.close();
  }
}

interface WeighedTask {
  readonly task: ServiceTask;
  /** How many revisions are to be walked, and how much work each is. */
  readonly count: number;
  readonly weight: number;
}

/** Returns the services that are not up to date, those with the most work first. */
async function createTasks(
  { repository, folder, options }: Work,
  plans: readonly ServicePlan[],
): Promise<readonly WeighedTask[]> {
  const { verify } = options;
  const records = [...folder.records.values()];
  const tip = (plan: ServicePlan) => plan.revisions.at(-1)?.blob ?? "";
  const asked = [
    ...plans.map(tip),
    ...records.flatMap((record) => [...findLacking(record), ...needed(record)]),
  ];
  const sizes = await readSizes(repository, [...new Set(asked)]);
  const has = (blob: string) => sizes.has(blob);
  const tasks = plans.flatMap((plan) => {
    const known = folder.records.get(plan.service);
    const goesOn = known && isBeginning(known, plan) && (known.verified || !verify);
    // What was missing is walked when it is there, and what was there is not taken for an empty model.
    const record = goesOn && !findLacking(known).some(has) && isReady(known, plan, has) ? known : undefined;
    const count = plan.revisions.length - (record?.done ?? 0);
    return count === 0
      ? []
      : [{ task: { plan, record, out: folder.path, staging: folder.staging, verify }, count }];
  });
  return tasks
    .map((task) => ({ ...task, weight: sizes.get(tip(task.task.plan)) ?? 1 }))
    .sort(
      (a, b) =>
        b.count * b.weight - a.count * a.weight || compareCodeUnits(a.task.plan.service, b.task.plan.service),
    );
}

/** The files that a service goes on from. */
function needed({ state }: ServiceRecord): readonly string[] {
  return state.files.flatMap(({ blob, beside = {}, gone }) => (gone ? [] : [blob, ...Object.values(beside)]));
}

/** Returns whether a service is done, or what it goes on from is there. */
function isReady(record: ServiceRecord, plan: ServicePlan, has: (blob: string) => boolean): boolean {
  return record.done === plan.revisions.length || needed(record).every(has);
}

function sumWork(tasks: readonly WeighedTask[]): { readonly count: number; readonly weight: number } {
  return {
    count: tasks.reduce((sum, { count }) => sum + count, 0),
    weight: tasks.reduce((sum, { count, weight }) => sum + count * weight, 0),
  };
}

function explainFailure(
  terminal: Terminal,
  folder: OutputFolder,
  { service, reason }: { readonly service: string; readonly reason: string },
): Diagnostic {
  const path = displayPath(terminal.cwd, join(folder.path, "ledgers", `${safeFileName(service)}.jsonl`));
  return cliDiagnostics.create("history-stopped", { file: path }, { path, reason });
}

interface IndexSource {
  /** All services of the history. */
  readonly plans: readonly ServicePlan[];
  /** All that is in the folder. */
  readonly records: Map<string, ServiceRecord>;
  readonly run: Summary["run"];
}

/** Writes the index of all that is in the folder; a whole history also drops services that are no more. */
async function writeIndex(
  { folder, commit, options }: Work,
  { plans, records, run }: IndexSource,
): Promise<void> {
  const planned = new Set(plans.map((plan) => plan.service));
  for (const record of records.values()) {
    if (planned.has(record.service)) continue;
    records.delete(record.service);
    const name = safeFileName(record.service);
    await rm(join(folder.path, "services", `${name}.json`), { force: true });
    await rm(join(folder.path, "ledgers", `${name}.jsonl`), { force: true });
  }
  const sorted = [...records.values()].sort((a, b) => compareCodeUnits(a.service, b.service));
  const { shard } = options;
  const name = shard ? `index.${shard.index}-of-${shard.count}.json` : "index.json";
  await writeWhole(
    folder.staging,
    join(folder.path, name),
    printIndex(sorted, summarize(sorted, commit, run)),
  );
}

function printResult(records: readonly ServiceRecord[], summary: Summary, options: HistoryOptions): string {
  if (options.format === "json") {
    const silent = records.flatMap(({ service, silent: breaks }) =>
      breaks.map((one) => ({ service, ...one })),
    );
    const list = options.silent ? { list: silent } : {};
    return `${stringifyJson({ format: "shapelog-history-summary/1", ...summary, ...list }, 2)}\n`;
  }
  return `${options.silent ? printSilent(records) : ""}${printSummary(summary)}`;
}
