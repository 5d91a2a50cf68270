import type { Severity } from "@shapelog/diagnostics";
import { type Bump, type Finding, VERDICTS } from "./finding.js";
import type { Rule } from "./rule/rule.js";

/**
 * What of a generated package its releases follow: `all` that it ships (types, validators, JSON Schema, OpenAPI, what is
 * on the wire), or its `types` alone, for those who mirror the API of a vendor.
 */
export type BumpScope = "all" | "types";

const BUMPS = ["patch", "minor", "major"] as const satisfies readonly Bump[];

/**
 * What a verdict for deployed programs asks of validators and documents, which say the same: what they refuse and did
 * not, or do not promise any more, breaks those who import them (major); what they take or promise besides is new (minor).
 */
const WIRE_BUMPS: Readonly<Record<Severity, Bump>> = {
  error: "major",
  danger: "minor",
  warning: "minor",
  note: "patch",
};

/** Returns whether a bump is as big as another, or bigger. */
export function isAtLeastBump(bump: Bump, other: Bump): boolean {
  return BUMPS.indexOf(bump) >= BUMPS.indexOf(other);
}

/** Returns the release that what a rule finds asks for: by all that a package ships, and by its types alone. */
export function bumpsOf(
  rule: Pick<Rule, "wire" | "bump" | "documents">,
): Pick<Finding, "bump" | "typesBump"> {
  const documents = rule.documents ?? WIRE_BUMPS[rule.wire];
  return { bump: isAtLeastBump(rule.bump, documents) ? rule.bump : documents, typesBump: rule.bump };
}

/** Returns both releases in words: `minor`, or `major, by the types minor`. */
export function bumpWords({ bump, typesBump }: Pick<Finding, "bump" | "typesBump">): string {
  return bump === typesBump ? bump : `${bump}, by the types ${typesBump}`;
}

/** Returns the release that a finding asks for. */
export function bumpOf(finding: Pick<Finding, "bump" | "typesBump">, scope: BumpScope = "all"): Bump {
  return scope === "types" ? finding.typesBump : finding.bump;
}

/**
 * Returns the biggest bump that findings ask for, and what decides it: the first of the worst findings that ask for it.
 * Nothing without findings.
 */
export function decideBump<T extends Pick<Finding, "bump" | "typesBump" | "verdict">>(
  findings: readonly T[],
  scope: BumpScope = "all",
): { readonly bump: Bump; readonly because: T } | undefined {
  let because: T | undefined;
  for (const finding of findings) if (!because || decidesMore(finding, because, scope)) because = finding;
  return because && { bump: bumpOf(because, scope), because };
}

type Decisive = Pick<Finding, "bump" | "typesBump" | "verdict">;

function decidesMore(finding: Decisive, than: Decisive, scope: BumpScope): boolean {
  const more = BUMPS.indexOf(bumpOf(finding, scope)) - BUMPS.indexOf(bumpOf(than, scope));
  return more === 0 ? VERDICTS.indexOf(finding.verdict) < VERDICTS.indexOf(than.verdict) : more > 0;
}
