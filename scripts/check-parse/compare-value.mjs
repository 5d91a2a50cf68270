import { schemaLogFilter } from "@smithy/core/client";
import { JsonShapeDeserializer } from "@smithy/core/protocols";
import { createRedactor } from "../../packages/runtime/dist/redact.js";
import { toComparable } from "../check-protocol-tests/to-value.mjs";

/**
 * Returns what Smithy's own code makes of a text of JSON.
 * @param {any} schema
 * @param {string} text
 * @param {{ readonly jsonName: boolean }} settings
 * @returns {Promise<any>}
 */
export function readAsSmithy(schema, text, { jsonName }) {
  const settings = { timestampFormat: { useTrait: true, default: /** @type {const} */ (7) }, jsonName };
  return new JsonShapeDeserializer(settings).read(schema, text);
}

/**
 * Returns what two values of programs differ in; nothing where they say the same. Ours have of big numbers what
 * JSON.parse leaves of them.
 * @param {unknown} theirs
 * @param {unknown} ours
 */
export function compareParsed(theirs, ours) {
  return compare("parse", toDoubles(toComparable(theirs)), toDoubles(toComparable(ours)));
}

/**
 * Returns what our copy for logs differs in from that of Smithy's own code; nothing where they say the same.
 * @param {any} schema
 * @param {unknown} value What programs hold, or JSON where no member has another name there.
 */
export function compareRedacted(schema, value) {
  return compare(
    "redact",
    toComparable(withoutNothing(schemaLogFilter(schema, value))),
    toComparable(withoutNothing(createRedactor(schema)(value))),
  );
}

/**
 * @param {string} what
 * @param {unknown} theirs
 * @param {unknown} ours
 */
function compare(what, theirs, ours) {
  const [expected, actual] = [JSON.stringify(theirs), JSON.stringify(ours)];
  return expected === actual ? [] : [`${what}: Smithy has ${expected}, we have ${actual}`];
}

/** Smithy leaves members that are null, or that the model does not know, out of its copies. @param {any} value @returns {any} */
function withoutNothing(value) {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (Object.prototype.toString.call(value) !== "[object Object]" || typeof value.string === "string")
    return value;
  const entries = Object.entries(value).filter(
    ([name, each]) => each !== null && each !== undefined && name !== "$unknown",
  );
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutNothing(each)]));
}

/** Returns a value with big numbers that a double holds. @param {any} value @returns {any} */
function toDoubles(value) {
  if (Array.isArray(value)) return value.map(toDoubles);
  if (typeof value !== "object" || value === null) return value;
  const [[kind, digits] = [], ...others] = Object.entries(value);
  const isBig = others.length === 0 && (kind === "integer" || kind === "decimal") && /^-?\d/.test(digits);
  if (isBig) return { [kind]: String(Number(digits)) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toDoubles(each)]));
}
