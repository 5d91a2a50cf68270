import { hash } from "node:crypto";
import type { Diagnostic } from "./diagnostic.js";
import { stringifyJson } from "./escape-json.js";
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
  const fingerprintOf = createFingerprints();
  return assembleSarif(
    diagnostics.map((diagnostic) => createResult(diagnostic, fingerprintOf(diagnostic))),
    options,
  );
}

function createResult(
  { code, severity, message, location, related, data }: Diagnostic,
  value: string,
): SarifResult {
  return {
    rule: code,
    level: sarifLevel(severity),
    message,
    location,
    ...(related === undefined ? {} : { related }),
    fingerprint: { name: "shapelogDiagnostic/v1", value },
    properties: { data, severity },
  };
}

/**
 * Returns a function that gives each diagnostic of a log what tells it from the others wherever its line is: its code,
 * file, pointer and data, and of those that share all of it the how manieth it is.
 */
function createFingerprints(): (diagnostic: Diagnostic) => string {
  const counts = new Map<string, number>();
  return ({ code, location, data }) => {
    const key = stringifyJson([code, location?.file, location?.pointer, data]);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return hash("sha256", count === 1 ? key : `${key}\n${count}`, "hex").slice(0, 12);
  };
}
