import { chooseShapes } from "../../packages/emit/dist/index.js";
import { findClosure, findShape, hasTrait } from "../../packages/model/dist/index.js";
import { findDifferences } from "./compare-types.mjs";

/**
 * @import { Shape, ShapeId } from "@shapelog/model"
 * @import { Side } from "../../packages/witness/dist/side.js"
 * @import { ClientPlace, Difference, Pair } from "./compare-types.mjs"
 */

/** What TypeScript says of a name that a module does not export, and of a property that a type does not have. */
const NOT_THERE = /: TS(?:2694|2724|2339|2551): /;

/**
 * Returns the members and enums that types differ at, for differences of operations; and the operations that differ
 * where nothing that they hold does.
 * @param {Side} side
 * @param {ClientPlace & { readonly differences: readonly Difference[] }} options
 * @returns {Promise<readonly Difference[]>}
 */
export async function findCauses(side, { differences, ...where }) {
  if (differences.length === 0) return [];
  const { shapes } = chooseShapes(side.model, side.service);
  const pairs = shapes.flatMap((shape) => pairsOf(side, shape));
  const all = await findDifferences(side, where, pairs);
  const found = all.filter(({ message }) => !NOT_THERE.test(message));
  const differing = new Set(found.map(({ shape }) => shape));
  const isDeeper = (/** @type {ShapeId | undefined} */ target) => {
    const id = target && itemOf(side, target);
    return id !== undefined && differing.has(id);
  };
  const causes = found.filter(({ target }) => !isDeeper(target));
  const isExplained = (/** @type {Difference} */ { shape }) =>
    [...findClosure(side.model, [shape])].some((id) => differing.has(id));
  return [...causes, ...differences.filter((difference) => !isExplained(difference))];
}

/**
 * Returns the types of an enum, or of the members of a structure or union; lists and maps have no names in clients.
 * @param {Side} side
 * @param {Shape} shape
 * @returns {Pair[]}
 */
function pairsOf({ names }, shape) {
  const name = names.of(shape.id);
  if (shape.kind === "enum" || shape.kind === "intEnum")
    return [{ place: name, shape: shape.id, ours: `Ours.${name}`, sdk: `Sdk.${name}` }];
  if (shape.kind !== "structure" && shape.kind !== "union") return [];
  // What is thrown is compared as a whole: an error's own message is that of the `Error` that it is thrown as.
  const members = hasTrait(shape, "error")
    ? shape.members.filter(({ name: own }) => own !== "message")
    : shape.members;
  return members.map((member) => {
    const key = JSON.stringify(member.name);
    return {
      place: `${name}$${member.name}`,
      shape: shape.id,
      target: member.target,
      ours: `Ours.${name}[${key}]`,
      sdk: `Sdk.${name}[${key}]`,
    };
  });
}

/**
 * Returns the shape that lists and maps hold in the end.
 * @param {Side} side
 * @param {ShapeId} id
 */
function itemOf({ model }, id) {
  const seen = new Set([id]);
  for (const each of seen) {
    const shape = findShape(model, each);
    if (shape?.kind !== "list" && shape?.kind !== "map") return each;
    for (const { name, target } of shape.members) if (name !== "key") seen.add(target);
  }
  return undefined;
}
