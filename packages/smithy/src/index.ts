export { smithyDiagnostics } from "./diagnostics.js";
export { idlDiagnostics } from "./idl/diagnostics.js";
export { type FormatIdlResult, formatIdl, formatTree } from "./idl/format-tree.js";
export { type ParseIdlResult, parseIdl } from "./idl/parse-idl.js";
export { printableIdl } from "./idl/quote.js";
export type {
  AggregateShapeStatement,
  ApplyStatement,
  ArrayNode,
  BooleanNode,
  Comment,
  Comments,
  ControlStatement,
  Documentation,
  EntityShapeStatement,
  EntryNode,
  EnumMemberNode,
  EnumShapeStatement,
  Identifier,
  IdlVersion,
  IdNode,
  InlineShapeNode,
  KeyNode,
  MemberNode,
  MetadataStatement,
  NamespaceStatement,
  NullNode,
  NumberNode,
  ObjectNode,
  OperationErrors,
  OperationProperty,
  OperationShapeStatement,
  OperationTarget,
  ShapeStatement,
  SimpleShapeStatement,
  Span,
  Statement,
  StringNode,
  SyntaxTree,
  TextBlockNode,
  TraitNode,
  UseStatement,
  ValueNode,
} from "./idl/syntax.js";
export type { AssembleOptions } from "./load/assemble.js";
export { type LoadModelOptions, loadModel, type ModelSource } from "./load/load-model.js";
export { parseSmithyBuild, type SmithyBuild } from "./parse-smithy-build.js";
export { liftModel, type PrintedFile, printIdl, printIdlFiles } from "./print-idl.js";
export { printSmithyJson } from "./print-smithy-json.js";
export { readDefinitions } from "./read-definitions.js";
export { readIdl } from "./read-idl.js";
export { isSmithyJson, type ReadSmithyJsonOptions, readSmithyJson } from "./read-smithy-json.js";
export { FIELDS_TRAIT } from "./read-traits.js";
