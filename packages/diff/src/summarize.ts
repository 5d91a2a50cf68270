import { decideBump } from "./bump.js";
import type { Comparison } from "./comparison.js";
import { createEntries, type Entry } from "./create-entries.js";
import type { Bump, Verdict } from "./finding.js";
import type { PolicyFinding } from "./policy/policy.js";

/** The figures of a comparison. */
export interface Summary {
  readonly operations: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Entries that break a deployed program: a wire verdict of `error`. */
  readonly wireBreaking: number;
  readonly unclassified: number;
  /** Findings that the policy suppressed. */
  readonly suppressed: number;
  /** Findings that were accepted. They are in the other figures, too. */
  readonly accepted: number;
  /** Entries that touch none of the reader's own operations. They are in no figure but this one. */
  readonly others: number;
  readonly changes: number;
  /** The release that is asked for, by what the comparison's `bumpScope` says. */
  readonly bump: Bump | undefined;
  readonly bumpBecause: string | undefined;
}

/** Returns the figures of a comparison. Verdicts count entries, not changes. */
export function summarize(
  comparison: Comparison,
  entries: readonly Entry[] = createEntries(comparison),
): Summary {
  const verdicts = { breaking: 0, check: 0, safe: 0, notice: 0 };
  const own = entries.filter((entry) => entry.own);
  for (const entry of own) verdicts[entry.verdict]++;
  const decided = findBump(comparison);
  return {
    operations: new Set(
      own.flatMap((entry) => entry.operations.filter((id) => comparison.own?.has(id) ?? true)),
    ).size,
    verdicts,
    wireBreaking: own.filter((entry) => entry.findings.some((finding) => finding.wire === "error")).length,
    unclassified: comparison.findings.filter((finding) => finding.rule === "unclassified").length,
    suppressed: comparison.suppressed?.length ?? 0,
    accepted: comparison.findings.filter(({ accepted }) => accepted).length,
    others: entries.length - own.length,
    changes: comparison.changes.length,
    bump: decided?.bump,
    bumpBecause: decided?.because.message,
  };
}

/** Returns the bump of a comparison and the finding that decides it. Suppressed findings still count for the bump. */
export function findBump(
  comparison: Comparison,
): { readonly bump: Bump; readonly because: PolicyFinding } | undefined {
  return decideBump([...comparison.findings, ...(comparison.suppressed ?? [])], comparison.bumpScope);
}
