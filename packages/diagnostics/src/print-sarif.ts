import type { Diagnostic, Location, Severity } from "./diagnostic.js";
import { resolvePosition, type SourceTexts } from "./position.js";

const LEVELS: Record<Severity, string> = {
  error: "error",
  danger: "error",
  warning: "warning",
  note: "note",
};

export interface PrintSarifOptions {
  readonly sources?: SourceTexts;
  /** The tool's version, where the caller wants it in the log. */
  readonly version?: string;
}

/** Returns diagnostics as a SARIF 2.1.0 log (OASIS sarif-v2.1.0, sections 3.13 to 3.27). */
export function printSarif(diagnostics: readonly Diagnostic[], options: PrintSarifOptions = {}): string {
  const ids = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))].sort();
  const version = options.version === undefined ? {} : { version: options.version };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "shapelog",
            ...version,
            informationUri: "https://github.com/shapelog/shapelog",
            rules: ids.map((id) => ({ id })),
          },
        },
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: ids.indexOf(diagnostic.code),
          level: LEVELS[diagnostic.severity],
          message: { text: diagnostic.message },
          ...(diagnostic.location
            ? { locations: [sarifLocation(diagnostic.location, options.sources)] }
            : {}),
          ...(diagnostic.related?.length
            ? {
                relatedLocations: diagnostic.related.map((related) => ({
                  ...sarifLocation(related.location, options.sources),
                  message: { text: related.message },
                })),
              }
            : {}),
          properties: { data: diagnostic.data, severity: diagnostic.severity },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifLocation(location: Location, sources: SourceTexts | undefined): object {
  const position = sources && resolvePosition(location, sources);
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(location.file) },
      ...(position ? { region: { startLine: position.line, startColumn: position.column } } : {}),
    },
    ...(location.pointer ? { logicalLocations: [{ fullyQualifiedName: location.pointer }] } : {}),
  };
}
