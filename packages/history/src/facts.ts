import type { Told } from "@shapelog/changelog";
import type { Change } from "@shapelog/changes";
import { canonicalJson, shapeName } from "@shapelog/model";
import type { HistoryFinding } from "./row.js";

/** What broke in one revision, told once: in whatever directions and shapes the same name changed in the same way. */
export interface BrokenFact {
  readonly told: Told;
  readonly findings: readonly [HistoryFinding, ...HistoryFinding[]];
  /** The names of the operations that the findings reach, sorted. */
  readonly operations: readonly string[];
}

/** What a row of a history says of what broke. */
interface BrokenRow {
  readonly findings: readonly HistoryFinding[];
  readonly changes: readonly Change[];
}

/** Returns what broke in a row, in the order of its findings. */
export function findFacts({ findings, changes }: BrokenRow): readonly BrokenFact[] {
  const facts = new Map<string, [HistoryFinding, ...HistoryFinding[]]>();
  for (const finding of findings) {
    if (finding.told === undefined) continue;
    const key = keyOf(finding, changes);
    const known = facts.get(key);
    if (known) known.push(finding);
    else facts.set(key, [finding]);
  }
  return [...facts.values()].map((group) => ({
    told: group[0].told ?? "none",
    findings: group,
    operations: [...new Set(group.flatMap(({ operations }) => operations))].sort(),
  }));
}

function keyOf({ rule, told, shape, member, changes }: HistoryFinding, all: readonly Change[]): string {
  const kind = rule.replace(/^(?:request|response)\./, "");
  const made = changes.flatMap((index) => (all[index] ? [canonicalJson(contentOf(all[index]))] : []));
  return canonicalJson([kind, told, member ?? shapeName(shape), [...new Set(made)].sort()]);
}

/** Returns what a change does, without where. Of what came or went as a whole that is its kind, and a member's target. */
function contentOf(change: Change): readonly unknown[] {
  const { kind } = change;
  switch (kind) {
    case "shape.added":
    case "shape.removed":
    case "shape.kind.changed":
      return [kind];
    case "member.added":
      return [kind, change.member, change.after.target];
    case "member.removed":
      return [kind, change.member, change.before.target];
    default:
      return Object.entries(change).filter(([key]) => key !== "shape" && key !== "index");
  }
}
