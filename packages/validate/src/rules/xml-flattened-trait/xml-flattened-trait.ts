import { findMember, hasTrait, type ShapeId, stringTrait } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** `@xmlName` of a list's member that `@xmlFlattened` undoes (Smithy 2.0, "xmlFlattened trait"). */
export const xmlFlattenedTrait = defineRule({
  name: "XmlFlattenedTrait",
  events: {
    XmlFlattenedTrait: {
      severity: "warning",
      message: (d: { member: ShapeId; name: string; list: ShapeId; xmlName: string }) =>
        `${d.member} is @xmlFlattened, so its elements are named "${d.name}" and not "${d.xmlName}" as in ${d.list}. ` +
        `Put @xmlName("${d.name}") or @xmlName("${d.xmlName}") on it to say which is meant.`,
    },
  },
  *validate(context, event) {
    for (const { id, member } of context.withTrait("xmlFlattened")) {
      if (!member || hasTrait(member, "xmlName")) continue;
      const list = context.shape(member.target);
      const element = list?.kind === "list" ? findMember(list, "member") : undefined;
      const xmlName = element && stringTrait(element, "xmlName");
      if (xmlName === undefined || xmlName === member.name) continue;
      const data = { member: id, name: member.name, list: member.target, xmlName };
      yield event("XmlFlattenedTrait", { shape: id }, data);
    }
  },
});
