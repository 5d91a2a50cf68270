import type { ShapeId } from "@shapelog/model";
import { FUNCTIONS } from "../../endpoint-rules/functions/index.js";
import { V1_0, V1_1 } from "../../endpoint-rules/functions/rule-function.js";
import { type Expression, isAtLeast, printVersion, type Version } from "../../endpoint-rules/syntax.js";
import { expressionsOf } from "../../endpoint-rules/walk.js";
import { endpointRules } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/** Functions that came later than the version that endpoint rules declare (Smithy 2.0, "Rules engine version"). */
export const rulesEngineVersion = defineRule({
  name: "RulesEngineVersion",
  events: {
    RulesEngineVersion: {
      severity: "error",
      message: (d: { service: ShapeId; at: string; what: string; needed: string; version: string }) =>
        `The endpoint rules of ${d.service} are of version ${d.version}, but ${d.what} (${d.at}) came with ${d.needed}. Raise the version.`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      for (const expression of expressionsOf(rules)) {
        const { what, since } = findNeeds(expression);
        if (isAtLeast(rules.version, since)) continue;
        const versions = { needed: printVersion(since), version: printVersion(rules.version) };
        const data = { service: service.id, at: expression.place, what, ...versions };
        yield event("RulesEngineVersion", { shape: service.id, trait }, data);
      }
    }
  },
});

function findNeeds(expression: Expression): { readonly what: string; readonly since: Version } {
  if (expression.kind === "call") {
    return { what: expression.name, since: FUNCTIONS.get(expression.name)?.since ?? V1_0 };
  }
  const countsFromEnd =
    expression.kind === "attribute" && expression.path.some((step) => typeof step === "number" && step < 0);
  return countsFromEnd
    ? { what: "a negative index of getAttr", since: V1_1 }
    : { what: expression.kind, since: V1_0 };
}
