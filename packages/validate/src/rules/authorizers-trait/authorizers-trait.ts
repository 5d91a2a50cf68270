import { isNodeObject, type ShapeId } from "@shapelog/model";
import { authSchemesOf } from "../../knowledge/service-schemes.js";
import { defineRule } from "../../rule.js";

const AUTHORIZERS = "aws.apigateway#authorizers";

type Found = { readonly service: ShapeId; readonly names: readonly string[] } & (
  | { readonly problem: "scheme"; readonly schemes: readonly ShapeId[] }
  | { readonly problem: "simple-responses" }
);

/** Authorizers that cannot work (Smithy 2.0, "aws.apigateway#authorizers trait"). */
export const authorizersTrait = defineRule({
  name: "AuthorizersTrait",
  events: {
    AuthorizersTrait: {
      severity: "error",
      message: (d: Found) => {
        const which = `${d.names.map((name) => `"${name}"`).join(", ")} of ${d.service}`;
        return d.problem === "scheme"
          ? `The authorizers ${which} have a scheme that the service has not; expected one of ${d.schemes.join(", ")}.`
          : `The authorizers ${which} have enableSimpleResponses, which needs authorizerPayloadFormatVersion "2.0".`;
      },
    },
  },
  *validate(context, event) {
    for (const { id, shape, value } of context.withTrait(AUTHORIZERS)) {
      if (shape.kind !== "service" || !isNodeObject(value)) continue;
      const place = { shape: id, trait: AUTHORIZERS };
      const schemes = authSchemesOf(context, shape);
      const authorizers = Object.entries(value).flatMap(([name, each]) =>
        isNodeObject(each) ? [{ name, each }] : [],
      );
      const names = namesOf(
        authorizers,
        ({ scheme }) => typeof scheme !== "string" || !schemes.includes(scheme),
      );
      if (names.length > 0) {
        yield event("AuthorizersTrait", place, { service: id, names, problem: "scheme", schemes });
      }
      const simple = namesOf(
        authorizers,
        ({ enableSimpleResponses, authorizerPayloadFormatVersion: version }) => {
          return enableSimpleResponses !== undefined && version !== undefined && version !== "2.0";
        },
      );
      if (simple.length > 0) {
        yield event("AuthorizersTrait", place, { service: id, names: simple, problem: "simple-responses" });
      }
    }
  },
});

function namesOf<Value>(
  entries: readonly { readonly name: string; readonly each: Value }[],
  isWrong: (value: Value) => boolean,
): readonly string[] {
  return entries.filter(({ each }) => isWrong(each)).map(({ name }) => name);
}
