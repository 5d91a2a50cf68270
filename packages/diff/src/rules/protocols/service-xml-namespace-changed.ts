import { describeTrait } from "../../compare/describe-trait.js";
import type { Rule } from "../../rule/rule.js";
import { createTraitRule } from "../../rule/trait-rule.js";

const rule = createTraitRule({
  id: "service.xml-namespace.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "the namespace of XML is in no type and in no document" },
  bump: "patch",
  mirror: "service.xml-namespace.changed",
  traits: ["smithy.api#xmlNamespace"],
  say: (place, delta) => ({
    message: `The XML of ${place.name()} changed: ${describeTrait(delta)}.`,
    affected: "you read or write the service's XML without an updated SDK: raw HTTP, mocks, recorded calls",
    action: "Update the SDK, or change the namespace you expect.",
  }),
});

/** The XML namespace of a service's documents changed. Updated SDKs follow by themselves. */
export const serviceXmlNamespaceChanged: Rule = {
  ...rule,
  evaluate: (difference, place, context) =>
    (difference.after ?? difference.before)?.kind === "service"
      ? rule.evaluate(difference, place, context)
      : [],
};
