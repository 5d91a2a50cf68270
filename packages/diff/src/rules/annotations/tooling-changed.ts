import { describeTrait } from "../../compare/describe-trait.js";
import { createTraitRule } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** What tools other than clients read changed: policies, templates, tests, waiters. */
export const toolingChanged = createTraitRule({
  id: "tooling.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "tooling.changed",
  traits: [
    "aws.iam#",
    "aws.cloudformation#",
    "aws.api#",
    "smithy.waiters#",
    "smithy.rules#",
    "shapelog.botocore#waiters",
    "smithy.test#",
    "smithy.openapi#",
    "smithy.mqtt#",
    "smithy.contracts#",
    "smithy.jmespath#",
    "shapelog.botocore#clientContextParams",
    "smithy.api#references",
    "smithy.api#suppress",
    "smithy.api#property",
    "smithy.api#notProperty",
    "smithy.api#nestedProperties",
    "smithy.api#resourceIdentifier",
    "smithy.api#noReplace",
    "smithy.api#idRef",
    "smithy.api#trait",
    "smithy.api#protocolDefinition",
    "smithy.api#unitType",
    "smithy.api#traitValidators",
  ],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is described differently to tools: ${describeTrait(delta)}.`,
  }),
});
