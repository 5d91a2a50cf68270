import { isAtLeast, type Location, printable, type Severity } from "@shapelog/diagnostics";
import { memberId, shapeName } from "@shapelog/model";
import { type Comparison, touchesOwn } from "../comparison.js";
import { sortOperations } from "../create-entries.js";
import { sortWorstFirst, VERDICT_WORDS } from "../finding.js";
import type { PolicyFinding } from "../policy/policy.js";
import { plainText } from "./code-spans.js";
import { findingNotes } from "./finding-notes.js";
import { listOwnFirst } from "./list-own-first.js";

/** Findings for tools that show one message at one place, worst first: the counted, the others', the suppressed. */
export function sortFindings(comparison: Comparison): PolicyFinding[] {
  const sorted = sortWorstFirst(comparison.findings);
  const isOwn = (finding: PolicyFinding) => touchesOwn(finding.operations, comparison.own);
  const others = sorted.filter((finding) => !isOwn(finding));
  return [...sorted.filter(isOwn), ...others, ...(comparison.suppressed ?? [])];
}

/** Returns whether a finding counts: not suppressed, not accepted, and touching the reader's own operations. */
export function counts(finding: PolicyFinding, { own }: Comparison): boolean {
  return !finding.policy?.suppressed && !finding.accepted && touchesOwn(finding.operations, own);
}

/** Returns the worse of a finding's two severities. */
export function worseSeverity({ wire, source }: PolicyFinding): Severity {
  return isAtLeast(wire, source) ? wire : source;
}

/** Returns all a finding says, as plain text that is safe to show. */
export function findingText(finding: PolicyFinding, comparison: Comparison): string {
  const reached = finding.operations.length === 0 ? "" : ` In ${listOperations(finding, comparison)}.`;
  const parts = [
    `${VERDICT_WORDS[finding.verdict]}: ${plainText(finding.message)}${reached}`,
    ...(finding.affected ? [`Affected if ${plainText(finding.affected)}.`] : []),
    ...(finding.action ? [plainText(finding.action)] : []),
    ...findingNotes([finding]),
    ...(touchesOwn(finding.operations, comparison.own) || finding.policy?.suppressed
      ? []
      : ["Not in your operations; not counted."]),
  ];
  return printable(parts.join(" "));
}

function listOperations(finding: PolicyFinding, { own }: Comparison): string {
  const { operations, otherOperations } = sortOperations(finding.operations, own);
  return listOwnFirst(operations.map(shapeName), otherOperations.map(shapeName), { limit: 5 });
}

/** Returns where a finding stands: in the model after, or its container there, or in the model before. */
export function locateFinding(finding: PolicyFinding, { before, after }: Comparison): Location | undefined {
  if (finding.shape === "") return undefined;
  const ids = [
    ...(finding.member === undefined ? [] : [memberId(finding.shape, finding.member)]),
    finding.shape,
  ];
  for (const side of [after, before]) {
    for (const id of ids) {
      const found = side.locate?.(id);
      if (found) return found;
    }
  }
  return undefined;
}
