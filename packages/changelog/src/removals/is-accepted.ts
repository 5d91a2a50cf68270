import type { Finding } from "@shapelog/diff";
import type { AcceptedFinding } from "@shapelog/ledger";
import type { Removal } from "./removal.js";
import { tellsOf } from "./removes.js";

/**
 * Returns whether somebody decided to live with a removal: whether one of the findings that tell of it is accepted where
 * it is recorded.
 */
export function isAccepted(
  removal: Removal,
  accepted: readonly AcceptedFinding[],
  findings: readonly Finding[],
): boolean {
  const ids = new Set(accepted.map(({ finding }) => finding));
  return findings.some((finding) => tellsOf(finding, removal) && ids.has(finding.id));
}
