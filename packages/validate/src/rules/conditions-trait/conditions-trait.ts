import { isNodeObject, type ShapeId } from "@shapelog/model";
import { checkExpression } from "../../jmespath/check-expression.js";
import { parseExpression } from "../../jmespath/parse-expression.js";
import { typeOfShape } from "../../jmespath/value-type.js";
import { defineRule } from "../../rule.js";

const CONDITIONS = "smithy.contracts#conditions";

interface Found {
  readonly shape: ShapeId;
  readonly condition: string;
  readonly problem: string;
}

const message = ({ shape, condition, problem }: Found) =>
  `The condition ${condition} of ${shape} ${problem}.`;

/** Conditions that cannot be met or read (Smithy 2.0, "smithy.contracts#conditions trait"). */
export const conditionsTrait = defineRule({
  name: "ConditionsTrait",
  events: {
    ConditionsTrait: { severity: "error", message },
    "ConditionsTrait.JmespathProblem.JmespathEventDanger": { severity: "danger", message },
    "ConditionsTrait.JmespathProblem.JmespathEventWarning": { severity: "warning", message },
    Model: { severity: "error", message },
  },
  *validate(context, event) {
    for (const { id: shape, shape: own, member, value } of context.withTrait(CONDITIONS)) {
      for (const [condition, definition] of Object.entries(isNodeObject(value) ? value : {})) {
        if (!isNodeObject(definition) || typeof definition.expression !== "string") continue;
        const place = { shape, trait: CONDITIONS };
        const { expression, problem } = parseExpression(definition.expression);
        if (!expression) {
          yield event("Model", place, {
            shape,
            condition,
            problem: `cannot be read at ${problem.at + 1}: ${problem.text}`,
          });
          continue;
        }
        const { type, problems } = checkExpression(
          expression,
          typeOfShape(context, member?.target ?? own.id),
        );
        for (const { severity, at, text } of problems) {
          const found = { shape, condition, problem: `is wrong at ${at + 1}: ${text}` };
          const below = severity === "error" ? undefined : condition;
          yield event(EVENTS[severity], { ...place, below }, found);
        }
        if (type.kind === "boolean" || type.kind === "any") continue;
        const found = { shape, condition, problem: `gives ${type.kind}; expected true or false` };
        yield event("ConditionsTrait", { ...place, severity: "danger" }, found);
      }
    }
  },
});

const EVENTS = {
  error: "ConditionsTrait",
  danger: "ConditionsTrait.JmespathProblem.JmespathEventDanger",
  warning: "ConditionsTrait.JmespathProblem.JmespathEventWarning",
} as const;
