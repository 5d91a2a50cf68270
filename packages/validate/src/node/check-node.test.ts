import { createModel, type NodeValue, type Shape } from "@shapelog/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createContext } from "../context.js";
import { checkNode } from "./check-node.js";
import type { CheckNodeOptions } from "./node-state.js";

const API = "smithy.api#";

function simple(kind: "string" | "integer" | "blob" | "timestamp" | "double" | "byte", traits = {}): Shape {
  return { kind, id: "example#Subject", traits };
}

function member(name: string, target: string, traits = {}) {
  return { name, target, traits };
}

const TREE: Shape = {
  kind: "structure",
  id: "example#Subject",
  traits: {},
  members: [
    member("name", `${API}String`, { [`${API}required`]: {} }),
    member("children", "example#Trees"),
    member("size", `${API}Integer`, { [`${API}range`]: { min: 1, max: 9 } }),
  ],
};
const SHAPES: readonly Shape[] = [
  { kind: "list", id: "example#Trees", traits: {}, members: [member("member", "example#Subject")] },
  {
    kind: "map",
    id: "example#Codes",
    traits: {},
    members: [
      member("key", `${API}String`, { [`${API}length`]: { max: 2 } }),
      member("value", `${API}Integer`),
    ],
  },
];

function check(shape: Shape, value: NodeValue, options: CheckNodeOptions = {}): string[] {
  const context = createContext(createModel([...SHAPES, shape]), createModel([]));
  const subject = { id: shape.id, traits: shape.traits, shape };
  return checkNode(context, subject, { value, ...options }).map(({ kind, severity, path, below }) =>
    `${severity} ${kind} ${path.join(".")}${below ? ` ${below}` : ""}`.trim(),
  );
}

describe("simple shapes", () => {
  it.each<[string, Shape, NodeValue, string[]]>([
    ["a string", simple("string"), "x", []],
    ["a number for a string", simple("string"), 1, ["error type"]],
    ["null", simple("string"), null, ["error type"]],
    ["a fraction for an integer", simple("integer"), 1.5, ["error not-an-integer"]],
    ["a byte", simple("byte"), -128, []],
    ["more than a byte", simple("byte"), 128, ["error out-of-kind"]],
    ["a word for a double", simple("double"), "NaN", []],
    ["another word for a double", simple("double"), "many", ["error not-a-number"]],
    ["too many characters", simple("string", { [`${API}length`]: { max: 1 } }), "ab", ["error too-long"]],
    ["one character of two units", simple("string", { [`${API}length`]: { max: 1 } }), "😀", []],
    [
      "bytes rather than characters",
      simple("blob", { [`${API}length`]: { max: 1 } }),
      "é",
      ["error too-long"],
    ],
    [
      "below the range",
      simple("integer", { [`${API}range`]: { min: 1 } }),
      0,
      ["error too-small  Target.InvalidRange"],
    ],
    ["the pattern", simple("string", { [`${API}pattern`]: "^a+$" }), "aaa", []],
    ["not the pattern", simple("string", { [`${API}pattern`]: "^a+$" }), "b", ["error pattern"]],
    [
      "a pattern that cannot be run",
      simple("string", { [`${API}pattern`]: "(" }),
      "b",
      ["note pattern-not-run"],
    ],
  ])("%s", (_, shape, value, expected) => {
    expect(check(shape, value)).toEqual(expected);
  });

  it.each<[string | undefined, NodeValue, boolean]>([
    [undefined, 1.5, true],
    [undefined, "1985-04-12T23:20:50.52Z", true],
    [undefined, "1985-04-12T23:20:50+01:00", false],
    [undefined, "1985-02-30T23:20:50Z", false],
    [undefined, true, false],
    ["http-date", "Tue, 29 Apr 2014 18:30:38 GMT", true],
    ["http-date", "Mon, 29 Apr 2014 18:30:38 GMT", false],
    ["http-date", 1, false],
    ["epoch-seconds", "1985-04-12T23:20:50.52Z", false],
  ])("a timestamp of format %s takes %j: %s", (format, value, fits) => {
    const shape = simple("timestamp", format === undefined ? {} : { [`${API}timestampFormat`]: format });
    expect(check(shape, value)).toEqual(fits ? [] : ["error timestamp"]);
  });
});

describe("aggregate shapes", () => {
  it("tells of each problem at its place", () => {
    const value = { name: "a", size: 12, color: "red", children: [{}, { name: 1 }, null] };
    expect(check(TREE, value)).toEqual([
      "error too-large size Member.InvalidRange",
      "warning unknown-member  UnknownMember.example#Subject.color",
      "error missing-member children.0",
      "error type children.1.name",
      "error null children.2",
      "error type children.2",
    ]);
  });

  it("checks the keys of maps", () => {
    const shape: Shape = {
      kind: "structure",
      id: "example#S",
      traits: {},
      members: [member("codes", "example#Codes")],
    };
    expect(check(shape, { codes: { de: 1, deu: 2 } })).toEqual(["error too-long codes.deu (key)"]);
  });

  it("wants one member of a union", () => {
    const union: Shape = {
      kind: "union",
      id: "example#U",
      traits: {},
      members: [member("a", `${API}String`)],
    };
    expect(check(union, { a: "x" })).toEqual([]);
    expect(check(union, { a: "x", b: "y" })).toEqual(["error one-variant"]);
    expect(check(union, {})).toEqual(["warning one-variant"]);
    expect(check(union, { b: "y" })).toEqual(["error unknown-variant  UnknownMember.example#U.b"]);
  });

  it("takes a key order for nothing when items have to be unique", () => {
    const traits = { [`${API}uniqueItems`]: {} };
    const list: Shape = {
      kind: "list",
      id: "example#L",
      traits,
      members: [member("member", `${API}Document`)],
    };
    expect(
      check(list, [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    ).toEqual(["error unique-items"]);
    expect(check(list, [1, "1", true, "true", 0, "0", false])).toEqual([]);
  });

  it.each(["constructor", "__proto__", "hasOwnProperty", "toString"])("knows no member %s", (name) => {
    const value = JSON.parse(`{"name":"a","${name}":1}`);
    expect(check(TREE, value)).toEqual([`warning unknown-member  UnknownMember.example#Subject.${name}`]);
  });

  it("stops in values that are nested too deeply", () => {
    let value: NodeValue = { name: "a" };
    for (let depth = 0; depth < 3000; depth++) value = { name: "a", children: [value] };
    expect(check(TREE, value)).toContainEqual(expect.stringContaining("error too-deep"));
  });
});

it("makes warnings of broken constraints where that is asked, and of nothing else", () => {
  const options = { constraintsWarn: true };
  expect(check(TREE, { size: 12 }, options).map((line) => line.split(" ")[0])).toEqual([
    "warning",
    "warning",
  ]);
  expect(check(TREE, { name: 1 }, options)).toEqual(["error type name"]);
});

it("takes any value without throwing", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const shape of [TREE, ...SHAPES, simple("timestamp"), simple("blob")])
        check(shape, value as NodeValue);
    }),
  );
});
