import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createRedactor } from "./redact-value.js";

const HIDDEN = "***SensitiveInformation***";
const NS = "example";

/** Schemas as generated packages have them; 8 is `@sensitive`. */
const SECRET = [0, NS, "Secret", 8, 0];
const SECRETS = [1, NS, "Secrets", 0, () => SECRET];
const BY_CARD = [2, NS, "ByCard", 0, [0, 8], 0];
const BY_NAME = [2, NS, "ByName", 0, 0, () => SECRET];
const PLACE: readonly unknown[] = [
  4,
  NS,
  "Place",
  0,
  ["city", "key", "inner"],
  [0, () => SECRET, () => USER],
];
const USER: readonly unknown[] = [
  3,
  NS,
  "User",
  0,
  [
    "name",
    "password",
    "token",
    "age",
    "cards",
    "pins",
    "words",
    "place",
    "tags",
    "friends",
    "born",
    "photo",
    "any",
    "live",
  ],
  [
    0,
    () => SECRET,
    [0, { sensitive: 1, jsonName: "tok" }],
    1,
    () => BY_CARD,
    () => BY_NAME,
    () => SECRETS,
    () => PLACE,
    128 | 0,
    [1, NS, "Friends", 0, () => USER],
    4,
    21,
    15,
    42,
  ],
];
const GONE = [-3, NS, "Gone", { error: "client" }, ["Message", "hint"], [[0, 8], 0]];

const redactUser = createRedactor<Record<string, unknown>>(USER);
const redactGone = createRedactor<Record<string, unknown>>(GONE);

describe("a redacted copy", () => {
  it.each<[string, object, object]>([
    [
      "keeps what is not sensitive",
      { name: "ann", age: 3, tags: { a: "b" } },
      { name: "ann", age: 3, tags: { a: "b" } },
    ],
    ["hides a member by its target", { password: "x" }, { password: HIDDEN }],
    ["hides a member by its own trait", { token: "x" }, { token: HIDDEN }],
    ["hides it under its name in JSON, too", { tok: "x" }, { tok: HIDDEN }],
    ["hides all of a map with sensitive keys", { cards: { "4111": "visa" } }, { cards: HIDDEN }],
    ["hides all of a map with sensitive values", { pins: { a: "1" } }, { pins: HIDDEN }],
    ["hides all of a list of what is sensitive", { words: ["a", "b"] }, { words: HIDDEN }],
    ["goes into unions", { place: { key: "x" } }, { place: { key: HIDDEN } }],
    [
      "goes into lists and what holds itself",
      { friends: [{ password: 1 }, null] },
      { friends: [{ password: HIDDEN }, null] },
    ],
    [
      "hides what the model does not know",
      { shoe: 42, place: { star: "x" } },
      { shoe: HIDDEN, place: { star: HIDDEN } },
    ],
    [
      "hides the member of a union that clients do not know",
      { place: { $unknown: ["star", 1] } },
      { place: { $unknown: HIDDEN } },
    ],
    [
      "hides what is of another type",
      { name: 1, age: "7 cards", tags: "x", friends: {}, place: [] },
      { name: HIDDEN, age: HIDDEN, tags: HIDDEN, friends: HIDDEN, place: HIDDEN },
    ],
    ["keeps numbers that JSON has no numbers for", { age: "NaN" }, { age: "NaN" }],
    [
      "keeps times and bytes of programs",
      { born: new Date(0), photo: new Uint8Array(2) },
      { born: new Date(0), photo: new Uint8Array(2) },
    ],
    ["keeps times and bytes of JSON", { born: 17.5, photo: "AAAA" }, { born: 17.5, photo: "AAAA" }],
    [
      "keeps nothing where nothing is",
      { password: null, name: undefined },
      { password: null, name: undefined },
    ],
    ["keeps what clients add", { $metadata: { requestId: "r" } }, { $metadata: { requestId: "r" } }],
    ["but not deeper", { friends: [{ $metadata: { a: 1 } }] }, { friends: [{ $metadata: HIDDEN }] }],
  ])("%s", (_what, value, expected) => {
    expect(redactUser(value)).toStrictEqual(expected);
  });

  it("is another object, and documents and streams are the same", () => {
    const value = { any: { a: [1] }, live: { pipe: () => 1 }, tags: { a: "b" } };
    const copy = redactUser(value);
    expect(copy).not.toBe(value);
    expect(copy.tags).not.toBe(value.tags);
    expect(copy.any).toBe(value.any);
    expect(copy.live).toBe(value.live);
  });

  it("has names that objects have by themselves as properties", () => {
    const copy = redactUser({ tags: JSON.parse('{"__proto__":"a","constructor":"b"}') });
    expect(Object.entries(copy.tags ?? {})).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
    const unknown = redactUser(JSON.parse('{"__proto__":{"name":"x"}}'));
    expect(Object.entries(unknown)).toEqual([["__proto__", HIDDEN]]);
    expect(Object.getPrototypeOf(unknown)).toBe(Object.prototype);
  });

  it("of a value that holds itself does so, too", () => {
    const value: Record<string, unknown> = { name: "ann", password: "x" };
    value.friends = [value];
    const copy = redactUser(value);
    expect(copy.password).toBe(HIDDEN);
    expect(Reflect.get(Object(copy.friends), 0)).toBe(copy);
  });

  it("of a value that holds the same over and over takes work in step with it", () => {
    let value: object = { password: "x" };
    for (let depth = 0; depth < 60; depth++) value = { friends: [value, value] };
    expect(redactUser(value)).toHaveProperty("friends");
  });

  it("is hidden where it is nested too deep", () => {
    let value: object = { name: "deep" };
    for (let depth = 0; depth < 100_000; depth++) value = { friends: [value] };
    const text = JSON.stringify(redactUser(value));
    expect(text).toContain(HIDDEN);
    expect(text).not.toContain("deep");
  });

  it.each<[string, unknown]>([
    ["a text", "hunter2"],
    ["a list", ["hunter2"]],
    [
      "what throws when it is looked at",
      Object.defineProperty({}, "name", {
        enumerable: true,
        get: () => {
          throw new Error("hunter2");
        },
      }),
    ],
  ])("is a text alone for %s in place of an object", (_what, value) => {
    expect(redactUser(value)).toBe(HIDDEN);
  });
});

