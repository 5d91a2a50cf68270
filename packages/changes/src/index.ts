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
export { changesDiagnostics } from "./diagnostics.js";
export { diffModels } from "./diff-models.js";
export { invert } from "./invert.js";
