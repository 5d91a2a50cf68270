import { hasTrait, type ShapeId } from "@shapelog/model";
import { usesByContainer } from "../../knowledge/uses-by-container.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Members of an event that go nowhere, as another is the whole payload (Smithy 2.0, "eventPayload trait"). */
export const eventPayloadTrait = defineRule({
  name: "EventPayloadTrait",
  events: {
    EventPayloadTrait: {
      severity: "error",
      message: (d: { structure: ShapeId; payload: string; members: readonly string[] }) =>
        `Event ${d.structure} has its member ${d.payload} as @eventPayload, so ${listNames(d.members)} cannot be sent. ` +
        "Mark other members with @eventHeader.",
    },
  },
  *validate(context, event) {
    for (const [structure, [payload]] of usesByContainer(context, "eventPayload")) {
      if (structure.kind !== "structure" || !payload) continue;
      const members = structure.members
        .filter((member) => !hasTrait(member, "eventHeader") && !hasTrait(member, "eventPayload"))
        .map(({ name }) => name);
      if (members.length === 0) continue;
      const data = { structure: structure.id, payload: payload.member.name, members };
      yield event("EventPayloadTrait", { shape: structure.id }, data);
    }
  },
});
