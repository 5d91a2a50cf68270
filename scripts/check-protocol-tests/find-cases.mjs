import { createNames } from "../../packages/emit/dist/index.js";
import {
  findServiceOperations,
  findServices,
  findShape,
  hasTrait,
  isNodeArray,
  operationErrors,
  shapeName,
  trait,
} from "../../packages/model/dist/index.js";
import { loadSchemas } from "./load-schemas.mjs";
import { PROTOCOLS } from "./protocols.mjs";

/** @typedef {import("./run-case.mjs").ProtocolCase} ProtocolCase */

/**
 * Returns the request and response tests of every service of a model, each once, with the service's schemas.
 * @param {import("@shapelog/model").Model} model
 * @returns {Promise<ProtocolCase[]>}
 */
export async function findCases(model) {
  /** @type {Map<string, ProtocolCase>} */
  const cases = new Map();
  for (const service of findServices(model)) {
    const schemas = await loadSchemas(model, service);
    const names = createNames(model, { service });
    for (const operation of findServiceOperations(model, service)) {
      const common = { model, schemas, service: shapeName(service.id), operation: names.of(operation.id) };
      const { input, output } = operation;
      const errors = operationErrors(operation, service);
      const found = [
        ...testsOf(model, operation.id, "request").map((test) => ({ test, shape: input, isError: false })),
        ...testsOf(model, operation.id, "response").map((test) => ({ test, shape: output, isError: false })),
        ...errors.flatMap((shape) =>
          testsOf(model, shape, "response").map((test) => ({ test, shape, isError: true })),
        ),
      ];
      for (const { test, shape, isError } of found) {
        if (!hasTrait(service, test.test.protocol)) continue;
        const id = `${test.test.protocol.split("#")[1]} ${test.kind} ${test.test.id}`;
        if (!cases.has(id)) cases.set(id, { id, ...test, ...common, shape, isError });
      }
    }
  }
  return [...cases.values()];
}

/**
 * @param {import("@shapelog/model").Model} model
 * @param {string} id
 * @param {"request" | "response"} kind
 */
function testsOf(model, id, kind) {
  const shape = findShape(model, id);
  const tests =
    shape &&
    trait(shape, kind === "request" ? "smithy.test#httpRequestTests" : "smithy.test#httpResponseTests");
  const all = isNodeArray(tests) ? /** @type {readonly any[]} */ (tests) : [];
  return all.filter(({ protocol }) => PROTOCOLS.has(protocol)).map((test) => ({ kind, test }));
}
