import { emitJsonSchema } from "@shapelog/emit-openapi";
import { modelOf, serviceOf } from "@shapelog/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { loadValidators } from "./load-validators.js";

const CITY = `
use aws.protocols#restJson1
@restJson1 service Main { version: "1", operations: [PutCity, GetPicture, ListCities] }

@http(method: "PUT", uri: "/cities/{id}/{path+}")
operation PutCity { input: PutCityInput, output: PutCityOutput, errors: [Gone, Busy] }
structure PutCityInput {
  @required @httpLabel id: Small
  @required @httpLabel path: String
  @httpQuery("big") big: Long
  @httpQuery("part") part: Double
  @httpQuery("on") on: Boolean
  @httpQuery("level") level: Level
  @httpQuery("kind") kind: Kind
  @httpQuery("at") at: Timestamp
  @httpQuery("n") numbers: Numbers
  @httpQueryParams others: Lists
  @httpHeader("X-Since") since: Timestamp
  @httpHeader("X-Days") days: Days
  @httpHeader("X-Seconds") seconds: Seconds
  @httpHeader("X-Names") names: Names
  @httpHeader("X-Config") @jsonName("ignored") config: Config
  @required @httpHeader("X-Secret") secret: Secret
  @httpPrefixHeaders("X-Meta-") meta: Codes
  @required @jsonName("_name") name: String
  at2: Timestamp
}
structure PutCityOutput { @httpHeader("ETag") tag: Code, @httpPayload city: City }
structure City { name: String }
@error("client") structure Gone { message: String }
@error("server") structure Busy { @httpHeader("Retry-After") after: Integer, message: String }

@http(method: "GET", uri: "/picture")
operation GetPicture { output: Picture }
structure Picture { @httpPayload bytes: Blob }

@http(method: "GET", uri: "/cities")
operation ListCities { output: Cities }
structure Cities { names: Names }

@range(min: 1, max: 9) integer Small
intEnum Level {
  LOW = 1
  HIGH = 2
}
enum Kind {
  TOWN = "town"
  VILLAGE = "village"
}
@length(max: 2) @uniqueItems list Numbers { member: Small }
list Days { member: Timestamp }
@timestampFormat("epoch-seconds") timestamp Seconds
list Names { member: Code }
map Lists { key: String, value: Names }
map Codes { key: Code, value: Code }
@pattern("^[a-z, ]+$") string Code
@mediaType("application/json") @length(max: 4) string Config
@sensitive @length(min: 3) string Secret
`;

const model = modelOf(CITY);
const { files, diagnostics } = emitValidators(model, { service: serviceOf(model) });
const { wire } = await loadValidators(files);

/** What a schema of the package takes, in ajv as it comes. */
const schemas = emitJsonSchema(model, { service: serviceOf(model), layout: "files" }).files;
function schemaTakes(name: string, value: unknown): boolean {
  const file = schemas.find(({ path }) => path === `schema/${name}.json`);
  return new Ajv2020().compile(JSON.parse(file?.text ?? "null"))(value);
}

/** What is wrong with a value, a line each. */
function wrong(name: string, value: unknown): string[] {
  const result = wire.validate(name, value);
  return result.ok ? [] : result.errors.map(({ message }) => message);
}

const HEADERS = { "x-secret": "abc", host: "example.com" };

