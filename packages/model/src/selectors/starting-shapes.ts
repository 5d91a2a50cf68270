import { ENUM } from "./attribute-value.js";
import { traitOf } from "./compile-attribute.js";
import { union } from "./compiler.js";
import type { Shapes } from "./run.js";
import type { Selection } from "./selection.js";
import type {
  AttributeExpression,
  FunctionExpression,
  SelectorExpression,
  SelectorExpressions,
} from "./selector.js";
import { shapeTypeMask } from "./shape-types.js";

/** Returns the shapes that can pass the first of some expressions, or more: all others need not be looked at. */
export function findStartingShapes(expressions: SelectorExpressions, selection: Selection): Shapes {
  const [first] = expressions;
  return (first && findNarrow(first, selection)) ?? selection.shapes;
}

function findNarrow(expression: SelectorExpression, selection: Selection): Shapes | undefined {
  const mask = findMask(expression);
  if (mask !== undefined) return selection.ofType(mask);
  if (expression.kind === "attribute") return findWithAttribute(expression, selection);
  if (!isAlternative(expression)) return undefined;
  const lists = expression.arguments.map(([first]) => first && findNarrow(first, selection));
  const known = lists.filter((shapes) => shapes !== undefined);
  return known.length === lists.length ? union(known) : undefined;
}

/** Returns the types of all shapes that can pass, where the expression begins with types alone. */
function findMask(expression: SelectorExpression): number | undefined {
  if (expression.kind === "type") return shapeTypeMask(expression.type);
  if (!isAlternative(expression)) return undefined;
  const masks = expression.arguments.map(([first]) => first && findMask(first));
  const known = masks.filter((mask) => mask !== undefined);
  return known.length === masks.length ? known.reduce((all, mask) => all | mask, 0) : undefined;
}

function isAlternative(expression: SelectorExpression): expression is FunctionExpression {
  return expression.kind === "function" && (expression.name === "is" || expression.name === "test");
}

function findWithAttribute(
  { path, comparison }: AttributeExpression,
  selection: Selection,
): Shapes | undefined {
  const comparator = comparison?.comparator;
  const isId = path.length === 1 && path[0]?.name === "id" && comparator === "=";
  if (isId && !comparison?.ignoreCase) {
    return union([comparison?.values.flatMap((id) => selection.find(id) ?? []) ?? []]);
  }
  const trait = traitOf(path);
  if (trait === undefined || trait === ENUM || comparator === "?=" || comparator === "{!=}") return undefined;
  return selection.withTrait(trait);
}
