import { hasTrait, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

const RESPONSES = "aws.apigateway#gatewayResponses";

/** Responses of API Gateway beside `@cors` (Smithy 2.0, "aws.apigateway#gatewayResponses trait"). */
export const gatewayResponsesCors = defineRule({
  name: "GatewayResponsesCors",
  events: {
    GatewayResponsesCors: {
      severity: "danger",
      message: (d: { service: ShapeId }) =>
        `${d.service} has @cors and @${RESPONSES}, whose parameters replace the headers of @cors. ` +
        "Look whether all of them are still sent.",
    },
  },
  *validate(context, event) {
    for (const { id, shape } of context.withTrait(RESPONSES)) {
      if (!hasTrait(shape, "cors")) continue;
      yield event("GatewayResponsesCors", { shape: id }, { service: id });
    }
  },
});
