import type ts from "typescript";
import { isClosed } from "../declared.js";
import { withoutWrapping } from "../trace.js";
import { addValue } from "./add-value.js";
import { constantOf, literalValue, valueOfLiteral } from "./constants.js";
import type { Look } from "./look.js";
import { isComparing } from "./look-at-constants.js";

/** Finds values that are compared with: `===` and its kin, and cases of a switch. */
export function lookAtComparisons(look: Look, node: ts.Node): void {
  const { ts } = look.context;
  if (ts.isBinaryExpression(node) && isComparing(ts, node)) {
    lookAtSides(look, node.left, node.right);
    lookAtSides(look, node.right, node.left);
  } else if (ts.isCaseClause(node)) lookAtCase(look, node);
}

/** `subject` is what has an enum's values, `other` what it is compared with. */
function lookAtSides(look: Look, subject: ts.Expression, other: ts.Expression): void {
  const { context, trace } = look;
  const { checker } = context;
  if (valueOfLiteral(context, withoutWrapping(context, subject)) !== undefined) return;
  if (constantOf(context, withoutWrapping(context, other))) return; // constants are found wherever they stand
  const direct = literalValue(context, checker.getTypeAtLocation(other));
  const { enums } =
    direct === undefined && !mayBeText(look, other) ? { enums: [] } : trace.sourcesOf(subject);
  if (enums.length === 0) return;
  const isSubjectClosed = isClosed(context, checker.getTypeAtLocation(subject));
  if (direct !== undefined) {
    addValue(look, other, { enums, value: direct, form: "comparison", checked: isSubjectClosed });
    return;
  }
  for (const literal of trace.sourcesOf(other).literals) {
    const value = valueOfLiteral(context, literal);
    if (value !== undefined) addValue(look, literal, { enums, value, form: "argument", checked: false });
  }
}

function mayBeText({ context: { ts, checker } }: Look, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(({ flags }) => (flags & ts.TypeFlags.StringLike) !== 0);
}

function lookAtCase(look: Look, { expression, parent }: ts.CaseClause): void {
  const { context, trace } = look;
  if (constantOf(context, withoutWrapping(context, expression))) return;
  const value = literalValue(context, context.checker.getTypeAtLocation(expression));
  if (value === undefined) return;
  const subject = parent.parent.expression;
  const { enums } = trace.sourcesOf(subject);
  const checked = isClosed(context, context.checker.getTypeAtLocation(subject));
  addValue(look, expression, { enums, value, form: "case", checked });
}
