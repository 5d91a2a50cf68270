import { isNodeArray, type NodeValue, type ShapeId, type Traits } from "@shapelog/model";
import { authSchemesOf } from "../../knowledge/service-schemes.js";
import { topDown } from "../../knowledge/top-down.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

const AUTH = "smithy.api#auth";

/** `@auth` that names schemes its service does not have (Smithy 2.0, "auth trait"). */
export const authTrait = defineRule({
  name: "AuthTrait",
  events: {
    AuthTrait: {
      severity: "danger",
      message: (d: { shape: ShapeId; service: ShapeId; missing: readonly ShapeId[] }) =>
        `@auth of ${d.shape} names ${listNames(d.missing)}, which service ${d.service} does not have. ` +
        "Apply the scheme to the service, or take it out of @auth.",
    },
  },
  *validate(context, event) {
    for (const { service, operations } of topDown(context)) {
      const schemes = new Set(authSchemesOf(context, service));
      for (const { id, traits } of [service, ...operations]) {
        const missing = findMissing(traits, schemes);
        if (missing.length === 0) continue;
        yield event("AuthTrait", { shape: id, trait: AUTH }, { shape: id, service: service.id, missing });
      }
    }
  },
});

function findMissing(traits: Traits, schemes: ReadonlySet<NodeValue>): readonly ShapeId[] {
  const named = traits[AUTH];
  if (!isNodeArray(named)) return [];
  const missing = named.filter((id) => typeof id === "string").filter((id) => !schemes.has(id));
  return [...new Set(missing)].sort();
}
