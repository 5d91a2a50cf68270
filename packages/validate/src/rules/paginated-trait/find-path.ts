import { findMember, type Member, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { structureOf } from "../../knowledge/structure-of.js";

/** Returns the member that a dotted path leads to from a structure, or `undefined`. */
export function findPath(context: ValidationContext, structure: ShapeId, path: string): Member | undefined {
  let at = structureOf(context, structure);
  let found: Member | undefined;
  for (const name of path.split(".")) {
    found = at && findMember(at, name);
    if (!found) return undefined;
    at = structureOf(context, found.target);
  }
  return found;
}
