import type { ShapeId } from "@shapelog/model";
import { BUILT_INS } from "../../endpoint-rules/built-ins.js";
import { ENDPOINT_TESTS, endpointRules, endpointTestsOf } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/** Built-ins that clients do not know (Smithy 2.0, "Rules engine parameters", "Built-ins"). */
export const ruleSetBuiltIn = defineRule({
  name: "RuleSetBuiltIn",
  events: {
    "RuleSetBuiltIn.RuleSet": {
      severity: "error",
      message: (d: { service: ShapeId; parameter: string; builtIn: string }) =>
        `The parameter ${d.parameter} of the endpoint rules of ${d.service} names the built-in "${d.builtIn}", which is not known; ${listBuiltIns()}`,
    },
    "RuleSetBuiltIn.TestCase": {
      severity: "error",
      message: (d: { service: ShapeId; test: number; input: number; builtIn: string }) =>
        `Input ${d.input} of endpoint test ${d.test} of ${d.service} gives the built-in "${d.builtIn}", which is not known; ${listBuiltIns()}`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      for (const { name, builtIn } of rules.parameters) {
        if (builtIn === undefined || BUILT_INS.has(builtIn)) continue;
        const data = { service: service.id, parameter: name, builtIn };
        yield event("RuleSetBuiltIn.RuleSet", { shape: service.id, trait }, data);
      }
    }
    for (const { id, shape: service } of context.withTrait(ENDPOINT_TESTS)) {
      if (service.kind !== "service") continue;
      for (const { index: test, inputs } of endpointTestsOf(context, service)) {
        for (const [input, { builtInParams }] of inputs.entries()) {
          for (const builtIn of Object.keys(builtInParams)) {
            if (BUILT_INS.has(builtIn)) continue;
            const place = { shape: id, trait: ENDPOINT_TESTS, below: `${test}.Inputs.${input}` };
            yield event("RuleSetBuiltIn.TestCase", place, { service: id, test, input, builtIn });
          }
        }
      }
    }
  },
});

function listBuiltIns(): string {
  return `there are ${[...BUILT_INS].join(", ")}.`;
}
