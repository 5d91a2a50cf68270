import { Validator } from "@cfworker/json-schema";
import { createSchemas } from "../../packages/emit-openapi/dist/index.js";
import { emitChecks } from "../../packages/emit-validators/dist/checks.js";
import { hasTrait, UNIT } from "../../packages/model/dist/index.js";
import * as runtime from "../../packages/runtime/dist/checks.js";
import { findReferences, isSchema, PREFIX, readSchemas } from "./read-schema.mjs";

/**
 * @import { Failure } from "../../packages/runtime/dist/failures.js"
 * @import { Side } from "../../packages/witness/dist/side.js"
 * @import { Json, Schema, Schemas } from "./read-schema.mjs"
 */

/** @typedef {"request" | "response"} Direction */

/**
 * Who judges documents of one side.
 * @typedef {object} Judges
 * @property {Side} side
 * @property {Schemas} schemas
 * @property {(shape: string) => string} nameOf
 * @property {(shape: string, document: Json) => readonly Failure[]} ask What our validator finds wrong, strictly.
 * @property {(shape: string, document: Json, direction: Direction) => boolean} askOther Whether the other validator takes it.
 */

/** What stands for no input and no output. */
const NOTHING = "nothing at all";

/**
 * Returns the schemas that are emitted of a side, and one for what has no input or output.
 * @param {Side} side
 * @returns {Schemas}
 */
export function emitSchemas({ model, service, names }) {
  const { schemas } = createSchemas(model, { service, names, form: "wire", refPrefix: PREFIX });
  return new Map([...readSchemas(schemas), [NOTHING, { type: "object", properties: {} }]]);
}

/**
 * Returns the name of the schema of a message.
 * @param {Side} side
 * @param {string} shape
 */
export function schemaName({ names }, shape) {
  return shape === UNIT ? NOTHING : names.of(shape);
}

/**
 * Returns the judges of a side: the validators of a generated package, and one that others wrote, on the schemas that are
 * emitted.
 * @param {Side} side
 * @param {Schemas} schemas
 * @returns {Judges}
 */
export function createJudges(side, schemas) {
  const { model, service, names } = side;
  const { code } = emitChecks(model, { service, names });
  /** @type {Readonly<Record<string, runtime.Check>>} */
  const checks = new Function("runtime", code)(runtime);
  const nameOf = (/** @type {string} */ shape) => schemaName(side, shape);
  return {
    ...{ side, schemas, nameOf },
    ask(shape, document) {
      const name = nameOf(shape);
      const check = name !== NOTHING && Object.hasOwn(checks, name) ? checks[name] : undefined;
      return check?.(document)?.list ?? [];
    },
    askOther: createOther(schemas, nameOf, findStreams(side)),
  };
}

/**
 * Returns the names of schemas of what is streamed: our validators do not look into it.
 * @param {Side} side
 * @returns {ReadonlySet<string>}
 */
function findStreams({ model, names }) {
  const streamed = [...model.shapes.values()].filter((shape) => hasTrait(shape, "streaming"));
  return new Set(streamed.flatMap(({ id }) => names.all.get(id) ?? []));
}

/**
 * @param {Schemas} schemas
 * @param {(shape: string) => string} nameOf
 * @param {ReadonlySet<string>} streams
 * @returns {Judges["askOther"]}
 */
function createOther(schemas, nameOf, streams) {
  /** @type {Map<string, Validator>} */
  const validators = new Map();
  return (shape, document, direction) => {
    const name = nameOf(shape);
    const key = `${direction} ${name}`;
    const validator = validators.get(key) ?? createValidator(schemas, name, { direction, streams });
    validators.set(key, validator);
    return validator.validate(document).valid;
  };
}

/**
 * @param {Schemas} schemas
 * @param {string} name
 * @param {{ direction: Direction, streams: ReadonlySet<string> }} options
 */
function createValidator(schemas, name, { direction, streams }) {
  const reached = new Set([name]);
  for (const each of reached) for (const inner of findReferences(schemas.get(each))) reached.add(inner);
  const schemaOf = (/** @type {string} */ each) =>
    each !== name && streams.has(each) ? {} : close(schemas.get(each) ?? {}, direction);
  const $defs = Object.fromEntries([...reached].map((each) => [each, schemaOf(each)]));
  return new Validator({ $ref: `${PREFIX}${name}`, $defs }, "2020-12");
}

/**
 * Schemas leave objects open, as clients have to. What a service does not know it can refuse, so those of requests are
 * closed; who reads passes over members that are new, but not over a new alternative of a union. A slow pattern is left
 * out: this validator would backtrack.
 * @param {any} schema
 * @param {Direction} direction
 * @returns {any}
 */
function close(schema, direction) {
  if (Array.isArray(schema)) return schema.map((each) => close(each, direction));
  if (!isSchema(schema)) return schema;
  const isSlow = schema["x-shapelog-slow-pattern"] === true;
  const entries = Object.entries(schema).flatMap(([keyword, value]) => {
    if (isSlow && keyword === "pattern") return [];
    return [[keyword, keyword === "properties" ? closeEach(value, direction) : close(value, direction)]];
  });
  const closed = Object.fromEntries(entries);
  const isUnion = schema.minProperties === 1 && schema.maxProperties === 1;
  const isObject = schema.type === "object" && !("additionalProperties" in schema) && !("$ref" in schema);
  return isObject && (direction === "request" || isUnion)
    ? { ...closed, additionalProperties: false }
    : closed;
}

/**
 * @param {Readonly<Record<string, unknown>>} properties
 * @param {Direction} direction
 */
function closeEach(properties, direction) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, close(value, direction)]),
  );
}

/**
 * Returns why the other validator need not see what ours found, where a JSON Schema cannot say it.
 * @param {Failure} failure
 * @param {Schemas} schemas
 * @returns {string | undefined}
 */
export function explainUnseen({ keyword, finding: { expected }, value }, schemas) {
  const wanted = typeof expected === "string" ? expected : expected();
  if (keyword === "timestamp") return "`format` is a note in JSON Schema 2020-12";
  if (keyword === "blob") return "`contentEncoding` is a note in JSON Schema 2020-12";
  if (keyword === "length" && /bytes?$/.test(wanted)) return "a length of base64 tells bytes to within two";
  if (keyword === "type" && wanted.includes("holds exactly") && Number.isInteger(value))
    return "JSON Schema has integers of any size";
  if (keyword === "pattern" && [...schemas.values()].some(hasSlow))
    return "slow patterns are not run by the other";
  return undefined;
}

/** @type {WeakMap<Schema, boolean>} */
const SLOW = new WeakMap();

/** @param {Schema} schema */
function hasSlow(schema) {
  const known = SLOW.get(schema) ?? JSON.stringify(schema).includes('"x-shapelog-slow-pattern":true');
  SLOW.set(schema, known);
  return known;
}
