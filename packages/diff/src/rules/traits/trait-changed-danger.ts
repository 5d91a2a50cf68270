import { createDefinedTraitRule } from "../../rule/defined-trait-rule.js";

/** A trait changed in a way that its definition calls a danger. */
export const traitChangedDanger = createDefinedTraitRule({
  id: "trait.changed.danger",
  severities: ["DANGER"],
  wire: "danger",
  verdict: "check",
  bump: "minor",
  action: "Check what relies on the old value.",
});
