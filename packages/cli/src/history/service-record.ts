import { createHash } from "node:crypto";
import type { Told } from "@shapelog/changelog";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { PlannedRevision, ServicePlan, ServiceState, Totals } from "@shapelog/history";

/** The name and version of the format of the files that say how far a service is. */
export const RECORD_FORMAT = "shapelog-history-service/4";

/** How far a service is: all that is needed to continue it, and its figures. */
export interface ServiceRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly service: string;
  readonly names: readonly string[];
  /** The ledger's file, relative to the output folder. */
  readonly file: string;
  /** The length of the ledger's file in bytes. A file of another length was not written with this record. */
  readonly length: number;
  readonly rows: number;
  /** How many of the planned revisions are done, and the digest of these. */
  readonly done: number;
  readonly chain: string;
  readonly verified: boolean;
  /** The dates of the first and last row. */
  readonly first: string;
  readonly last: string;
  readonly state: ServiceState;
  readonly totals: Totals;
  readonly diagnostics: readonly Diagnostic[];
  /** What broke, each fact once, without the vendor's note naming it. */
  readonly silent: readonly SilentBreak[];
}

/** Something that broke without the vendor's note naming it. */
export interface SilentBreak {
  /** The row's id. */
  readonly row: string;
  readonly version?: string;
  /** What the note says instead. */
  readonly told: Exclude<Told, "named">;
  /** The rule and the words of the first of its findings. */
  readonly rule: string;
  readonly message: string;
  /** How many findings say it: one for each direction and shape. */
  readonly findings: number;
  /** How many operations it reaches, and the names of the first of them. */
  readonly operations: number;
  readonly names: readonly string[];
}

/** Returns the digest of the first revisions of a plan: what was done stays done as long as it is the same. */
export function digestChain(
  { service, names, source }: ServicePlan,
  revisions: readonly PlannedRevision[],
): string {
  const hash = createHash("sha256").update(JSON.stringify([service, names, source]));
  for (const { commit, date, path, blob, beside, from, gone, ends, version, note } of revisions) {
    hash.update(JSON.stringify([commit, date, path, blob, beside, from, gone, ends, version, note]));
  }
  return hash.digest("hex");
}

/** Returns the blobs of revisions that were left out, as the repository did not have them. */
export function findLacking({ diagnostics }: ServiceRecord): readonly string[] {
  return diagnostics.flatMap(({ code, data }) => {
    const blob = typeof data === "object" && data !== null && "blob" in data ? data.blob : undefined;
    return code === "history/missing-blob" && typeof blob === "string" ? [blob] : [];
  });
}

/** Returns whether a record is the beginning of a plan. */
export function isBeginning(record: ServiceRecord, plan: ServicePlan): boolean {
  return (
    record.done <= plan.revisions.length &&
    record.chain === digestChain(plan, plan.revisions.slice(0, record.done))
  );
}
