/** The formats that diagnostics are printed in. */
export const DIAGNOSTIC_FORMATS = ["text", "json", "sarif", "github", "junit"] as const;

export type DiagnosticFormat = (typeof DIAGNOSTIC_FORMATS)[number];
