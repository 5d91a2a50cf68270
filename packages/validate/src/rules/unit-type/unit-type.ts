import { memberId, type Relationship, type ShapeId, UNIT } from "@shapelog/model";
import { type Referrer, referrersOf } from "../../knowledge/referrers.js";
import { defineRule } from "../../rule.js";

/** `smithy.api#Unit` where it means nothing (Smithy 2.0, "Unit type"). */
export const unitType = defineRule({
  name: "UnitType",
  events: {
    UnitType: {
      severity: "error",
      message: (d: { from: ShapeId; relationship: Relationship }) =>
        `${d.from} has ${d.relationship} ${UNIT}. Only operations and members of unions and enums can.`,
    },
  },
  *validate(context, event) {
    for (const referrer of referrersOf(context, UNIT)) {
      if (canUseUnit(referrer)) continue;
      const { from, relationship, name } = referrer;
      const id = relationship === "member" && name !== undefined ? memberId(from.id, name) : from.id;
      yield event("UnitType", { shape: id }, { from: id, relationship });
    }
  },
});

function canUseUnit({ from, relationship }: Referrer): boolean {
  if (relationship === "input" || relationship === "output") return true;
  return (
    relationship === "member" && (from.kind === "union" || from.kind === "enum" || from.kind === "intEnum")
  );
}
