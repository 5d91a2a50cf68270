import type { AttributePath, SelectorExpression, SelectorExpressions } from "./selector.js";

/** What expressions do with the variables around them. What sets may read as well. */
export type VariableUse = "none" | "reads" | "sets";

const RANK = { none: 0, reads: 1, sets: 2 } as const;

/** Returns what expressions do with variables. `:root` has variables of its own. */
export function findVariableUse(expressions: SelectorExpressions): VariableUse {
  return expressions.map(useOf).reduce(stronger, "none");
}

function useOf(expression: SelectorExpression): VariableUse {
  switch (expression.kind) {
    case "setVariable":
      return "sets";
    case "getVariable":
      return "reads";
    case "attribute":
      return isVariable(expression.path) ? "reads" : "none";
    case "scopedAttribute": {
      const operands = expression.assertions.flatMap(({ left, right }) => [left, ...right]);
      const reads = operands.some((operand) => operand.kind === "context" && isVariable(operand.path));
      return reads || isVariable(expression.path) ? "reads" : "none";
    }
    case "function":
      if (expression.name === "root") return "none";
      return expression.arguments.map(findVariableUse).reduce(stronger, "none");
    default:
      return "none";
  }
}

function stronger(a: VariableUse, b: VariableUse): VariableUse {
  return RANK[a] >= RANK[b] ? a : b;
}

function isVariable(path: AttributePath): boolean {
  return path[0]?.name === "var";
}
