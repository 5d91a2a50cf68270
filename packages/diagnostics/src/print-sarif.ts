import type { Diagnostic } from "./diagnostic.js";
import type { SourceTexts } from "./position.js";
import { type AssembleSarifOptions, assembleSarif, type SarifResult, sarifLevel } from "./sarif.js";

export interface PrintSarifOptions {
  readonly sources?: SourceTexts;
  /** The tool's version, where the caller wants it in the log. */
  readonly version?: string;
  /** Returns what there is to read about a diagnostic's code. Default: nothing. */
  readonly findPage?: AssembleSarifOptions["findPage"];
}

/** Returns diagnostics as a SARIF 2.1.0 log (OASIS sarif-v2.1.0, sections 3.13 to 3.27). */
export function printSarif(diagnostics: readonly Diagnostic[], options: PrintSarifOptions = {}): string {
  return assembleSarif(diagnostics.map(createResult), options);
}

function createResult({ code, severity, message, location, related, data }: Diagnostic): SarifResult {
  return {
    rule: code,
    level: sarifLevel(severity),
    message,
    location,
    ...(related === undefined ? {} : { related }),
    properties: { data, severity },
  };
}
