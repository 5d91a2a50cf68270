import { describeFileId, FILE_ID } from "../../compare/file-id.js";
import { createTraitRule } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A detail of the vendor's own format changed that Smithy has no word for. */
export const vendorDetailChanged = createTraitRule({
  id: "vendor-detail.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "vendor-detail.changed",
  traits: ["shapelog.botocore#"],
  say: (place, delta, difference) => {
    const lead = `${place.name(delta.member)} has another detail in the vendor's file, which programs do not see`;
    const told = delta.change.trait === FILE_ID ? `: ${describeFileId(delta, difference)}` : "";
    return { message: `${lead}${told}.` };
  },
});
