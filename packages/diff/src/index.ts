export { displayPath } from "@shapelog/model";
export { findMovedNamespace, type MovedNamespace } from "./align-namespaces.js";
export { type BumpScope, bumpOf, bumpsOf, bumpWords, decideBump, isAtLeastBump } from "./bump.js";
export {
  type Comparison,
  type ComparisonSide,
  compareModels,
  countedFindings,
  titleOf,
  withAccepted,
  withBumpScope,
  withOwnOperations,
  withPolicy,
} from "./comparison.js";
export { createEntries, type Entry, isToldByValues, onlyPath, withValue } from "./create-entries.js";
export { diffDiagnostics } from "./diagnostics.js";
export type { Unaffected } from "./find-unaffected.js";
export {
  type Bump,
  type Finding,
  sortWorstFirst,
  VERDICT_WORDS,
  VERDICTS,
  type Verdict,
  worstVerdict,
} from "./finding.js";
export { judge } from "./judge.js";
export { applyPolicy } from "./policy/apply-policy.js";
export { BUILT_IN_POLICIES } from "./policy/built-in-policies.js";
export { findUnknownTargets, findUnmatchedEntries } from "./policy/find-idle-entries.js";
export type {
  Acceptance,
  AppliedPolicy,
  FindingTraffic,
  OwnOperations,
  Policy,
  PolicyEntry,
  PolicyFinding,
  PolicySelector,
  PolicySeverity,
  TrafficCount,
} from "./policy/policy.js";
export { POLICY_SCHEMA } from "./policy/policy-schema.js";
export { type PolicySource, type ReadPolicyResult, readPolicy } from "./policy/read-policy.js";
export type { Difference, Match, Place, Reach, Rule, RuleContext } from "./rule/rule.js";
export { canShow, type RuleWitness } from "./rule/witness.js";
export { RULES } from "./rules/index.js";
export { findBump, type Summary, summarize } from "./summarize.js";
export { acceptedNotes } from "./views/accepted-words.js";
export { type BumpReason, bumpSentence, describeBump } from "./views/describe-bump.js";
export { DIFF_SCHEMA } from "./views/diff.schema.js";
export { findingAnchor } from "./views/finding-anchor.js";
export { printComparisonGithub } from "./views/github.js";
export { printComparisonHtml } from "./views/html.js";
export { escapeMarkdown, inlineMarkdown } from "./views/inline-markdown.js";
export { DIFF_FORMAT, printComparisonJson } from "./views/json.js";
export { type PrintJunitViewOptions, printComparisonJunit } from "./views/junit.js";
export {
  listMarkdownItems,
  type MarkdownItem,
  type PrintMarkdownOptions,
  printComparisonMarkdown,
} from "./views/markdown.js";
export { type PrintSarifViewOptions, printComparisonSarif } from "./views/sarif.js";
export { type PrintTextOptions, printComparisonText } from "./views/text.js";
export { wrapWords } from "./views/wrap-words.js";
export type { Proof, SourceProof, WireProof, Witness } from "./witness.js";
export { code, codeList, count, countMore, type Shown } from "./words.js";
