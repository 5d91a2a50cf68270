import type { Diagnostic, Severity } from "./diagnostic.js";
import { createPositionFinder, type SourceTexts } from "./position.js";

const COMMANDS: Record<Severity, string> = {
  error: "error",
  danger: "error",
  warning: "warning",
  note: "notice",
};

/** Returns diagnostics as GitHub Actions workflow commands, one line each. */
export function printGithub(diagnostics: readonly Diagnostic[], sources?: SourceTexts): string {
  const findPosition = createPositionFinder(sources);
  return diagnostics
    .map((diagnostic) => {
      const properties = [`title=${escapeProperty(diagnostic.code)}`];
      if (diagnostic.location) properties.push(`file=${escapeProperty(diagnostic.location.file)}`);
      const position = diagnostic.location && findPosition(diagnostic.location);
      if (position) properties.push(`line=${position.line}`, `col=${position.column}`);
      return `::${COMMANDS[diagnostic.severity]} ${properties.join(",")}::${escapeMessage(diagnostic.message)}\n`;
    })
    .join("");
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
