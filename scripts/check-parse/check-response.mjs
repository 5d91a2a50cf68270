import { createTypeNames } from "../../packages/emit/dist/index.js";
import { findServices, findShape, hasTrait } from "../../packages/model/dist/index.js";
import { compareParsed, compareRedacted, readAsSmithy } from "./compare-value.mjs";

/** Smithy fills in required members that a service does not send; `read…` refuses what lacks them. */
const REFUSED = new Set([
  "AwsJson10ClientErrorCorrectsWhenServerFailsToSerializeRequiredValues",
  "AwsJson10ClientErrorCorrectsWithDefaultValuesWhenServerFailsToSerializeRequiredValues",
]);

/** @typedef {import("../check-protocol-tests/run-case.mjs").ProtocolCase} ProtocolCase */

/** Traits of members that are not among the others in a body. */
const ELSEWHERE = ["httpHeader", "httpPrefixHeaders", "httpResponseCode", "httpPayload"].map(
  (name) => `smithy.api#${name}`,
);

/**
 * Holds what our functions make of the body of a response test against what Smithy's own code does: parsed, accepted by the
 * validators of the program form, and redacted. Returns a line for each difference; `undefined` where the body is no JSON
 * object of members.
 * @param {ProtocolCase} each
 * @param {import("./load-package.mjs").Package} code
 * @returns {Promise<string[] | undefined>}
 */
export async function checkResponse({ model, service: serviceName, shape: id, test }, code) {
  const shape = findShape(model, id);
  const service = findServices(model).find((found) => found.id.endsWith(`#${serviceName}`));
  if (shape?.kind !== "structure" || !service || !test.body?.startsWith("{")) return undefined;
  const isBound = test.protocol === "aws.protocols#restJson1";
  if (isBound && shape.members.some((member) => ELSEWHERE.some((trait) => hasTrait(member, trait))))
    return undefined;
  const name = createTypeNames(model, { service }).all.get(id);
  if (name === undefined) return undefined;
  const { __type: _, ...body } = JSON.parse(test.body);
  const schema = code.schemas[`${name}$`];
  const parsed = code.parse[`parse${name}`](body);
  if (!parsed.ok && REFUSED.has(test.id)) return [];
  if (!parsed.ok)
    return [`parse: ${parsed.errors.map((/** @type {any} */ { message }) => message).join("; ")}`];
  const theirs = await readAsSmithy(schema, withoutType(test.body), { jsonName: isBound });
  const accepted = code["validators-sdk"][`read${name}`](parsed.value);
  return [
    ...compareParsed(theirs, parsed.value),
    ...(accepted.ok ? [] : [`validators/sdk: ${accepted.errors[0].message}`]),
    ...compareRedacted(schema, parsed.value),
  ];
}

/** Where a text says its type, Smithy keeps the members that the model does not know. @param {string} text */
function withoutType(text) {
  return text.replace(/"__type"\s*:\s*"[^"]*"\s*,?/, "");
}
