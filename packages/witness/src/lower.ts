import type { Severity } from "@shapelog/diagnostics";
import type { Finding, Witness } from "@shapelog/diff";

/** Returns a finding with its witness: one that nothing confirms breaks nobody for certain. */
export function lower(finding: Finding, witness: Witness): Finding {
  if (witness.status !== "unconfirmed") return { ...finding, witness };
  const verdict = finding.verdict === "breaking" ? "check" : finding.verdict;
  return {
    ...finding,
    verdict,
    wire: lowerSeverity(finding.wire),
    source: lowerSeverity(finding.source),
    witness,
  };
}

function lowerSeverity(severity: Severity): Severity {
  return severity === "error" ? "danger" : severity;
}
