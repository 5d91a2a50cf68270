import { Readable } from "node:stream";
import { calculateBodyLength } from "@smithy/core/serde";
import { HttpResponse } from "@smithy/core/transport";
import { compareBodies } from "./compare-body.mjs";
import { createContext, createProtocol } from "./protocols.mjs";
import { toComparable, toValue } from "./to-value.mjs";

/**
 * A test of a model, with what it needs to be run.
 * @typedef {object} ProtocolCase
 * @property {string} id
 * @property {string} service The name of the service's shape.
 * @property {"request" | "response"} kind
 * @property {any} test An item of `@httpRequestTests` or `@httpResponseTests`.
 * @property {import("@shapelog/model").Model} model
 * @property {import("./load-schemas.mjs").Schemas} schemas
 * @property {string} operation The name of the operation's schema, without the `$`.
 * @property {string} shape The id of the shape whose value the test has.
 * @property {boolean} isError Whether that is an error.
 */

const TOKEN = /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/g;
/** What tests have where a client makes a token at random. */
const TEST_TOKEN = "00000000-0000-4000-8000-000000000000";

/**
 * Returns what is wrong with a case, a line each; nothing where it passes.
 * @param {ProtocolCase} each
 * @returns {Promise<string[]>}
 */
export function runCase(each) {
  return each.kind === "request" ? runRequest(each) : runResponse(each);
}

/** @param {ProtocolCase} each */
async function runRequest({ test, model, schemas, operation: name, shape }) {
  const { protocol, operation } = createProtocol(test.protocol, schemas, name);
  const context = createContext(schemas, operation.name, test.host);
  protocol.setSerdeContext(context);
  const request = await protocol.serializeRequest(
    operation,
    toValue(model, shape, test.params ?? {}),
    context,
  );
  const withoutTokens = tokenFilter(test.params ?? {});
  const body = await readBody(request.body);
  const length = request.body === undefined ? undefined : calculateBodyLength(request.body);
  if (length !== undefined && !("content-length" in request.headers))
    request.headers["content-length"] = String(length);
  return [
    ...compare("method", test.method, request.method),
    ...compare("path", test.uri, withoutTokens(request.path)),
    ...compare("host", test.resolvedHost ?? (test.host ?? "example.com").split("/")[0], request.hostname),
    ...compareQuery(test, request.query, withoutTokens),
    ...compareHeaders(test, request.headers, withoutTokens),
    ...(test.body === undefined
      ? []
      : compareBodies(test.bodyMediaType, { expected: test.body, actual: withoutTokens.inBytes(body) })),
  ];
}

/**
 * Returns what Smithy's protocol code reads a response as: an output, or an error that it throws.
 * @param {ProtocolCase} each
 * @returns {Promise<{ value?: any, thrown?: any }>}
 */
export function deserialize({ test, schemas, operation: name }) {
  const { protocol, operation } = createProtocol(test.protocol, schemas, name);
  const context = createContext(schemas, operation.name);
  protocol.setSerdeContext(context);
  const isBinary = test.bodyMediaType === "application/cbor";
  const headers = Object.entries(test.headers ?? {}).map(([header, value]) => [header.toLowerCase(), value]);
  const response = new HttpResponse({
    statusCode: test.code,
    headers: Object.fromEntries(headers),
    body: Readable.from([Buffer.from(test.body ?? "", isBinary ? "base64" : "utf8")]),
  });
  return settle(protocol.deserializeResponse(operation, context, response));
}

/** @param {ProtocolCase} each */
async function runResponse(each) {
  const { test, model, shape, isError } = each;
  const expected = toValue(model, shape, test.params ?? {});
  const outcome = await deserialize(each);
  if (!isError) {
    if (outcome.thrown) throw outcome.thrown;
    const { $metadata, ...output } = outcome.value;
    return [
      ...compare("status", test.code, $metadata?.httpStatusCode),
      ...compareValues(expected, await readStreams(output)),
    ];
  }
  if (!outcome.thrown) return [`no error, but ${JSON.stringify(toComparable(outcome.value))}`];
  return compareError({ shape, expected }, outcome.thrown);
}

/**
 * @param {Promise<any>} promise
 * @returns {Promise<{ value?: any, thrown?: any }>}
 */
function settle(promise) {
  return promise.then(
    (value) => ({ value }),
    (thrown) => ({ thrown }),
  );
}

