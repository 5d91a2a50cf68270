import type { PolicyFinding } from "../policy/policy.js";
import { policyWords } from "./policy-words.js";

/** Returns what was made of a finding after its rule: by a policy, or as nothing could be found that shows it. */
export function findingNotes(finding: PolicyFinding): string[] {
  const { witness } = finding;
  const policy = policyWords(finding);
  return [
    ...(policy === undefined ? [] : [policy]),
    ...(witness?.status === "unconfirmed"
      ? [`Not confirmed: ${witness.reason ?? "nothing was tried"}.`]
      : []),
  ];
}
