import { detectMembers } from "./detect-members.mjs";
import { detectOperations } from "./detect-operations.mjs";
import { detectValues } from "./detect-values.mjs";
import { detectWire } from "./detect-wire.mjs";
import { findAffected } from "./find-affected.mjs";
import { walkOperation } from "./walk-operations.mjs";

/**
 * @import { Fact } from "./fact.mjs"
 * @import { Sides } from "./walk-operations.mjs"
 */

/**
 * Returns all that left, came where it has to be handled, or became narrower or wider to the harm of those who call.
 * @param {Sides} sides
 * @returns {Iterable<Fact>}
 */
export function* detectFacts(sides) {
  yield* detectOperations(sides);
  const affected = findAffected(sides);
  for (const operation of Object.keys(sides.old.operations)) {
    for (const place of walkOperation({ ...sides, affected }, operation)) {
      yield* detectValues(place);
      yield* detectWire(place, sides);
      if (place.isFirst) yield* detectMembers(place, sides);
    }
  }
}
