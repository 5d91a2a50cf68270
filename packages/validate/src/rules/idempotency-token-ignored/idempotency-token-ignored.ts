import { hasTrait, type ShapeId } from "@shapelog/model";
import { referrersOf } from "../../knowledge/referrers.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Tokens outside an operation's own input (Smithy 2.0, "idempotencyToken trait"). */
export const idempotencyTokenIgnored = defineRule({
  name: "IdempotencyTokenIgnored",
  events: {
    IdempotencyTokenIgnored: {
      severity: "warning",
      message: (d: { member: ShapeId; users: readonly ShapeId[] }) =>
        `@idempotencyToken of ${d.member} only counts in an operation's input itself; it is ignored where ` +
        `${listNames(d.users)} use its structure.`,
    },
  },
  *validate(context, event) {
    for (const { id, shape, member } of context.withTrait("idempotencyToken")) {
      // Members of mixins are looked at where they are mixed in.
      if (!member || shape.kind !== "structure" || hasTrait(shape, "mixin")) continue;
      const others = referrersOf(context, shape.id).filter(({ relationship }) => relationship !== "input");
      if (others.length === 0) continue;
      const users = [...new Set(others.map(({ from }) => from.id))];
      const place = { shape: id, trait: "smithy.api#idempotencyToken" };
      yield event("IdempotencyTokenIgnored", place, { member: id, users });
    }
  },
});