describe("requests", () => {
  it("are taken with their labels, their query and their headers as texts", () => {
    const params = {
      path: { id: "7", path: "a/b" },
      query: {
        big: "9223372036854775807",
        part: "-Infinity",
        on: "true",
        level: "2",
        kind: "town",
        at: "2022-08-18T00:00:00Z",
        n: ["1", "2"],
        further: "x",
        more: ["x", "y"],
      },
      headers: {
        ...HEADERS,
        "x-since": "Thu, 18 Aug 2022 00:00:00 GMT",
        "x-days": "Thu, 18 Aug 2022 00:00:00 GMT, Fri, 19 Aug 2022 00:00:00 GMT",
        "x-seconds": "1.5",
        "x-names": 'a, "b, c" , d',
        "x-config": "e30=",
        "x-meta-one": "a",
      },
    };
    expect(wrong("PutCityRequestParams", params)).toEqual([]);
    expect(schemaTakes("PutCityRequestParams", params)).toBe(true);
    expect(wrong("PutCityRequestBody", { _name: "a", at2: 1.5 })).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["Path", { id: "0", path: "a" }, "id: expected 1 to 9, got 0"],
    ["Path", { id: "1.0", path: "a" }, 'id: expected the text of an integer, got "1.0"'],
    ["Path", { id: 1, path: "a" }, "id: expected the text of an integer, got a number"],
    ["Path", { id: "1", path: "" }, "path: expected at least 1 character, got 0"],
    ["Path", { id: "1" }, "path: expected a value for this required member, got nothing"],
    ["Path", { id: "1", path: "a", x: "" }, 'x: expected a member of "id", "path", got an unknown member'],
    [
      "Query",
      { big: "9223372036854775808" },
      'big: expected the text of an integer of 64 bits, got "9223372036854775808"',
    ],
    [
      "Query",
      { part: "infinity" },
      'part: expected the text of a number, "NaN", "Infinity" or "-Infinity", got "infinity"',
    ],
    [
      "Query",
      { part: "0x1" },
      'part: expected the text of a number, "NaN", "Infinity" or "-Infinity", got "0x1"',
    ],
    ["Query", { on: "True" }, 'on: expected "true" or "false", got "True"'],
    ["Query", { level: "3" }, "level: expected one of 1, 2, got 3"],
    ["Query", { kind: "city" }, 'kind: expected one of "town", "village", got "city"'],
    ["Query", { kind: ["town", "town"] }, "kind: expected a string, got a list"],
    [
      "Query",
      { at: "1660780800" },
      'at: expected a time in UTC such as 2022-08-18T00:00:00Z, got "1660780800"',
    ],
    ["Query", { n: ["1", "10"] }, "n[1]: expected 1 to 9, got 10"],
    ["Query", { n: "x" }, 'n[0]: expected the text of an integer, got "x"'],
    ["Query", { n: ["1", "1"] }, "n: expected items that all differ, got an item twice"],
    ["Query", { n: ["1", "2", "3"] }, "n: expected at most 2 items, got 3"],
    ["Query", { further: "X" }, 'further[0]: expected text that matches /^[a-z, ]+$/u, got "X"'],
    [
      "Headers",
      { ...HEADERS, "x-since": "2022-08-18T00:00:00Z" },
      '["x-since"]: expected a time such as Thu, 18 Aug 2022 00:00:00 GMT, got "2022-08-18T00:00:00Z"',
    ],
    [
      "Headers",
      { ...HEADERS, "x-days": "Thu, 18 Aug 2022 00:00:00 GMT, Fri" },
      '["x-days"][1]: expected a time such as Thu, 18 Aug 2022 00:00:00 GMT, got "Fri"',
    ],
    [
      "Headers",
      { ...HEADERS, "x-seconds": "now" },
      '["x-seconds"]: expected the text of a number, got "now"',
    ],
    [
      "Headers",
      { ...HEADERS, "x-names": 'a, "b' },
      '["x-names"]: expected items with commas between, those with commas or quotes in double quotes, got "a, \\"b"',
    ],
    [
      "Headers",
      { ...HEADERS, "x-names": "a, B" },
      '["x-names"][1]: expected text that matches /^[a-z, ]+$/u, got "B"',
    ],
    ["Headers", { ...HEADERS, "x-config": "{}" }, '["x-config"]: expected base64 text, got "{}"'],
    ["Headers", { ...HEADERS, "x-config": "eyAgICB9" }, '["x-config"]: expected at most 4 characters, got 6'],
    [
      "Headers",
      { ...HEADERS, "x-meta-one": "A" },
      '["x-meta-one"]: expected text that matches /^[a-z, ]+$/u, got "A"',
    ],
    [
      "Headers",
      { ...HEADERS, "x-meta-One": "a" },
      '["x-meta-One"]: expected text that matches /^[a-z, ]+$/u, got "One"',
    ],
    [
      "Headers",
      { "x-secret": "ab" },
      '["x-secret"]: expected at least 3 characters, got a sensitive value that does not fit',
    ],
    [
      "Headers",
      { "X-Secret": "abc" },
      '["x-secret"]: expected a value for this required member, got nothing',
    ],
    ["Body", { _name: "a", id: 1 }, 'id: expected a member of "_name", "at2", got an unknown member'],
    [
      "Body",
      { _name: "a", at2: "2022-08-18T00:00:00Z" },
      "at2: expected seconds since 1970 as a number that a Date can hold",
    ],
  ])("have a %s that is refused: %j", (part, value, message) => {
    const [first = "", ...more] = wrong(`PutCityRequest${part}`, value);
    expect([first.slice(0, message.length), ...more]).toEqual([message]);
  });

  it("tell in their parameters where something is", () => {
    const params = { path: { id: "x", path: "a" }, query: {}, headers: HEADERS };
    expect(wrong("PutCityRequestParams", params)).toEqual([
      'path.id: expected the text of an integer, got "x"',
    ]);
  });

  it("may have values that a reader does not know", () => {
    const read = wire.read("PutCityRequestQuery", { kind: "city", level: "3" });
    expect(read.ok && read.drift.map(({ path, value }) => [path, value])).toEqual([
      ["level", 3],
      ["kind", "city"],
    ]);
  });
});

