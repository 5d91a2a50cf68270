import { describeTrait } from "../../compare/describe-trait.js";
import { createTraitRule, isChanged } from "../../rule/trait-rule.js";

/** An operation's HTTP method, URI or status code changed. Updated SDKs follow by themselves. */
export const operationHttpChanged = createTraitRule({
  id: "operation.http.changed",
  reach: "any",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: { none: "a document is a body, not its method and path" },
  bump: "patch",
  mirror: "operation.http.changed",
  traits: ["smithy.api#http"],
  when: isChanged,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another HTTP method, URI or status code: ${describeTrait(delta)}.`,
    affected:
      "you speak to the service without an updated SDK: raw HTTP, mocks, proxies, signed URLs, policies on paths",
    action: "Update the SDK, or change the raw form.",
  }),
});
