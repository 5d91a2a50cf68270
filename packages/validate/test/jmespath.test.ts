import { createModel, type NodeValue, type Shape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { createContext } from "../src/context.js";
import { checkExpression } from "../src/jmespath/check-expression.js";
import { evaluateExpression } from "../src/jmespath/evaluate-expression.js";
import { parseExpression } from "../src/jmespath/parse-expression.js";
import { typeOfShape } from "../src/jmespath/value-type.js";

function structure(id: string, members: Readonly<Record<string, string>>): Shape {
  const list = Object.entries(members).map(([name, target]) => ({ name, target, traits: {} }));
  return { kind: "structure", id, traits: {}, members: list };
}

const SHAPES: readonly Shape[] = [
  structure("a#City", {
    name: "smithy.api#String",
    size: "smithy.api#Integer",
    parts: "a#Cities",
    tags: "a#Tags",
  }),
  { kind: "list", id: "a#Cities", traits: {}, members: [{ name: "member", target: "a#City", traits: {} }] },
  {
    kind: "map",
    id: "a#Tags",
    traits: {},
    members: ["key", "value"].map((name) => ({ name, target: "smithy.api#String", traits: {} })),
  },
];
const context = createContext(createModel(SHAPES), createModel([]));

function check(text: string) {
  const { expression } = parseExpression(text);
  if (!expression) throw new Error(`cannot read ${text}`);
  const { type, problems } = checkExpression(expression, typeOfShape(context, "a#City"));
  return [type.kind, ...problems.map((problem) => `${problem.severity} ${problem.at}: ${problem.text}`)];
}

function evaluate(text: string, value: NodeValue) {
  const { expression } = parseExpression(text);
  if (!expression) throw new Error(`cannot read ${text}`);
  return evaluateExpression(expression, value);
}

describe("parseExpression", () => {
  it.each([
    "||",
    "foo.",
    "foo[",
    "foo[1:2:3:4]",
    "foo bar",
    "(foo",
    "{a}",
    "foo(",
    "`{`",
    "'a",
    "[1",
    "a..b",
    "&",
    "a.&b",
  ])("refuses %s with a place", (text) => {
    const { problem } = parseExpression(text);
    expect(problem?.at).toBeLessThanOrEqual(text.length);
    expect(problem?.text).toMatch(/expected|cannot be read/);
  });

  it("does not overflow or hang on long and deep texts", () => {
    for (const part of ["(", "[", "a.", "!", "&", "a[?", "`", '"', "*.", "{a:"]) {
      expect(parseExpression(part.repeat(100_000)).problem).toBeDefined();
    }
    expect(parseExpression(`\`${"[".repeat(50_000)}${"]".repeat(50_000)}\``)).toBeDefined();
  });
});

describe("checkExpression", () => {
  it.each([
    ["name", "string"],
    ["parts[0].size", "number"],
    ["parts[].name", "array"],
    ["parts[].parts[].name | [0]", "string"],
    ["parts[?size > `1`].name | length(@)", "number"],
    ["tags.any", "string"],
    ["parts[*].parts[*].parts[*].size | [0][0][0]", "number"],
    ["sort_by(parts, &size)[0].name", "string"],
    ["map(&size, parts)[0]", "number"],
    ["[name, size][0]", "any"],
    ["{a: name}.a", "string"],
    ["!name && size > `1`", "boolean"],
    ["@", "object"],
    ["`[1]`[0]", "number"],
  ])("knows the type of %s", (text, kind) => {
    expect(check(text)).toEqual([kind]);
  });

  it.each([
    ["nope", "null", 'danger 0: there is no field "nope"; it has name, size, parts, tags'],
    ["parts[].nope", "array", 'danger 8: there is no field "nope"; it has name, size, parts, tags'],
    ["name.x", "any", 'danger 5: expected an object with the field "x", found a string'],
    ["size[0]", "any", "danger 4: expected an array, found a number"],
    ["name < 'a'", "null", 'warning 5: "<" compares numbers alone, found a string on both sides'],
    [
      "length(size)",
      "number",
      "error 7: argument 1 of length is a number; expected a string or an array or an object",
    ],
    ["length()", "number", "error 0: length takes 1 arguments, found 0"],
    ["nope(@)", "any", "error 0: there is no function nope"],
    ["sum(parts)", "number", "error 4: argument 1 of sum is an array; expected an array of numbers"],
  ])("says what is wrong with %s", (text, kind, problem) => {
    expect(check(text)).toEqual([kind, problem]);
  });
});

it("checks each part once for each type, so that shapes that contain themselves cost little", () => {
  expect(check(Array(200).fill("*").join("."))[0]).toBe("array");
});

describe("evaluateExpression", () => {
  const value = { a: [1, 2, 3], b: { c: "x", d: null }, e: [{ f: 1 }, { f: 2 }], g: [[1], [2, [3]]] };

  it.each<[string, NodeValue]>([
    ["a[0]", 1],
    ["a[-1]", 3],
    ["a[1:]", [2, 3]],
    ["a[::-1]", [3, 2, 1]],
    ["a[-100:2]", [1, 2]],
    ["b.c", "x"],
    ["b.*", ["x"]],
    ["e[*].f", [1, 2]],
    ["e[?f > `1`].f | [0]", 2],
    ["g[]", [1, 2, [3]]],
    ["nope == null", true],
    ["b.d || 'y'", "y"],
    ["a && b.c", "x"],
    ["!a", false],
    ["length(a) < length('four')", true],
    ["sort_by(e, &f)[-1].f", 2],
    ["max(a)", 3],
    ["join('-', ['x', 'y'])", "x-y"],
    ["{x: a[0], y: b.c}", { x: 1, y: "x" }],
    ["contains(a, `2`)", true],
    ["to_string(b.c)", "x"],
    ["__proto__", null],
    ["a < b", null],
  ])("gives %s", (text, expected) => {
    expect(evaluate(text, value)).toEqual(expected);
  });

  it("gives up where it would take very long", () => {
    expect(evaluate(`${"[@,@]|".repeat(100)}to_string(@)`, 1)).toBeUndefined();
    expect(evaluate(`@${"|[@,@][]".repeat(60)}`, [1])).toBeUndefined();
    const list = `\`[${"1,".repeat(200)}1]\``;
    expect(evaluate(`${list}[?${list}[?${list}[?@ == \`2\`]]]`, 1)).toBeUndefined();
  });
});
