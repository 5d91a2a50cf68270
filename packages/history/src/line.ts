import type { Beside } from "./beside.js";
import type { FoundNote } from "./notes.js";

/** A state of a model file, and the one it is compared with. */
export interface PlannedRevision {
  readonly commit: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly path: string;
  readonly blob: string;
  /** The blobs of the files that stand beside it. */
  readonly beside?: Beside<string>;
  /** The file whose last state is its predecessor: its own path, or the one it moved from or is a new version of. */
  readonly from?: string;
  /** Whether the service's last model was removed here. */
  readonly gone?: true;
  /** Files that no later revision has as its predecessor. */
  readonly ends?: readonly string[];
  /** The release that carried it first. */
  readonly version?: string;
  /** What the vendor's notes say of it. */
  readonly note?: FoundNote;
}

/** A service while it is planned. */
export interface Line {
  service: string;
  names: string[];
  source: string;
  readonly revisions: PlannedRevision[];
  readonly files: Map<string, LineFile>;
}

/** A model file as it stands. */
interface LineFile {
  readonly version: string;
  readonly blob: string;
}
