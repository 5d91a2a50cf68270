import { createDefinedTraitRule } from "../../rule/defined-trait-rule.js";

/** A trait changed in a way that its definition calls an error. */
export const traitChangedError = createDefinedTraitRule({
  id: "trait.changed.error",
  severities: ["ERROR"],
  wire: "error",
  verdict: "breaking",
  bump: "minor",
  action: "Change what relies on the old value before you move to the new one.",
});
