/** How bad a diagnostic is, in Smithy's words: `error` breaks, `danger` likely breaks someone. */
export type Severity = "error" | "danger" | "warning" | "note";

/** The severities from least to most severe. */
export const SEVERITIES = ["note", "warning", "danger", "error"] as const satisfies readonly Severity[];

/** Returns whether `severity` is as severe as `threshold` or more. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}

/**
 * A place in a text. `offset` counts UTF-16 code units from the start of the file; `pointer` is a JSON Pointer
 * (RFC 6901). With neither, the whole file is meant. Line and column are worked out when printing.
 */
export interface Location {
  readonly file: string;
  readonly offset?: number;
  readonly pointer?: string;
}

/**
 * What a diagnostic says of the command that reports it: that something was found in what it looked at, or that it was
 * used wrongly or could not look at all.
 */
export type DiagnosticExit = "findings" | "usage";

/** A second place that explains a diagnostic. */
export interface RelatedLocation {
  readonly message: string;
  readonly location: Location;
}

/** Something a user caused or should know. `data` holds all that the message says, so tools need not parse text. */
export interface Diagnostic<Data = unknown> {
  /** `domain/kebab-name`; public, never renamed or reused. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly data: Data;
  readonly location: Location | undefined;
  readonly related?: readonly RelatedLocation[];
  /** Default: `findings`. */
  readonly exit?: DiagnosticExit;
}

/** A result with what was found on the way. */
export interface WithDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns whether any diagnostic is as severe as `threshold` (default `error`) or more. */
export function hasSeverity(diagnostics: readonly Diagnostic[], threshold: Severity = "error"): boolean {
  return diagnostics.some((diagnostic) => isAtLeast(diagnostic.severity, threshold));
}
