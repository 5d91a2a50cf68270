import { isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import { findParameterType } from "../../endpoint-rules/parse-parameters.js";
import { describeValue } from "../../node/problems.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.rules#staticContextParams";

/** Fixed parameters of a type that endpoint rules do not have (Smithy 2.0, "staticContextParams trait"). */
export const staticContextParamsTrait = defineRule({
  name: "StaticContextParamsTrait",
  events: {
    StaticContextParamsTrait: {
      severity: "error",
      message: (d: { operation: ShapeId; parameter: string; value: NodeValue }) =>
        `${d.operation} sets the endpoint parameter ${d.parameter} to ${describeValue(d.value)}; expected a string, true or false, or a list of strings.`,
    },
  },
  *validate(context, event) {
    for (const { id: shape, value: parameters } of context.withTrait(TRAIT)) {
      for (const [parameter, definition] of Object.entries(isNodeObject(parameters) ? parameters : {})) {
        const value = isNodeObject(definition) ? definition.value : undefined;
        if (value === undefined || findParameterType(value)) continue;
        const data = { operation: shape, parameter, value };
        yield event("StaticContextParamsTrait", { shape, trait: TRAIT }, data);
      }
    }
  },
});
