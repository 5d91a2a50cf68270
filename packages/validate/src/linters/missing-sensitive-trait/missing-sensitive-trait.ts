import { hasTrait, type ShapeId, shapeName } from "@shapelog/model";
import type { Subject, ValidationContext } from "../../context.js";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, flag, readOptions, stringList } from "../options.js";
import { createTermMatcher, findTermProblem } from "../term-matcher.js";
import { SENSITIVE_TERMS } from "./sensitive-terms.js";

const OPTIONS = { terms: stringList, excludeDefaults: flag };

/** Names that speak of personal data without `@sensitive` (Smithy 2.0, "Model linters", MissingSensitiveTrait). */
export const missingSensitiveTrait = defineLinter({
  name: "MissingSensitiveTrait",
  events: {
    MissingSensitiveTrait: {
      severity: "warning",
      message: (d: { shape: ShapeId; term: string; isMember: boolean }) =>
        `The name of ${d.shape} has "${d.term}", but ${
          d.isMember ? "neither its structure nor its target is" : "it is not"
        } @sensitive. Mark it, so that the value stays out of logs.`,
    },
  },
  check(configuration) {
    const problem = findOptionProblem(OPTIONS, configuration);
    if (problem !== undefined) return problem;
    const { terms, excludeDefaults } = readOptions(OPTIONS, configuration);
    if (excludeDefaults && terms.length === 0) return 'needs "terms" where "excludeDefaults" is true';
    return terms.map(findTermProblem).find((found) => found !== undefined);
  },
  *validate(context, event, configuration) {
    const { terms, excludeDefaults } = readOptions(OPTIONS, configuration);
    const matcher = createTermMatcher(excludeDefaults ? terms : [...SENSITIVE_TERMS, ...terms]);
    for (const subject of context.subjects()) {
      if (!mayBeSensitive(context, subject)) continue;
      const { id, member } = subject;
      const term = matcher.find(member?.name ?? shapeName(id));
      if (term === undefined) continue;
      yield event(
        "MissingSensitiveTrait",
        { shape: id },
        { shape: id, term, isMember: member !== undefined },
      );
    }
  },
});

function mayBeSensitive(context: ValidationContext, { shape, member }: Subject): boolean {
  if (hasTrait(shape, "sensitive")) return false;
  if (!member) return shape.kind !== "operation" && shape.kind !== "service" && shape.kind !== "resource";
  const target = context.shape(member.target);
  return shape.kind !== "enum" && !(target && hasTrait(target, "sensitive"));
}
