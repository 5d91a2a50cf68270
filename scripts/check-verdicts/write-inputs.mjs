import { enumValue, findMember, isEventStream, PRELUDE_SHAPES } from "../../packages/model/dist/index.js";
import {
  isAlwaysThere,
  keyOf,
  membersWithProperty,
  primitiveType,
  primitiveValue,
  propertyOf,
} from "./program-file.mjs";

/**
 * @import { ListShape, MapShape, Member, OperationShape, ShapeId, StructureShape, UnionShape } from "@shapelog/model"
 * @import { Owner, ProgramFile, Sides, Walk } from "./program-file.mjs"
 */

/**
 * A value in a program: the shape it has on both sides, and the member that holds it.
 * @typedef {object} ValuePlace
 * @property {Member} [member]
 * @property {ShapeId} old
 * @property {ShapeId | undefined} now
 * @property {Owner} owner
 */

/**
 * A value whose shape is known.
 * @template Target
 * @typedef {{ target: Target, now: ShapeId | undefined, owner: Owner }} TargetPlace
 */

/**
 * Writes values of an operation's input: every structure in it with all its members, and with those only it has to have.
 * @param {ProgramFile} file
 * @param {Sides} sides
 * @param {OperationShape} operation
 * @param {string} name
 */
export function writeInputs(file, sides, operation, name) {
  for (const form of /** @type {const} */ (["sdk", "wire"])) {
    const type = form === "sdk" ? `Operations["${name}"]["input"]` : `Roots["${name}"]["input"]`;
    /** @type {Owner} */
    const owner = {
      operation: operation.id,
      direction: "request",
      form,
      part: "values",
      path: "",
      severity: "error",
    };
    const walk = { ...sides.before, form, sides, seen: new Set() };
    file.line(`export const ${file.createName()}: ${type} =`, owner);
    writeValue(file, walk, { old: operation.input, now: sides.inputNow(operation), owner });
    file.line(";", owner);
  }
}

/**
 * Writes the value of a shape; of one that was written before, nothing new: it would say the same.
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {ValuePlace} place
 * @returns {void}
 */
function writeValue(file, walk, { member, old, now, owner }) {
  const target = walk.model.shapes.get(old) ?? PRELUDE_SHAPES.get(old);
  if (!target) return file.line("again", owner);
  const key = `${old} ${now}`;
  if (target.kind !== "structure" || old !== "smithy.api#Unit") {
    if ((old === now && walk.sides.isSame(old)) || walk.seen.has(key)) {
      const type = member && primitiveType(walk, member, target);
      return file.line(
        type === undefined || target.kind === "enum" || target.kind === "intEnum"
          ? "again"
          : primitiveValue(type),
        owner,
      );
    }
  }
  switch (target.kind) {
    case "structure":
      walk.seen.add(key);
      return writeStructure(file, walk, { target, now, owner });
    case "union":
      walk.seen.add(key);
      if (walk.form === "wire" || !isEventStream(target))
        return writeUnion(file, walk, { target, now, owner });
      file.line("{ async *[Symbol.asyncIterator]() { yield", owner);
      writeUnion(file, walk, { target, now, owner });
      return file.line("; } }", owner);
    case "list": {
      walk.seen.add(key);
      const inner = inside(walk, target, "member", now, owner, "[]");
      file.line("[", owner);
      writeValue(file, walk, inner);
      if (target.traits["smithy.api#sparse"] !== undefined) file.line(", null", inner.owner);
      return file.line("]", owner);
    }
    case "map":
      walk.seen.add(key);
      return writeMap(file, walk, { target, now, owner });
    case "enum":
    case "intEnum": {
      walk.seen.add(key);
      const values = target.members.map(enumValue);
      if (values.length === 0) return file.line(target.kind === "enum" ? '"text"' : "1", owner);
      return file.line(`either(${values.map((value) => JSON.stringify(value)).join(", ")})`, owner);
    }
    default:
      return file.line(primitiveValue(member && primitiveType(walk, member, target)), owner);
  }
}

/**
 * Returns the place below a shape's member, with the target of the member of that name on the new side.
 * @param {Walk} walk
 * @param {ListShape | MapShape | StructureShape | UnionShape} shape
 * @param {string} name
 * @param {ShapeId | undefined} now
 * @param {Owner} owner
 * @param {string} suffix
 * @returns {ValuePlace & { member: Member }}
 */
function inside(walk, shape, name, now, owner, suffix) {
  const member = memberOf(shape, name);
  const other = now === undefined ? undefined : walk.sides.after.model.shapes.get(now);
  const target = other && "members" in other ? findMember(other, name)?.target : undefined;
  return { member, old: member.target, now: target, owner: { ...owner, path: `${owner.path}${suffix}` } };
}

/**
 * @param {ListShape | MapShape | StructureShape | UnionShape} shape
 * @param {string} name
 */
function memberOf(shape, name) {
  const member = findMember(shape, name);
  if (!member) throw new Error(`${shape.id} has no member ${name}`);
  return member;
}

const dotted = (/** @type {string} */ path, /** @type {string} */ name) => (path === "" ? name : `.${name}`);

/**
 * Writes both values of a structure, wherever it is: the one with every member and the one without any it can lack.
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {TargetPlace<StructureShape>} place
 */
function writeStructure(file, walk, { target, now, owner }) {
  const all = membersWithProperty(walk, target);
  const needed = all.filter((member) => isAlwaysThere(member, walk));
  const both = needed.length < all.length;
  if (both) file.line("either(", owner);
  writeMembers(file, walk, { members: all, target, now, owner });
  if (!both) return;
  file.line(",", owner);
  writeMembers(file, walk, { members: needed, target, now, owner });
  file.line(")", owner);
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {TargetPlace<StructureShape> & { members: readonly Member[] }} place
 */
function writeMembers(file, walk, { members, target, now, owner }) {
  file.line("{", owner);
  for (const member of members) {
    const place = inside(walk, target, member.name, now, owner, dotted(owner.path, member.name));
    file.line(`${keyOf(propertyOf(walk, member))}:`, place.owner);
    writeValue(file, walk, place);
    file.line(",", place.owner);
  }
  file.line("}", owner);
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {TargetPlace<UnionShape>} place
 */
function writeUnion(file, walk, { target, now, owner }) {
  if (target.members.length === 0) return file.line("again", owner);
  file.line("either(", owner);
  for (const member of target.members) {
    const place = inside(walk, target, member.name, now, owner, dotted(owner.path, member.name));
    file.line(`{ ${keyOf(propertyOf(walk, member))}:`, place.owner);
    writeValue(file, walk, place);
    file.line("},", place.owner);
  }
  file.line(")", owner);
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {TargetPlace<MapShape>} place
 */
function writeMap(file, walk, { target, now, owner }) {
  const place = inside(walk, target, "value", now, owner, "{}");
  const keys = walk.model.shapes.get(memberOf(target, "key").target);
  const values = keys?.kind === "enum" ? [...new Set(keys.members.map(enumValue))] : ["key"];
  const sparse = target.traits["smithy.api#sparse"] !== undefined;
  file.line("{", owner);
  for (const value of values.length === 0 ? ["key"] : values) {
    file.line(`${keyOf(String(value))}:`, place.owner);
    writeValue(file, walk, place);
    file.line(",", place.owner);
  }
  if (sparse && keys?.kind !== "enum") file.line("another: null,", place.owner);
  file.line("}", owner);
}
