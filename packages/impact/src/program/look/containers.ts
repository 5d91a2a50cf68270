import type ts from "typescript";
import type { ProgramContext } from "../context.js";
import { withoutAlias } from "../declared.js";

/** Returns the literal that an expression is, or that its variable holds: an object's, a list's, or a text's. */
export function literalBehind(context: ProgramContext, given: ts.Expression): ts.Expression | undefined {
  const { ts, checker } = context;
  const node = withoutMaking(context, given);
  if (!ts.isIdentifier(node)) return node;
  const symbol = checker.getSymbolAtLocation(node);
  const declaration = symbol && withoutAlias(context, symbol).valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  return withoutMaking(context, declaration.initializer);
}

/** Returns an expression without what wraps it: `as const`, `satisfies`, `Object.freeze(…)`, `new Set(…)`, `new Map(…)`. */
function withoutMaking({ ts }: ProgramContext, node: ts.Expression): ts.Expression {
  let inner = node;
  for (;;) {
    const next = ts.isNewExpression(inner)
      ? inner.arguments?.[0]
      : ts.isCallExpression(inner) && inner.expression.getText() === "Object.freeze"
        ? inner.arguments[0]
        : ts.isParenthesizedExpression(inner) ||
            ts.isAsExpression(inner) ||
            ts.isSatisfiesExpression(inner) ||
            ts.isNonNullExpression(inner)
          ? inner.expression
          : undefined;
    if (!next) return inner;
    inner = next;
  }
}
