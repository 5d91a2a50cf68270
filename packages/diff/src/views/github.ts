import {
  createPositionFinder,
  type FindPosition,
  printAnnotation,
  type SourceTexts,
} from "@shapelog/diagnostics";
import type { Comparison } from "../comparison.js";
import type { PolicyFinding } from "../policy/policy.js";
import { counts, findingText, locateFinding, sortFindings, worseSeverity } from "./describe-finding.js";

/**
 * Returns a comparison as GitHub Actions workflow commands, one line for each finding, worst first, since GitHub shows
 * but the first of each kind. What does not count, and what the policy suppressed, is a notice.
 */
export function printComparisonGithub(comparison: Comparison, sources?: SourceTexts): string {
  const findPosition = createPositionFinder(sources);
  return sortFindings(comparison)
    .map((finding) => annotate(finding, comparison, findPosition))
    .join("");
}

function annotate(finding: PolicyFinding, comparison: Comparison, findPosition: FindPosition): string {
  const location = locateFinding(finding, comparison);
  return printAnnotation({
    severity: counts(finding, comparison) ? worseSeverity(finding) : "note",
    title: finding.rule,
    file: location?.file,
    position: location && findPosition(location),
    message: findingText(finding, comparison),
  });
}
