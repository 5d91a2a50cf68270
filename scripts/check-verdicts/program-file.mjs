import {
  hasTrait,
  holdsJson,
  isDemanded,
  isStreamingBlob,
  NUMBER_KINDS,
  stringTrait,
  timestampFormat,
} from "../../packages/model/dist/index.js";

/**
 * @import { Member, Model, ServiceShape, Shape, ShapeId, OperationShape } from "@shapelog/model"
 * @import { Side } from "./emit-side.mjs"
 */

/**
 * What a line of a program is about, and what it says if the line does not compile.
 * @typedef {object} Owner
 * @property {ShapeId} operation
 * @property {"request" | "response"} direction
 * @property {Form} form
 * @property {string} part
 * @property {string} path
 * @property {"error" | "danger"} severity
 */

/** @typedef {"sdk" | "wire"} Form As programs hold the data, or as the wire has it. */

/**
 * Both sides of a pair, and what of the old one the new one has.
 * @typedef {object} Sides
 * @property {Side} before
 * @property {Side} after
 * @property {(id: ShapeId) => boolean} isSame
 * @property {(operation: OperationShape) => ShapeId | undefined} inputNow
 * @property {(operation: OperationShape) => ShapeId | undefined} outputNow
 */

/** @typedef {Side & { form: Form, sides: Sides, seen: Set<string> }} Walk Writing one program; `seen` has what it has said. */

/** @typedef {ReturnType<typeof createProgramFile>} ProgramFile */

/** @typedef {Extract<Shape, { members: readonly Member[] }>} WithMembers */

/**
 * The head of every file of programs.
 * @param {string | undefined} operationMap
 */
const HEAD = (operationMap) => `import type * as Ops from "./operations.js";
import type { Roots } from "./roots.js";
import type { DocumentType, LazyJsonString, NumericValue } from "@shapelog/runtime";
type Operations = Ops.${operationMap};
declare const again: never;
declare function either<Value>(...values: NoInfer<Value>[]): Value;
declare function keyOf<Held>(map: Held): keyof NonNullable<Held>;
export type { Operations, Roots, DocumentType, LazyJsonString, NumericValue };
export { again, either, keyOf };
`;

/**
 * A file of programs: its text line by line, and what each line belongs to.
 * @param {string | undefined} operationMap
 */
export function createProgramFile(operationMap) {
  const lines = HEAD(operationMap).split("\n").slice(0, -1);
  /** @type {(Owner | undefined)[]} */
  const owners = lines.map(() => undefined);
  let names = 0;
  return {
    /**
     * @param {string} text
     * @param {Owner} owner
     */
    line(text, owner) {
      lines.push(text);
      owners.push(owner);
    },
    createName: () => `v${names++}`,
    ownerOf: (/** @type {number} */ line) => owners[line],
    render: () => `${lines.join("\n")}\n`,
  };
}

/** Returns the access to a property, and the key of one in an object literal. */
export const access = (/** @type {string} */ name) =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
export const keyOf = (/** @type {string} */ name) =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);

/**
 * Returns a member's property in a form.
 * @param {{ service: ServiceShape, form: Form }} walk
 * @param {Member} member
 */
export function propertyOf({ service, form }, member) {
  const follows = form === "wire" && hasTrait(service, "aws.protocols#restJson1");
  return (follows ? stringTrait(member, "jsonName") : undefined) ?? member.name;
}

/**
 * Returns a shape's members, one for each property: in the wire form two can share one. The last gives it its type.
 * @param {{ service: ServiceShape, form: Form }} walk
 * @param {{ members: readonly Member[] }} shape
 */
export function membersWithProperty(walk, { members }) {
  /** @type {Map<string, Member>} */
  const byProperty = new Map();
  for (const member of members) {
    const property = propertyOf(walk, member);
    const other = byProperty.get(property);
    const traits =
      other && isAlwaysThere(other, walk) ? { ...member.traits, "smithy.api#required": {} } : member.traits;
    byProperty.set(property, { ...member, traits });
  }
  return [...byProperty.values()];
}

/**
 * Returns whether a property is there in every value of a form: clients fill idempotency tokens in.
 * @param {Member} member
 * @param {{ form: Form }} walk
 */
export function isAlwaysThere(member, { form }) {
  return isDemanded(member, form);
}

/**
 * Returns the TypeScript type of a simple shape, an enum among them; `undefined` for others.
 * @param {{ model: Model, service: ServiceShape, form: Form }} walk
 * @param {Member} member
 * @param {Shape} target
 */
export function primitiveType({ model, service, form }, member, target) {
  if (form === "sdk" && holdsJson(target)) return "string | LazyJsonString";
  if (target.kind === "string" || target.kind === "enum") return "string";
  if (target.kind === "boolean") return "boolean";
  if (form === "sdk" && isStreamingBlob(target)) return "object";
  if (target.kind === "blob") return form === "sdk" ? "Uint8Array" : "string";
  if (form === "sdk" && target.kind === "bigInteger") return "bigint";
  if (form === "sdk" && target.kind === "bigDecimal") return "NumericValue";
  if (target.kind === "document") return "DocumentType";
  if (target.kind === "timestamp") {
    if (form === "sdk") return "Date";
    return timestampFormat(model, member, service) === "epoch-seconds" ? "number" : "string";
  }
  if (form === "wire" && (target.kind === "float" || target.kind === "double"))
    return 'number | "NaN" | "Infinity" | "-Infinity"';
  return NUMBER_KINDS.some((kind) => kind === target.kind) ? "number" : undefined;
}

/**
 * Returns the text of a value of a simple type.
 * @param {string | undefined} type
 */
export function primitiveValue(type) {
  if (type === "string" || type === "string | LazyJsonString") return '"text"';
  if (type === "bigint") return "1n";
  if (type === "NumericValue") return '{ string: "1", type: "bigDecimal" }';
  if (type === "boolean") return "true";
  if (type === "Date") return "new Date(0)";
  if (type === "Uint8Array" || type === "object") return "new Uint8Array(1)";
  if (type === "DocumentType") return '{ any: ["thing", 1, null] }';
  return "1";
}
