import { type Change, diffModels } from "@shapelog/changes";
import { type Finding, judge, sortWorstFirst } from "@shapelog/diff";
import { digestChanged, type ShapeDigests, type VendorNote } from "@shapelog/ledger";
import { createModel, type Model, type ShapeId, shapeName } from "@shapelog/model";
import { findModelFile } from "./layout.js";
import type { PlannedRevision } from "./line.js";
import type { FoundNote } from "./notes.js";
import type { ServicePlan } from "./plan.js";
import { HISTORY_FORMAT, type HistoryRow, shortenFinding } from "./row.js";
import type { RowIds } from "./row-ids.js";

/** What the rows of one service share. */
export interface RowContext {
  readonly plan: ServicePlan;
  readonly ids: RowIds;
  /** The names of the operations that findings share. */
  readonly names: WeakMap<readonly ShapeId[], readonly string[]>;
}

/** A model as a row left it. */
export interface RecordedModel {
  readonly model: Model;
  /** The id of its last row; `null` where it has none. */
  readonly row: string | null;
  readonly digest: string | null;
  readonly gone?: true;
  /** Absent until a row is made of it. */
  readonly digests?: ShapeDigests;
}

/** A revision, the model before it, and its own. */
export interface RevisionPair {
  readonly revision: PlannedRevision;
  readonly before: RecordedModel | undefined;
  readonly after: Model;
}

/** What a revision changed; no row where that is nothing. */
export interface Row {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly row?: HistoryRow;
  readonly digests?: ShapeDigests;
}

/** Compares a revision with what was there before it and makes the row of what changed. */
export function createRow(context: RowContext, { revision, before, after }: RevisionPair): Row {
  const old = before?.model ?? createModel([]);
  const changes = diffModels(old, after);
  const formerly = findFormerName(revision);
  if (changes.length === 0 && formerly === undefined) return { changes, findings: [] };
  // A service's first model is no news: it is where the record begins.
  const findings = before === undefined ? [] : sortWorstFirst(judge(changes, { before: old, after }));
  const indexes = new Map<Change, number>(changes.map((change, index) => [change, index]));
  const { plan, ids, names } = context;
  const { commit, path, blob, beside, note, version } = revision;
  const digests = digestChanged(before?.digests, after, changes);
  const row: HistoryRow = {
    format: HISTORY_FORMAT,
    service: plan.service,
    ...ids.next(revision.date),
    source: { name: plan.source, ...(version === undefined ? {} : { version }), commit },
    ...(note === undefined ? {} : { vendor: quote(plan.source, version, note) }),
    parent: before?.row ?? null,
    ...{ path, blob },
    ...(formerly === undefined ? {} : { formerly }),
    ...(beside ? { beside } : {}),
    ...(revision.gone ? { gone: true } : {}),
    before: before?.digest ?? null,
    after: digests.digest,
    changes,
    findings: findings.map((finding) =>
      shortenFinding(finding, {
        indexes,
        operations: nameOperations(names, finding.operations),
        vendor: note?.text,
      }),
    ),
  };
  return { changes, findings, row, digests };
}

/** Returns a note of the vendor's as a ledger keeps it. */
function quote(source: string, version: string | undefined, { file, text }: FoundNote): VendorNote {
  return {
    source,
    ...(version === undefined ? {} : { version }),
    ...(file === undefined ? {} : { file }),
    text,
  };
}

/** Returns the name that a service had until a revision, where it has another one from there on. */
function findFormerName({ path, from }: PlannedRevision): string | undefined {
  const old = from === undefined ? undefined : findModelFile(from)?.service;
  return old === findModelFile(path)?.service ? undefined : old;
}

function nameOperations(names: RowContext["names"], operations: readonly ShapeId[]): readonly string[] {
  const known = names.get(operations) ?? operations.map(shapeName);
  names.set(operations, known);
  return known;
}
