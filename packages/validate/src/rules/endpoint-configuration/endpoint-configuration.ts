import { isNodeArray, isNodeObject, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

const CONFIGURATION = "aws.apigateway#endpointConfiguration";

/** Private endpoints for one kind of address alone (Smithy 2.0, "aws.apigateway#endpointConfiguration trait"). */
export const endpointConfiguration = defineRule({
  name: "EndpointConfiguration",
  events: {
    EndpointConfiguration: {
      severity: "error",
      message: (d: { service: ShapeId; found: string }) =>
        `ipAddressType of ${d.service} is "${d.found}"; private endpoints need "dualstack".`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait(CONFIGURATION)) {
      if (!isNodeObject(value)) continue;
      const { types, ipAddressType: found } = value;
      const isPrivate = isNodeArray(types) && types.includes("PRIVATE");
      if (!isPrivate || typeof found !== "string" || found === "dualstack") continue;
      yield event("EndpointConfiguration", { shape: id, trait: CONFIGURATION }, { service: id, found });
    }
  },
});
