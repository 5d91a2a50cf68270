import { enumValue, hasTrait, isEventStream, isStreamingBlob } from "../../packages/model/dist/index.js";

import { buildValue } from "../../packages/witness/dist/build-value.js";
import { findText, textLimits } from "../../packages/witness/dist/limits.js";
import { spotOfMember } from "../../packages/witness/dist/place.js";
import { toJson } from "../../packages/witness/dist/value.js";

/**
 * @import { Member, Shape, ShapeId } from "@shapelog/model"
 * @import { Side } from "../../packages/witness/dist/side.js"
 */

/** Below this depth, and inside of itself, a structure has the members alone that it has to have. */
const DEEP = 6;

/** The first second that times have. */
const FIRST_TIME = 1_700_000_000_000;

/**
 * Returns what makes values of shapes as programs hold them. Alternatives and values of enums take turns, so that many
 * values have all of them; streams of events are lists of their events.
 * @param {Side} side
 */
export function createMaker(side) {
  /** @type {Map<ShapeId, number>} */
  const turns = new Map();
  const turn = (/** @type {Shape} */ { id }) => {
    const next = turns.get(id) ?? 0;
    turns.set(id, next + 1);
    return next;
  };

  /**
   * @param {Shape} shape
   * @param {readonly ShapeId[]} path
   * @returns {unknown}
   */
  function make(shape, path) {
    const within = [...path, shape.id];
    switch (shape.kind) {
      case "structure": {
        const isDeep = path.length > DEEP || path.includes(shape.id);
        const members = shape.members.filter((member) => !isDeep || hasTrait(member, "required"));
        return Object.fromEntries(members.map((member) => [member.name, makeMember(member, within)]));
      }
      case "union": {
        if (isEventStream(shape))
          return shape.members.map((each) => ({ [each.name]: makeMember(each, within) }));
        const ends = shape.members.filter(({ target }) => !leadsTo(target, within));
        const members = path.length > DEEP || path.includes(shape.id) ? ends : shape.members;
        const chosen = members[turn(shape) % members.length];
        return chosen ? { [chosen.name]: makeMember(chosen, within) } : {};
      }
      case "list":
        return Array.from({ length: sizeOf(shape, 2) }, () => makeMember(memberOf(shape, "member"), within));
      case "map": {
        const entries = Array.from({ length: sizeOf(shape, 1) }, (_, index) => {
          const key = String(makeMember(memberOf(shape, "key"), within));
          return [index === 0 ? key : `${key}${index}`, makeMember(memberOf(shape, "value"), within)];
        });
        return Object.fromEntries(entries);
      }
      case "enum":
      case "intEnum":
        return enumValue(/** @type {Member} */ (shape.members[turn(shape) % shape.members.length]));
      default:
        return makeSimple(shape);
    }
  }

  /** @param {Shape} shape */
  function makeSimple(shape) {
    switch (shape.kind) {
      case "string":
        return makeText(shape);
      case "timestamp":
        return new Date(FIRST_TIME + 1000 * turn(shape));
      case "blob":
        return new Uint8Array(isStreamingBlob(shape) ? 3 : sizeOf(shape, 3)).fill(65);
      case "document":
        return { any: ["thing", 1, null, true] };
      case "double":
      case "float":
        return shape.traits["smithy.api#range"] === undefined ? 1.5 : makeNumber(shape);
      case "bigInteger":
        return 2n ** 70n;
      default:
        return makeNumber(shape);
    }
  }

  /** @param {Shape} shape */
  function makeNumber(shape) {
    const sides = { before: side, after: side };
    const value = buildValue({ own: { shape }, other: undefined }, undefined, { sides, side: "before" });
    if (!value) throw new Error(`no value of ${shape.id}`);
    return toJson(value);
  }

  /**
   * @param {Member} member
   * @param {readonly ShapeId[]} path
   */
  function makeMember(member, path) {
    const spot = spotOfMember(side, member);
    if (!spot) throw new Error(`${member.target} is not there`);
    return make(spot.shape, path);
  }

  /**
   * @param {ShapeId} id
   * @param {readonly ShapeId[]} path
   * @returns {boolean}
   */
  function leadsTo(id, path) {
    if (path.includes(id)) return true;
    const shape = side.model.shapes.get(id);
    return (
      (shape?.kind === "list" || shape?.kind === "map") &&
      shape.members.some(({ target }) => leadsTo(target, path))
    );
  }

  return {
    /** @param {ShapeId} id */
    make: (id) => make(shapeOf(side, id), []),
    /**
     * Returns a value with the members alone that it has to have.
     * @param {ShapeId} id
     */
    makeSmallest: (id) => make(shapeOf(side, id), [id]),
  };
}

/**
 * @param {Side} side
 * @param {ShapeId} id
 * @returns {Shape}
 */
function shapeOf({ model }, id) {
  const shape = model.shapes.get(id);
  if (!shape) throw new Error(`${id} is not there`);
  return shape;
}

/** @param {Shape} shape */
function makeText(shape) {
  const limits = textLimits(shape);
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits.length ?? {};
  if ((limits.patterns ?? []).length === 0) return "text".padEnd(min, "-").slice(0, max);
  const text =
    findText({ ...limits, length: { min: Math.min(Math.max(min, 3), max), max } }) ?? findText(limits);
  if (text === undefined) throw new Error(`no text of ${shape.id}`);
  return text;
}

/**
 * @param {Shape} shape
 * @param {number} wanted
 */
function sizeOf(shape, wanted) {
  const { min = 0, max = wanted } = /** @type {{ min?: number, max?: number }} */ (
    shape.traits["smithy.api#length"] ?? {}
  );
  const least = shape.traits["smithy.api#uniqueItems"] === undefined ? wanted : 1;
  return Math.min(Math.max(least, min), Math.max(max, min));
}

/**
 * @param {Extract<Shape, { kind: "list" | "map" }>} shape
 * @param {string} name
 */
function memberOf(shape, name) {
  const member = shape.members.find((each) => each.name === name);
  if (!member) throw new Error(`${shape.id} has no ${name}`);
  return member;
}
