import { findMember, getShape, type Shape } from "@shapelog/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBotocore } from "./is-botocore.js";
import { readBotocore } from "./read-botocore.js";
import type { ReadBotocoreOptions } from "./read-whole.js";

const METADATA = {
  serviceId: "My Service",
  endpointPrefix: "my",
  protocol: "rest-json",
  apiVersion: "2020-01-01",
};

interface File {
  readonly metadata?: object;
  readonly operations?: unknown;
  readonly shapes?: unknown;
  readonly [key: string]: unknown;
}

function read(file: File | string, options?: ReadBotocoreOptions) {
  const { metadata, ...rest } = typeof file === "string" ? {} : file;
  const whole = { metadata: { ...METADATA, ...metadata }, operations: {}, shapes: {}, ...rest };
  const text = typeof file === "string" ? file : JSON.stringify(whole);
  const result = readBotocore({ file: "service-2.json", text }, options);
  return {
    ...result,
    codes: result.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.location?.pointer]),
    shape: (name: string) => getShape(result.model, `com.amazonaws.myservice#${name}`),
    traits: (name: string) => getShape(result.model, `com.amazonaws.myservice#${name}`).traits,
  };
}

const STRING = { S: { type: "string" } };
const ref = (shape: string) => ({ shape });

/** Reads one shape `A` beside a string `S`. */
function readShape(raw: object, metadata: object = {}) {
  return read({ metadata, shapes: { ...STRING, A: raw } }).shape("A");
}

/** Reads one member `m` of a structure, in a protocol, and returns its traits. */
function memberTraits(member: object, protocol = "rest-json", target: object = { type: "string" }) {
  const shapes = { T: target, A: { type: "structure", members: { m: { shape: "T", ...member } } } };
  return findMember(read({ metadata: { protocol }, shapes }).shape("A"), "m")!.traits;
}

describe("the service", () => {
  it("is named as AWS's models name it", () => {
    const json = { protocol: "json", jsonVersion: "1.0", targetPrefix: "AWSMyService_2020" };
    expect(read({ metadata: json }).shape("AWSMyService_2020").kind).toBe("service");
    expect(read({}).shape("MyService").kind).toBe("service");
  });

  it("has the traits that metadata say", () => {
    const { traits, diagnostics } = read({
      metadata: {
        signatureVersion: "v4",
        signingName: "signer",
        serviceFullName: "My Full Service",
        protocols: ["rest-json"],
        auth: ["aws.auth#sigv4"],
        uid: "my-2020",
      },
      documentation: "Text.",
      version: "2.0",
    });
    expect(diagnostics).toEqual([]);
    expect(traits("MyService")).toEqual({
      "aws.api#service": { sdkId: "My Service", endpointPrefix: "my" },
      "aws.auth#sigv4": { name: "signer" },
      "aws.protocols#restJson1": {},
      "smithy.api#title": "My Full Service",
      "smithy.api#documentation": "Text.",
      "shapelog.botocore#uid": "my-2020",
    });
  });

  it.each([
    [{ protocol: "json", jsonVersion: "1.0" }, ["aws.protocols#awsJson1_0"]],
    [{ protocol: "json", jsonVersion: "1.1" }, ["aws.protocols#awsJson1_1"]],
    [{ protocol: "rest-xml" }, ["aws.protocols#restXml"]],
    [{ protocol: "query" }, ["aws.protocols#awsQuery"]],
    [{ protocol: "ec2" }, ["aws.protocols#ec2Query"]],
    [
      { protocol: "smithy-rpc-v2-cbor", protocols: ["smithy-rpc-v2-cbor", "json"], jsonVersion: "1.0" },
      ["aws.protocols#awsJson1_0", "smithy.protocols#rpcv2Cbor"],
    ],
  ])("of %j has the protocols %j", (metadata, expected) => {
    const traits = Object.keys(read({ metadata }).traits("MyService"));
    expect(traits.filter((id) => id.includes(".protocols#")).sort()).toEqual(expected);
  });

  it("has @auth only where its schemes do not already say it", () => {
    const traits = (auth: string[]) =>
      read({ metadata: { signatureVersion: "v4", auth } }).traits("MyService");
    expect(traits(["aws.auth#sigv4", "aws.auth#sigv4a"])).not.toHaveProperty(["smithy.api#auth"]);
    expect(traits(["aws.auth#sigv4a", "aws.auth#sigv4"])).toMatchObject({
      "aws.auth#sigv4a": { name: "my" },
      "smithy.api#auth": ["aws.auth#sigv4a", "aws.auth#sigv4"],
    });
  });

  it("gets the same namespace from a file without serviceId, or the one it is told", () => {
    const old = { serviceId: undefined, serviceFullName: "Amazon Old Service" };
    const namespaces = (options?: ReadBotocoreOptions) =>
      [...read({ metadata: old }, options).model.shapes.keys()].map((id) => id.split("#")[0]);
    expect(namespaces()).toEqual(["com.amazonaws.oldservice"]);
    expect(namespaces({ serviceId: "Other Name" })).toEqual(["com.amazonaws.othername"]);
  });

  it("is read even without a name", () => {
    const { codes } = read({ metadata: { serviceId: undefined, endpointPrefix: undefined } });
    expect(codes).toEqual([["botocore/missing-name", "/metadata"]]);
  });

  it("keeps a protocol that is not known", () => {
    const { codes, traits } = read({ metadata: { protocol: "soap" } });
    expect(codes).toEqual([["botocore/unknown-protocol", "/metadata/protocol"]]);
    expect(traits("MyService")).toMatchObject({ "shapelog.botocore#protocol": "soap" });
  });
});