describe("a redacted copy of an error", () => {
  const members = {
    name: "Gone",
    $fault: "client",
    $metadata: { requestId: "r" },
    hint: "look",
    $response: { body: "x" },
  };

  it.each<[string, object]>([
    ["of this realm", new Error("ann has gone")],
    ["of another one", runInNewContext('new Error("ann has gone")')],
  ])("%s has no stack, and its message as the model has it", (_what, error) => {
    expect(redactGone(Object.assign(error, members))).toStrictEqual({
      ...members,
      $response: HIDDEN,
      message: HIDDEN,
    });
  });

  it("takes the JSON of one", () => {
    expect(redactGone({ __type: "Gone", Message: "ann has gone", hint: "look" })).toStrictEqual({
      __type: "Gone",
      Message: HIDDEN,
      hint: "look",
    });
  });
});

it("leaves a stream of events as it is, and redacts what comes out of it", () => {
  const events = [4, NS, "Events", { streaming: 1 }, ["said"], [() => SECRET]];
  const redact = createRedactor([3, NS, "Output", 0, ["events"], [() => events]]);
  const stream = { async *[Symbol.asyncIterator]() {} };
  expect(redact({ events: stream })).toEqual({ events: stream });
  expect(createRedactor(events)({ said: "x" })).toEqual({ said: HIDDEN });
});

it("keeps a property that can be of two members of the same kind", () => {
  const schema = [
    3,
    NS,
    "Crossed",
    0,
    ["a", "b"],
    [
      [0, { jsonName: "b" }],
      [0, { jsonName: "c" }],
    ],
  ];
  expect(createRedactor(schema)({ b: "x" })).toEqual({ b: "x" });
});

it("hides a property that can be of two members where one of them is sensitive", () => {
  const schema = [
    3,
    NS,
    "Crossed",
    0,
    ["a", "b"],
    [
      [0, { jsonName: "b" }],
      [0, { jsonName: "a", sensitive: 1 }],
    ],
  ];
  expect(createRedactor(schema)({ a: "x", b: "y" })).toEqual({ a: HIDDEN, b: HIDDEN });
});
