import { Readable } from "node:stream";
import { createModel, requireNumber } from "@shapelog/model";
import { beforeAll, describe, expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { load, member, operation, service, shape, simple } from "./build-service.js";
import { loadValidators, type Validators } from "./load-validators.js";

/** What `NumericValue` and `LazyJsonString` of @smithy/core/serde make. */
const decimal = (string: string) => ({ string, type: "bigDecimal" });
const lazyJson = (text: string) =>
  Object.assign(new String(text), { deserializeJSON: () => JSON.parse(text), toJSON: () => text });

const messageOf = (validators: Validators, value: unknown) => {
  const result = validators.validate("Input", value);
  return result.ok ? undefined : result.errors[0].message;
};

describe("numbers of any size", () => {
  const shapes = [
    shape("structure", "Input", [member("whole", "Whole"), member("exact", "Exact"), member("long", "Long")]),
    simple("bigInteger", "Whole", { range: { min: -5, max: requireNumber("9007199254740993") } }),
    simple("bigDecimal", "Exact", { range: { min: requireNumber("0.10000000000000000001"), max: 1e6 } }),
  ];
  let sdk: Validators;
  let wire: Validators;

  beforeAll(async () => {
    ({ sdk, wire } = await load(shapes));
  });

  it.each([
    { whole: -5n },
    { whole: 9_007_199_254_740_993n },
    { whole: 12 },
    { exact: decimal("0.10000000000000000001") },
    { exact: decimal("1e6") },
    { exact: decimal("1000000.000") },
    { exact: 2.5 },
    { long: 2 ** 52 },
  ])("are taken as programs hold them: %o", (value) => {
    expect(sdk.validate("Input", value)).toEqual({ ok: true, value });
    expect(sdk.read("Input", value)).toEqual({ ok: true, value, drift: [] });
  });

  it.each([
    [{ whole: -6n }, "whole: expected -5 to 9007199254740993, got -6"],
    [{ whole: 9_007_199_254_740_994n }, "whole: expected -5 to 9007199254740993, got 9007199254740994"],
    [
      { whole: 2 ** 60 },
      "whole: expected a bigint, or an integer that a number holds exactly (up to 2^53 - 1), got a number",
    ],
    [
      { whole: 1.5 },
      "whole: expected a bigint, or an integer that a number holds exactly (up to 2^53 - 1), got a number with a fraction",
    ],
    [
      { whole: "1" },
      "whole: expected a bigint, or an integer that a number holds exactly (up to 2^53 - 1), got a string",
    ],
    [{ exact: decimal("0.1") }, "exact: expected 0.10000000000000000001 to 1000000, got 0.1"],
    [
      { exact: decimal("1000000.00000000000000000000000001") },
      "exact: expected 0.10000000000000000001 to 1000000, got 1000000.00000000000000000000000001",
    ],
    [{ exact: decimal("01") }, "exact: expected a NumericValue or a finite number, got an object"],
    [{ exact: { string: "1" } }, "exact: expected a NumericValue or a finite number, got an object"],
    [{ exact: Number.NaN }, "exact: expected a NumericValue or a finite number, got NaN"],
    [{ exact: "1.5" }, "exact: expected a NumericValue or a finite number, got a string"],
    [{ exact: 5n }, "exact: expected a NumericValue or a finite number, got a bigint"],
    [{ long: 1n }, "long: expected an integer that a number holds exactly (up to 2^53 - 1), got a bigint"],
  ])("are refused otherwise: %o", (value, message) => {
    expect(messageOf(sdk, value)).toBe(message);
    expect(sdk.read("Input", value).ok).toBe(false);
  });

  it("are numbers in JSON", () => {
    expect(wire.is("Input", { whole: 12, exact: 2.5 })).toBe(true);
    expect(wire.is("Input", { whole: 12n })).toBe(false);
    expect(wire.is("Input", { exact: decimal("2.5") })).toBe(false);
  });

  it.each(["aws.protocols#restXml", "aws.protocols#awsQuery", "aws.protocols#ec2Query"])(
    "may be text where the protocol sends text: %s",
    async (protocol) => {
      const texts = await load(shapes, { [protocol]: {} });
      expect(texts.sdk.is("Input", { exact: "1.50" })).toBe(true);
      expect(texts.sdk.is("Input", { exact: "a" })).toBe(false);
      expect(texts.sdk.is("Input", { exact: "0.01" })).toBe(false);
    },
  );
});

describe("texts that are JSON", () => {
  const shapes = [
    shape("structure", "Input", [
      member("json", "Json"),
      member("texts", "Texts"),
      member("plain", "String"),
    ]),
    simple("string", "Json", { mediaType: "application/json", length: { max: 4 }, pattern: "^[^x]*$" }),
    shape("list", "Texts", [member("member", "Geo")], { uniqueItems: {} }),
    simple("string", "Geo", { mediaType: "application/geo+json" }),
  ];

  it("are strings, or what clients return in their place, with the same limits", async () => {
    const { sdk } = await load(shapes);
    expect(sdk.is("Input", { json: "[1]", texts: ["1", lazyJson("2")] })).toBe(true);
    expect(sdk.is("Input", { json: lazyJson("[1]") })).toBe(true);
    expect(messageOf(sdk, { json: lazyJson("[1,2]") })).toBe("json: expected at most 4 characters, got 5");
    expect(messageOf(sdk, { json: lazyJson("[x]") })).toBe(
      'json: expected text that matches /^[^x]*$/u, got "[x]"',
    );
    expect(messageOf(sdk, { json: { a: 1 } })).toBe(
      "json: expected a string or a LazyJsonString, got an object",
    );
    expect(messageOf(sdk, { texts: [lazyJson("2"), lazyJson("2")] })).toContain("an item twice");
  });

  it("are strings in JSON, and other texts are strings alone", async () => {
    const { sdk, wire } = await load(shapes);
    expect(wire.is("Input", { json: lazyJson("[1]") })).toBe(false);
    expect(sdk.is("Input", { plain: lazyJson("[1]") })).toBe(false);
  });
});

describe("maps", () => {
  it("have no entry where a value is undefined", async () => {
    const { sdk } = await load([
      shape("structure", "Input", [member("tags", "Tags")]),
      shape("map", "Tags", [member("key", "Key"), member("value", "String")], { length: { min: 1, max: 2 } }),
      simple("string", "Key", { length: { max: 1 } }),
    ]);
    expect(sdk.is("Input", { tags: { a: "1", b: "2", long: undefined } })).toBe(true);
    expect(messageOf(sdk, { tags: { a: undefined } })).toBe("tags: expected 1 to 2 entries, got 0");
  });
});

describe("unions", () => {
  it("tell what clients return for a member that the model does not have by its name", async () => {
    const { sdk } = await load([
      shape("structure", "Input", [member("place", "Place")]),
      shape("union", "Place", [member("city", "String")]),
    ]);
    const value = { place: { $unknown: ["star", { far: true }] } };
    const drift = [{ path: "place.star", kind: "unknown-member", value: "star", known: ["city"] }];
    expect(sdk.read("Input", value)).toEqual({ ok: true, value, drift });
    expect(sdk.is("Input", value)).toBe(false);
  });
});

describe("streams", () => {
  const stream = () => Readable.from(["a"]);
  const events = async function* () {
    yield { storm: { name: "Ada" } };
  };
  const bound = service("Service", ["Put", "Look"], { "aws.protocols#restJson1": {} });
  const model = createModel([
    bound,
    operation("Put", { input: "Input", output: "Output" }),
    operation("Look", { input: "Framed", output: "Seen" }),
    shape("structure", "Input", [member("body", "Picture", { required: {} }), member("events", "Events")]),
    shape("structure", "Output", [member("body", "Picture")]),
    shape("structure", "Framed", [member("body", "Bytes", { httpPayload: {} }), member("icon", "Bytes")]),
    shape("structure", "Seen", [member("body", "Bytes", { httpPayload: {} }), member("events", "Events")]),
    simple("blob", "Picture", { streaming: {}, length: { max: 3 } }),
    simple("blob", "Bytes", { length: { min: 2 } }),
    shape("union", "Events", [member("storm", "Storm")], { streaming: {} }),
    shape("structure", "Storm", [member("name", "String")]),
  ]);
  let sdk: Validators;

  beforeAll(async () => {
    ({ sdk } = await loadValidators(emitValidators(model, { service: bound }).files));
  });

  const STREAMS = [
    ["a Readable", stream],
    ["a ReadableStream", () => new ReadableStream()],
    ["a Blob", () => new Blob(["ab"])],
  ] as const;

  it.each(STREAMS)("of bytes are taken and given as %s", (_name, make) => {
    expect(sdk.is("Input", { body: make() })).toBe(true);
    expect(sdk.is("Output", { body: make() })).toBe(true);
    expect(sdk.is("Framed", { body: make() })).toBe(true);
  });

  it("are never read", async () => {
    const [body, seen] = [stream(), events()];
    expect(sdk.is("Input", { body, events: seen })).toBe(true);
    expect(sdk.read("Input", { body, events: seen })).toMatchObject({ ok: true, drift: [] });
    expect(await body.toArray()).toEqual(["a"]);
    expect(await seen.next()).toMatchObject({ done: false });
  });

  it("may be text and bytes in what an operation takes, and only there", () => {
    const bytes = new Uint8Array(2);
    expect(["ab", bytes, Buffer.from("ab")].map((body) => sdk.is("Input", { body }))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["ab", bytes].map((body) => sdk.is("Output", { body }))).toEqual([false, false]);
    expect(sdk.is("Input", { body: new ArrayBuffer(2) })).toBe(false);
    expect(sdk.is("Input", { body: new Date() })).toBe(false);
  });

  it("and bodies of bytes may be text and any view of memory in what an operation takes, and only there", () => {
    const views = [
      "{}",
      new Uint8Array(2),
      new ArrayBuffer(2),
      new DataView(new ArrayBuffer(2)),
      new Int16Array(1),
    ];
    expect(views.map((body) => sdk.is("Framed", { body }))).toEqual(views.map(() => true));
    expect(views.map((body) => sdk.is("Seen", { body }))).toEqual([false, true, false, false, false]);
    expect(views.map((icon) => sdk.is("Framed", { icon }))).toEqual([false, true, false, false, false]);
    expect(sdk.is("Framed", { body: {} })).toBe(false);
  });

  it("have a length where it is known, in bytes", () => {
    expect(messageOf(sdk, { body: "éé" })).toBe("body: expected at most 3 bytes, got 4");
    expect(messageOf(sdk, { body: new Uint8Array(4) })).toBe("body: expected at most 3 bytes, got 4");
    expect(messageOf(sdk, { body: new Blob(["abcd"]) })).toBe("body: expected at most 3 bytes, got 4");
    const short = sdk.validate("Framed", { body: "abcd".slice(3) });
    expect(short).toMatchObject({
      ok: false,
      errors: [{ message: "body: expected at least 2 bytes, got 1" }],
    });
  });

  it("of events are what can be iterated", () => {
    expect(sdk.is("Seen", { events: events() })).toBe(true);
    expect(sdk.validate("Seen", { events: [{ storm: {} }] })).toMatchObject({
      ok: false,
      errors: [{ message: "events: expected an AsyncIterable of events, got a list" }],
    });
    expect(sdk.is("Events", { storm: { name: "Ada" } })).toBe(true);
  });
});
