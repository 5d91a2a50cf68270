import { applyChanges, type Change, changedShapes, diffModels, invert } from "@shapelog/changes";
import type { Diagnostic } from "@shapelog/diagnostics";
import { hasSeverity } from "@shapelog/diagnostics";
import { type Finding, judge } from "@shapelog/diff";
import { digestShapes, type ShapeDigests } from "@shapelog/ledger";
import { createModel, equalModels, equalShapes, type Model, type ShapeId, shapeName } from "@shapelog/model";
import { findChangedKeys } from "@shapelog/model/revisions";
import { historyDiagnostics } from "./diagnostics.js";
import { isNamed } from "./notes.js";
import type { PlannedRevision, ServicePlan } from "./plan.js";
import { HISTORY_FORMAT, type HistoryRow, shortenFinding } from "./row.js";
import { NO_TOTALS, type Totals } from "./totals.js";

/** What a reader gives of a revision, to be handed to it with the next one. */
export interface ReadRevision {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the revisions of a model. `previous` is what it returned for the predecessor. */
export type RevisionReader<Read extends ReadRevision> = (
  file: string,
  bytes: Buffer,
  previous: Read | undefined,
) => Read;

/** Where a file of a service stands after some revisions: all that is needed to go on later. */
export interface FileState {
  readonly path: string;
  readonly blob: string;
  /** The id of its last row; `null` where it has none. */
  readonly row: string | null;
  readonly digest: string | null;
  readonly gone?: true;
}

/** Where a service stands after some revisions. */
export interface ServiceState {
  readonly files: readonly FileState[];
  /** The date of its last row, and how many rows have that date. */
  readonly lastDate: string;
  readonly sameDate: number;
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
  /** Goes on to a revision; `bytes` is its blob, or `undefined` where the repository does not have it. */
  step(revision: PlannedRevision, bytes: Buffer | undefined): Step;
  /** Reads a file of the state that the walk starts with. */
  restore(file: FileState, bytes: Buffer | undefined): void;
  state(): ServiceState;
}

interface Live<Read> extends FileState {
  /** Absent for a model that is gone. */
  readonly read?: Read;
  readonly model: Model;
  /** Absent until a row is made of it. */
  readonly digests?: ShapeDigests;
}

/** Starts a walk at the first revision, or, after `restore` of each of its files, at a state. */
export function startWalk<Read extends ReadRevision>(
  options: WalkOptions<Read>,
  from: ServiceState = NO_STATE,
): ServiceWalk {
  const { plan, read, verify } = options;
  const files = new Map<string, Live<Read>>();
  let { lastDate, sameDate } = from;
  /** The names of the operations that findings share. */
  const names = new WeakMap<readonly ShapeId[], readonly string[]>();
  const namesOf = (operations: readonly ShapeId[]): readonly string[] => {
    const known = names.get(operations) ?? operations.map(shapeName);
    names.set(operations, known);
    return known;
  };

  const nextId = (date: string): { readonly id: string; readonly date: string } => {
    const day = date < lastDate ? lastDate : date;
    sameDate = day === lastDate ? sameDate + 1 : 1;
    lastDate = day;
    return { id: sameDate === 1 ? day : `${day}.${sameDate}`, date: day };
  };

  const createRow = (revision: PlannedRevision, before: Live<Read> | undefined, after: Model): Row => {
    const old = before?.model ?? createModel([]);
    const changes = diffModels(old, after);
    if (changes.length === 0) return { changes, findings: [] };
    const isPair = before !== undefined && !before.gone && !revision.gone;
    const findings = isPair ? judge(changes, { before: old, after }) : [];
    const indexes = new Map<Change, number>(changes.map((change, index) => [change, index]));
    const { commit, path, blob, note, version } = revision;
    const digests = digestSince(before, after, changes);
    const row: HistoryRow = {
      format: HISTORY_FORMAT,
      service: plan.service,
      ...nextId(revision.date),
      source: { name: plan.source, ...(version === undefined ? {} : { version }), commit },
      ...(note === undefined ? {} : { note }),
      parent: before?.row ?? null,
      ...{ path, blob },
      ...(revision.gone ? { gone: true } : {}),
      before: before?.digest ?? null,
      after: digests.digest,
      changes,
      findings: findings.map((finding) =>
        shortenFinding(finding, indexes, namesOf, finding.verdict === "breaking" && isNamed(finding, note)),
      ),
    };
    return { changes, findings, row, digests };
  };

  return {
    restore(file, bytes) {
      const known = file.gone || !bytes ? undefined : read(file.path, bytes, undefined);
      const model = known?.model ?? createModel([]);
      files.set(file.path, { ...file, model, ...(known ? { read: known } : {}) });
    },
    step(revision, bytes) {
      const { path, blob, from, gone } = revision;
      const before = from === undefined ? undefined : files.get(from);
      const at = { service: plan.service, commit: revision.commit };
      const size = bytes?.length ?? 0;
      if (!gone && !bytes) {
        const missing = historyDiagnostics.create("missing-blob", locate(revision), { ...at, blob });
        return { totals: { revisions: 1, unreadable: 1 }, diagnostics: [missing] };
      }
      const now =
        gone || !bytes ? undefined : read(`${revision.commit.slice(0, 12)}:${path}`, bytes, before?.read);
      if (now && hasSeverity(now.diagnostics)) {
        const totals = { revisions: 1, unreadable: 1, bytes: size };
        return { totals, diagnostics: [explainUnreadable(revision, at, now.diagnostics)] };
      }
      const model = now?.model ?? createModel([]);
      const { row, changes, findings, digests = before?.digests } = createRow(revision, before, model);
      const reason = verify ? findLoss(changes, before?.model ?? createModel([]), model) : undefined;
      for (const ended of revision.ends ?? []) files.delete(ended);
      files.set(path, {
        ...{ path, blob },
        // Of an equal model all is known that was found out about it.
        model: changes.length === 0 && before ? before.model : model,
        row: row?.id ?? before?.row ?? null,
        digest: row?.after ?? before?.digest ?? null,
        ...(gone ? { gone } : {}),
        ...(now ? { read: now } : {}),
        ...(digests ? { digests } : {}),
      });
      const lost =
        reason === undefined ? [] : [historyDiagnostics.create("lost", locate(revision), { ...at, reason })];
      const isPair = before !== undefined && !before.gone && !gone;
      const compared = isPair ? { pairs: 1, changes: changes.length } : {};
      const counted = { ...compared, bytes: size, lost: lost.length };
      return {
        ...(row ? { row } : {}),
        totals: { ...countRow(row, findings), ...counted },
        diagnostics: lost,
      };
    },
    state: () => ({
      files: [...files.values()].map(({ path, blob, row, digest, gone }) => ({
        ...{ path, blob, row, digest },
        ...(gone ? { gone } : {}),
      })),
      lastDate,
      sameDate,
    }),
  };
}

interface Row {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly row?: HistoryRow;
  readonly digests?: ShapeDigests;
}

/** Changes name every shape in which two models differ, so only these are looked at. */
function digestSince(
  before: { readonly digests?: ShapeDigests } | undefined,
  after: Model,
  changes: readonly Change[],
): ShapeDigests {
  const isMetadata = changes.some((change) => !("shape" in change));
  const known = isMetadata ? undefined : before?.digests;
  return digestShapes(after, known && { digests: known, changed: changedShapes(changes) });
}

/**
 * Returns why changes are not all that two models differ in, there and back, or `undefined`. Shapes that no change names
 * have to be equal in both; the others are replayed.
 */
function findLoss(changes: readonly Change[], before: Model, after: Model): string | undefined {
  const named = changedShapes(changes);
  const [old, now] = [before, after].map((model) => pick(model, named)) as [Model, Model]; // two in, two out
  if (before.shapes.size - old.shapes.size !== after.shapes.size - now.shapes.size)
    return "a shape is not told of.";
  for (const id of findChangedKeys(before.shapes, after.shapes)) {
    const [shape, other] = [before.shapes.get(id), after.shapes.get(id)];
    if (!named.has(id) && !(shape && other && equalShapes(shape, other))) return `${id} is not told of.`;
  }
  const forth = applyChanges(changes, old);
  if (forth.diagnostics[0]) return forth.diagnostics[0].message;
  if (!equalModels(forth.model, now)) return "applied, they give another model.";
  const back = applyChanges(invert(changes), now);
  if (back.diagnostics[0]) return `inverted: ${back.diagnostics[0].message}`;
  return equalModels(back.model, old) ? undefined : "inverted, they give another model.";
}

function pick({ shapes, metadata }: Model, ids: ReadonlySet<ShapeId>): Model {
  const found = [...ids].flatMap((id) => shapes.get(id) ?? []);
  return createModel(found, metadata);
}

function countRow(row: HistoryRow | undefined, findings: readonly Finding[]): Partial<Totals> {
  const counts = { ...NO_TOTALS.findings };
  for (const { verdict } of findings) counts[verdict]++;
  return {
    revisions: 1,
    findings: counts,
    unclassified: findings.filter(({ rule }) => rule === "unclassified").length,
    silent: row?.findings.filter(({ named }) => named === false).length ?? 0,
  };
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
