import {
  enumValue,
  findMember,
  hasTrait,
  isEventStream,
  PRELUDE_SHAPES,
  shapeName,
} from "../../packages/model/dist/index.js";
import { access, isAlwaysThere, membersWithProperty, primitiveType, propertyOf } from "./program-file.mjs";

/**
 * @import { ListShape, MapShape, Member, Model, OperationShape, ServiceShape, ShapeId, StructureShape, UnionShape } from "@shapelog/model"
 * @import { Owner, ProgramFile, Sides, Walk } from "./program-file.mjs"
 */

/**
 * What a program reads: the shape it has on both sides, how it is reached, and what stands for its absence.
 * @typedef {object} ReadPlace
 * @property {Member} [member]
 * @property {ShapeId} old
 * @property {ShapeId | undefined} now
 * @property {string} expression
 * @property {readonly string[]} empty
 * @property {Owner} owner
 * @property {ReadonlySet<string>} [without] Members that are not read.
 */

/** @typedef {ReadPlace & { value: string }} HeldPlace One whose value has a name. */

/** @typedef {{ operation: OperationShape, type: string, owner: Owner }} ErrorPlace */

/** Properties that an error has by itself. */
const OF_ERRORS = new Set(["name", "stack", "$fault", "$metadata"]);

/**
 * Writes reads of every member of an operation's output and errors, and exhaustive switches.
 * @param {ProgramFile} file
 * @param {Sides} sides
 * @param {OperationShape} operation
 * @param {string} name
 */
export function writeOutputs(file, sides, operation, name) {
  for (const form of /** @type {const} */ (["sdk", "wire"])) {
    const roots = form === "sdk" ? `Operations["${name}"]` : `Roots["${name}"]`;
    /** @type {Owner} */
    const owner = {
      operation: operation.id,
      direction: "response",
      form,
      part: "reads",
      path: "",
      severity: "error",
    };
    const walk = { ...sides.before, form, sides, seen: new Set() };
    file.line(`export async function ${file.createName()}(out: ${roots}["output"]) {`, owner);
    const place = {
      old: operation.output,
      now: sides.outputNow(operation),
      expression: "out",
      empty: [],
      owner,
    };
    readShape(file, walk, place);
    file.line("}", owner);
    if (form === "sdk") readErrors(file, walk, { operation, type: `${roots}["errors"]`, owner });
    else readWireErrors(file, walk, { operation, type: `${roots}["errors"]`, owner });
  }
}

/**
 * @param {{ model: Model, service: ServiceShape }} walk
 * @param {OperationShape} operation
 */
