import { type Change, diffModels } from "@shapelog/changes";
import {
  findServices,
  type Locate,
  type Model,
  type ShapeId,
  splitShapeId,
  stringTrait,
} from "@shapelog/model";
import type { BumpScope } from "./bump.js";
import { judge } from "./judge.js";
import { applyPolicy } from "./policy/apply-policy.js";
import type { Acceptance, OwnOperations, Policy, PolicyFinding } from "./policy/policy.js";

/** One side of a comparison, as readers know it. */
export interface ComparisonSide {
  /** Where the model came from: a file, `git:…` or `ledger:…`. */
  readonly label: string;
  readonly date?: string;
  /** Such as `botocore 1.27.55`. */
  readonly release?: string;
  readonly model: Model;
  /** Gives the places of shapes and members, where the side is a file that readers can open. */
  readonly locate?: Locate;
}

/** Two models and everything said about their differences: what every view prints. */
export interface Comparison {
  readonly title: string;
  readonly before: ComparisonSide;
  readonly after: ComparisonSide;
  readonly changes: readonly Change[];
  /** All but the suppressed ones. */
  readonly findings: readonly PolicyFinding[];
  /** Findings that the policy suppressed, each with its reason. */
  readonly suppressed?: readonly PolicyFinding[];
  /** The policy's name, where it has entries. */
  readonly policy?: string;
  /** The operations that are the reader's own; absent where all are. What touches none of them does not count. */
  readonly own?: OwnOperations;
  /** What the release that the views tell of follows. Default: `all`. */
  readonly bumpScope?: BumpScope;
}

/** Compares two models. */
export function compareModels(before: ComparisonSide, after: ComparisonSide): Comparison {
  const changes = diffModels(before.model, after.model);
  const findings = judge(changes, { before: before.model, after: after.model });
  return {
    title: titleOf(after.model) ?? titleOf(before.model) ?? after.label,
    before,
    after,
    changes,
    findings,
  };
}

/** Returns a comparison whose findings are as a policy has them. */
export function withPolicy(comparison: Comparison, policy: Policy): Comparison {
  if (policy.entries.length === 0) return comparison;
  const findings = applyPolicy(comparison.findings, policy);
  return {
    ...comparison,
    policy: policy.name,
    findings: findings.filter((finding) => !finding.policy?.suppressed),
    suppressed: [
      ...(comparison.suppressed ?? []),
      ...findings.filter((finding) => finding.policy?.suppressed),
    ],
  };
}

/**
 * Returns a comparison whose findings are marked as accepted where one of these says so; the first one of a finding
 * holds. They stay what they are, and ask for the release that they ask for, but do not count for an exit code.
 */
export function withAccepted(comparison: Comparison, acceptances: Iterable<Acceptance>): Comparison {
  const accepted = new Map<string, NonNullable<PolicyFinding["accepted"]>>();
  for (const { finding, ...about } of acceptances) if (!accepted.has(finding)) accepted.set(finding, about);
  if (accepted.size === 0) return comparison;
  const mark = (finding: PolicyFinding): PolicyFinding => {
    const about = accepted.get(finding.id);
    return about ? { ...finding, accepted: about } : finding;
  };
  const { findings, suppressed } = comparison;
  return {
    ...comparison,
    findings: findings.map(mark),
    ...(suppressed ? { suppressed: suppressed.map(mark) } : {}),
  };
}

/** Returns a comparison in which only these operations, by their ids, are the reader's own. */
export function withOwnOperations(comparison: Comparison, operations: Iterable<ShapeId>): Comparison {
  return { ...comparison, own: new Set(operations) };
}

/** Returns a comparison whose release follows all that a package ships, or its types alone. */
export function withBumpScope(comparison: Comparison, bumpScope: BumpScope): Comparison {
  return { ...comparison, bumpScope };
}

/** Returns the findings that count for an exit code: not suppressed, not accepted, and touching the reader's own operations. */
export function countedFindings(comparison: Comparison): PolicyFinding[] {
  return comparison.findings.filter(
    ({ accepted, operations }) => !accepted && touchesOwn(operations, comparison.own),
  );
}

/** Returns whether one of the operations is the reader's own. */
export function touchesOwn(operations: readonly ShapeId[], own: OwnOperations | undefined): boolean {
  return own === undefined || operations.some((operation) => own.has(operation));
}

/** Returns the title of the model's first service: `@title`, else the service's name. */
export function titleOf(model: Model): string | undefined {
  const [service] = findServices(model);
  return service && (stringTrait(service, "title") ?? splitShapeId(service.id).name);
}
