import { memberId, type ShapeId, stringTrait } from "@shapelog/model";
import { usesByContainer } from "../../knowledge/uses-by-container.js";
import { defineRule } from "../../rule.js";

/** Headers that are also among those of a prefix (Smithy 2.0, "httpPrefixHeaders trait"). */
export const httpPrefixHeadersTrait = defineRule({
  name: "HttpPrefixHeadersTrait",
  events: {
    HttpPrefixHeadersTrait: {
      severity: "error",
      message: (d: { member: ShapeId; header: string; prefixed: ShapeId; prefix: string }) =>
        d.prefix === ""
          ? `${d.prefixed} takes all headers, so "${d.header}" of ${d.member} will be found in both.`
          : `The header "${d.header}" of ${d.member} begins with "${d.prefix}", whose headers ${d.prefixed} takes. ` +
            "Rename one of the two.",
    },
  },
  *validate(context, event) {
    for (const [structure, uses] of usesByContainer(context, "httpPrefixHeaders")) {
      if (structure.kind !== "structure") continue;
      for (const { id: prefixed, value: prefix } of uses) {
        if (typeof prefix !== "string") continue;
        for (const member of structure.members) {
          const header = stringTrait(member, "httpHeader");
          if (!header?.toLowerCase().startsWith(prefix.toLowerCase())) continue;
          const id = memberId(structure.id, member.name);
          const severity = prefix === "" ? "note" : "error";
          const place = { shape: id, trait: "smithy.api#httpHeader", severity } as const;
          yield event("HttpPrefixHeadersTrait", place, { member: id, header, prefixed, prefix });
        }
      }
    }
  },
});
