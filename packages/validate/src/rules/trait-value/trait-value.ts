import { type TraitProblem, traitProblems } from "../../knowledge/trait-problems.js";
import { describeProblem } from "../../node/problems.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Values of traits that do not fit the traits' own shapes (Smithy 2.0, "Trait values"). */
export const traitValue = defineRule({
  name: "TraitValue",
  stage: "critical",
  events: {
    TraitValue: {
      severity: "error",
      message: (d: TraitProblem) => `${traitName(d.trait)} of ${d.shape}: ${describeProblem(d.problem)}`,
    },
  },
  *validate(context, event) {
    for (const found of traitProblems(context)) {
      const { shape, trait, problem } = found;
      const { below, severity } = problem;
      yield event("TraitValue", { shape, trait, below, severity }, found);
    }
  },
});