describe("operations", () => {
  const operation = (raw: object, file: File = {}) =>
    read({ ...file, operations: { Op: { name: "Op", ...raw } }, shapes: file.shapes ?? {} });

  it("have Unit where input or output are absent, and errors in order", () => {
    const { shape } = operation(
      { input: ref("In"), errors: [ref("E2"), ref("E1")] },
      {
        shapes: {
          In: { type: "structure", members: {} },
          E1: { type: "structure", members: {}, exception: true },
          E2: { type: "structure", members: {}, exception: true },
        },
      },
    );
    expect(shape("Op")).toMatchObject({
      input: "com.amazonaws.myservice#In",
      output: "smithy.api#Unit",
      errors: ["com.amazonaws.myservice#E2", "com.amazonaws.myservice#E1"],
    });
    expect(shape("MyService")).toMatchObject({ operations: ["com.amazonaws.myservice#Op"] });
  });

  it("have @http in REST protocols, with members' own names as labels", () => {
    const { traits } = operation(
      { http: { method: "GET", requestUri: "/a/{wire}/{other+}?x" }, input: ref("In") },
      {
        shapes: {
          ...STRING,
          In: { type: "structure", members: { Name: { shape: "S", location: "uri", locationName: "wire" } } },
        },
      },
    );
    expect(traits("Op")).toEqual({
      "smithy.api#http": { method: "GET", uri: "/a/{Name}/{other+}?x", code: 200 },
    });
  });

  it("keep http in other protocols only where it differs from POST /", () => {
    const http = (requestUri: string) =>
      operation({ http: { method: "POST", requestUri } }, { metadata: { protocol: "query" } }).traits("Op");
    expect(http("/")).toEqual({});
    expect(http("/?x")).toEqual({ "shapelog.botocore#http": { method: "POST", requestUri: "/?x" } });
  });

  it.each<[object, object]>([
    [{ documentation: "Text." }, { "smithy.api#documentation": "Text." }],
    [
      { deprecated: true, deprecatedMessage: "Use X.", deprecatedSince: "2020" },
      { "smithy.api#deprecated": { message: "Use X.", since: "2020" } },
    ],
    [
      { idempotent: true, readonly: true },
      { "smithy.api#idempotent": {}, "smithy.api#readonly": {} },
    ],
    [{ endpoint: { hostPrefix: "a." } }, { "smithy.api#endpoint": { hostPrefix: "a." } }],
    [{ endpointdiscovery: {} }, { "aws.api#clientDiscoveredEndpoint": { required: false } }],
    [{ httpChecksumRequired: true }, { "smithy.api#httpChecksumRequired": {} }],
    [
      { authtype: "none", auth: ["smithy.api#noAuth"] },
      { "smithy.api#auth": [], "smithy.api#optionalAuth": {} },
    ],
    [
      { authtype: "v4-unsigned-body", unsignedPayload: true },
      { "smithy.api#auth": ["aws.auth#sigv4"], "aws.auth#unsignedPayload": {} },
    ],
    [{ output: { shape: "Out", resultWrapper: "OpResult" } }, {}],
    [{ output: { shape: "Out", wrapper: true } }, { "shapelog.botocore#output": { wrapper: true } }],
    [{ errors: [{ shape: "E", exception: true }] }, {}],
    [
      { errors: [{ shape: "E", documentation: "Here." }] },
      { "shapelog.botocore#errors": { E: { documentation: "Here." } } },
    ],
    [{ name: "Op2020" }, { "shapelog.botocore#name": "Op2020" }],
    [{ alias: "old" }, { "shapelog.botocore#alias": "old" }],
    [{ "odd key": 1 }, { "shapelog.botocore#fields": { "odd key": 1 } }],
  ])("with %j have %j", (raw, expected) => {
    const shapes = {
      Out: { type: "structure", members: {} },
      E: { type: "structure", members: {}, exception: true },
    };
    expect(operation(raw, { shapes }).traits("Op")).toEqual(expected);
  });

  it("that find endpoints are named by the service", () => {
    const { traits } = operation({ endpointoperation: true });
    expect(traits("MyService")).toMatchObject({
      "aws.api#clientEndpointDiscovery": { operation: "com.amazonaws.myservice#Op" },
    });
    expect(traits("Op")).toEqual({});
  });

  it("keep their name where a shape has it too; the shape gives way", () => {
    const { shape, codes, locate } = operation(
      { input: ref("In") },
      { shapes: { Op: { type: "string" }, In: { type: "structure", members: { m: ref("Op") } } } },
    );
    expect(codes).toEqual([["botocore/renamed-shape", "/shapes/Op"]]);
    expect(shape("Op").kind).toBe("operation");
    expect(findMember(shape("In"), "m")!.target).toBe("com.amazonaws.myservice#OpShape");
    expect(locate("com.amazonaws.myservice#OpShape")?.pointer).toBe("/shapes/Op");
  });
});

