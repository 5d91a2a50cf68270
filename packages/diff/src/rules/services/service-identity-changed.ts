import { describeTrait } from "../../compare/describe-trait.js";
import { isOfHost } from "../../compare/service-ids.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** A service's ids in SDKs, logs and resource names changed. */
export const serviceIdentityChanged = createTraitRule({
  id: "service.identity.changed",
  reach: "any",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: { none: "the names of a service are in no type and in no document" },
  bump: "minor",
  mirror: "service.identity.changed",
  traits: ["aws.api#service", "aws.api#data", "aws.api#dataPlane"],
  when: (delta) => !isOfHost(delta),
  say: (place, delta) => ({
    message: `${place.name(delta.member)} goes by other ids: ${describeTrait(delta)}.`,
    affected:
      "you name the service by such an id: in packages and clients, commands, settings, hooks, policies, logs or templates",
    action: "Compare the ids.",
  }),
});
