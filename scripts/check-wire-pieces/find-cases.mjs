import { createTypeNames, findPieces, namePieces } from "../../packages/emit/dist/index.js";
import {
  findServices,
  findShape,
  hasTrait,
  isNodeArray,
  isNodeObject,
  shapeName,
  trait,
} from "../../packages/model/dist/index.js";
import { findCases as findProtocolCases } from "../check-protocol-tests/find-cases.mjs";
import { deserialize } from "../check-protocol-tests/run-case.mjs";
import { expandMalformed } from "./expand-malformed.mjs";
import { loadPackage } from "./load-package.mjs";
import { readRequest, readResponse } from "./read-message.mjs";
import { hasDescribedBody, readDocument, runDocument } from "./run-document.mjs";
import { runRequest, runResponse } from "./run-pieces.mjs";

/**
 * @import { Model, OperationShape, ServiceShape, ShapeId } from "@shapelog/model"
 * @import { ProtocolCase } from "../check-protocol-tests/run-case.mjs"
 * @import { LoadedPackage } from "./load-package.mjs"
 * @import { Wrong } from "./run-pieces.mjs"
 */

/**
 * A case of one of the suites: `requests` and `responses` that pieces have to take, `examples` of READMEs that have to take
 * what was sent, `documents` of OpenAPI that have to describe XML and forms as they are sent, `malformed` requests that pieces have to refuse, and `paths` at which they have to do so.
 * @typedef {object} WireCase
 * @property {string} suite
 * @property {string} id
 * @property {() => Promise<string[]> | string[]} run Returns what is wrong.
 */

/** The bodies that READMEs are tried on. */
const README_PROTOCOLS = new Set([
  "aws.protocols#restJson1",
  "aws.protocols#awsJson1_1",
  "aws.protocols#awsJson1_0",
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
  "smithy.protocols#rpcv2Cbor",
]);

/**
 * Returns the cases of all suites of a model, whose packages are in folders until `remove` is called.
 * @param {Model} model
 */
export async function findCases(model) {
  /** @type {WireCase[]} */
  const cases = [];
  /** @type {LoadedPackage[]} */
  const loaded = [];
  const protocolCases = await findProtocolCases(model);
  for (const service of findServices(model)) {
    const own = protocolCases.filter((each) => each.service === shapeName(service.id));
    const whole = await loadPackage(model, service);
    loaded.push(whole);
    const pieced = { model, service, validators: whole.validators };
    const document = readDocument(model, service);
    for (const each of own) {
      if (hasDescribedBody(each))
        cases.push({ suite: "documents", id: each.id, run: () => runDocument(document, each) });
      if (findPieces(model, service).titles.size > 0) cases.push(...findPieceCases(pieced, each));
      if (each.kind === "response" && !each.isError && README_PROTOCOLS.has(each.test.protocol))
        cases.push({ suite: "examples", id: each.id, run: () => runExample(model, service, each) });
    }
    cases.push(...findMalformedCases(pieced));
  }
  return { cases, remove: () => loaded.forEach((each) => void each.remove()) };
}

/** @typedef {{ model: Model, service: ServiceShape, validators: Readonly<Record<string, any>> }} Piecing */

/** @param {Piecing} piecing */
function namesOf({ model, service }) {
  const names = namePieces(createTypeNames(model, { service }), findPieces(model, service));
  return (/** @type {ShapeId} */ id) => names.of(id);
}

/**
 * @param {Piecing} piecing
 * @param {ProtocolCase} each
 * @returns {WireCase[]}
 */
function findPieceCases(piecing, { id, kind, test, shape, isError, operation }) {
  const { model, service, validators } = piecing;
  const pieces = findPieces(model, service);
  const nameOf = namesOf(piecing);
  if (kind === "request") {
    const found = operationOf(model, operation, nameOf);
    const request = found && pieces.requests.get(found.id);
    if (!found || !request) return [];
    const run = () => {
      const message = readRequest(uriOf(found), test);
      if (!message) return ["the path is not the operation's"];
      return runRequest(request, message, { nameOf, validators, by: "validate" }).map(print);
    };
    return [{ suite: "requests", id, run }];
  }
  const found = operationOf(model, operation, nameOf);
  const response = isError ? pieces.errors.get(shape) : found && pieces.responses.get(found.id);
  if (!response) return [];
  const run = () => runResponse(response, readResponse(test), { nameOf, validators, by: "read" }).map(print);
  return [{ suite: "responses", id, run }];
}

/**
 * @param {Model} model
 * @param {string} name
 * @param {(id: ShapeId) => string} nameOf
 */
function operationOf(model, name, nameOf) {
  for (const shape of model.shapes.values())
    if (shape.kind === "operation" && nameOf(shape.id) === name) return shape;
  return undefined;
}

/** @param {OperationShape} operation */
function uriOf(operation) {
  const http = trait(operation, "http");
  return isNodeObject(http) && typeof http.uri === "string" ? http.uri : "";
}

/** @param {Wrong} wrong */
function print({ message }) {
  return message;
}

