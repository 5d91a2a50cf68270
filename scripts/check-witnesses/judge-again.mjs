import { Validator } from "@cfworker/json-schema";
import { createSchemas } from "../../packages/emit-openapi/dist/index.js";

/**
 * @import { Finding } from "@shapelog/diff"
 * @import { PreparedWitnesses } from "../../packages/witness/dist/find-witnesses.js"
 * @import { Disagreement } from "./make-rows.mjs"
 */

/** @typedef {NonNullable<PreparedWitnesses["sides"]>["before"]} Side */

const OF_FORMAT = "expected a time such as";
const PREFIX = "#/$defs/";

/**
 * Returns the documents of which a validator that others wrote says something else, given the JSON Schemas that are emitted
 * of both sides. The schemas leave objects open, as clients have to; here they are closed, as strict validators take them.
 * @param {PreparedWitnesses} prepared
 * @param {(finding: Finding) => string} placeOf
 * @returns {Disagreement[]}
 */
export function judgeAgain({ documents, sides }, placeOf) {
  if (!sides || documents.length === 0) return [];
  const schemas = { before: createClosed(sides.before), after: createClosed(sides.after) };
  return documents.flatMap(({ finding, document, proof, shapes }) => {
    const { takenBy, refusal } = proof;
    if (refusal.includes(OF_FORMAT)) return []; // `format` is a note in JSON Schema 2020-12
    const refusedBy = takenBy === "before" ? "after" : "before";
    const takes = (/** @type {"before" | "after"} */ side) =>
      validate(schemas[side], sides[side].names.of(shapes[side]), document);
    const said = [
      ...(takes(takenBy) ? [] : [`${takenBy} takes it; by its schema it does not`]),
      ...(takes(refusedBy) ? [`${refusedBy} refuses it (${refusal}); by its schema it takes it`] : []),
    ];
    const { rule } = finding;
    return said.length === 0
      ? []
      : [{ rule, place: placeOf(finding), said: said.join("; "), document: proof.document }];
  });
}

/** @param {Side} side */
function createClosed({ model, service, names }) {
  const { schemas } = createSchemas(model, { service, names, form: "wire", refPrefix: PREFIX });
  return Object.fromEntries([...schemas].map(([name, schema]) => [name, close(schema)]));
}

/**
 * @param {unknown} schema
 * @returns {unknown}
 */
function close(schema) {
  if (Array.isArray(schema)) return schema.map(close);
  if (typeof schema !== "object" || schema === null) return schema;
  const closed = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === "properties" ? closeEach(value) : close(value),
    ]),
  );
  const isObject = "properties" in schema || ("type" in schema && schema.type === "object");
  return isObject && !("additionalProperties" in schema)
    ? { ...closed, additionalProperties: false }
    : closed;
}

/** @param {object} properties */
function closeEach(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, close(value)]));
}

/**
 * @param {Readonly<Record<string, unknown>>} $defs
 * @param {string} name
 * @param {unknown} document
 */
function validate($defs, name, document) {
  const validator = new Validator({ $ref: `${PREFIX}${name}`, $defs }, "2020-12");
  return validator.validate(document).valid;
}
