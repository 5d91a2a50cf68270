import {
  hasTrait,
  type Member,
  memberId,
  type Shape,
  type ShapeId,
  stringTrait,
  type Traited,
} from "@shapelog/model";

/** Where a text stands in a request or response: in the path, in the query, or in a header. */
export type TextPlace = "label" | "query" | "header";

const PLACES: readonly TextPlace[] = ["label", "query", "header"];

/** A member whose value is a text as HTTP has it; its value is the place. */
export const TEXT_TRAIT: ShapeId = "shapelog.wire#text";

/** A structure that may hold more than its members, and nothing is wrong with it: a header or parameter of someone else. */
export const OPEN: ShapeId = "shapelog.wire#open";

/** A member that stands for all that is left: its target is a map, its value what their names begin with. */
export const REST: ShapeId = "shapelog.wire#rest";

/** A member's id in the model. */
export const ORIGIN: ShapeId = "shapelog.wire#origin";

/** Returns the place of a text, or `undefined` where a value is one of JSON. */
export function textPlace(of: Traited): TextPlace | undefined {
  const stated = stringTrait(of, TEXT_TRAIT);
  return PLACES.find((place) => place === stated);
}

/** Returns whether a structure may hold more than its members. */
export function isOpenStructure(of: Traited): boolean {
  return hasTrait(of, OPEN);
}

/** Returns what the names begin with that a member stands for; `undefined` where it stands for its own alone. */
export function restPrefix(of: Traited): string | undefined {
  return stringTrait(of, REST);
}

/** Returns a member's id in the model, also where it is in a piece. */
export function sourceId(container: Shape, member: Member): ShapeId {
  return stringTrait(member, ORIGIN) ?? memberId(container.id, member.name);
}