/**
 * Runs the README of a package that has one operation, on what the test sends.
 * @param {Model} model
 * @param {ServiceShape} service
 * @param {ProtocolCase} each
 */
async function runExample(model, service, each) {
  const { test } = each;
  const operation = operationOf(model, each.operation, namesOf({ model, service, validators: {} }));
  if (!operation) return ["no operation"];
  const one = { ...service, operations: [operation.id], resources: [] };
  const shapes = new Map(model.shapes).set(service.id, one);
  const own = await loadPackage({ ...model, shapes }, one);
  try {
    if (!own.readme.includes("## Use")) return [];
    const isClient = own.readme.includes("(output)");
    const { value, thrown } = isClient ? await deserialize(each) : {};
    if (thrown) return [`Smithy's own code reads nothing: ${thrown}`];
    await own.runExample({ body: test.body ?? "", headers: readResponse(test).headers, output: value });
    return [];
  } catch (error) {
    return [String(error)];
  } finally {
    own.remove();
  }
}

/**
 * @param {Piecing} piecing
 * @returns {WireCase[]}
 */
function findMalformedCases(piecing) {
  const { model, service } = piecing;
  const pieces = findPieces(model, service);
  return [...pieces.requests].flatMap(([operationId]) => {
    const operation = findShape(model, operationId);
    if (operation?.kind !== "operation") return [];
    const tests = trait(operation, "smithy.test#httpMalformedRequestTests");
    const all = isNodeArray(tests) ? /** @type {readonly any[]} */ (tests) : [];
    return all
      .filter(({ protocol }) => hasTrait(service, protocol))
      .flatMap(expandMalformed)
      .flatMap((each) => [
        {
          suite: "malformed",
          id: each.id,
          run: () => (refuse(piecing, operation, each).length > 0 ? [] : ["taken"]),
        },
        ...(each.paths.length === 0
          ? []
          : [
              {
                suite: "paths",
                id: each.id,
                run: () => {
                  const wrong = refuse(piecing, operation, each);
                  return comparePaths(each.paths, wrong, namesOfMembers(model, operation));
                },
              },
            ]),
      ]);
  });
}

/**
 * Returns what a server finds wrong in a request: no path of the operation, another media type, or what pieces say.
 * @param {Piecing} piecing
 * @param {OperationShape} operation
 * @param {import("./expand-malformed.mjs").MalformedCase} each
 * @returns {Wrong[]}
 */
function refuse(piecing, operation, { request }) {
  const message = readRequest(uriOf(operation), request);
  if (!message) return [{ path: "path", message: "no such path" }];
  const pieces = findPieces(piecing.model, piecing.service);
  const own = pieces.requests.get(operation.id) ?? {};
  const answer = pieces.responses.get(operation.id) ?? {};
  const sent = message.headers["content-type"];
  const wanted = own.body?.mediaType;
  const hasBody = message.body !== undefined && message.body !== "";
  const accepted = message.headers.accept;
  return [
    ...(hasBody && sent !== wanted ? [{ path: "headers.content-type", message: "another media type" }] : []),
    ...(accepted !== undefined && answer.body && accepted !== answer.body.mediaType
      ? [{ path: "headers.accept", message: "another media type" }]
      : []),
    ...runRequest(own, message, { nameOf: namesOf(piecing), validators: piecing.validators, by: "validate" }),
  ];
}

/**
 * Returns the members that are in headers and the query, by where errors have them: the tests name members, and pieces what
 * is sent.
 * @param {Model} model
 * @param {OperationShape} operation
 */
function namesOfMembers(model, operation) {
  const input = findShape(model, operation.input);
  const members = input?.kind === "structure" ? input.members : [];
  return new Map(
    members.flatMap((member) => {
      const { "smithy.api#httpHeader": header, "smithy.api#httpQuery": query } = member.traits;
      if (typeof header === "string") return [[`headers ${header.toLowerCase()}`, member.name]];
      return typeof query === "string" ? [[`query ${query}`, member.name]] : [];
    }),
  );
}

/**
 * @param {readonly string[]} wanted
 * @param {readonly Wrong[]} found
 * @param {ReadonlyMap<string, string>} members
 */
function comparePaths(wanted, found, members) {
  const places = new Set(found.map(({ path }) => toPointer(path, members)));
  return wanted
    .filter((path) => !places.has(path))
    .map((path) => `nothing at ${path}, but at ${[...places].join(", ")}`);
}

/**
 * @param {string} path
 * @param {ReadonlyMap<string, string>} members
 */
function toPointer(path, members) {
  const [, piece = "", inner = path] = /^(body|path|query|headers)(?:\.|(?=\[)|$)(.*)$/.exec(path) ?? [];
  const steps = [...inner.matchAll(/\["((?:[^"\\]|\\.)*)"\]|[^.[\]]+/g)].map(
    ([step, quoted]) => quoted ?? step,
  );
  const [first = "", ...rest] = steps;
  const member = members.get(`${piece} ${first}`) ?? first;
  return steps.length === 0 ? "" : [member, ...rest].map((step) => `/${step}`).join("");
}