describe("inputs and outputs", () => {
  const structure = { type: "structure", members: {} };

  it("have @input and @output where one operation alone uses them, in one way", () => {
    const { traits } = read({
      operations: {
        A: { input: ref("Own"), output: ref("Result") },
        B: { input: ref("Shared"), output: ref("Nested") },
        C: { input: ref("Shared"), output: ref("Both") },
        D: { input: ref("Both") },
      },
      shapes: {
        Own: structure,
        Shared: structure,
        Both: structure,
        Nested: structure,
        Result: { type: "structure", members: { m: ref("Nested") } },
      },
    });
    expect(traits("Own")).toEqual({ "smithy.api#input": {} });
    expect(traits("Result")).toEqual({ "smithy.api#output": {} });
    for (const name of ["Shared", "Both", "Nested"]) expect(traits(name)).toEqual({});
  });
});

describe("shapes", () => {
  it.each<[object, Partial<Shape>]>([
    [{ type: "string" }, { kind: "string", traits: {} }],
    [{ type: "byte" }, { kind: "byte" }],
    [{ type: "bigdecimal" }, { kind: "bigDecimal" }],
    [{ type: "string", min: 0, max: 5 }, { traits: { "smithy.api#length": { min: 0, max: 5 } } }],
    [{ type: "string", max: 5 }, { traits: { "smithy.api#length": { max: 5 } } }],
    [{ type: "integer", min: 1 }, { traits: { "smithy.api#range": { min: 1 } } }],
    [{ type: "boolean", min: 1 }, { traits: { "shapelog.botocore#min": 1 } }],
    [{ type: "string", min: "1" }, { traits: { "shapelog.botocore#min": "1" } }],
    [{ type: "integer", box: true }, { traits: { "shapelog.botocore#box": true } }],
    [
      { type: "timestamp", timestampFormat: "unixTimestamp" },
      { traits: { "smithy.api#timestampFormat": "epoch-seconds" } },
    ],
    [
      { type: "structure", members: {}, document: true },
      { kind: "document", traits: {} },
    ],
    [
      { type: "structure", members: { m: ref("S") }, union: true },
      { kind: "union", traits: {} },
    ],
    [
      { type: "structure", members: { m: ref("S") }, eventstream: true },
      { kind: "union", traits: { "smithy.api#streaming": {} } },
    ],
    [
      { type: "list", member: ref("S"), sparse: true, sensitive: true },
      { kind: "list", traits: { "smithy.api#sparse": {}, "smithy.api#sensitive": {} } },
    ],
    [
      { type: "blob", streaming: true, requiresLength: true },
      { traits: { "smithy.api#streaming": {}, "smithy.api#requiresLength": {} } },
    ],
    [
      { type: "structure", members: {}, sensitive: false },
      { traits: { "shapelog.botocore#sensitive": false } },
    ],
  ])("%j reads as %j", (raw, expected) => expect(readShape(raw)).toMatchObject(expected));

  it.each([
    ["[a-z]+", "^[a-z]+$"],
    ["^[a-z]+", "^[a-z]+$"],
    ["cost\\$", "^cost\\$$"],
    ["a|b", "^(?:a|b)$"],
  ])("with the pattern %j have %j, since botocore's patterns are for whole strings", (pattern, expected) => {
    expect(readShape({ type: "string", pattern }).traits).toEqual({ "smithy.api#pattern": expected });
  });

  it.each<[object, object]>([
    [{ exception: true }, { "smithy.api#error": "client" }],
    [{ exception: true, fault: true }, { "smithy.api#error": "server" }],
    [
      { exception: true, error: { httpStatusCode: 404 } },
      { "smithy.api#error": "client", "smithy.api#httpError": 404 },
    ],
    [
      {
        exception: true,
        error: { httpStatusCode: 500, code: "Oops", senderFault: false },
        retryable: { throttling: false },
      },
      {
        "smithy.api#error": "server",
        "smithy.api#httpError": 500,
        "aws.protocols#awsQueryError": { code: "Oops", httpResponseCode: 500 },
        "smithy.api#retryable": {},
      },
    ],
    [
      { exception: true, error: { code: "Oops" }, retryable: { throttling: true } },
      {
        "smithy.api#error": "client",
        "smithy.api#retryable": { throttling: true },
        "shapelog.botocore#error": { code: "Oops" },
      },
    ],
  ])("that are errors, %j, have %j", (raw, expected) => {
    expect(readShape({ type: "structure", members: {}, ...raw }).traits).toEqual(expected);
  });

  it("have limits that are written as text, and keep how they are written", () => {
    expect(readShape({ type: "blob", max: "131072" }).traits).toEqual({
      "smithy.api#length": { max: 131072 },
      "shapelog.botocore#max": "131072",
    });
    expect(readShape({ type: "integer", min: "1", max: "x" }).traits).toEqual({
      "shapelog.botocore#min": "1",
      "shapelog.botocore#max": "x",
    });
  });

  it("of old and unknown types are read and reported", () => {
    const { codes, shape } = read({
      shapes: { A: { type: "character" }, B: { type: "quantum" }, C: { type: "constructor" } },
    });
    expect(codes).toEqual([
      ["botocore/old-type", "/shapes/A/type"],
      ["botocore/unknown-type", "/shapes/B/type"],
      ["botocore/unknown-type", "/shapes/C/type"],
    ]);
    expect([shape("A").kind, shape("B").kind]).toEqual(["string", "document"]);
  });
});

