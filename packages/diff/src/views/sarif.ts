import {
  assembleSarif,
  type RulePage,
  type SarifResult,
  type SourceTexts,
  sarifLevel,
} from "@shapelog/diagnostics";
import { memberId } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import type { PolicyFinding } from "../policy/policy.js";
import { counts, findingText, locateFinding, sortFindings, worseSeverity } from "./describe-finding.js";
import { ruleWords } from "./group-entries.js";

export interface PrintSarifViewOptions {
  /** Turns places into lines and columns. */
  readonly sources?: SourceTexts;
  /** The tool's version, where the caller wants it in the log. */
  readonly version?: string;
  /** Returns what there is to read about a rule. Default: nothing. */
  readonly findPage?: ((rule: string) => RulePage | undefined) | undefined;
}

/**
 * Returns a comparison as a SARIF 2.1.0 log (OASIS sarif-v2.1.0, sections 3.13 to 3.35): one result for each finding,
 * those that the policy suppressed or that were accepted with `suppressions` and the reason. Its `partialFingerprints`
 * (section 3.27.17) are the finding's id.
 */
export function printComparisonSarif(comparison: Comparison, options: PrintSarifViewOptions = {}): string {
  const results = sortFindings(comparison).map((finding) => createResult(finding, comparison));
  return assembleSarif(results, { ...options, describeRule: ruleWords });
}

function createResult(finding: PolicyFinding, comparison: Comparison): SarifResult {
  const { id, rule, shape, member, direction, wire, source, verdict, operations, places } = finding;
  const { policy, accepted } = finding;
  const suppressions = [
    ...(policy?.suppressed ? [policy.reason] : []),
    ...(accepted ? [acceptedReason(accepted)] : []),
  ];
  const isFailure = counts(finding, comparison) || suppressions.length > 0;
  return {
    rule,
    level: isFailure ? sarifLevel(worseSeverity(finding)) : "none",
    ...(isFailure ? {} : { kind: "informational" }),
    message: findingText(finding, comparison),
    location: locateFinding(finding, comparison),
    ...(shape === "" ? {} : { logical: logicalPlace(shape, member) }),
    fingerprint: { name: "shapelogFinding/v1", value: id },
    suppressions,
    properties: {
      ...(direction === undefined ? {} : { direction }),
      ...{ wire, source, verdict, operations },
      paths: [...new Set(finding.positions.map((position) => position.path))],
      ...(places === undefined ? {} : { places }),
      ...(policy === undefined ? {} : { policy }),
      ...(accepted === undefined ? {} : { accepted }),
    },
  };
}

function acceptedReason({ because, by, date }: NonNullable<PolicyFinding["accepted"]>): string {
  const words = [...(by ? [`by ${by}`] : []), ...(date ? [`on ${date}`] : [])];
  return words.length === 0 ? because : `${because} (accepted ${words.join(" ")})`;
}

function logicalPlace(shape: string, member: string | undefined): NonNullable<SarifResult["logical"]> {
  return member === undefined
    ? { name: shape, kind: "type" }
    : { name: memberId(shape, member), kind: "member" };
}
