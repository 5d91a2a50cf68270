import { type ShapeId, stringTrait } from "@shapelog/model";
import { groupBy } from "../../knowledge/group-by.js";
import { usesByContainer } from "../../knowledge/uses-by-container.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Members of one name in JSON (Smithy 2.0, "jsonName trait"). */
export const jsonName = defineRule({
  name: "JsonName",
  events: {
    JsonName: {
      severity: "error",
      message: (d: { shape: ShapeId; name: string; members: readonly string[] }) =>
        `The members ${listNames(d.members)} of ${d.shape} are all named "${d.name}" in JSON. Give each its own name.`,
    },
  },
  *validate(context, event) {
    for (const { id, members } of usesByContainer(context, "jsonName").keys()) {
      for (const [name, same] of groupBy(
        members,
        (member) => stringTrait(member, "jsonName") ?? member.name,
      )) {
        if (same.length < 2) continue;
        yield event(
          "JsonName",
          { shape: id },
          { shape: id, name, members: same.map((member) => member.name) },
        );
      }
    }
  },
});