describe("enums", () => {
  const members = (...values: unknown[]) => {
    const { shape, codes } = read({ shapes: { E: { type: "string", enum: values } } });
    const read_ = shape("E");
    return {
      codes,
      kind: read_.kind,
      members: "members" in read_ ? read_.members.map((m) => [m.name, m.traits["smithy.api#enumValue"]]) : [],
    };
  };

  it.each([
    ["Pass", "Pass"],
    ["t2.micro", "t2_micro"],
    ["s3:ObjectCreated:*", "s3_ObjectCreated_"],
    ["1 day", "_1_day"],
    ["", "EMPTY"],
    ["*", "U_2A"],
    ["日本", "U_65E5_672C"],
    ["__proto__", "__proto__"],
    ["../../x", "_x"],
    ["*/ alert(1)", "_alert_1_"],
  ])("name %j %s", (value, name) => expect(members(value).members).toEqual([[name, value]]));

  it("lose no value to another's name", () => {
    expect(members("a.b", "a-b", "a_b", "a_b_2").members).toEqual([
      ["a_b", "a.b"],
      ["a_b_2", "a-b"],
      ["a_b_3", "a_b"],
      ["a_b_2_2", "a_b_2"],
    ]);
  });

  it("report a value listed twice and keep it once", () => {
    expect(members("a", "b", "a")).toEqual({
      codes: [["botocore/duplicate-enum-value", "/shapes/E/enum/2"]],
      kind: "enum",
      members: [
        ["a", "a"],
        ["b", "b"],
      ],
    });
  });

  it("without values are strings that keep the list", () => {
    expect(readShape({ type: "string", enum: [] })).toMatchObject({
      kind: "string",
      traits: { "shapelog.botocore#enum": [] },
    });
  });

  it("give every value a name of its own that is an identifier", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary" }), { minLength: 1 }), (values) => {
        const result = members(...values).members;
        expect(result.map(([, value]) => value)).toEqual(values);
        expect(new Set(result.map(([name]) => name)).size).toBe(values.length);
        for (const [name] of result) expect(name).toMatch(/^(?:[A-Za-z]|_+[A-Za-z0-9])\w*$/);
      }),
    );
  });
});

