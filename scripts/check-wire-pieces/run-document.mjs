import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isBoundElsewhere } from "../../packages/emit/dist/index.js";
import { emitOpenApi } from "../../packages/emit-openapi/dist/index.js";
import {
  findShape,
  hasTrait,
  isNodeArray,
  isNodeObject,
  printNumber,
  resolveMixins,
} from "../../packages/model/dist/index.js";
import { readByRoot } from "./read-by-schema.mjs";
import { readXml } from "./read-xml.mjs";

/**
 * @import { Model, ServiceShape, ShapeId } from "@shapelog/model"
 * @import { ProtocolCase } from "../check-protocol-tests/run-case.mjs"
 * @import { Schema } from "./read-by-schema.mjs"
 */

/**
 * The document of a service, and its operations by id.
 * @typedef {object} Document
 * @property {Readonly<Record<string, Schema>>} components
 * @property {ReadonlyMap<string, any>} operations
 */

/**
 * @param {Model} model
 * @param {ServiceShape} service
 * @returns {Document}
 */
export function readDocument(model, service) {
  const { files } = emitOpenApi(model, { service });
  const { paths, components } = JSON.parse(files[0]?.text ?? "{}");
  const all = Object.values(paths).flatMap((/** @type {any} */ methods) => Object.values(methods));
  return {
    components: components.schemas,
    operations: new Map(all.map((/** @type {any} */ each) => [each.operationId, each])),
  };
}

/**
 * Returns whether a test has a body that a document has to describe.
 * @param {ProtocolCase} each
 */
export function hasDescribedBody({ kind, test }) {
  if (test.body === undefined || test.body === "") return false;
  if (/#(?:aws|ec2)Query$/.test(test.protocol)) return true;
  return test.protocol.endsWith("#restXml") && (test.body.startsWith("<") || kind === "request");
}

/**
 * Returns what a document does not say of a body as it is sent: keys of a form, or the value that XML comes to.
 * @param {Document} document
 * @param {ProtocolCase} each
 * @returns {string[]}
 */
export function runDocument(document, each) {
  const { kind, test, operation, isError, shape } = each;
  const described = document.operations.get(operation);
  if (!described) return ["the document lacks the operation"];
  const response =
    described.responses[
      isError ? String(test.code) : (Object.keys(described.responses).find((code) => code < "300") ?? "")
    ];
  const content = kind === "request" ? described.requestBody?.content : response?.content;
  const [found] = Object.entries(content ?? {});
  if (!found) return ["the document has no body there"];
  const [mediaType, { schema }] = found;
  if (mediaType === "application/x-www-form-urlencoded") return runForm(schema, test.body, document);
  if (!mediaType.endsWith("/xml")) return [];
  return runXml(document, { schema: pickError(schema, shape, isError), each });
}

/**
 * One of the errors of a status.
 * @param {Schema} schema
 * @param {ShapeId} shape
 * @param {boolean} isError
 */
function pickError(schema, shape, isError) {
  if (!isError || !schema.anyOf) return schema;
  const name = shape.slice(shape.indexOf("#") + 1);
  return (
    schema.anyOf.find((/** @type {Schema} */ each) => JSON.stringify(each).includes(`/${name}"`)) ?? schema
  );
}

/**
 * @param {Schema} schema
 * @param {string} body
 * @param {Document} document
 */
function runForm(schema, body, { components }) {
  const form = Object.fromEntries(new URLSearchParams(body.replaceAll(/\s*\n\s*/g, "")));
  const ajv = new Ajv2020({ strict: false, coerceTypes: true, validateFormats: false, allErrors: true });
  const check = ajv.compile({ ...schema, additionalProperties: false, components: { schemas: components } });
  return check(form)
    ? []
    : (check.errors ?? []).map(({ message, params }) => `${message} ${JSON.stringify(params)}`);
}

/**
 * @param {Document} document
 * @param {{ schema: Schema, each: ProtocolCase }} what
 */
function runXml({ components }, { schema, each }) {
  const { test, model, shape: id, isError, kind } = each;
  const shape = findShape(model, id);
  if (shape?.kind !== "structure") return [];
  const read = /** @type {any} */ (readByRoot(schema, readXml(test.body), components));
  const members = resolveMixins(model, shape).members;
  const payload = members.find((member) => hasTrait(member, "httpPayload"));
  const isRest = test.protocol.endsWith("#restXml");
  const inBody = members.filter((member) =>
    payload ? member === payload : !isRest || !isBoundElsewhere(member, kind),
  );
  const params = Object.fromEntries(
    inBody.flatMap(({ name, target }) =>
      test.params?.[name] === undefined ? [] : [[name, toRead(model, target, test.params[name])]],
    ),
  );
  const alone = payload ?? (isUnwrapped(each) ? inBody[0] : undefined);
  const expected = alone ? params[alone.name] : params;
  const actual = unwrap(read, { kind, isError, protocol: test.protocol, operation: each.operation });
  return isDeepStrictEqual(sortKeys(actual), sortKeys(expected ?? {}))
    ? []
    : [`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}

/**
 * Whether an output is its one member.
 * @param {ProtocolCase} each
 */
function isUnwrapped({ model, kind, isError, operation }) {
  if (kind !== "response" || isError) return false;
  return [...model.shapes.values()].some(
    (shape) =>
      shape.kind === "operation" &&
      shape.id.endsWith(`#${operation}`) &&
      hasTrait(shape, "aws.customizations#s3UnwrappedXmlOutput"),
  );
}

/**
 * Returns what is inside of an envelope.
 * @param {any} value
 * @param {{ kind: string, isError: boolean, protocol: string, operation: string }} of
 */
function unwrap(value, { kind, isError, protocol, operation }) {
  if (kind === "request") return value;
  if (isError) {
    const { Code: _, Type: __, RequestId: ___, ...members } = value.Errors?.Error ?? value.Error ?? value;
    return members;
  }
  if (protocol.endsWith("#awsQuery")) return value[`${operation}Result`] ?? {};
  if (!protocol.endsWith("#ec2Query")) return value;
  const { requestId: _, ...members } = value;
  return members;
}

/**
 * A value of a test as documents hold it: leaves as texts, maps as lists of entries.
 * @param {Model} model
 * @param {ShapeId} id
 * @param {any} node
 * @returns {any}
 */
function toRead(model, id, node) {
  const found = findShape(model, id);
  if (!found) return String(node);
  const shape = resolveMixins(model, found);
  const targetOf = (/** @type {string} */ name) =>
    "members" in shape ? (shape.members.find((member) => member.name === name)?.target ?? "") : "";
  if (shape.kind === "map" && isNodeObject(node))
    return Object.entries(node).map(([key, value]) => ({
      key,
      value: toRead(model, targetOf("value"), value),
    }));
  if (isNodeArray(node)) return node.map((item) => toRead(model, targetOf("member"), item));
  if (isNodeObject(node) && !("text" in node && !("members" in shape)))
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => [name, toRead(model, targetOf(name), value)]),
    );
  return String(typeof node === "object" && node !== null ? printNumber(node) : node);
}

/**
 * Order means nothing among members, and among the entries of a map.
 * @param {any} value
 * @returns {any}
 */
function sortKeys(value) {
  if (Array.isArray(value)) {
    const items = value.map(sortKeys);
    const isMap = items.every((item) => item !== null && typeof item === "object" && "key" in item);
    return isMap ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sortKeys(inner)]),
  );
}
