import type { FunctionExpression, Selector, SelectorExpression } from "./selector.js";

/** An expression that never yields another shape than the one it is given. */
export type FilterExpression =
  | Extract<SelectorExpression, { readonly kind: "any" | "type" | "attribute" | "scopedAttribute" }>
  | (FunctionExpression & { readonly name: "in" | "not" | "test" });

/** Returns whether an expression never yields another shape than the one it is given. */
export function isFilter(expression: SelectorExpression): expression is FilterExpression {
  switch (expression.kind) {
    case "any":
    case "type":
    case "attribute":
    case "scopedAttribute":
      return true;
    case "function":
      return expression.name === "in" || expression.name === "not" || expression.name === "test";
    default:
      return false;
  }
}

/**
 * Returns whether a selector never yields another shape than the one it is given. Whether it matches some shapes can
 * then be asked of them alone, as the first shapes of the selection.
 */
export function isFilterSelector({ expressions }: Selector): boolean {
  return expressions.every((expression) => expression.kind === "setVariable" || isFilter(expression));
}

/** Returns whether an expression yields the same whatever it is given. */
export function isSource(expression: SelectorExpression): boolean {
  return expression.kind === "getVariable" || (expression.kind === "function" && expression.name === "root");
}
