import { hasTrait, type ShapeId } from "@shapelog/model";
import { membersOf } from "../../context.js";
import { defineRule } from "../../rule.js";

type Fault = "empty" | "default" | "box";

const FAULTS: Readonly<Record<Fault, string>> = {
  empty: "has no members, so no value can be made of it. Add one.",
  default: "targets a shape with a default, which unions ignore. Target one without.",
  box: "has @box, which does nothing on members of unions. Take it out.",
};

/** Unions without members, and what has no effect on the members of one (Smithy 2.0, "Union"). */
export const union = defineRule({
  name: "Union",
  events: {
    Union: {
      severity: "error",
      message: (d: { shape: ShapeId; fault: Fault }) => `${d.shape} ${FAULTS[d.fault]}`,
    },
  },
  *validate(context, event) {
    for (const shape of context.ofKind("union")) {
      if (shape.members.length === 0)
        yield event("Union", { shape: shape.id }, { shape: shape.id, fault: "empty" });
      for (const { id, member } of membersOf(shape)) {
        const target = context.shape(member.target);
        if (target && hasTrait(target, "default")) {
          yield event("Union", { shape: id, severity: "note" }, { shape: id, fault: "default" });
        }
        if (hasTrait(member, "box")) {
          const place = { shape: id, trait: "smithy.api#box", severity: "warning" as const };
          yield event("Union", place, { shape: id, fault: "box" });
        }
      }
    }
  },
});
