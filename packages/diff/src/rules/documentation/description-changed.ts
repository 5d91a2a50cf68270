import { describeTrait } from "../../compare/describe-trait.js";
import { createTraitRule } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Something about the API is described differently; calls stay as they are. */
export const descriptionChanged = createTraitRule({
  id: "description.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "description.changed",
  traits: [
    "smithy.api#title",
    "smithy.api#externalDocumentation",
    "smithy.api#examples",
    "smithy.api#tags",
    "smithy.api#since",
    "smithy.api#unstable",
    "smithy.api#internal",
    "smithy.api#private",
    "smithy.api#recommended",
    "shapelog.botocore#examples",
    "shapelog.botocore#documentation",
    "shapelog.botocore#fields",
    "shapelog.botocore#serviceAbbreviation",
    "shapelog.botocore#synthetic",
  ],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is described differently: ${describeTrait(delta)}.`,
  }),
});
