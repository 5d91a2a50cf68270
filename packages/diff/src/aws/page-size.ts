import { isClosed, type Place } from "./special-types.js";
import { stepInto } from "./syntax.js";

/**
 * The most members below an input or output, those of members included, that its documentation can have: with more, both
 * the syntax and the list of fields are longer than botocore lets them be, which has a line or more for each.
 */
const MAX_MEMBERS = 1494;

/**
 * Returns whether the documentation of an input or output would be too long. Looks breadth first, where types that fan out
 * into each other soon show how many there are.
 */
export function isTooLarge(root: Place): boolean {
  const places = [root];
  let members = 0;
  for (const place of places) {
    if (isClosed(place)) continue;
    members += place.shape.members.length;
    if (members > MAX_MEMBERS) return true;
    for (const member of place.shape.members) {
      if (member.target.members.length > 0) places.push(stepInto(place, member));
    }
  }
  return false;
}
