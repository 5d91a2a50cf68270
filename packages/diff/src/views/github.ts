import {
  createPositionFinder,
  type FindPosition,
  type Severity,
  type SourceTexts,
} from "@shapelog/diagnostics";
import type { Comparison } from "../comparison.js";
import type { PolicyFinding } from "../policy/policy.js";
import { counts, findingText, locateFinding, sortFindings, worseSeverity } from "./describe-finding.js";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  danger: "error",
  warning: "warning",
  note: "notice",
};

/**
 * Returns a comparison as GitHub Actions workflow commands, one line for each finding, worst first, since GitHub shows
 * but the first of each kind. What does not count, and what the policy suppressed, is a notice.
 */
export function printComparisonGithub(comparison: Comparison, sources?: SourceTexts): string {
  const findPosition = createPositionFinder(sources);
  return sortFindings(comparison)
    .map((finding) => printCommand(finding, comparison, findPosition))
    .join("");
}

function printCommand(finding: PolicyFinding, comparison: Comparison, findPosition: FindPosition): string {
  const command = counts(finding, comparison) ? COMMANDS[worseSeverity(finding)] : "notice";
  const location = locateFinding(finding, comparison);
  const position = location && findPosition(location);
  const properties = [
    `title=${escapeProperty(finding.rule)}`,
    ...(location ? [`file=${escapeProperty(location.file)}`] : []),
    ...(position ? [`line=${position.line}`, `col=${position.column}`] : []),
  ];
  return `::${command} ${properties.join(",")}::${escapeMessage(findingText(finding, comparison))}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
