import { Buffer } from "node:buffer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { POOL, type RunningServer, startServer } from "./running-server.js";
import { CALL_HEADERS, openSocket, printCall, type RawCall, readAnswer, sendRaw } from "./send-raw.js";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
// Whatever came before.
afterEach(async () => {
  expect(await server.list({ MaxResults: 1 })).toHaveLength(1);
});

const AUTHORIZATION = CALL_HEADERS.authorization;

describe("a call that is wrong", () => {
  it.each<[string, RawCall, number, string]>([
    ["JSON that breaks off", { body: '{"UserPoolId":' }, 400, "SerializationException"],
    ["no body", { body: "" }, 400, "SerializationException"],
    ["JSON that is a list", { body: "[]" }, 400, "SerializationException"],
    ["JSON that is null", { body: "null" }, 400, "SerializationException"],
    [
      "bytes that are not UTF-8",
      { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) },
      400,
      "SerializationException",
    ],
    ["a member of a wrong type", { body: '{"UserPoolId":1,"Username":"a"}' }, 400, "SerializationException"],
    ["lists nested deeply", { body: "[".repeat(500_000) }, 400, "SerializationException"],
    ["members that are missing", { body: "{}" }, 400, "InvalidParameterException"],
    [
      "a prototype as a member",
      { body: '{"__proto__":{"UserPoolId":"a_b"}}' },
      400,
      "InvalidParameterException",
    ],
    [
      "another operation",
      { headers: { "x-amz-target": "AWSCognitoIdentityProviderService.ListUsers" } },
      404,
      "UnknownOperationException",
    ],
    ["no target", { headers: { "x-amz-target": undefined } }, 404, "UnknownOperationException"],
    ["another method", { line: "GET / HTTP/1.1", body: "" }, 404, "UnknownOperationException"],
    ["another path", { line: "POST /elsewhere HTTP/1.1" }, 404, "UnknownOperationException"],
    [
      "another type",
      { headers: { "content-type": "application/json" } },
      415,
      "UnsupportedMediaTypeException",
    ],
    ["no type", { headers: { "content-type": undefined } }, 415, "UnsupportedMediaTypeException"],
    ["no signature", { headers: { authorization: undefined } }, 403, "MissingAuthenticationTokenException"],
    [
      "a token in its place",
      { headers: { authorization: "Bearer abc" } },
      403,
      "IncompleteSignatureException",
    ],
    [
      "a signature without its parts",
      { headers: { authorization: "AWS4-HMAC-SHA256 x" } },
      403,
      "IncompleteSignatureException",
    ],
    ["a signature of no day", { headers: { "x-amz-date": undefined } }, 403, "IncompleteSignatureException"],
    [
      "a signature for another service",
      { headers: { authorization: AUTHORIZATION.replace("cognito-idp", "s3") } },
      403,
      "IncompleteSignatureException",
    ],
    [
      "half a signature in the query",
      { line: "POST /?X-Amz-Signature=0 HTTP/1.1", headers: { authorization: undefined } },
      403,
      "IncompleteSignatureException",
    ],
    [
      "a length that is none",
      { headers: { "content-length": "many" } },
      400,
      "MalformedHttpRequestException",
    ],
    ["no HTTP", { line: "hello" }, 400, "MalformedHttpRequestException"],
    [
      "a header of 100,000 characters",
      { headers: { "x-long": "x".repeat(100_000) } },
      431,
      "MalformedHttpRequestException",
    ],
  ])("%s", async (_name, call, status, type) => {
    const answer = await sendRaw(server.endpoint, printCall(call));
    expect({ status: answer.status, type: answer.headers["x-amzn-errortype"] }).toEqual({ status, type });
    expect(answer.headers["content-type"]).toBe("application/x-amz-json-1.1");
    expect(answer.headers["x-amzn-requestid"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(answer.body)).toEqual({ __type: type, message: expect.stringMatching(/\w/) });
  });

  it("a body over 1 MiB", async () => {
    const token = "x".repeat(1024 * 1024);
    const call = server.list({ NextToken: token });
    await expect(call).rejects.toMatchObject({ name: "RequestEntityTooLargeException" });
  });

  it("a body over 1 MiB in chunks, which does not say so before", async () => {
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const head = printCall({
      headers: { "content-length": undefined, "transfer-encoding": "chunked" },
      body: "",
    });
    const answer = await sendRaw(server.endpoint, Buffer.concat([head, Buffer.from(chunk.repeat(20))]));
    expect(answer).toMatchObject({
      status: 413,
      headers: { "x-amzn-errortype": "RequestEntityTooLargeException" },
    });
  });
});

describe("what newer clients send", () => {
  it("a member that is not known and one that is null are passed over", async () => {
    const body = JSON.stringify({
      UserPoolId: POOL,
      Username: "ana.silva",
      MaxResults: null,
      Filter: { Since: 1 },
    });
    expect(await sendRaw(server.endpoint, printCall({ body }))).toMatchObject({ status: 200 });
  });

  it("a type with a charset is the same type", async () => {
    const headers = { "content-type": "Application/X-Amz-Json-1.1; charset=utf-8" };
    const body = JSON.stringify({ UserPoolId: POOL, Username: "ana.silva" });
    expect(await sendRaw(server.endpoint, printCall({ headers, body }))).toMatchObject({ status: 200 });
  });
});

describe("a client that is slow", () => {
  const call = Buffer.from(printCall({ body: JSON.stringify({ UserPoolId: POOL, Username: "ana.silva" }) }));

  let impatient: RunningServer;

  beforeAll(async () => {
    impatient = await startServer({ headTimeout: 100, requestTimeout: 100 });
  });
  afterAll(() => impatient.close());

  it.each([
    ["in the middle of the headers", 60],
    ["in the middle of the body", call.length - 5],
  ])("%s is told so, and the connection is closed", async (_name, length) => {
    const socket = await openSocket(impatient.endpoint);
    const answer = readAnswer(socket);
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.write(call.subarray(0, length));
    expect(await answer).toMatchObject({
      status: 408,
      headers: { "x-amzn-errortype": "RequestTimeoutException", connection: "close" },
    });
    await closed;
  });
});

describe("a connection that is cut", () => {
  it.each([
    ["in the middle of the headers", 40],
    ["in the middle of the body", 600],
  ])("%s harms nobody", async (_name, length) => {
    const call = Buffer.from(
      printCall({ body: JSON.stringify({ UserPoolId: POOL, Username: "x".repeat(1000) }) }),
    );
    for (let times = 0; times < 30; times++) {
      const socket = await openSocket(server.endpoint);
      socket.write(call.subarray(0, length));
      socket.resetAndDestroy();
    }
  });

  it("while the answer is under way harms nobody", async () => {
    const call = printCall({ body: JSON.stringify({ UserPoolId: POOL, Username: "ana.silva" }) });
    for (let times = 0; times < 30; times++) {
      const socket = await openSocket(server.endpoint);
      socket.write(call, () => socket.resetAndDestroy());
      await new Promise((resolve) => socket.once("close", resolve));
    }
  });
});
