import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { loadModel } from "../../packages/smithy/dist/index.js";
import { expandMalformed } from "./expand-malformed.mjs";
import { findCases } from "./find-cases.mjs";

/** @param {string} text */
function read(text) {
  const { model, diagnostics } = loadModel([{ file: "cases.smithy", text }]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return model;
}

const OWN_CASES = new URL("../check-protocol-tests/own-cases.smithy", import.meta.url);
const own = await findCases(read(readFileSync(OWN_CASES, "utf8")));
afterAll(own.remove);

describe("pieces and READMEs take what is sent", () => {
  it.each(own.cases)("$suite $id", async ({ run }) => {
    expect(await run()).toEqual([]);
  });

  it("in each protocol", () => {
    const tried = own.cases.map(({ suite, id }) => `${suite} ${id.split(" ")[0]}`);
    expect([...new Set(tried)].toSorted()).toEqual([
      "documents awsQuery",
      "documents ec2Query",
      "documents restXml",
      "examples awsJson1_1",
      "examples awsQuery",
      "examples ec2Query",
      "examples restJson1",
      "examples restXml",
      "examples rpcv2Cbor",
      "requests restJson1",
      "requests restXml",
      "responses restJson1",
      "responses restXml",
    ]);
  });
});

const WRONG = `
$version: "2.0"
namespace example.wrong
use aws.protocols#restJson1
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests
use smithy.test#httpMalformedRequestTests

@restJson1
service Weather { version: "1", operations: [Put] }

@http(method: "PUT", uri: "/cities/{id}")
@httpRequestTests([
  { id: "Label", protocol: restJson1, method: "PUT", uri: "/cities/x", body: "{}" }
  { id: "Body", protocol: restJson1, method: "PUT", uri: "/cities/1", body: "{\\"name\\":2}" }
  { id: "Query", protocol: restJson1, method: "PUT", uri: "/cities/1", queryParams: ["at=0"], body: "{}" }
])
@httpResponseTests([{ id: "Answer", protocol: restJson1, code: 200, body: "{\\"name\\":2}" }])
@httpMalformedRequestTests([
  {
    id: "Taken", protocol: restJson1
    request: { method: "PUT", uri: "/cities/1", body: "{}", headers: { "content-type": "application/json" } }
    response: { code: 400 }
  }
])
operation Put { input: PutInput, output := { name: String } }
structure PutInput { @required @httpLabel id: Integer, @httpQuery("at") at: Timestamp, name: String }
`;

it("says what is wrong where something is", async () => {
  const { cases, remove } = await findCases(read(WRONG));
  const said = [];
  for (const { suite, id, run } of cases) said.push([`${suite} ${id}`, (await run()).join("; ")]);
  remove();
  expect(Object.fromEntries(said)).toEqual({
    "requests restJson1 request Label": 'path.id: expected the text of an integer, got "x"',
    "requests restJson1 request Body": "body: name: expected a string, got a number",
    "requests restJson1 request Query":
      'query.at: expected a time in UTC such as 2022-08-18T00:00:00Z, got "0"',
    "responses restJson1 response Answer": "body: name: expected a string, got a number",
    "examples restJson1 response Answer": "Error: name: expected a string, got a number",
    "malformed Taken": "taken",
  });
});

it("fills in the parameters of malformed requests", () => {
  const test = {
    id: "Big",
    request: { uri: "/$value:L", body: "[$value:S]" },
    response: { code: 400, body: { assertion: { contents: '{"fieldList":[{"path":"/a"}]}' } } },
    testParameters: { value: ["1", '"'] },
  };
  expect(expandMalformed(test)).toEqual([
    { id: "Big 1", request: { uri: "/1", body: '["1"]' }, code: 400, paths: ["/a"] },
    { id: "Big 2", request: { uri: '/"', body: '["\\""]' }, code: 400, paths: ["/a"] },
  ]);
});
