import { hasTrait, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** `@private` on members of mixins, where it has no effect (Smithy 2.0, "private trait"). */
export const privateMixinMember = defineRule({
  name: "PrivateMixinMember",
  events: {
    PrivateMixinMember: {
      severity: "warning",
      message: (d: { member: ShapeId }) =>
        `@private on ${d.member} keeps nobody from inheriting it. Put it on the mixin, or on the member's target.`,
    },
  },
  *validate(context, event) {
    for (const { id, shape, member } of context.withTrait("private")) {
      if (!member || !hasTrait(shape, "mixin")) continue;
      yield event("PrivateMixinMember", { shape: id, trait: "smithy.api#private" }, { member: id });
    }
  },
});
