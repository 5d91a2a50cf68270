import type { AggregateShape, Member } from "@shapelog/model";
import type { TraitUse, ValidationContext } from "../context.js";

/** A member that has the trait that was asked for. */
export interface MemberUse extends TraitUse {
  readonly member: Member;
}

/** Returns the members that have a trait, by the shape they are in. */
export function usesByContainer(
  context: ValidationContext,
  trait: string,
): ReadonlyMap<AggregateShape, readonly MemberUse[]> {
  const uses = new Map<AggregateShape, MemberUse[]>();
  for (const { shape, member, ...use } of context.withTrait(trait)) {
    if (!member || !("members" in shape)) continue;
    const known = uses.get(shape);
    if (known) known.push({ ...use, shape, member });
    else uses.set(shape, [{ ...use, shape, member }]);
  }
  return uses;
}
