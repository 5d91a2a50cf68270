import type { Diagnostic } from "@shapelog/diagnostics";
import { hasSeverity } from "@shapelog/diagnostics";
import type { Finding } from "@shapelog/diff";
import { createModel, type Model } from "@shapelog/model";
import { type Beside, besidePaths, mapBeside } from "./beside.js";
import { createRow, type RecordedModel, type Row, type RowContext } from "./create-row.js";
import { historyDiagnostics } from "./diagnostics.js";
import { findFacts } from "./facts.js";
import { findLoss } from "./find-loss.js";
import type { PlannedRevision } from "./line.js";
import type { ServicePlan } from "./plan.js";
import type { HistoryRow } from "./row.js";
import { type LastId, RowIds } from "./row-ids.js";
import { NO_TOTALS, type Totals } from "./totals.js";

/** What a reader gives of a revision, to be handed to it with the next one. */
export interface ReadRevision {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/** The bytes of a revision's files. What the repository does not have is absent. */
export interface RevisionFiles {
  readonly model?: Buffer | undefined;
  /** The files that stand beside it. */
  readonly beside?: Beside<Buffer>;
}

/** A file as it is read. */
export interface NamedBytes {
  /** What it is called in diagnostics. */
  readonly file: string;
  readonly bytes: Buffer;
}

/** A model as it is read, with the files that stand beside it. */
export interface RevisionSource extends NamedBytes {
  readonly beside: Beside<NamedBytes>;
}

/** Reads the revisions of a model. `previous` is what it returned for the predecessor. */
export type RevisionReader<Read extends ReadRevision> = (
  source: RevisionSource,
  previous: Read | undefined,
) => Read;

/** Where a file of a service stands after some revisions: all that is needed to go on later. */
export interface FileState {
  readonly path: string;
  readonly blob: string;
  /** The blobs of the files that stand beside it. */
  readonly beside?: Beside<string>;
  /** The id of its last row; `null` where it has none. */
  readonly row: string | null;
  readonly digest: string | null;
  readonly gone?: true;
}

/** Where a service stands after some revisions. */
export interface ServiceState extends LastId {
  readonly files: readonly FileState[];
}

/** The state before the first revision. */
export const NO_STATE: ServiceState = { files: [], lastDate: "", sameDate: 0 };

export interface WalkOptions<Read extends ReadRevision> {
  readonly plan: ServicePlan;
  readonly read: RevisionReader<Read>;
  /** Whether to check of every pair that nothing is lost. */
  readonly verify: boolean;
}

/** What one revision gave. */
export interface Step {
  /** Absent where the model stayed the same or could not be read. */
  readonly row?: HistoryRow;
  readonly totals: Partial<Totals>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A walk along the revisions of one service. */
export interface ServiceWalk {
  /** Goes on to a revision. */
  step(revision: PlannedRevision, files: RevisionFiles): Step;
  /** Reads a file of the state that the walk starts with. */
  restore(file: FileState, files: RevisionFiles): void;
  state(): ServiceState;
}

/** A file of the service with its model; `read` is absent for a model that is gone. */
interface Live<Read> extends FileState, RecordedModel {
  readonly read?: Read;
}

interface Walk<Read extends ReadRevision> extends WalkOptions<Read> {
  readonly files: Map<string, Live<Read>>;
  readonly rows: RowContext;
}

/** Starts a walk at the first revision, or, after `restore` of each of its files, at a state. */
export function startWalk<Read extends ReadRevision>(
  options: WalkOptions<Read>,
  from: ServiceState = NO_STATE,
): ServiceWalk {
  const rows = { plan: options.plan, ids: new RowIds(from), names: new WeakMap() };
  const walk: Walk<Read> = { ...options, files: new Map(), rows };
  return {
    restore: (file, files) => restoreTo(walk, file, files),
    step: (revision, files) => stepTo(walk, revision, files),
    state: () => stateOf(walk),
  };
}

function restoreTo<Read extends ReadRevision>(
  { files, read }: Walk<Read>,
  file: FileState,
  { model: bytes, beside = {} }: RevisionFiles,
): void {
  const source = bytes && nameFiles(file.path, bytes, beside);
  const known = file.gone || !source ? undefined : read(source, undefined);
  const model = known?.model ?? createModel([]);
  files.set(file.path, { ...file, model, ...(known ? { read: known } : {}) });
}

function stateOf<Read extends ReadRevision>({ files, rows }: Walk<Read>): ServiceState {
  const states = [...files.values()].map(({ path, blob, beside, row, digest, gone }) => ({
    ...{ path, blob, row, digest },
    ...(beside ? { beside } : {}),
    ...(gone ? { gone } : {}),
  }));
  const { lastDate, sameDate } = rows.ids.last;
  return { files: states, lastDate, sameDate };
}

function stepTo<Read extends ReadRevision>(
  walk: Walk<Read>,
  revision: PlannedRevision,
  files: RevisionFiles,
): Step {
  const { path, from, gone } = revision;
  const before = from === undefined ? undefined : walk.files.get(from);
  const at = { service: walk.plan.service, commit: revision.commit };
  const bytes = files.model;
  const size = bytes?.length ?? 0;
  const blob = gone ? undefined : findMissing(revision, files);
  if (blob !== undefined) {
    const missing = historyDiagnostics.create("missing-blob", locate(revision), { ...at, blob });
    return { totals: { revisions: 1, unreadable: 1 }, diagnostics: [missing] };
  }
  const source = bytes && nameFiles(locate(revision).file, bytes, files.beside ?? {});
  const now = gone || !source ? undefined : walk.read(source, before?.read);
  if (now && hasSeverity(now.diagnostics)) {
    const totals = { revisions: 1, unreadable: 1, bytes: size };
    return { totals, diagnostics: [explainUnreadable(revision, at, now.diagnostics)] };
  }
  const after = now?.model ?? createModel([]);
  const made = createRow(walk.rows, { revision, before, after });
  const reason = walk.verify ? findLoss(made.changes, before?.model ?? createModel([]), after) : undefined;
  const lost =
    reason === undefined ? [] : [historyDiagnostics.create("lost", locate(revision), { ...at, reason })];
  for (const ended of revision.ends ?? []) walk.files.delete(ended);
  walk.files.set(path, goOn(revision, { before, now, made }));
  const isPair = before !== undefined && !before.gone && !gone;
  const compared = isPair ? { pairs: 1, changes: made.changes.length } : {};
  return {
    ...(made.row ? { row: made.row } : {}),
    totals: { ...countRow(made.row, made.findings), ...compared, bytes: size, lost: lost.length },
    diagnostics: lost,
  };
}

/** Returns the blob of a file that the repository does not have, or `undefined`. */
function findMissing({ blob, beside = {} }: PlannedRevision, files: RevisionFiles): string | undefined {
  if (!files.model) return blob;
  const missing = mapBeside(beside, (each, kind) => (files.beside?.[kind] ? undefined : each));
  return Object.values(missing)[0];
}

/** Names files as diagnostics do, those beside a model by its name. */
function nameFiles(file: string, bytes: Buffer, beside: Beside<Buffer>): RevisionSource {
  const paths = besidePaths(file);
  const named = mapBeside(beside, (each, kind) => ({ file: paths[kind] ?? file, bytes: each }));
  return { file, bytes, beside: named };
}

interface Made<Read> {
  readonly before: Live<Read> | undefined;
  readonly now: Read | undefined;
  readonly made: Row;
}

/** Returns a file as it stands after a revision. */
function goOn<Read extends ReadRevision>(
  { path, blob, beside, gone }: PlannedRevision,
  { before, now, made }: Made<Read>,
): Live<Read> {
  const { changes, row, digests = before?.digests } = made;
  // Of an equal model all is known that was found out about it.
  const same = changes.length === 0 ? before?.model : undefined;
  return {
    ...{ path, blob },
    ...(beside ? { beside } : {}),
    model: same ?? now?.model ?? createModel([]),
    row: row?.id ?? before?.row ?? null,
    digest: row?.after ?? before?.digest ?? null,
    ...(gone ? { gone } : {}),
    ...(now ? { read: now } : {}),
    ...(digests ? { digests } : {}),
  };
}

function countRow(row: HistoryRow | undefined, findings: readonly Finding[]): Partial<Totals> {
  const counts = { ...NO_TOTALS.findings };
  for (const { verdict } of findings) counts[verdict]++;
  return {
    revisions: 1,
    findings: counts,
    unclassified: findings.filter(({ rule }) => rule === "unclassified").length,
    told: countTold(row),
  };
}

function countTold(row: HistoryRow | undefined): Totals["told"] {
  const counts = { ...NO_TOTALS.told };
  for (const { told } of row ? findFacts(row) : []) counts[told]++;
  return counts;
}

function locate({ commit, path }: PlannedRevision) {
  return { file: `${commit.slice(0, 12)}:${path}` };
}

function explainUnreadable(
  revision: PlannedRevision,
  at: { readonly service: string; readonly commit: string },
  diagnostics: readonly Diagnostic[],
): Diagnostic {
  const first = diagnostics.find(({ severity }) => severity === "error") ?? diagnostics[0];
  const location = first?.location ?? locate(revision);
  return historyDiagnostics.create("unreadable-model", location, { ...at, reason: first?.message ?? "" });
}