function errorsOf({ model, service }, operation) {
  const ids = new Set([...operation.errors, ...service.errors]);
  return [...ids].filter((id) => model.shapes.get(id)?.kind === "structure").sort();
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {ErrorPlace} place
 */
function readErrors(file, walk, { operation, type, owner }) {
  const errors = errorsOf(walk, operation);
  /** @type {Owner} */
  const last = { ...owner, part: "switches", severity: "danger" };
  file.line(`export async function ${file.createName()}(error: ${type}) {`, owner);
  if (errors.length === 0) file.line("const rest: never = error; void rest;", last);
  else {
    file.line("switch (error.name) {", owner);
    for (const id of errors) {
      const place = { ...owner, path: shapeName(id) };
      file.line(`case ${JSON.stringify(shapeName(id))}: {`, place);
      readShape(file, walk, {
        old: id,
        now: id,
        expression: "error",
        empty: [],
        owner: place,
        without: OF_ERRORS,
      });
      file.line("break; }", place);
    }
    file.line("default: {", owner);
    file.line(`const rest: never = ${errors.length === 1 ? "error.name" : "error"}; void rest;`, last);
    file.line("} }", owner);
  }
  file.line("}", owner);
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {ErrorPlace} place
 */
function readWireErrors(file, walk, { operation, type, owner }) {
  for (const id of errorsOf(walk, operation)) {
    const place = { ...owner, path: shapeName(id) };
    file.line(
      `export function ${file.createName()}(error: ${type}[${JSON.stringify(shapeName(id))}]) {`,
      place,
    );
    readShape(file, walk, { old: id, now: id, expression: "error", empty: [], owner: place });
    file.line("}", place);
  }
}

/**
 * Writes what reads a value; of one that was read before, nothing new: it would say the same.
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {ReadPlace} place
 */
function readShape(file, walk, place) {
  const { member, old, now, expression, empty, owner } = place;
  const target = walk.model.shapes.get(old) ?? PRELUDE_SHAPES.get(old);
  if (!target) return;
  const value = member ? file.createName() : expression;
  if (member) {
    const held =
      primitiveType(walk, member, target) ?? (target.kind === "list" ? "readonly unknown[]" : "object");
    file.line(`const ${value} = ${expression};`, owner);
    file.line(`void (${value} satisfies ${[held, ...empty].join(" | ")});`, owner);
  }
  const key = `${old} ${now}`;
  if (walk.seen.has(key) || (old === now && walk.sides.isSame(old))) return;
  walk.seen.add(key);
  if (target.kind === "enum" || target.kind === "intEnum") {
    switchValues(file, { value, owner }, target.members.map(enumValue));
    return;
  }
  if (!("members" in target)) return;
  const isStream = walk.form === "sdk" && isEventStream(target);
  const read = isStream ? file.createName() : value;
  if (empty.length > 0) file.line(`if (${value} != null) {`, owner);
  if (isStream) file.line(`for await (const ${read} of ${value}) {`, owner);
  readMembers(file, walk, { ...place, value: read }, target);
  if (isStream) file.line("}", owner);
  if (empty.length > 0) file.line("}", owner);
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {HeldPlace} place
 * @param {ListShape | MapShape | StructureShape | UnionShape} target
 */
function readMembers(file, walk, place, target) {
  const { value, owner } = place;
  const held = hasTrait(target, "sparse") ? ["null"] : [];
  switch (target.kind) {
    case "list": {
      const entry = file.createName();
      file.line(`for (const ${entry} of ${value}) {`, owner);
      const inner = below(walk, place, memberOf(target, "member"), "[]");
      readShape(file, walk, { ...inner, expression: entry, empty: held });
      file.line("}", owner);
      return;
    }
    case "map":
      readMap(file, walk, place, target);
      return;
    default: {
      for (const member of membersWithProperty(walk, target)) {
        if (place.without?.has(member.name)) continue;
        const { path } = owner;
        const inner = below(walk, place, member, path === "" ? member.name : `.${member.name}`);
        const isThere = target.kind === "structure" && walk.form === "wire" && isAlwaysThere(member, walk);
        const read = `${value}${access(propertyOf(walk, member))}`;
        readShape(file, walk, { ...inner, expression: read, empty: isThere ? [] : ["undefined"] });
      }
      if (target.kind === "union") switchUnion(file, walk, place, target);
    }
  }
}

/**
 * @param {ListShape | MapShape} shape
 * @param {string} name
 */
function memberOf(shape, name) {
  const member = findMember(shape, name);
  if (!member) throw new Error(`${shape.id} has no member ${name}`);
  return member;
}

/**
 * Returns the place of a member: its target on both sides.
 * @param {Walk} walk
 * @param {ReadPlace} place
 * @param {Member} member
 * @param {string} step
 */
function below(walk, place, member, step) {
  const other = place.now === undefined ? undefined : walk.sides.after.model.shapes.get(place.now);
  const now = other && "members" in other ? findMember(other, member.name)?.target : undefined;
  return { member, old: member.target, now, owner: { ...place.owner, path: `${place.owner.path}${step}` } };
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {HeldPlace} place
 * @param {MapShape} target
 */
function readMap(file, walk, place, target) {
  const { value, owner } = place;
  const keys = walk.model.shapes.get(memberOf(target, "key").target);
  const inner = below(walk, place, memberOf(target, "value"), "{}");
  const values = keys?.kind === "enum" ? [...new Set(keys.members.map(enumValue))] : [];
  const held = hasTrait(target, "sparse") ? ["null"] : [];
  for (const one of values.length === 0 ? ["key"] : values) {
    const read = `${value}[${JSON.stringify(one)}]`;
    readShape(file, walk, { ...inner, expression: read, empty: ["undefined", ...held] });
  }
  if (values.length === 0) return;
  const key = file.createName();
  file.line(`const ${key} = keyOf(${value});`, owner);
  switchValues(file, { value: key, owner: { ...owner, path: `${owner.path}{key}` } }, values);
}

/**
 * @param {ProgramFile} file
 * @param {{ value: string, owner: Owner }} place
 * @param {readonly (string | number)[]} values
 */
function switchValues(file, { value, owner }, values) {
  if (values.length === 0) return;
  file.line(`switch (${value}) {`, owner);
  for (const one of new Set(values)) file.line(`case ${JSON.stringify(one)}:`, owner);
  file.line("case undefined: case null: break;", owner);
  file.line("default: {", owner);
  file.line(`const rest: never = ${value}; void rest;`, { ...owner, part: "switches", severity: "danger" });
  file.line("} }", owner);
}

/**
 * @param {ProgramFile} file
 * @param {Walk} walk
 * @param {HeldPlace} place
 * @param {UnionShape} target
 */
function switchUnion(file, walk, { value, owner: place }, target) {
  /** @type {Owner} */
  const owner = { ...place, part: "switches", severity: "danger" };
  file.line(`if (${value} == null) {}`, owner);
  for (const member of target.members) {
    file.line(`else if (${value}${access(propertyOf(walk, member))} !== undefined) {}`, owner);
  }
  if (walk.form === "sdk") file.line(`else if (${value}.$unknown !== undefined) {}`, owner);
  file.line("else {", owner);
  const [only, ...others] = walk.form === "sdk" ? [] : target.members;
  const isOne = only !== undefined && others.length === 0; // what is no union is not narrowed itself
  const rest = isOne ? `${value}${access(propertyOf(walk, only))}` : value;
  file.line(`const rest: never = ${rest}; void rest;`, owner);
  file.line("}", owner);
}
