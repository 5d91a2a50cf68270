import { describe, expect, it } from "vitest";
import { createParser, type ParseSettings } from "./parse-value.js";
import type { Read } from "./result.js";

const NS = "example";
const TREE: readonly unknown[] = [
  3,
  NS,
  "Tree",
  0,
  [
    "at",
    "day",
    "http",
    "photo",
    "size",
    "small",
    "tags",
    "leaves",
    "sparse",
    "place",
    "any",
    "constructor",
    "__proto__",
    "live",
    "due",
    "count",
    "price",
  ],
  [
    4,
    5,
    6,
    21,
    1,
    1,
    128 | 4,
    [1, NS, "Trees", 0, () => TREE],
    [1, NS, "Gaps", { sparse: 1 }, 4],
    [4, NS, "Place", 0, ["city", "when"], [0, [4, { jsonName: "w" }]]],
    15,
    4,
    4,
    42,
    [64 | 4, { httpHeader: "x-due" }],
    17,
    19,
  ],
];

const AWS_JSON: ParseSettings = { jsonName: false, bindsHttp: false, time: 7 };
const REST_JSON: ParseSettings = { jsonName: true, bindsHttp: true, time: 7 };

const read = (value: unknown): Read<unknown> => ({ ok: true, value: Object(value), drift: [] });

function parse(value: unknown, settings = AWS_JSON): unknown {
  const result = createParser<object>(read, TREE, settings)(value);
  return result.ok ? result.value : result;
}

describe("a parsed value", () => {
  it.each<[string, object, object]>([
    ["has big integers", { count: 2 ** 60 }, { count: 2n ** 60n }],
    ["has decimals by their digits", { price: 1.5 }, { price: { string: "1.5", type: "bigDecimal" } }],
    [
      "has times",
      { at: 1.5, day: "2022-08-18T01:02:03.4Z", http: "Thu, 18 Aug 2022 00:00:00 GMT" },
      { at: new Date(1500), day: new Date("2022-08-18T01:02:03.400Z"), http: new Date("2022-08-18") },
    ],
    ["has bytes", { photo: "aGk/" }, { photo: new TextEncoder().encode("hi?") }],
    [
      "has numbers that JSON does not have",
      { size: "-Infinity", small: "NaN" },
      { size: Number.NEGATIVE_INFINITY, small: Number.NaN },
    ],
    [
      "has maps, lists and what holds itself",
      { tags: { a: 1 }, leaves: [{ at: 0 }] },
      { tags: { a: new Date(1000) }, leaves: [{ at: new Date(0) }] },
    ],
    ["keeps the gaps of lists", { sparse: [null, 1] }, { sparse: [null, new Date(1000)] }],
    ["has no members that the model does not know", { shoe: 1, __type: "Tree", at: 0 }, { at: new Date(0) }],
    ["has the member of a union", { place: { __type: "Place", when: 0 } }, { place: { when: new Date(0) } }],
    [
      "calls a member that the model does not know",
      { place: { __type: "Place", star: { a: 1 } } },
      { place: { $unknown: ["star", { a: 1 }] } },
    ],
    ["takes nothing that objects have by themselves for members", {}, {}],
  ])("%s", (_what, value, expected) => {
    expect(parse(value)).toStrictEqual(expected);
  });

  it("has members that are called like what objects have by themselves", () => {
    const value: unknown = parse(JSON.parse('{"__proto__":0,"constructor":1}'));
    expect(Object.entries(Object(value))).toEqual([
      ["constructor", new Date(1000)],
      ["__proto__", new Date(0)],
    ]);
  });

  it("shares documents and streams, and changes nothing", () => {
    const value = Object.freeze({ any: Object.freeze({ at: 1 }), live: {} });
    expect(Reflect.get(Object(parse(value)), "any")).toBe(value.any);
    expect(Reflect.get(Object(parse(value)), "live")).toBe(value.live);
  });

  it("goes by the protocol's names and formats", () => {
    const value = { place: { w: 1 }, due: ["Thu, 18 Aug 2022 00:00:00 GMT"], at: 0 };
    expect(parse(value, REST_JSON)).toStrictEqual({
      place: { when: new Date(1000) },
      due: [new Date("2022-08-18")],
      at: new Date(0),
    });
    expect(parse({ at: "2022-08-18T00:00:00Z" }, { ...AWS_JSON, time: 5 })).toStrictEqual({
      at: new Date("2022-08-18"),
    });
  });
});

it("hands on what is wrong, and what drifts", () => {
  const invalid = {
    ok: false,
    errors: [{ path: "", keys: [], keyword: "type", message: "m", expected: "e", actual: "a" }],
  } as const;
  expect(createParser(() => invalid, TREE, AWS_JSON)({})).toBe(invalid);
  const drift = [{ path: "at", kind: "unknown-member", value: "x", known: [] }] as const;
  expect(createParser(() => ({ ok: true, value: {}, drift }), TREE, AWS_JSON)({})).toMatchObject({ drift });
});
