import { VERDICT_WORDS } from "../finding.js";
import type { PolicyFinding } from "../policy/policy.js";

/** Returns what a policy made of a finding, in one phrase, or nothing where none did: "by policy strict, was Safe: reason". */
export function policyWords(finding: PolicyFinding): string | undefined {
  const { policy } = finding;
  if (!policy) return undefined;
  if (policy.suppressed) return `Suppressed by policy ${policy.policy}: ${policy.reason}`;
  const severities =
    policy.was.verdict === finding.verdict
      ? `${describe(policy.was)}, now ${describe(finding)}`
      : VERDICT_WORDS[policy.was.verdict];
  return `By policy ${policy.policy} (was ${severities}): ${policy.reason}`;
}

function describe({ wire, source }: { readonly wire: string; readonly source: string }): string {
  return wire === source ? wire : `${wire} on the wire and ${source} in source`;
}