describe("schemas", () => {
  it.each([
    ["RequestPath", { id: "7", path: "a" }, { id: "x", path: "a" }],
    ["RequestPath", { id: "7", path: "a" }, { id: "7", path: "" }],
    ["RequestPath", { id: "7", path: "a" }, { id: "7" }],
    ["RequestQuery", { big: "-1" }, { big: "1.5" }],
    ["RequestQuery", { part: "1e3" }, { part: "one" }],
    ["RequestQuery", { part: "NaN" }, { part: 1 }],
    ["RequestQuery", { on: "false" }, { on: "no" }],
    ["RequestQuery", { level: "1" }, { level: "3" }],
    ["RequestQuery", { kind: "town" }, { kind: "city" }],
    ["RequestQuery", { n: "1" }, { n: "a" }],
    ["RequestQuery", { n: ["1", "2"] }, { n: ["1", "1"] }],
    ["RequestQuery", { further: ["a"] }, { further: "A" }],
    ["RequestHeaders", { "x-secret": "abc" }, { "x-secret": "ab" }],
    ["RequestHeaders", { "x-secret": "abc", "x-meta-a": "a" }, { "x-secret": "abc", "x-meta-a": "A" }],
    ["RequestBody", { _name: "a" }, { name: "a" }],
    ["ResponseBody", { name: "a" }, { name: 1 }],
    ["ResponseHeaders", { etag: "a" }, { etag: "A" }],
  ])("of a %s take %j and not %j, as the validators do", (part, right, other) => {
    const name = `PutCity${part}`;
    expect([schemaTakes(name, right), schemaTakes(name, other)]).toEqual([true, false]);
    expect([wire.is(name, right), wire.is(name, other)]).toEqual([true, false]);
  });

  it("of all pieces and shapes compile in ajv as it comes", () => {
    expect(schemas.length).toBeGreaterThan(20);
    for (const { text } of schemas) expect(() => new Ajv2020().compile(JSON.parse(text))).not.toThrow();
  });
});

describe("responses", () => {
  it("have the body that is sent, and headers", () => {
    expect(wrong("PutCityResponseBody", { name: "a" })).toEqual([]);
    expect(wrong("PutCityResponseBody", { city: { name: "a" } })).toHaveLength(1);
    expect(wrong("PutCityResponseHeaders", { etag: "a", date: "x" })).toEqual([]);
    expect(wrong("PutCityResponseHeaders", { etag: "A" })).toHaveLength(1);
    expect(wrong("ListCitiesResponseBody", { names: ["a"] })).toEqual([]);
    expect(wrong("ListCitiesResponseBody", { names: ["A"] })).toHaveLength(1);
  });

  it("of errors, too", () => {
    expect(wrong("GoneResponseBody", { message: "no" })).toEqual([]);
    expect(wrong("BusyResponseBody", { message: "no" })).toEqual([]);
    expect(wrong("BusyResponseBody", { message: "no", after: 1 })).toHaveLength(1);
    expect(wrong("BusyResponseHeaders", { "retry-after": "1" })).toEqual([]);
    expect(wrong("BusyResponseHeaders", { "retry-after": "soon" })).toHaveLength(1);
  });

  it("have no validator where they are sent as they are", () => {
    expect(() => wire.validate("GetPictureResponseBody", "")).toThrow("no function");
  });
});

const PROTOCOLS = `
use aws.protocols#restXml
use aws.protocols#awsQuery
use smithy.protocols#rpcv2Cbor
@PROTOCOL service Main { version: "1", operations: [Get] }
@http(method: "GET", uri: "/{id}")
operation Get { input: In, output: Out }
structure In { @required @httpLabel id: Kind, @httpQuery("n") number: Integer, text: String }
structure Out { @httpHeader("X-Kind") kind: Kind, text: String }
@enum([{ value: "a" }, { value: "b" }]) string Kind
`;

describe("where bodies are no JSON", () => {
  const emit = (protocol: string) => {
    const given = modelOf(`$version: "1.0"\nnamespace example\n${PROTOCOLS.replace("PROTOCOL", protocol)}`);
    return emitValidators(given, { service: serviceOf(given) }).files;
  };

  it("labels, query and headers of REST have validators, and nothing else of the wire has", async () => {
    const { wire: own, sdk } = await loadValidators(emit("restXml"));
    expect(own.is("GetRequestParams", { path: { id: "a" }, query: { n: "1" } })).toBe(true);
    expect(own.is("GetRequestParams", { path: { id: "c" }, query: { n: "1" } })).toBe(false);
    expect(own.is("GetResponseHeaders", { "x-kind": "b" })).toBe(true);
    expect(own.is("GetResponseHeaders", { "x-kind": "c" })).toBe(false);
    for (const name of ["Out", "GetResponseBody", "GetRequestBody"])
      expect(() => own.is(name, {}), name).toThrow("no function");
    expect(sdk.is("Out", { kind: "a", text: "t" })).toBe(true);
  });

  it.each(["awsQuery", "rpcv2Cbor"])("%s has no validators of the wire", (protocol) => {
    const paths = emit(protocol).map(({ path }) => path);
    expect(paths).toContain("src/validators-sdk.ts");
    expect(paths.filter((path) => /wire|validators\.ts|validators\/(?!sdk)/.test(path))).toEqual([]);
  });
});
