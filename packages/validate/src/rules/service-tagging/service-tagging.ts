import { type ShapeId, shapeName } from "@shapelog/model";
import { tagOperationsOf } from "../../knowledge/tagging.js";
import { defineRule } from "../../rule.js";

interface Found {
  readonly service: ShapeId;
  readonly name: string;
  /** The operation that there is, though not as tagging needs it. */
  readonly operation?: ShapeId | undefined;
}

const TRAIT = "aws.api#tagEnabled";

/** Services that are tag-enabled without the operations for it (Smithy 2.0, "aws.api#tagEnabled trait"). */
export const serviceTagging = defineRule({
  name: "ServiceTagging",
  events: {
    ServiceTagging: {
      severity: "warning",
      message: (d: Found) =>
        d.operation === undefined
          ? `${d.service} has @${TRAIT} but binds no operation ${d.name}. Add it.`
          : `${d.operation} has not the members that ${d.name} needs: an ARN, and tags or their keys.`,
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      for (const { defaultName, configured, operation, isSound } of tagOperationsOf(context, service)) {
        const place = { shape: service.id, trait: TRAIT };
        if (operation === undefined) {
          const name = configured === undefined ? defaultName : shapeName(configured);
          yield event("ServiceTagging", place, { service: service.id, name });
        } else if (!isSound) {
          const data = { service: service.id, name: defaultName, operation };
          yield event("ServiceTagging", { ...place, severity: "danger" }, data);
        }
      }
    }
  },
});
