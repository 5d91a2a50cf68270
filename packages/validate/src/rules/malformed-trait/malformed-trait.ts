import { isNodeObject } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { type TraitProblem, traitProblems } from "../../knowledge/trait-problems.js";
import { describeProblem, type NodeProblemKind } from "../../node/problems.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** What keeps Smithy from reading the value of a trait it knows; anything else it finds later. */
const UNREADABLE: ReadonlySet<NodeProblemKind> = new Set(["type", "missing-member", "id-syntax"]);

/** Values of Smithy's own traits that cannot be read at all (Smithy 2.0, "Trait values"). */
export const malformedTrait = defineRule({
  name: "MalformedTrait",
  stage: "loading",
  events: {
    Model: {
      severity: "error",
      message: (d: TraitProblem | { trait: string; shape: string; url: string }) =>
        `${traitName(d.trait)} of ${d.shape}: ${
          "problem" in d ? describeProblem(d.problem) : `"${d.url}" is no absolute URL.`
        }`,
    },
  },
  *validate(context, event) {
    for (const found of traitProblems(context)) {
      const { shape, trait, problem } = found;
      if (context.isOwn(trait) || problem.severity !== "error") continue;
      const isUnreadable =
        UNREADABLE.has(problem.kind) || (trait === "smithy.api#error" && problem.kind === "enum-value");
      if (isUnreadable) yield event("Model", { shape, trait }, found);
    }
    for (const found of findBrokenUrls(context)) yield event("Model", found, found);
  },
});

function findBrokenUrls(
  context: ValidationContext,
): readonly { shape: string; trait: string; url: string }[] {
  return context.withTrait("externalDocumentation").flatMap(({ id: shape, value }) => {
    const urls = isNodeObject(value) ? Object.values(value) : [];
    return urls.flatMap((url) =>
      typeof url === "string" && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url)
        ? [{ shape, trait: "smithy.api#externalDocumentation", url }]
        : [],
    );
  });
}