describe("members", () => {
  it.each<[string, object, object]>([
    ["rest-json", { location: "header", locationName: "X-A" }, { "smithy.api#httpHeader": "X-A" }],
    ["rest-json", { location: "headers", locationName: "x-" }, { "smithy.api#httpPrefixHeaders": "x-" }],
    ["rest-json", { location: "querystring", locationName: "q" }, { "smithy.api#httpQuery": "q" }],
    ["rest-json", { location: "uri", locationName: "m" }, { "smithy.api#httpLabel": {} }],
    ["rest-json", { location: "statusCode" }, { "smithy.api#httpResponseCode": {} }],
    ["json", { location: "header" }, { "shapelog.botocore#location": "header" }],
    ["rest-json", { location: "moon" }, { "shapelog.botocore#location": "moon" }],
    ["rest-json", { locationName: "wire" }, { "smithy.api#jsonName": "wire" }],
    ["rest-json", { locationName: "m" }, { "smithy.api#jsonName": "m" }],
    ["rest-xml", { locationName: "wire" }, { "smithy.api#xmlName": "wire" }],
    [
      "ec2",
      { locationName: "wire", queryName: "Q" },
      { "smithy.api#xmlName": "wire", "aws.protocols#ec2QueryName": "Q" },
    ],
    ["query", { flattened: true }, { "smithy.api#xmlFlattened": {} }],
    ["rest-xml", { xmlAttribute: true }, { "smithy.api#xmlAttribute": {} }],
    [
      "rest-xml",
      { xmlNamespace: { prefix: "p", uri: "u" } },
      { "smithy.api#xmlNamespace": { prefix: "p", uri: "u" } },
    ],
    ["json", { idempotencyToken: true }, { "smithy.api#idempotencyToken": {} }],
    ["json", { hostLabel: true }, { "smithy.api#hostLabel": {} }],
    ["json", { eventpayload: true }, { "smithy.api#eventPayload": {} }],
    ["json", { contextParam: { name: "A" } }, { "smithy.rules#contextParam": { name: "A" } }],
    ["json", { max: 3, pattern: "a" }, { "smithy.api#length": { max: 3 }, "smithy.api#pattern": "^a$" }],
    [
      "json",
      { documentation: "Text.", box: true },
      { "smithy.api#documentation": "Text.", "shapelog.botocore#box": true },
    ],
  ])("in %s with %j have %j", (protocol, member, expected) => {
    expect(memberTraits(member, protocol)).toEqual(expected);
  });

  it("are required, or the payload, where the structure says so", () => {
    const shape = readShape({
      type: "structure",
      required: ["a", "gone"],
      payload: "b",
      members: { a: ref("S"), b: ref("S") },
    });
    expect(findMember(shape, "a")!.traits).toEqual({ "smithy.api#required": {} });
    expect(findMember(shape, "b")!.traits).toEqual({ "smithy.api#httpPayload": {} });
    expect(shape.traits).toEqual({ "shapelog.botocore#required": ["gone"] });
  });

  it("that target a map in the query string take all parameters", () => {
    const map = { type: "map", key: ref("T2"), value: ref("T2") };
    expect(memberTraits({ location: "querystring" }, "rest-json", map)).toEqual({
      "smithy.api#httpQueryParams": {},
    });
  });

  it("say what the flattened lists they target say", () => {
    const list = (locationName?: string) => ({
      type: "list",
      member: { shape: "T", ...(locationName ? { locationName } : {}) },
      flattened: true,
    });
    expect(memberTraits({}, "query", list())).toEqual({ "smithy.api#xmlFlattened": {} });
    expect(memberTraits({ locationName: "A" }, "query", list())).toEqual({
      "smithy.api#xmlFlattened": {},
      "smithy.api#xmlName": "A",
    });
    expect(memberTraits({ locationName: "A" }, "query", list("B"))).toEqual({
      "smithy.api#xmlFlattened": {},
      "smithy.api#xmlName": "B",
      "shapelog.botocore#locationName": "A",
    });
  });

  it("marked jsonvalue target a string that holds JSON, and leave the shape to others", () => {
    const { shape } = read({
      shapes: {
        S: { type: "string", max: 9 },
        A: { type: "structure", members: { json: { shape: "S", jsonvalue: true }, plain: ref("S") } },
      },
    });
    expect(findMember(shape("A"), "json")!.target).toBe("com.amazonaws.myservice#SynthesizedJsonS");
    expect(findMember(shape("A"), "plain")!.target).toBe("com.amazonaws.myservice#S");
    expect(shape("SynthesizedJsonS").traits).toEqual({
      "smithy.api#length": { max: 9 },
      "smithy.api#mediaType": "application/json",
    });
  });

  it("marked streaming make their blob streaming, or a variant of it where others do not stream", () => {
    const shapes = (plain: object) => ({
      B: { type: "blob" },
      A: { type: "structure", members: { body: { shape: "B", streaming: true }, ...plain } },
    });
    const alone = read({ shapes: shapes({}) });
    expect(alone.traits("B")).toEqual({ "smithy.api#streaming": {} });
    const shared = read({ shapes: shapes({ other: ref("B") }) });
    expect(shared.traits("B")).toEqual({});
    expect(shared.traits("StreamingB")).toEqual({ "smithy.api#streaming": {} });
    expect(findMember(shared.shape("A"), "body")!.target).toBe("com.amazonaws.myservice#StreamingB");
  });

  it("and inputs give their XML namespace to the service, where they agree", () => {
    const xmlNamespace = { uri: "http://x/" };
    const file = (uri: string) => ({
      metadata: { protocol: "rest-xml" },
      operations: { Op: { input: { shape: "In", locationName: "In", xmlNamespace } } },
      shapes: {
        ...STRING,
        In: { type: "structure", payload: "m", members: { m: { shape: "S", xmlNamespace: { uri } } } },
      },
    });
    const same = read(file("http://x/"));
    expect(same.traits("MyService")).toMatchObject({ "smithy.api#xmlNamespace": xmlNamespace });
    expect(same.traits("Op")).toEqual({});
    expect(findMember(same.shape("In"), "m")!.traits).toEqual({ "smithy.api#httpPayload": {} });
    const other = read(file("http://y/"));
    expect(other.traits("MyService")).not.toHaveProperty(["smithy.api#xmlNamespace"]);
    expect(other.traits("Op")).toEqual({
      "shapelog.botocore#input": { xmlNamespace },
    });
  });
});

