/**
 * @import { Place } from "./walk-operations.mjs"
 */

/** @typedef {"breaking" | "check" | undefined} Want what a fact has to be told as; `undefined`: as anything */

/**
 * Something that became narrower or left, found in the raw files.
 * @typedef {object} Fact
 * @property {string} detector
 * @property {string} operation
 * @property {"request" | "response" | undefined} direction
 * @property {string | undefined} error
 * @property {string} path
 * @property {string} subject the same for one fact wherever it is met
 * @property {string} detail
 * @property {Want} want
 * @property {RegExp} says the rules that can tell of it
 * @property {readonly string[]} shapes the names of the shapes whose findings can tell of it
 * @property {string | undefined} member
 * @property {string | undefined} [reason] why less is wanted than of others of its kind
 */

/** @typedef {Pick<Fact, "detector" | "detail" | "want" | "says"> & Partial<Fact>} Found */

/**
 * Returns a fact about a member, or about the shape that stands at a place.
 * @param {Place} place
 * @param {Found} found
 * @returns {Fact}
 */
export function factAt(place, found) {
  const { operation, direction, error, path, owner, old, now } = place;
  return {
    ...{ operation, direction, error, path },
    subject: owner ? `${owner.old} ${owner.now} ${owner.member}` : `${operation} ${old.name} ${now.name}`,
    shapes: owner ? [owner.old, owner.now, old.name, now.name] : [old.name, now.name],
    member: owner?.member,
    ...found,
  };
}
