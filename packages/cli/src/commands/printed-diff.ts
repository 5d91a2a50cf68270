import type { WithDiagnostics } from "@shapelog/diagnostics";
import type { DiffView } from "../diff-views.js";
import type { DiffOptions } from "./diff-options.js";

/** A comparison as printed, and what the reader of the print has to know. */
export interface PrintedDiff extends WithDiagnostics {
  readonly text: string;
}

/** The options of a diff, with the view that they come to. */
export interface ViewOptions<View extends DiffView = DiffView> extends DiffOptions {
  readonly view: View;
}
