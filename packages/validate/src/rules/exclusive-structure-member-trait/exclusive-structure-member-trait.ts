import { isNodeObject, type Member, type Shape, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { appliedTraits } from "../../knowledge/applied-traits.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Traits that only one member of a structure may have (Smithy 2.0, `structurallyExclusive` of "trait trait"). */
export const exclusiveStructureMemberTrait = defineRule({
  name: "ExclusiveStructureMemberTrait",
  stage: "critical",
  events: {
    ExclusiveStructureMemberTrait: {
      severity: "error",
      message: (d: { shape: ShapeId; trait: ShapeId; by: "member" | "target"; members: readonly string[] }) =>
        `${d.shape} has more than one member ${d.by === "member" ? "with" : "that targets a shape with"} ${traitName(
          d.trait,
        )}: ${d.members.join(", ")}. Leave one.`,
    },
  },
  *validate(context, event) {
    const exclusive = appliedTraits(context).flatMap(({ trait, definition }) => {
      const by = exclusionOf(definition);
      return by ? [{ trait, by }] : [];
    });
    for (const { id, members } of context.ofKind("structure")) {
      for (const exclusion of exclusive) {
        const { trait, by } = exclusion;
        const found = members.filter((member) => hasExclusive(context, member, exclusion));
        const names = found.map(({ name }) => name);
        if (found.length < 2) continue;
        yield event("ExclusiveStructureMemberTrait", { shape: id }, { shape: id, trait, by, members: names });
      }
    }
  },
});

interface Exclusion {
  readonly trait: ShapeId;
  /** Whether the member has the trait, or the shape that it targets. */
  readonly by: "member" | "target";
}

function exclusionOf(definition: Shape): Exclusion["by"] | undefined {
  const value = definition.traits["smithy.api#trait"];
  const by = isNodeObject(value) ? value.structurallyExclusive : undefined;
  return by === "member" || by === "target" ? by : undefined;
}

function hasExclusive(context: ValidationContext, member: Member, { trait, by }: Exclusion): boolean {
  const { traits } = by === "member" ? member : (context.shape(member.target) ?? member);
  return Object.hasOwn(traits, trait);
}