/**
 * Compares an error's name and the members that a test has; errors carry more, such as where they were made.
 * @param {{ shape: string, expected: Readonly<Record<string, any>> }} test
 * @param {any} thrown
 */
function compareError({ shape, expected }, thrown) {
  const members = Object.fromEntries(Object.keys(expected).map((name) => [name, thrown[name]]));
  return [
    ...compare("error", shape.slice(shape.indexOf("#") + 1), thrown.name),
    ...compareValues(expected, members),
  ];
}

/** @param {Record<string, any>} output */
async function readStreams(output) {
  const read = Object.entries(output).map(async ([name, value]) => {
    if (typeof value?.transformToByteArray !== "function" || value instanceof Uint8Array)
      return [name, value];
    const bytes = await value.transformToByteArray();
    return [name, bytes.length > 0 ? bytes : undefined];
  });
  return Object.fromEntries(await Promise.all(read));
}

/** @param {any} body */
async function readBody(body) {
  if (body === undefined) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  // Not the protocol's own kind of bytes, which warns who takes it for text.
  if (body instanceof Uint8Array) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  const chunks = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/**
 * Returns a function that has in a text, in place of each token that a client made, the one of the tests.
 * @param {unknown} params
 */
function tokenFilter(params) {
  const given = JSON.stringify(params);
  const replace = (/** @type {string} */ text) =>
    text.replace(TOKEN, (token) => (given.includes(token) ? token : TEST_TOKEN));
  /** @param {Uint8Array} bytes */
  const inBytes = (bytes) => Buffer.from(replace(Buffer.from(bytes).toString("latin1")), "latin1");
  return Object.assign(replace, { inBytes });
}

/**
 * @param {any} test
 * @param {Readonly<Record<string, string | string[] | null>>} query
 * @param {(text: string) => string} withoutTokens
 */
function compareQuery(test, query, withoutTokens) {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (each) => `${encode(name)}=${encode(withoutTokens(each ?? ""))}`,
    ),
  );
  const names = new Set(Object.keys(query));
  const wanted = (test.queryParams ?? []).map((/** @type {string} */ pair) =>
    pair.includes("=") ? pair : `${pair}=`,
  );
  return [
    ...wanted.flatMap((/** @type {string} */ pair) => {
      const index = pairs.indexOf(pair);
      if (index === -1) return [`query: no ${pair} in ${pairs.join("&")}`];
      pairs.splice(index, 1);
      return [];
    }),
    ...(test.queryParams ? pairs.map((pair) => `query: ${pair} is not expected`) : []),
    ...(test.forbidQueryParams ?? [])
      .filter((/** @type {string} */ name) => names.has(name))
      .map((/** @type {string} */ name) => `query: ${name} is forbidden`),
    ...(test.requireQueryParams ?? [])
      .filter((/** @type {string} */ name) => !names.has(name))
      .map((/** @type {string} */ name) => `query: no ${name}`),
  ];
}

/** As a request's line has it (RFC 3986, 2.1). @param {string} text */
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * @param {any} test
 * @param {Readonly<Record<string, string>>} headers
 * @param {(text: string) => string} withoutTokens
 */
function compareHeaders(test, headers, withoutTokens) {
  const lower = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), withoutTokens(value)]),
  );
  const has = (/** @type {string} */ name) => lower.has(name.toLowerCase());
  return [
    ...Object.entries(test.headers ?? {}).flatMap(([name, value]) =>
      compare(`header ${name}`, value, lower.get(name.toLowerCase())),
    ),
    ...(test.requireHeaders ?? [])
      .filter((/** @type {string} */ name) => !has(name))
      .map((/** @type {string} */ name) => `header ${name}: missing`),
    ...(test.forbidHeaders ?? [])
      .filter(has)
      .map((/** @type {string} */ name) => `header ${name}: forbidden`),
  ];
}

/**
 * @param {unknown} expected
 * @param {unknown} actual
 */
function compareValues(expected, actual) {
  return compare("value", JSON.stringify(toComparable(expected)), JSON.stringify(toComparable(actual)));
}

/**
 * @param {string} what
 * @param {unknown} expected
 * @param {unknown} actual
 */
function compare(what, expected, actual) {
  return expected === actual ? [] : [`${what}: expected ${expected}, got ${actual}`];
}
