import { findMember, findShape, jsonName, memberPath } from "../../packages/model/dist/index.js";
import { IS_KEY } from "../../packages/runtime/dist/failures.js";

/**
 * @import { Shape } from "@shapelog/model"
 * @import { Failure } from "../../packages/runtime/dist/failures.js"
 * @import { Side } from "../../packages/witness/dist/side.js"
 */

/**
 * Where a validator complains, in the words of models.
 * @typedef {object} Located
 * @property {string} path As positions of findings have it.
 * @property {readonly string[]} shapes The shapes that stand there on either side.
 * @property {readonly string[]} holders The shapes whose member it is, on either side.
 * @property {string | undefined} member
 * @property {boolean} isInUnion Whether the refusing side has a union around it.
 * @property {readonly string[]} around The paths on the way.
 */

/**
 * What stands at a place: on the side that refuses, and on the other one.
 * @typedef {readonly { side: Side, shape: Shape | undefined }[]} Spots
 */

/**
 * Returns where a failure is, found step by step in the models of both sides.
 * @param {Pick<Failure, "path" | "flags">} failure
 * @param {Spots} roots The refusing side first.
 * @param {string} start The path of the roots.
 * @returns {Located}
 */
export function locate({ path, flags }, roots, start) {
  // What is wrong with a key is told at its map.
  return (flags & IS_KEY) === 0
    ? follow(path, roots, { start, isOfKey: false })
    : follow([...path, ""], roots, { start, isOfKey: true });
}

/**
 * @param {Failure["path"]} steps
 * @param {Spots} roots
 * @param {{ start: string, isOfKey: boolean }} options
 * @returns {Located}
 */
function follow(steps, roots, { start, isOfKey }) {
  let spots = roots;
  /** @type {Located} */
  let at = {
    ...{ path: start, shapes: idsOf(roots), holders: [], member: undefined, isInUnion: false },
    around: start === "" ? [] : [""],
  };
  for (const [index, step] of steps.entries()) {
    const isKey = isOfKey && index === steps.length - 1;
    const text = String(typeof step === "object" ? step[0] : step);
    const name = nameOf(spots, { text, isKey });
    const inner = spots.map(({ side, shape }) => {
      const member = shape && name !== undefined ? findMember(shape, name) : undefined;
      return { side, shape: member && findShape(side.model, member.target) };
    });
    const container = spots.find(
      ({ shape }) => shape && name !== undefined && findMember(shape, name),
    )?.shape;
    at = {
      path: container && name !== undefined ? memberPath(at.path, container, name) : `${at.path}.${text}`,
      shapes: idsOf(inner),
      holders: idsOf(spots),
      member: name,
      isInUnion: spots[0]?.shape?.kind === "union",
      around: [...at.around, at.path],
    };
    spots = inner;
  }
  return at;
}

/** @param {Spots} spots */
function idsOf(spots) {
  return [...new Set(spots.flatMap(({ shape }) => shape?.id ?? []))];
}

/**
 * Returns the name of the member that a step leads to.
 * @param {Spots} spots
 * @param {{ text: string, isKey: boolean }} step
 */
function nameOf(spots, { text, isKey }) {
  for (const { side, shape } of spots) {
    if (!shape || !("members" in shape)) continue;
    if (shape.kind === "list") return "member";
    if (shape.kind === "map") return isKey ? "key" : "value";
    const found = shape.members.find((member) => jsonName(member, side.service) === text);
    if (found) return found.name;
  }
  return undefined;
}