describe("paginators", () => {
  const paginate = (paginator: unknown) => {
    const paginators = {
      file: "paginators-1.json",
      text: JSON.stringify({ pagination: { Op: paginator, Gone: {} } }),
    };
    return read({ operations: { Op: {} } }, { paginators });
  };

  it("with single tokens are @paginated", () => {
    const { traits, codes } = paginate({
      input_token: "NextToken",
      output_token: "Page.NextToken",
      limit_key: "MaxResults",
      result_key: "Items",
    });
    expect(traits("Op")).toEqual({
      "smithy.api#paginated": {
        inputToken: "NextToken",
        outputToken: "Page.NextToken",
        items: "Items",
        pageSize: "MaxResults",
      },
    });
    expect(codes).toEqual([["botocore/unknown-operation", "/pagination/Gone"]]);
  });

  it("keep what @paginated cannot say", () => {
    expect(
      paginate({ input_token: "A", output_token: "A", result_key: ["B", "C"], more_results: "More" }).traits(
        "Op",
      ),
    ).toEqual({
      "smithy.api#paginated": { inputToken: "A", outputToken: "A" },
      "shapelog.botocore#paginator": { more_results: "More", result_key: ["B", "C"] },
    });
    const several = { input_token: ["A", "B"], output_token: ["C", "D"] };
    expect(paginate(several).traits("Op")).toEqual({ "shapelog.botocore#paginator": several });
    const expression = { input_token: "A", output_token: "B || C" };
    expect(paginate(expression).traits("Op")).toEqual({ "shapelog.botocore#paginator": expression });
  });

  it("that are not JSON are reported in their own file", () => {
    const paginators = { file: "paginators-1.json", text: "{" };
    const { diagnostics } = read({}, { paginators });
    expect(diagnostics).toMatchObject([{ code: "json/syntax", location: { file: "paginators-1.json" } }]);
  });
});

