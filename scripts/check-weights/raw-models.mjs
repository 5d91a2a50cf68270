/**
 * What a `service-2.json` says, as it stands there. Nothing here knows of Shapelog's models: it is what the detectors of
 * `check-weights.mjs` look at.
 */

/** @typedef {{ readonly [key: string]: any }} Fields */

/**
 * A parsed file.
 * @typedef {object} RawModel
 * @property {Fields} metadata
 * @property {Fields} operations
 * @property {Fields} shapes
 * @property {string} protocol
 */

/**
 * What stands at a place: a reference to a shape, and the shape.
 * @typedef {object} Reference
 * @property {string} name the shape's; "" where an operation has no input or output
 * @property {Fields} ref
 * @property {Fields} shape
 */

const NOTHING = Object.freeze({ type: "structure" });

/**
 * @param {string} text
 * @returns {RawModel}
 */
export function parseModel(text) {
  const { metadata = {}, operations = {}, shapes = {} } = JSON.parse(text);
  return { metadata, operations, shapes, protocol: findProtocol(metadata) };
}

/**
 * Clients that know several protocols take the first one they know of; the files name it in `protocol`.
 * @param {Fields} metadata
 */
function findProtocol({ protocol, protocols }) {
  return String(protocol ?? protocols?.[0] ?? "");
}

/**
 * Returns what a reference leads to; an absent one, as of an operation without input, to a structure without members.
 * @param {RawModel} model
 * @param {Fields | undefined} ref
 * @returns {Reference}
 */
export function follow(model, ref) {
  const name = typeof ref?.shape === "string" ? ref.shape : "";
  return { name, ref: ref ?? {}, shape: own(model.shapes, name) ?? NOTHING };
}

/**
 * Returns a value of an object's own.
 * @param {Fields | undefined} fields
 * @param {string} key
 */
export function own(fields, key) {
  return fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/**
 * Returns what holds at a place: what the reference says stands before what the shape says, as in botocore.
 * @param {Reference} at
 * @param {string} key
 */
export function effective({ ref, shape }, key) {
  return own(ref, key) ?? own(shape, key);
}

/** @param {Reference} at */
export function kindOf({ ref, shape }) {
  const type = String(shape.type);
  if (type === "structure") {
    if (shape.document === true && Object.keys(shape.members ?? {}).length === 0) return "document";
    return shape.union === true || shape.eventstream === true ? "union" : "structure";
  }
  if (type === "number") return "double";
  if (type === "character" || type === "jsonvalue") return "string";
  return type === "string" && ref.jsonvalue === true ? "string" : type;
}

/**
 * Returns the values of an enum; `undefined` where a string is open.
 * @param {Reference} at
 * @returns {readonly string[] | undefined}
 */
export function valuesOf({ shape }) {
  return shape.type === "string" && Array.isArray(shape.enum) && shape.enum.length > 0
    ? shape.enum
    : undefined;
}

/**
 * Returns the members that must be set.
 * @param {Fields} shape
 * @returns {ReadonlySet<string>}
 */
export function requiredOf(shape) {
  const members = shape.members ?? {};
  return new Set((shape.required ?? []).filter((/** @type {string} */ name) => Object.hasOwn(members, name)));
}
