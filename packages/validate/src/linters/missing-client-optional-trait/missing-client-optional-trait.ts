import { hasTrait, type ShapeId } from "@shapelog/model";
import type { Subject, ValidationContext } from "../../context.js";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, flag, readOptions } from "../options.js";

const OPTIONS = { onRequiredStructureOrUnion: flag, onRequiredOrDefault: flag };

/** Members that clients take for granted (Smithy 2.0, "Model linters", MissingClientOptionalTrait). */
export const missingClientOptionalTrait = defineLinter({
  name: "MissingClientOptionalTrait",
  events: {
    MissingClientOptionalTrait: {
      severity: "danger",
      message: (d: { member: ShapeId; trait: "default" | "required"; target?: ShapeId }) =>
        `${d.member} has @${d.trait}${d.target === undefined ? "" : ` and targets ${d.target}, which cannot have a default`}. ` +
        "Add @clientOptional, so that clients are ready for the member to be left out one day.",
    },
  },
  check: (configuration) => findOptionProblem(OPTIONS, configuration),
  *validate(context, event, configuration) {
    const options = readOptions(OPTIONS, configuration);
    for (const subject of context.subjects()) {
      if (!subject.member || hasTrait(subject.member, "clientOptional")) continue;
      const { id: member } = subject;
      const isRequired = hasTrait(subject.member, "required");
      if (options.onRequiredOrDefault) {
        if (hasTrait(subject.member, "default")) {
          yield event("MissingClientOptionalTrait", { shape: member }, { member, trait: "default" });
        }
        if (isRequired) {
          yield event("MissingClientOptionalTrait", { shape: member }, { member, trait: "required" });
        }
      } else if (options.onRequiredStructureOrUnion && isRequired) {
        const target = findDefaultless(context, subject);
        if (target === undefined) continue;
        yield event("MissingClientOptionalTrait", { shape: member }, { member, trait: "required", target });
      }
    }
  },
});

/** Returns the member's target where it is a structure or union: those have no default to fall back on. */
function findDefaultless(context: ValidationContext, { member }: Subject): ShapeId | undefined {
  const target = member && context.shape(member.target);
  return target?.kind === "structure" || target?.kind === "union" ? target.id : undefined;
}