describe("what is wrong is reported at its pointer, and reading goes on", () => {
  it.each<[File, string, string]>([
    [{ shapes: { A: 1 } }, "botocore/wrong-json-type", "/shapes/A"],
    [{ shapes: [] }, "botocore/wrong-json-type", "/shapes"],
    [{ operations: null }, "botocore/wrong-json-type", "/operations"],
    [{ operations: { Op: [] } }, "botocore/wrong-json-type", "/operations/Op"],
    [{ operations: { Op: { errors: {} } } }, "botocore/wrong-json-type", "/operations/Op/errors"],
    [{ operations: { Op: { input: {} } } }, "botocore/missing-field", "/operations/Op/input"],
    [{ operations: { "../x": {} } }, "botocore/malformed-name", "/operations/..~1x"],
    [{ shapes: { "a b": { type: "string" } } }, "botocore/malformed-name", "/shapes/a b"],
    [{ shapes: { A: { type: "structure", members: [] } } }, "botocore/wrong-json-type", "/shapes/A/members"],
    [
      { shapes: { A: { type: "structure", members: { m: {} } } } },
      "botocore/missing-field",
      "/shapes/A/members/m",
    ],
    [
      { shapes: { A: { type: "structure", members: { "1": {} } } } },
      "botocore/malformed-name",
      "/shapes/A/members/1",
    ],
    [{ shapes: { A: { type: "list" } } }, "botocore/missing-field", "/shapes/A"],
    [{ shapes: { A: { type: "list", member: ref("Gone") } } }, "model/unresolved-target", "/shapes/A/member"],
    [{ operations: { Op: { output: ref("Gone") } } }, "model/unresolved-target", "/operations/Op"],
    [
      { shapes: { A: { type: "structure", members: { m: ref("__proto__") } } } },
      "model/unresolved-target",
      "/shapes/A/members/m",
    ],
    [
      { shapes: { A: { type: "structure", members: {}, required: ["x"] } } },
      "botocore/unknown-required-member",
      "/shapes/A/required",
    ],
  ])("%j", (file, code, pointer) => {
    const { codes, shape } = read(file);
    expect(codes).toEqual([[code, pointer]]);
    expect(shape("MyService").kind).toBe("service");
  });

  it.each([
    ["[]", "botocore/not-a-model"],
    ['{"smithy": "2.0"}', "botocore/not-a-model"],
    ["", "json/syntax"],
    ['{"metadata": {', "json/syntax"],
  ])("%j is no model", (text, code) => expect(read(text).diagnostics.map((d) => d.code)).toEqual([code]));

  it("keeps names and keys that belong to Object.prototype", () => {
    const { shape, diagnostics } = read(`{
      "metadata": {"serviceId": "My Service", "protocol": "json", "endpointPrefix": "my"},
      "operations": {},
      "shapes": {
        "constructor": {"type": "string", "__proto__": {"polluted": true}},
        "__proto__": {"type": "structure", "members": {"__proto__": {"shape": "constructor"}}}
      }
    }`);
    expect(diagnostics).toEqual([]);
    expect(findMember(shape("__proto__"), "__proto__")!.target).toBe("com.amazonaws.myservice#constructor");
    expect(shape("constructor").traits).toEqual({ "shapelog.botocore#__proto__": { polluted: true } });
    expect("polluted" in {}).toBe(false);
  });

  it("throws nothing, whatever stands where", () => {
    const keys = fc.constantFrom(
      "metadata",
      "operations",
      "shapes",
      "type",
      "members",
      "member",
      "key",
      "value",
      "shape",
      "enum",
      "required",
      "error",
      "exception",
      "input",
      "output",
      "errors",
      "http",
      "protocol",
      "protocols",
      "auth",
      "serviceId",
      "xmlNamespace",
      "locationName",
      "location",
      "flattened",
      "min",
      "max",
      "pattern",
      "payload",
      "streaming",
      "jsonvalue",
      "authtype",
      "A",
      "__proto__",
      "targetPrefix",
      "deprecated",
      "endpointdiscovery",
      "documentation",
    );
    const values = fc.constantFrom<unknown>(
      "structure",
      "string",
      "list",
      "map",
      "blob",
      "A",
      "rest-xml",
      "json",
      "uri",
      true,
      false,
      null,
      1,
      "",
      "é*",
    );
    const node = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        values,
        fc.dictionary(keys, tie("node"), { maxKeys: 5 }),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    })).node;
    const section = fc.dictionary(fc.constantFrom("A", "B", "C"), fc.dictionary(keys, node));
    const file = fc.record({ metadata: fc.dictionary(keys, node), operations: section, shapes: section });
    fc.assert(
      fc.property(fc.oneof(file, node), (value) => {
        const text = JSON.stringify(value);
        const paginators = { file: "p", text };
        expect(readBotocore({ file: "a", text }, { paginators }).diagnostics).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });
});

