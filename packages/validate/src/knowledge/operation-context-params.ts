import { isNodeObject, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import type { ParameterType } from "../endpoint-rules/syntax.js";
import { checkExpression } from "../jmespath/check-expression.js";
import type { Expression, ExpressionProblem } from "../jmespath/expression.js";
import { parseExpression } from "../jmespath/parse-expression.js";
import { typeOfShape, type ValueType } from "../jmespath/value-type.js";

const TRAIT = "smithy.rules#operationContextParams";

/** An endpoint parameter that an operation takes from its input. */
export interface OperationContextParam {
  readonly operation: ShapeId;
  readonly trait: ShapeId;
  readonly name: string;
  readonly path: string;
  /** `undefined` where the path is no JMESPath expression. */
  readonly parsed: Expression | undefined;
  /** `undefined` where the path leads to something else than endpoint parameters can be. */
  readonly type: ParameterType | undefined;
  readonly problems: readonly ExpressionProblem[];
}

/** Returns the endpoint parameters that operations take from their inputs. */
export function operationContextParams(context: ValidationContext): readonly OperationContextParam[] {
  return context.know(findParams);
}

function findParams(context: ValidationContext): readonly OperationContextParam[] {
  return context.withTrait(TRAIT).flatMap(({ shape: operation, value }) => {
    if (operation.kind !== "operation" || !isNodeObject(value)) return [];
    const input = typeOfShape(context, operation.input);
    return Object.entries(value).flatMap(([name, definition]) => {
      const path = isNodeObject(definition) ? definition.path : undefined;
      if (typeof path !== "string") return [];
      return [{ operation: operation.id, trait: TRAIT, name, path, ...readPath(path, input) }];
    });
  });
}

function readPath(
  path: string,
  input: ValueType,
): Pick<OperationContextParam, "parsed" | "type" | "problems"> {
  const { expression, problem } = parseExpression(path);
  if (!expression) return { parsed: undefined, type: undefined, problems: [problem] };
  const { type, problems } = checkExpression(expression, input);
  return { parsed: expression, type: TYPES.get(type.kind), problems };
}

const TYPES: ReadonlyMap<ValueType["kind"], ParameterType> = new Map([
  ["boolean", "boolean"],
  ["string", "string"],
  ["array", "stringArray"],
]);
