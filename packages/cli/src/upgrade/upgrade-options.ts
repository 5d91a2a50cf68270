import type { Severity } from "@shapelog/diagnostics";

/** The options of `shapelog upgrade`. */
export interface UpgradeOptions {
  /** A folder that `shapelog history` wrote. Default: the ledgers of the configuration. */
  readonly history?: string;
  /** Names of services of the record, with commas between them. Default: all that the package brings. */
  readonly service?: string;
  /** The lock file that says both versions. */
  readonly lock?: string;
  /** The commit whose lock file says the version before. Default: `HEAD`. */
  readonly before?: string;
  /** The commit whose lock file says the version after. Default: the file as it is. */
  readonly after?: string;
  /** Files of release dates, and `VERSION=YYYY-MM-DD`. */
  readonly dates: readonly string[];
  readonly online: boolean;
  /** The reader's own operations. Default: all. */
  readonly operations?: readonly string[];
  /** Files of traffic that say what is used. Default: none. */
  readonly traffic?: readonly string[];
  /** The programs whose lines are asked for: each a `tsconfig.json` or a folder. Default: none. */
  readonly consumer?: readonly string[];
  /** Whether to offer edits of the programs that are safe. */
  readonly fix: boolean;
  /** Whether to make them. */
  readonly write: boolean;
  /** Whether to edit files that have changes which are not committed. */
  readonly force: boolean;
  readonly policy?: string;
  readonly format: "text" | "markdown" | "json";
  readonly failOn: Severity | "never";
}

/** What `shapelog upgrade` is asked about. */
export interface UpgradeSubject {
  /** A package or a service. Absent where the lock file says which. */
  readonly name?: string | undefined;
  /** `FROM..TO`. Absent where the lock file says both. */
  readonly range?: string | undefined;
}