describe("isBotocore", () => {
  it.each<[unknown, boolean]>([
    [{ metadata: {}, operations: {}, shapes: {} }, true],
    [{ metadata: { protocol: "json" }, shapes: {} }, true],
    [{ smithy: "2.0", metadata: {}, shapes: {} }, false],
    [{ pagination: {} }, false],
    [[], false],
    [null, false],
  ])("of %j is %s", (value, expected) => expect(isBotocore(value)).toBe(expected));
});

describe("locate", () => {
  it("gives pointers into the file", () => {
    const { locate } = read({
      operations: { Op: {} },
      shapes: {
        ...STRING,
        E: { type: "string", enum: ["a", "b.c"] },
        L: { type: "list", member: ref("S") },
        A: { type: "structure", members: { m: ref("S") } },
      },
    });
    const pointer = (name: string) => locate(`com.amazonaws.myservice#${name}`)?.pointer;
    expect(pointer("MyService")).toBe("/metadata");
    expect(pointer("Op")).toBe("/operations/Op");
    expect(pointer("A$m")).toBe("/shapes/A/members/m");
    expect(pointer("L$member")).toBe("/shapes/L/member");
    expect(pointer("E$b_c")).toBe("/shapes/E/enum/1");
    for (const name of ["Gone", "A$gone", "S$m"]) expect(pointer(name)).toBeUndefined();
  });
});
