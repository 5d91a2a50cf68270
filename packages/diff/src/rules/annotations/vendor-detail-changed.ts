import { describeValue } from "../../compare/describe.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** A detail of the vendor's own format changed that Smithy has no word for. */
export const vendorDetailChanged = createTraitRule({
  id: "vendor-detail.changed",
  reach: "any",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "patch",
  mirror: "vendor-detail.changed",
  traits: ["shapelog.botocore#"],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another detail in the vendor's format: ${describeValue(delta)}.`,
    affected: "you use tools made from that format, such as botocore",
    action: "Compare both sides of the change.",
  }),
});
