import type { Severity } from "@shapelog/diagnostics";
import type { DiffView } from "../diff-views.js";

/** The options of `shapelog diff`. */
export interface DiffOptions {
  /** The service of the configuration that is meant, where not both inputs are given. Default: all. */
  readonly service?: string;
  /** Default: `text`, or `json` where the format is. */
  readonly view?: DiffView;
  readonly format?: "text" | "json";
  readonly failOn: Severity | "never";
  /** A built-in policy or a file. Default: the configuration's. */
  readonly policy?: string;
  /** The reader's own operations. Default: all. */
  readonly operations?: readonly string[];
  /** Files of traffic that say what is used. Default: none. */
  readonly traffic?: readonly string[];
  readonly all: boolean;
  /** Whether to print the ids by which findings are accepted, in the text view. Default: false. */
  readonly ids?: boolean;
  readonly force: boolean;
  /** Whether to look for what shows each finding. */
  readonly witness: boolean;
  readonly color: "auto" | "always" | "never";
  readonly title?: string;
  readonly date?: string;
  readonly note?: string;
}
