import { isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import { evaluateExpression } from "../jmespath/evaluate-expression.js";
import { type ParsedExpression, parseExpression } from "../jmespath/parse-expression.js";
import type { NodeState } from "./node-state.js";

/**
 * Checks a value against the conditions of a shape or member (Smithy 2.0, "smithy.contracts#conditions trait").
 * Expressions that cannot be read are told of where the trait stands.
 */
export function checkConditions(
  state: NodeState,
  { id, constraint: conditions }: { readonly id: ShapeId; readonly constraint: NodeValue },
  value: NodeValue,
): void {
  if (!isNodeObject(conditions)) return;
  for (const [condition, definition] of Object.entries(conditions)) {
    if (!isNodeObject(definition) || typeof definition.expression !== "string") continue;
    const parsed = parseOnce(state, definition.expression);
    const result = parsed.expression ? evaluateExpression(parsed.expression, value) : null;
    const { constraintSeverity: severity } = state;
    if (result === undefined) state.report("condition-not-run", { shape: id, condition });
    if (result !== false) continue;
    const data = { shape: id, condition, expression: definition.expression };
    state.report("condition", data, { severity, below: condition });
  }
}

function parseOnce({ context }: NodeState, text: string): ParsedExpression {
  const known = context.know(createParsed);
  const parsed = known.get(text) ?? parseExpression(text);
  known.set(text, parsed);
  return parsed;
}

function createParsed(): Map<string, ParsedExpression> {
  return new Map();
}
