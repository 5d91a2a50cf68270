export { defaultSteps, type SelectBudget, SelectorTooCostly } from "./budget.js";
export { selectorDiagnostics } from "./diagnostics.js";
export { isFilterSelector } from "./is-filter.js";
export {
  type MessageTemplate,
  type ParsedMessageTemplate,
  parseMessageTemplate,
  printMessage,
} from "./message-template.js";
export { type ParsedSelector, type ParseSelectorOptions, parseSelector } from "./parse-selector.js";
export { RELATIONSHIPS } from "./relationships.js";
export { matchSelector, type SelectOptions, type SelectorMatch, selectShapes } from "./select-shapes.js";
export {
  type Arrows,
  type CreateSelectionOptions,
  createSelection,
  type SelectableShape,
  type Selection,
} from "./selection.js";
export type {
  AttributeComparison,
  AttributeExpression,
  AttributePath,
  Comparator,
  FunctionExpression,
  NeighborsExpression,
  PathSegment,
  ScopedAssertion,
  ScopedAttributeExpression,
  ScopedOperand,
  Selector,
  SelectorExpression,
  SelectorExpressions,
  SelectorFunction,
  SetVariableExpression,
} from "./selector.js";
