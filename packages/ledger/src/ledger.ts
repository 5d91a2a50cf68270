import { hash } from "node:crypto";
import type { Change } from "@shapelog/changes";
import { canonicalJson } from "@shapelog/model";

/** Where a revision of a model came from. */
export interface RevisionSource {
  /** What the model was taken from, such as `botocore`. */
  readonly name: string;
  /** The release that carried it. */
  readonly version?: string;
  readonly commit?: string;
}

/** What the vendor of a model says of a revision: a quotation, and never our words. */
export interface VendorNote {
  /** Who says it, such as `botocore`. */
  readonly source: string;
  /** The release whose notes it stands in. */
  readonly version?: string;
  /** The file in the source that it stands in. */
  readonly file?: string;
  /** The words as they are there, as plain text. Absent where the ledger only says where to read them. */
  readonly text?: string;
}

/** A finding that somebody decided to live with. */
export interface AcceptedFinding {
  /** The finding's id. */
  readonly finding: string;
  /** Why, in prose. */
  readonly because: string;
  /** Who decided it. */
  readonly by?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/** What a revision said when it was written, as digests: of all of it, and of each part to tell which was edited. */
export interface RevisionSeal {
  /** `sha256:` and the hex digest of all that the revision says. */
  readonly whole: string;
  /**
   * The first eight hex digits of each part's digest by its key, and by `name` that of the file's name without `.json`. Of
   * a list there is one digest for each entry, with spaces between them.
   */
  readonly parts: Readonly<Record<string, string>>;
}

/** One step of a model's history. The first, the baseline, starts from the empty model. */
export interface Revision {
  /**
   * The file's name: `YYYY-MM-DD-1a2b3c4d`, the date and a part made of the content, so that two branches do not share
   * one. Older ledgers have the date alone, with `.2`, `.3` and so on behind it for further revisions of one day.
   */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly source?: RevisionSource;
  /** What the revision is about, in our words, as Markdown. */
  readonly note?: string;
  readonly vendor?: VendorNote;
  /** Why it was recorded although the model has errors, in prose. */
  readonly forced?: string;
  readonly accepted?: readonly AcceptedFinding[];
  /** The digest of the model before; `null` for the baseline. */
  readonly before: string | null;
  /** The digest of the model after. */
  readonly after: string;
  readonly changes: readonly Change[];
  /** What it said when it was written. Absent in what is not written yet, and in older files. */
  readonly seal?: RevisionSeal;
}

/** The record of how one service's model changed, oldest revision first. */
export interface Ledger {
  readonly service: string;
  readonly revisions: readonly Revision[];
}

/** The name and version of the file format. */
export const LEDGER_FORMAT = "shapelog-ledger/1";

/** Orders revision ids by day, then by their number within the day, then by what is made of their content. */
export function compareRevisionIds(a: string, b: string): number {
  const [dayA = "", numberA = "1"] = a.split(".");
  const [dayB = "", numberB = "1"] = b.split(".");
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}

/** Returns whether an id is one that a revision of this day may have. */
export function isRevisionId(id: string, date: string): boolean {
  if (!id.startsWith(date)) return false;
  return /^(?:|\.[1-9]\d*|-[0-9a-f]{8})$/.test(id.slice(date.length));
}

/** Returns the id of a new revision: its date, and eight digits made of its content that none of `taken` has. */
export function createRevisionId(revision: Omit<Revision, "id">, taken: ReadonlySet<string>): string {
  const { date, source, note, before, after } = revision;
  for (let attempt = 0; ; attempt++) {
    const content = canonicalJson({ date, source: { ...source }, note: note ?? "", before, after, attempt });
    const id = `${date}-${hash("sha256", content, "hex").slice(0, 8)}`;
    if (!taken.has(id)) return id;
  }
}

/** Returns what a revision is called where its day is enough: its id without what is made of its content. */
export function printRevisionName({ id, date }: Pick<Revision, "id" | "date">): string {
  return /^-[0-9a-f]{8}$/.test(id.slice(date.length)) ? date : id;
}
