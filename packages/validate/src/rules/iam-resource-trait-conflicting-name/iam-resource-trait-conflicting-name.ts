import { type ShapeId, shapeName } from "@shapelog/model";
import { iamName } from "../../knowledge/condition-keys.js";
import { groupBy } from "../../knowledge/group-by.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

/** Resources of a service with one name in IAM (Smithy 2.0, "aws.iam#iamResource trait"). */
export const iamResourceTraitConflictingName = defineRule({
  name: "IamResourceTraitConflictingName",
  events: {
    IamResourceTraitConflictingName: {
      severity: "error",
      message: (d: { service: ShapeId; name: string; resources: readonly ShapeId[] }) =>
        `${d.resources.join(" and ")} are all named "${d.name}" in IAM (upper and lower case count the same). ` +
        "Give each a name of its own.",
    },
  },
  *validate(context, event) {
    for (const { service, resources } of topDown(context)) {
      const names = groupBy(resources, (each) => (iamName(each) ?? shapeName(each.id)).toLowerCase());
      for (const [name, same] of names) {
        if (same.length === 1) continue;
        const data = { service: service.id, name, resources: same.map(({ id }) => id) };
        yield event("IamResourceTraitConflictingName", { shape: service.id }, data);
      }
    }
  },
});
