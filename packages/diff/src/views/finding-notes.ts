import type { PolicyFinding } from "../policy/policy.js";
import { acceptedNotes } from "./accepted-words.js";
import { policyWords } from "./policy-words.js";
import { trafficWords } from "./traffic-words.js";

/** Returns what was made of findings after their rules: by a policy, by who accepted them, or as nothing shows them. */
export function findingNotes(findings: readonly PolicyFinding[]): readonly string[] {
  const notes = findings.flatMap((finding) => {
    const { witness } = finding;
    const policy = policyWords(finding);
    const traffic = trafficWords(finding);
    return [
      ...(traffic === undefined ? [] : [traffic]),
      ...(policy === undefined ? [] : [policy]),
      ...(witness?.status === "unconfirmed"
        ? [`Not confirmed: ${witness.reason ?? "nothing was tried"}.`]
        : []),
    ];
  });
  return [...new Set([...notes, ...acceptedNotes(findings)])];
}
