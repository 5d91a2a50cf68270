import type { ShapeId } from "@shapelog/model";
import { endpointsOf } from "../../endpoint-rules/walk.js";
import { endpointRules } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/** Endpoints whose URL begins with another scheme than HTTP's (Smithy 2.0, "Endpoint object"). */
export const ruleSetUri = defineRule({
  name: "RuleSetUri",
  events: {
    RuleSetUri: {
      severity: "error",
      message: (d: { service: ShapeId; at: string; url: string }) =>
        `The endpoint rules of ${d.service} have the URL "${d.url}" (${d.at}). Begin it with http:// or https://.`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      for (const { url } of endpointsOf(rules.rules)) {
        if (url.kind !== "string") continue;
        const [first = ""] = url.parts;
        if (typeof first !== "string" || /^https?:\/\//.test(first)) continue;
        const data = { service: service.id, at: url.place, url: url.text };
        yield event("RuleSetUri", { shape: service.id, trait }, data);
      }
    }
  },
});
