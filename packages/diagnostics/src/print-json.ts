import type { Diagnostic } from "./diagnostic.js";
import { stringifyJson } from "./escape-json.js";
import { createPositionFinder, type SourceTexts } from "./position.js";

/** Returns diagnostics as a JSON array, each with `line` and `column` where they are known. */
export function printJson(diagnostics: readonly Diagnostic[], sources?: SourceTexts): string {
  const findPosition = createPositionFinder(sources);
  const rows = diagnostics.map((diagnostic) => {
    const position = diagnostic.location && findPosition(diagnostic.location);
    if (!position) return diagnostic;
    return {
      ...diagnostic,
      location: { ...diagnostic.location, line: position.line, column: position.column },
    };
  });
  return `${stringifyJson(rows, 2)}\n`;
}
