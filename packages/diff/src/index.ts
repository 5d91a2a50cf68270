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
export {
  type Comparison,
  type ComparisonSide,
  compareModels,
  createEntries,
  type Entry,
  type Summary,
  summarize,
  titleOf,
  type Unaffected,
} from "./comparison.js";
export { diffDiagnostics } from "./diagnostics.js";
export { diffModels } from "./diff-models.js";
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
export type { Difference, Match, Place, Reach, Rule, RuleContext } from "./rule.js";
export { RULES } from "./rules/index.js";
export { DIFF_FORMAT, printComparisonJson } from "./views/json.js";
export { type PrintTextOptions, printComparisonText } from "./views/text.js";
export { code, codeList, count } from "./words.js";
