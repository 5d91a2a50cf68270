import type { Severity } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import type { Config, ServiceConfig } from "../config-file.js";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import type { LoadedService } from "../load-service.js";
import type { Progress } from "../progress.js";
import type { Terminal } from "../terminal.js";
import type { CheckedService } from "./check-service.js";
import type { Memory } from "./memory.js";

/** What `shapelog check` is asked. */
export interface CheckOptions {
  readonly service?: string;
  readonly format: DiagnosticFormat;
  readonly failOn: Severity | "never";
  /** Whether each file and each warning is told of by itself. */
  readonly verbose: boolean;
  /** Whether programs that use the packages are compiled. Default: false. */
  readonly impact?: boolean;
  /** With `impact`: the programs' paths. Default: those of the configuration, else they are looked for. */
  readonly consumer?: readonly string[];
}

/** All that a run of the command is about. */
export interface CheckRun {
  readonly terminal: Terminal;
  readonly options: Pick<CheckOptions, "verbose" | "impact" | "consumer">;
  readonly config: Config;
  /** Texts besides those of the repository that tell of changes. Default: none. What is known of before has none. */
  readonly texts?: readonly SourceText[];
  readonly memory: Memory | undefined;
  readonly progress: Progress;
}

/** A service with what was found, and what that rests on. */
export interface Checked {
  readonly named: readonly [name: string, service: ServiceConfig];
  readonly found: CheckedService;
  /** What is found of the programs that use its package, where they are asked for and could be looked at. */
  readonly consumers?: CheckedService;
  /** Undefined where it cannot be read, or nothing is kept. */
  readonly digest: string | undefined;
  /** Undefined where it could not be loaded, or was not, as nothing has changed. */
  readonly loaded: LoadedService | undefined;
}
