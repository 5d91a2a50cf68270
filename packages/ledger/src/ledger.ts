import type { Change } from "@shapelog/changes";

/** Where a revision of a model came from. */
export interface RevisionSource {
  /** What the model was taken from, such as `botocore`. */
  readonly name: string;
  /** The release that carried it. */
  readonly version?: string;
  readonly commit?: string;
}

/** One step of a model's history. The first, the baseline, starts from the empty model. */
export interface Revision {
  /** `YYYY-MM-DD`, with `.2`, `.3` and so on behind it for further revisions of one day. Also the file's name. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly source?: RevisionSource;
  /** What the revision is about, in prose, as Markdown. */
  readonly note?: string;
  /** The digest of the model before; `null` for the baseline. */
  readonly before: string | null;
  /** The digest of the model after. */
  readonly after: string;
  readonly changes: readonly Change[];
}

/** The record of how one service's model changed, oldest revision first. */
export interface Ledger {
  readonly service: string;
  readonly revisions: readonly Revision[];
}

/** The name and version of the file format. */
export const LEDGER_FORMAT = "shapelog-ledger/1";

/** Orders revision ids by day and then by their number within the day. */
export function compareRevisionIds(a: string, b: string): number {
  const [dayA = "", numberA = "1"] = a.split(".");
  const [dayB = "", numberB = "1"] = b.split(".");
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}
