import { readFileSync } from "node:fs";
import { HttpResponse } from "@smithy/core/transport";
import { describe, expect, it } from "vitest";
import { findServices } from "../../packages/model/dist/index.js";
import { loadModel } from "../../packages/smithy/dist/index.js";
import { findCases } from "./find-cases.mjs";
import { loadSchemas } from "./load-schemas.mjs";
import { createContext, createProtocol } from "./protocols.mjs";
import { runCase } from "./run-case.mjs";

/** @param {string} text */
function read(text) {
  const { model, diagnostics } = loadModel([{ file: "cases.smithy", text }]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return model;
}

const model = read(readFileSync(new URL("own-cases.smithy", import.meta.url), "utf8"));
const cases = await findCases(model);

describe("Smithy's protocol code with our schemas", () => {
  it.each(cases)("$id", async (each) => {
    expect(await runCase(each)).toEqual([]);
  });

  it("is run for each protocol", () => {
    const protocols = new Set(cases.map(({ id }) => id.split(" ")[0]));
    expect([...protocols].toSorted()).toEqual([
      "awsJson1_1",
      "awsQuery",
      "ec2Query",
      "restJson1",
      "restXml",
      "rpcv2Cbor",
    ]);
  });
});

describe("the check of protocol tests", () => {
  const traited = cases.find(({ id }) => id === "restJson1 request SendJson");

  it.each(["jsonName", "httpHeader", "httpQuery", "hostLabel"])(
    "fails where schemas lack @%s",
    async (trait) => {
      if (!traited) throw new Error("the case is gone");
      const schemas = Object.fromEntries(
        Object.entries(traited.schemas).map(([name, schema]) => [
          name,
          structuredCloneWithout(schema, trait),
        ]),
      );
      const problems = await runCase({ ...traited, schemas }).catch((error) => [String(error)]);
      expect(problems.length).toBeGreaterThan(0);
    },
  );

  it("fails where the output is another", async () => {
    const found = cases.find(({ id }) => id === "awsJson1_1 response KeptInJson");
    if (!found) throw new Error("the case is gone");
    const test = { ...found.test, params: { ...found.test.params, text: "b" } };
    expect(await runCase({ ...found, test })).toEqual([expect.stringMatching(/^value: expected .*"b"/)]);
  });
});

/**
 * @param {any} schema
 * @param {string} trait
 * @returns {any}
 */
function structuredCloneWithout(schema, trait) {
  if (typeof schema === "function") return () => structuredCloneWithout(schema(), trait);
  if (Array.isArray(schema)) return schema.map((part) => structuredCloneWithout(part, trait));
  if (typeof schema !== "object" || schema === null) return schema;
  const { [trait]: _, ...rest } = schema;
  return rest;
}

const STREAMS = `
$version: "2.0"
namespace example.streams
use aws.protocols#restJson1

@restJson1
service Weather { version: "1", operations: [Watch] }

@http(method: "POST", uri: "/")
operation Watch { input: Watched, output: Watched }
structure Watched { @httpHeader("X-Id") id: String, @httpPayload events: Events }
@streaming union Events { change: Change, image: Image, word: Word }
structure Change { at: Timestamp, text: String }
structure Word { @eventHeader at: Timestamp, @eventPayload text: String }
structure Image { @eventPayload bytes: Blob }
`;

it("event streams come back as they were sent", async () => {
  const streams = read(STREAMS);
  const [service] = findServices(streams);
  if (!service) throw new Error("no service");
  const schemas = await loadSchemas(streams, service);
  const { protocol, operation } = createProtocol("aws.protocols#restJson1", schemas, "Watch");
  const context = createContext(schemas, "Watch");
  protocol.setSerdeContext(context);
  const makeEvents = () => [
    { change: { at: new Date(1000), text: "a" } },
    { image: { bytes: new Uint8Array([1, 2]) } },
    { word: { at: new Date(2000), text: "b" } },
  ];
  const request = await protocol.serializeRequest(
    operation,
    { id: "i", events: from(makeEvents()) },
    context,
  );
  const response = new HttpResponse({ statusCode: 200, headers: { "x-id": "i" }, body: request.body });
  const output = await protocol.deserializeResponse(operation, context, response);
  expect(output.id).toBe("i");
  const received = [];
  for await (const event of output.events) received.push(event);
  expect(received).toEqual(makeEvents());
});

/** @param {readonly unknown[]} items */
async function* from(items) {
  yield* items;
}
