import { isAtLeast, type Severity } from "@shapelog/diagnostics";
import { type ShapeId, shapeName } from "@shapelog/model";
import type { Finding, Verdict } from "../finding.js";
import { matchGlob } from "./match-glob.js";
import type { AppliedPolicy, Policy, PolicyEntry, PolicyFinding } from "./policy.js";

/**
 * Returns findings as a policy has them: each with its new severities and verdict, or marked as suppressed, and with
 * the reason and what it was before. The last entry that matches decides. None is left out, and the bump stays: what a
 * release does to those who import it does not hang on one team's policy.
 */
export function applyPolicy(findings: readonly PolicyFinding[], policy: Policy): PolicyFinding[] {
  if (policy.entries.length === 0) return [...findings];
  const latest = [...policy.entries].reverse();
  return findings.map((finding) => {
    const entry = latest.find((candidate) => matchesFinding(candidate, finding));
    return entry ? decide(finding, entry, policy) : finding;
  });
}

/** Returns whether an entry is about a finding. */
export function matchesFinding(entry: PolicyEntry, finding: PolicyFinding): boolean {
  return (
    (entry.used === undefined || entry.used === finding.traffic?.used) &&
    (entry.rule === undefined || matchGlob(entry.rule, finding.rule)) &&
    (entry.direction === undefined || entry.direction === finding.direction) &&
    (entry.shape === undefined || matchesShapes(entry, entry.shape, finding)) &&
    (entry.member === undefined ||
      (finding.member !== undefined && matchGlob(entry.member, finding.member))) &&
    (entry.operation === undefined || matchesOperations(entry, entry.operation, finding))
  );
}

/** Returns whether an id is meant: by a pattern of ids where it has a `#`, else by one of names. */
export function matchesId(pattern: string, id: ShapeId): boolean {
  return matchGlob(pattern, pattern.includes("#") ? id : shapeName(id));
}

function matchesOperations(entry: PolicyEntry, pattern: string, finding: Finding): boolean {
  const isMeant = (operation: ShapeId) => matchesId(pattern, operation);
  if (finding.operations.length === 0) return false;
  return raises(entry, finding) ? finding.operations.some(isMeant) : finding.operations.every(isMeant);
}

/** What is told of several shapes is let pass where all of them are meant. */
function matchesShapes(entry: PolicyEntry, pattern: string, finding: Finding): boolean {
  const isMeant = (shape: ShapeId) => matchesId(pattern, shape);
  const { shape, shapes = [shape] } = finding;
  return raises(entry, finding) ? shapes.some(isMeant) : shapes.every(isMeant);
}

function raises(entry: PolicyEntry, finding: Finding): boolean {
  const { wire, source } = severitiesOf(entry, finding);
  return !entry.suppress && isAtLeast(wire, finding.wire) && isAtLeast(source, finding.source);
}

function severitiesOf(
  { severity }: PolicyEntry,
  finding: Finding,
): { readonly wire: Severity; readonly source: Severity } {
  if (severity === undefined) return finding;
  if (typeof severity === "string") return { wire: severity, source: severity };
  return { wire: severity.wire ?? finding.wire, source: severity.source ?? finding.source };
}

function decide(finding: PolicyFinding, entry: PolicyEntry, policy: Policy): PolicyFinding {
  const was = finding.policy?.was ?? {
    wire: finding.wire,
    source: finding.source,
    verdict: finding.verdict,
  };
  const applied: AppliedPolicy = { policy: policy.name, reason: entry.reason, was };
  if (entry.suppress) return { ...finding, policy: { ...applied, suppressed: true } };
  const { wire, source } = severitiesOf(entry, finding);
  if (wire === finding.wire && source === finding.source) return finding;
  return { ...finding, wire, source, verdict: verdictOf(wire, source, was.verdict), policy: applied };
}

/** What breaks by policy is Breaking, what warns asks to be checked, and the rest is as good as it was. */
function verdictOf(wire: Severity, source: Severity, was: Verdict): Verdict {
  if (wire === "error" || source === "error") return "breaking";
  if (isAtLeast(wire, "warning") || isAtLeast(source, "warning")) return "check";
  return was === "safe" ? "safe" : "notice";
}
