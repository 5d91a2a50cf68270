import type { Diagnostic } from "./diagnostic.js";
import { createPositionFinder, type SourceTexts } from "./position.js";
import { printAnnotation } from "./print-annotation.js";

/** Returns diagnostics as GitHub Actions workflow commands, one line each. */
export function printGithub(diagnostics: readonly Diagnostic[], sources?: SourceTexts): string {
  const findPosition = createPositionFinder(sources);
  return diagnostics
    .map(({ code, severity, message, location }) => {
      const position = location && findPosition(location);
      return printAnnotation({ severity, title: code, file: location?.file, position, message });
    })
    .join("");
}
