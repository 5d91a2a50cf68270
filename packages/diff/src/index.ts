export { type ApplyResult, applyChanges } from "./apply.js";
export {
  BOUND_LISTS,
  type BoundChange,
  type BoundList,
  type Change,
  type ChangeKind,
  type EnumChange,
  type FieldChange,
  type MemberChange,
  type MetadataChange,
  NAMED_LISTS,
  type NamedChange,
  type NamedList,
  type ShapeChange,
  type ShapeLevelChange,
  type TraitChange,
} from "./change.js";
export { changedShapes } from "./changed-shapes.js";
export {
  type Comparison,
  type ComparisonSide,
  compareModels,
  countedFindings,
  titleOf,
  withOwnOperations,
  withPolicy,
} from "./comparison.js";
export { createEntries, type Entry } from "./create-entries.js";
export { diffDiagnostics } from "./diagnostics.js";
export { diffModels } from "./diff-models.js";
export type { Unaffected } from "./find-unaffected.js";
export {
  type Bump,
  decideBump,
  type Finding,
  VERDICT_WORDS,
  VERDICTS,
  type Verdict,
  worstVerdict,
} from "./finding.js";
export { invert } from "./invert.js";
export { displayPath, judge } from "./judge.js";
export { applyPolicy } from "./policy/apply-policy.js";
export { BUILT_IN_POLICIES } from "./policy/built-in-policies.js";
export type {
  AppliedPolicy,
  OwnOperations,
  Policy,
  PolicyEntry,
  PolicyFinding,
  PolicySelector,
  PolicySeverity,
} from "./policy/policy.js";
export { POLICY_SCHEMA } from "./policy/policy-schema.js";
export { type PolicySource, type ReadPolicyResult, readPolicy } from "./policy/read-policy.js";
export type { Difference, Match, Place, Reach, Rule, RuleContext } from "./rule.js";
export { RULES } from "./rules/index.js";
export { findBump, type Summary, summarize } from "./summarize.js";
export type { AwsEntry, AwsValue } from "./views/aws/aws-value.js";
export { type AwsDelta, type AwsSide, type AwsUpdate, createAwsDelta } from "./views/aws/delta.js";
export { type PrintAwsPageOptions, printAwsPage } from "./views/aws/page.js";
export { printAwsJson } from "./views/aws/print-json.js";
export { type BumpReason, describeBump } from "./views/describe-bump.js";
export { DIFF_SCHEMA } from "./views/diff.schema.js";
export { printComparisonGithub } from "./views/github.js";
export { printComparisonHtml } from "./views/html.js";
export { DIFF_FORMAT, printComparisonJson } from "./views/json.js";
export { type PrintMarkdownOptions, printComparisonMarkdown } from "./views/markdown.js";
export { type PrintSarifViewOptions, printComparisonSarif } from "./views/sarif.js";
export { printComparisonSmithy, printComparisonSmithyJson } from "./views/smithy/print-smithy.js";
export { createSmithyEvents } from "./views/smithy/smithy.js";
export type { SmithyEvent, SmithySeverity } from "./views/smithy/smithy-event.js";
export { type PrintTextOptions, printComparisonText } from "./views/text.js";
export { code, codeList, count } from "./words.js";
