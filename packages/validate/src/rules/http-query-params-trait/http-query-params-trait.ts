import { hasTrait, type ShapeId } from "@shapelog/model";
import { usesByContainer } from "../../knowledge/uses-by-container.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Query parameters that are also in a map of all (Smithy 2.0, "httpQueryParams trait"). */
export const httpQueryParamsTrait = defineRule({
  name: "HttpQueryParamsTrait",
  events: {
    HttpQueryParamsTrait: {
      severity: "note",
      message: (d: { structure: ShapeId; all: string; members: readonly string[] }) =>
        `${d.all} of ${d.structure} takes all query parameters, so those of ${listNames(d.members)} ` +
        "will be found in both.",
    },
  },
  *validate(context, event) {
    for (const [structure, uses] of usesByContainer(context, "httpQueryParams")) {
      if (structure.kind !== "structure") continue;
      const members = structure.members.filter((member) => hasTrait(member, "httpQuery"));
      if (members.length === 0) continue;
      const names = members.map(({ name }) => name);
      for (const { member } of uses) {
        const data = { structure: structure.id, all: member.name, members: names };
        yield event("HttpQueryParamsTrait", { shape: structure.id }, data);
      }
    }
  },
});
