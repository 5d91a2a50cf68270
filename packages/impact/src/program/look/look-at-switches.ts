import type ts from "typescript";
import type { Rest } from "../../use.js";
import { isClosed } from "../declared.js";
import { literalValue } from "./constants.js";
import { addUse, type Look } from "./look.js";

/** Finds switches over an enum's values. */
export function lookAtSwitches(look: Look, node: ts.Node): void {
  const { context, trace } = look;
  const { ts, checker } = context;
  if (!ts.isSwitchStatement(node)) return;
  const { enums } = trace.sourcesOf(node.expression);
  if (enums.length === 0) return;
  const values = node.caseBlock.clauses.flatMap((clause) => {
    const value = ts.isCaseClause(clause)
      ? literalValue(context, checker.getTypeAtLocation(clause.expression))
      : undefined;
    return value === undefined ? [] : [value];
  });
  const rest = restOf(look, node);
  const others = enums.map(({ name }) => name);
  const checked = isClosed(context, checker.getTypeAtLocation(node.expression));
  for (const { vocabulary, name: shape } of enums) {
    const rivals = others.filter((name) => name !== shape);
    addUse(look, node.expression, "cover", {
      vocabulary,
      shape,
      form: "switch",
      values,
      rest,
      checked,
      ...(rivals.length > 0 ? { others: rivals } : {}),
    });
  }
}

function restOf({ context }: Look, node: ts.SwitchStatement): Rest {
  const { ts, checker } = context;
  const clause = node.caseBlock.clauses.find(ts.isDefaultClause);
  if (!clause) return "nothing";
  const never = ts.TypeFlags.Never;
  const visit = (inner: ts.Node): boolean => {
    if (ts.isSatisfiesExpression(inner) && inner.type.kind === ts.SyntaxKind.NeverKeyword) return true;
    if (ts.isVariableDeclaration(inner) && inner.type?.kind === ts.SyntaxKind.NeverKeyword) return true;
    if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) {
      const wanted = inner.arguments?.map((argument) => checker.getContextualType(argument)) ?? [];
      if (wanted.some((type) => type && (type.flags & never) !== 0)) return true;
    }
    return ts.forEachChild(inner, (child) => visit(child) || undefined) ?? false;
  };
  return visit(clause) ? "never" : "default";
}
