import { createDefinedTraitRule } from "../../rule/defined-trait-rule.js";

/** A trait changed in a way that its definition calls a note. */
export const traitChangedNote = createDefinedTraitRule({
  id: "trait.changed.note",
  severities: ["NOTE", "SUPPRESSED"],
  wire: "note",
  verdict: "notice",
  bump: "patch",
});
