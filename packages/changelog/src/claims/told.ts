import type { Finding } from "@shapelog/diff";
import { isNamed } from "./is-named.js";
import { isPlaceholder } from "./is-placeholder.js";

/**
 * What a vendor's note says of what broke: it names it, it says something else, it is a placeholder that says nothing of
 * any change, or there is none.
 */
export type Told = "named" | "unnamed" | "placeholder" | "none";

/** All that a note can say, the loudest silence first. */
export const TOLD = ["unnamed", "placeholder", "none", "named"] as const satisfies readonly Told[];

/** Returns what a vendor's note says of a finding. */
export function tellOf(finding: Finding, vendor: string | undefined): Told {
  if (vendor === undefined) return "none";
  if (isPlaceholder(vendor)) return "placeholder";
  return isNamed(finding, vendor) ? "named" : "unnamed";
}
