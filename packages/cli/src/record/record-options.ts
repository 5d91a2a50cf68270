import type { EmittedFile } from "@shapelog/emit";
import type { RevisionSource, Step, VendorNote } from "@shapelog/ledger";
import type { Config } from "../config-file.js";
import type { LoadedService } from "../load-service.js";
import type { Printed } from "../terminal.js";
import type { ProseDraft } from "./prose-draft.js";

/**
 * What `shapelog record` does: `append` a revision; `amend` the last one, or `undo` it; `rebase` a branch's revisions
 * behind another's; `repair` what changelog and changesets say; `rename` the ledger's service; `seal` what has no seal.
 */
export type RecordMode = "append" | "amend" | "undo" | "rebase" | "repair" | "rename" | "seal";

export interface RecordOptions {
  readonly mode: RecordMode;
  readonly service?: string;
  /** Default: today; for `amend` the revision's own. */
  readonly date?: string;
  /** Whether the date may be after today. Default: false. */
  readonly allowFuture?: boolean;
  /** Default: what a person answers on a terminal, else what is written from the findings. */
  readonly note?: string;
  readonly source?: RevisionSource;
  /** The vendor's model to take first: an input, or `configured` for the one that each service follows. Default: none. */
  readonly from?: { readonly input: string } | "configured";
  /** With `from`: operations to take besides those that the model has. */
  readonly operations?: readonly string[];
  /** With `from`: the release and the commit, where the input does not tell them. */
  readonly sourceVersion?: string;
  readonly sourceCommit?: string;
  /** With `from`: a file with the vendor's note. Default: the note that the input has. */
  readonly vendorNote?: string;
  /** The vendor's note, to be quoted. Default: none. */
  readonly vendor?: VendorNote;
  /** Why a model with errors is recorded. Default: it is not. */
  readonly force?: string;
  /** Whether to write a changeset. Default: true. */
  readonly changeset?: boolean;
  /** Whether the changeset names the lines of programs here that the change affects. Default: true. */
  readonly places?: boolean;
  /** For `rebase`: a revision of the branch that stays. Default: as git or the dates say. */
  readonly onto?: string;
  /** For `rename`: the name that the ledger has. */
  readonly renameFrom?: string;
  /** Findings to live with: their ids, and why. Default: none. */
  readonly accept?: {
    readonly findings: readonly string[];
    readonly because: string;
    /** Default: the name that git knows, if any. */
    readonly by?: string;
  };
  /** Whether to say what would be written, and write nothing. Default: false. */
  readonly dryRun?: boolean;
}

/** What a plan is made from. */
export interface RecordWork {
  readonly config: Config;
  readonly service: LoadedService;
  /** What tells users of revisions, to be changed. */
  readonly prose: ProseDraft;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
}

/** What is to be written. Paths are relative to the configuration's folder. */
export interface RecordPlan {
  /** Files of the ledger. */
  readonly ledger: readonly EmittedFile[];
  /** Files of the ledger that are removed. */
  readonly remove: readonly string[];
  /** The revision that is made, with the models on its sides. */
  readonly step?: Step;
  /** What is said of it besides. */
  readonly lines: readonly Printed[];
  /** The model's file, where it is written, too, and the text that it has. */
  readonly model?: EmittedFile & { readonly known: string };
  /** Whether what is built has to be built anew. Default: true. */
  readonly isBuilt?: boolean;
}
