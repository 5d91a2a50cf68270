import type { AggregateShape, Member, Model } from "@shapelog/model";
import { findInheritedMembers } from "../load/inherited-members.js";

const VALUE = "smithy.api#enumValue";

/** The members of a shape by how they are written. */
export interface AppliedMembers {
  /** Written in the shape. */
  readonly own: readonly Member[];
  /** The members of the shape's mixins, by name. */
  readonly inherited: ReadonlyMap<string, Member>;
  /** Written as traits that are applied to inherited members, with those traits alone. */
  readonly applied: readonly Member[];
}

/**
 * Returns which members of a shape only add traits to members of its mixins: those at the end, with the inherited
 * target, in the order of the mixins. Written as `apply` they are read as the same members again.
 */
export function findAppliedMembers(model: Model, shape: AggregateShape): AppliedMembers {
  const { members } = shape;
  const inherited = findInheritedMembers(model.shapes, shape);
  if (inherited.size === 0) return { own: members, applied: [], inherited };
  const order = new Map([...inherited.keys()].map((name, index) => [name, index]));
  let first = members.length;
  let before = Number.POSITIVE_INFINITY;
  for (; first > 0; first--) {
    const member = members[first - 1];
    const found = member && inherited.get(member.name);
    const at = member && order.get(member.name);
    if (!found || at === undefined || at >= before || !addsTraits(member, found)) break;
    before = at;
  }
  const applied = members.slice(first).map((member): Member => {
    const known = inherited.get(member.name);
    const { [VALUE]: value, ...rest } = member.traits;
    // Reading states the value of an enum's member again.
    return value !== undefined && value === known?.traits[VALUE] ? { ...member, traits: rest } : member;
  });
  return { own: members.slice(0, first), applied, inherited };
}

function addsTraits(member: Member, inherited: Member): boolean {
  if (member.target !== inherited.target) return false;
  const { [VALUE]: value, ...rest } = member.traits;
  const isInheritedValue = value === inherited.traits[VALUE];
  return isInheritedValue && Object.keys(rest).length > 0;
}
