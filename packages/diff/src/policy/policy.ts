import type { Location, Severity } from "@shapelog/diagnostics";
import type { Direction, ShapeId } from "@shapelog/model";
import type { Finding, Verdict } from "../finding.js";

/** A severity for both verdicts, or one for each; what is left out stays as the rule has it. */
export type PolicySeverity = Severity | { readonly wire?: Severity; readonly source?: Severity };

/**
 * Which findings an entry of a policy is about; what is left out matches everything. `*` stands for any text. A shape or
 * operation is named by its id, or by its name alone.
 */
export interface PolicySelector {
  /** A rule's id, or a pattern such as `response.enum.*`. */
  readonly rule?: string;
  readonly shape?: string;
  readonly member?: string;
  /**
   * An operation. Where an entry softens or suppresses, every operation the finding reaches has to match; where it only
   * raises a severity, one is enough.
   */
  readonly operation?: string;
  readonly direction?: Direction;
  /**
   * Whether traffic met what the finding is about. Where no traffic was read, neither is so, and an entry that asks matches
   * nothing.
   */
  readonly used?: boolean;
}

/** One entry of a policy: it suppresses findings, or gives them another severity, and says why. */
export type PolicyEntry = PolicySelector & {
  /** Why; shown in every view. */
  readonly reason: string;
  /** Where it stands; absent for those of built-in policies. */
  readonly location?: Location;
} & (
    | { readonly suppress: true; readonly severity?: undefined }
    | { readonly severity: PolicySeverity; readonly suppress?: undefined }
  );

/** What a team makes of findings. The last entry that matches a finding decides. */
export interface Policy {
  /** What it is called in views: `strict`, or the file it came from. */
  readonly name: string;
  readonly entries: readonly PolicyEntry[];
}

/** What a policy did to a finding. */
export interface AppliedPolicy {
  readonly policy: string;
  readonly reason: string;
  readonly was: { readonly wire: Severity; readonly source: Severity; readonly verdict: Verdict };
  readonly suppressed?: true;
}

/** A decision to live with one finding. */
export interface Acceptance {
  /** The finding's id. */
  readonly finding: string;
  /** Why, in prose; shown in every view. */
  readonly because: string;
  /** Who decided it. */
  readonly by?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/** How often something was met in traffic. */
export interface TrafficCount {
  readonly count: number;
  /** The day on which it was met last, `YYYY-MM-DD`. Absent where it never was, or no record has a time. */
  readonly last?: string;
}

/** How often traffic met what a finding is about. */
export interface FindingTraffic {
  /** The calls of the operations that it reaches. */
  readonly calls: TrafficCount;
  /** How many of these calls tell what was sent or returned there. */
  readonly told: number;
  /** Those in which something stood at its places. Absent where none tells. */
  readonly met?: TrafficCount;
  /** The enum values that came or went, as they were met at its places. */
  readonly values?: readonly (TrafficCount & { readonly value: string | number })[];
  /** Whether what it is about was met; where the traffic does not tell, whether an operation was called. */
  readonly used: boolean;
}

/** A finding, what a policy made of it where one did, and who accepted it where somebody did. */
export interface PolicyFinding extends Finding {
  readonly policy?: AppliedPolicy;
  readonly accepted?: Omit<Acceptance, "finding">;
  /** Absent where no traffic was read. */
  readonly traffic?: FindingTraffic;
}

/** The operations that are the reader's own, by id. */
export type OwnOperations = ReadonlySet<ShapeId>;
