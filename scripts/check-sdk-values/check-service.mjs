import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { chooseShapes } from "../../packages/emit/dist/index.js";
import {
  errorStatus,
  findProtocol,
  findShape,
  isEventStream,
  isNodeObject,
  operationErrors,
  shapeName,
  trait,
  UNIT,
} from "../../packages/model/dist/index.js";
import { loadValidators } from "./load-validators.mjs";
import { createMaker } from "./make-values.mjs";
import { writeError, writeOutput } from "./write-answer.mjs";

/**
 * @import { OperationShape, Shape, ShapeId } from "@shapelog/model"
 * @import { Side } from "../../packages/witness/dist/side.js"
 * @import { startServer } from "./start-server.mjs"
 * @import { Wire } from "./write-answer.mjs"
 */

/**
 * @typedef {object} CheckOptions
 * @property {string} clients
 * @property {string} client
 * @property {Awaited<ReturnType<typeof startServer>>} server
 * @property {number} rounds
 */

/** What no service behind a local address can give, and checks of what was made up. */
const CLIENT_OPTIONS = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
  forcePathStyle: true,
  useQueueUrlAsEndpoint: false,
  md5: false,
  endpointDiscoveryEnabled: false,
  accountIdEndpointMode: "disabled",
  disableHostPrefix: true,
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
};

/**
 * Calls every operation that a service's client has, and judges what comes of it.
 * @param {Side} side
 * @param {CheckOptions} options
 */
export async function checkService(side, { clients, client: name, server, rounds }) {
  const { model, service, names } = side;
  const load = createRequire(join(resolve(clients), "package.json"));
  const sdk = load(`@aws-sdk/client-${name}`);
  const [Client] = Object.entries(sdk).flatMap(([key, value]) =>
    /^[A-Za-z\d]+Client$/.test(key) ? [value] : [],
  );
  const client = new Client({ ...CLIENT_OPTIONS, endpoint: server.endpoint });
  const validators = await loadValidators(side, join(resolve(clients), "validators", name));
  const maker = createMaker(side);
  const namespace = trait(service, "smithy.api#xmlNamespace");
  /** @type {Wire} */
  const wire = {
    core: load("@smithy/core/protocols"),
    schema: load("@smithy/core/schema"),
    protocols: load("@aws-sdk/core/protocols"),
    events: load("@smithy/core/event-streams"),
    protocol: findProtocol(service) ?? "",
    xmlNamespace: isNodeObject(namespace) && typeof namespace.uri === "string" ? namespace.uri : "urn:none",
  };
  const counts = { operations: 0, outputs: 0, members: 0, sent: 0, errors: 0, events: 0 };
  /** @type {string[]} */
  const problems = [];

  /**
   * @param {string} of
   * @param {ShapeId} id
   * @param {unknown} value
   */
  function judge(of, id, value) {
    const shape = names.of(id);
    const read = validators[`read${shape}`]?.(value);
    const strict = validators[`validate${shape}`]?.(value);
    if (!read?.ok) problems.push(`${of}: ${read?.errors[0].message ?? "no validator"}`);
    else if (read.drift.length > 0) problems.push(`${of}: ${read.drift[0].path} drifts`);
    else if (!strict?.ok) problems.push(`${of}: ${strict?.errors[0].message}`);
  }

  /** @param {OperationShape} operation */
  async function callOutput(operation) {
    const Command = sdk[`${names.of(operation.id)}Command`];
    const input = operation.input === UNIT ? {} : maker.makeSmallest(operation.input);
    const command = new Command(input);
    const value = operation.output === UNIT ? {} : Object(maker.make(operation.output));
    server.answer(writeOutput(wire, { name: shapeName(operation.id), output: command.schema[5], value }));
    const output = await client.send(command);
    counts.outputs++;
    if (operation.output === UNIT) return;
    judge(names.of(operation.id), operation.output, output);
    counts.sent += Object.keys(value).length;
    counts.members += Object.keys(value).filter((member) => output[member] !== undefined).length;
    await judgeStreams(operation, output);
  }

  /**
   * Reads streams to their end: validators have not.
   * @param {OperationShape} operation
   * @param {Record<string, any>} output
   */
  async function judgeStreams(operation, output) {
    const shape = findShape(model, operation.output);
    for (const member of shape && "members" in shape ? shape.members : []) {
      const target = findShape(model, member.target);
      const value = output[member.name];
      if (
        value?.transformToString &&
        typeof value.pipe === "function" &&
        (await value.transformToString()) !== "AAA"
      )
        problems.push(`${operation.id}: ${member.name} was read`);
      if (!target || !isEventStream(target)) continue;
      let seen = 0;
      for await (const event of value) {
        judge(`${names.of(operation.id)} ${Object.keys(event)}`, target.id, event);
        seen++;
      }
      counts.events += seen;
      if (seen === 0) problems.push(`${operation.id}: ${member.name} was read`);
    }
  }

  /**
   * @param {OperationShape} operation
   * @param {Shape} error
   */
  async function callError(operation, error) {
    const name = names.of(error.id);
    const Command = sdk[`${names.of(operation.id)}Command`];
    const input = operation.input === UNIT ? {} : maker.makeSmallest(operation.input);
    const code = trait(error, "aws.protocols#awsQueryError");
    server.answer(
      writeError(wire, {
        name: shapeName(error.id),
        code: isNodeObject(code) && typeof code.code === "string" ? code.code : shapeName(error.id),
        status: errorStatus(error) ?? 400,
        error: sdk[`${name}$`],
        value: Object(maker.make(error.id)),
      }),
    );
    const thrown = await client.send(new Command(input)).then(
      () => undefined,
      (/** @type {Error} */ failure) => failure,
    );
    counts.errors++;
    if (thrown?.name !== shapeName(error.id))
      problems.push(`${names.of(operation.id)}: threw ${thrown} for ${name}`);
    else judge(`${names.of(operation.id)} ${name}`, error.id, thrown);
  }

  for (const operation of chooseShapes(model, service).operations) {
    if (sdk[`${names.of(operation.id)}Command`] === undefined) continue;
    counts.operations++;
    const attempt = async (/** @type {() => Promise<void>} */ call) =>
      call().catch((failure) => problems.push(`${names.of(operation.id)}: ${failure}`));
    for (let round = 0; round < rounds; round++) await attempt(() => callOutput(operation));
    const http = trait(operation, "smithy.api#http");
    if (isNodeObject(http) && http.method === "HEAD") continue; // no body tells which error it is
    for (const id of operationErrors(operation, service)) {
      const error = findShape(model, id);
      if (error) await attempt(() => callError(operation, error));
    }
  }
  client.destroy();
  return { ...counts, protocol: shapeName(wire.protocol), problems };
}
