import type { Finding } from "@shapelog/diff";
import type { AcceptedFinding } from "@shapelog/ledger";
import type { Removal } from "./removal.js";
import { tellsOf } from "./removes.js";

/** Returns the id that a finding is accepted by. */
export type FindingId = (finding: Finding) => string;

/**
 * Returns whether somebody decided to live with a removal: whether one of the findings that tell of it is accepted where
 * it is recorded.
 */
export function isAccepted(
  removal: Removal,
  accepted: readonly AcceptedFinding[],
  { findings, idOf }: { readonly findings: readonly Finding[]; readonly idOf: FindingId },
): boolean {
  const ids = new Set(accepted.map(({ finding }) => finding));
  return findings.some((finding) => tellsOf(finding, removal) && ids.has(idOf(finding)));
}
