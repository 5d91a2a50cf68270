import { isNodeObject, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** `@httpApiKeyAuth` with a scheme outside a header (Smithy 2.0, "httpApiKeyAuth trait"). */
export const httpApiKeyAuthTrait = defineRule({
  name: "HttpApiKeyAuthTrait",
  events: {
    HttpApiKeyAuthTrait: {
      severity: "error",
      message: (d: { service: ShapeId; scheme: string; in: string }) =>
        `@httpApiKeyAuth of ${d.service} has the scheme "${d.scheme}", which only a header can carry, ` +
        `but "in" is "${d.in}". Use "header", or leave the scheme out.`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("httpApiKeyAuth")) {
      if (!isNodeObject(value) || typeof value.scheme !== "string" || value.in === "header") continue;
      const data = { service: id, scheme: value.scheme, in: String(value.in) };
      yield event("HttpApiKeyAuthTrait", { shape: id, trait: "smithy.api#httpApiKeyAuth" }, data);
    }
  },
});
