import type { PolicyFinding } from "../policy/policy.js";
import { acceptedNotes } from "./accepted-words.js";
import { policyWords } from "./policy-words.js";

/** Returns what was made of findings after their rules: by a policy, by who accepted them, or as nothing shows them. */
export function findingNotes(findings: readonly PolicyFinding[]): readonly string[] {
  const notes = findings.flatMap((finding) => {
    const { witness } = finding;
    const policy = policyWords(finding);
    return [
      ...(policy === undefined ? [] : [policy]),
      ...(witness?.status === "unconfirmed"
        ? [`Not confirmed: ${witness.reason ?? "nothing was tried"}.`]
        : []),
    ];
  });
  return [...new Set([...notes, ...acceptedNotes(findings)])];
}
