import { isAggregate, type Member, type Shape } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";

/** A member that targets a stream. */
export interface Stream {
  readonly container: Shape;
  readonly member: Member;
  readonly target: Shape;
}

/** Returns the members that target streams, in the order of the model. */
export function findStreams(context: ValidationContext): readonly Stream[] {
  const targets = new Map(
    context.withTrait("streaming").flatMap(({ id, shape, member }) => (member ? [] : [[id, shape] as const])),
  );
  return context.shapes.flatMap((container) => {
    if (!isAggregate(container)) return [];
    return container.members.flatMap((member) => {
      const target = targets.get(member.target);
      return target ? [{ container, member, target }] : [];
    });
  });
}
