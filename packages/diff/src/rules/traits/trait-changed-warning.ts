import { createDefinedTraitRule } from "../../rule/defined-trait-rule.js";

/** A trait changed in a way that its definition warns of. */
export const traitChangedWarning = createDefinedTraitRule({
  id: "trait.changed.warning",
  severities: ["WARNING"],
  wire: "warning",
  verdict: "check",
  bump: "minor",
  action: "Check what relies on the old value.",
});
