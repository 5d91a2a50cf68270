import { describeTrait } from "../../compare/describe-trait.js";
import { isOfHost, SERVICE_IDS } from "../../compare/service-ids.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** Where calls are sent changed. */
export const endpointChanged = createTraitRule({
  id: "endpoint.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "the host that a call goes to is in no type and in no document" },
  bump: "minor",
  mirror: "endpoint.changed",
  traits: [
    "smithy.api#endpoint",
    "smithy.rules#endpointRuleSet",
    "smithy.rules#endpointBdd",
    "aws.endpoints#",
    "aws.api#clientDiscoveredEndpoint",
    "aws.api#clientEndpointDiscovery",
    "smithy.api#cors",
    "shapelog.botocore#endpoint",
    "shapelog.botocore#globalEndpoint",
    "shapelog.botocore#endpointdiscovery",
    "shapelog.botocore#endpointoperation",
    "shapelog.botocore#endpointPrefix",
    "shapelog.botocore#ripServiceName",
    SERVICE_IDS,
  ],
  when: (delta) => delta.change.trait !== SERVICE_IDS || isOfHost(delta),
  say: (place, delta) => ({
    message: `Calls of ${place.name(delta.member)} can be sent elsewhere: ${describeTrait(delta)}.`,
    affected: "you have custom endpoints, or rules for hosts and networks",
    action: "Let the new host through where hosts are listed, and test one call with the new package.",
  }),
});
