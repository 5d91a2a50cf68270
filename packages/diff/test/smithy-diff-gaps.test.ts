import { diffModels } from "@shapelog/changes";
import type { Model } from "@shapelog/model";
import { readSmithyJson } from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { judge } from "../src/judge.js";

type Shapes = Readonly<Record<string, object>>;

const STRING = "smithy.api#String";
const member = (target: string, traits: object = {}) => ({ target, traits });
const structure = (members: object, traits: object = {}) => ({ type: "structure", members, traits });
const input = (members: object, traits?: object): Shapes => ({ Input: structure(members, traits) });
const output = (members: object): Shapes => ({ Output: structure(members) });
const limited = (root: "Input" | "Output", type: string, traits: object): Shapes => ({
  [root]: structure({ a: member("example#Limited") }),
  Limited: { type, traits },
});
const enumOf = (root: "Input" | "Output", values: readonly (string | number)[]): Shapes => ({
  [root]: structure({ a: member("example#Enum") }),
  Enum: {
    type: typeof values[0] === "number" ? "intEnum" : "enum",
    members: Object.fromEntries(
      values.map((value) => [`V${value}`, member("smithy.api#Unit", { "smithy.api#enumValue": value })]),
    ),
  },
});
const unionOf = (root: "Input" | "Output", names: readonly string[]): Shapes => ({
  [root]: structure({ a: member("example#Union") }),
  Union: { type: "union", members: Object.fromEntries(names.map((name) => [name, member(STRING)])) },
});
const service = (service: object, resource: object, call: object = {}): Shapes => ({
  Service: { type: "service", version: "1", ...service },
  Resource: { type: "resource", ...resource },
  Call: { type: "operation", ...call },
});
const to = (name: string) => ({ target: `example#${name}` });

/** Reads shapes; those without a service get one whose operation takes `Input` and returns `Output`. */
function read(shapes: Shapes): Model {
  const implied = {
    Service: { type: "service", version: "1", operations: [to("Call")] },
    Call: {
      type: "operation",
      ...("Input" in shapes ? { input: to("Input") } : {}),
      ...("Output" in shapes ? { output: to("Output") } : {}),
    },
  };
  const all: Shapes = "Service" in shapes ? shapes : { ...shapes, ...implied };
  const entries = Object.entries(all).map(([name, shape]) => [`example#${name}`, shape]);
  const { model, diagnostics } = readSmithyJson({
    file: "model.json",
    text: JSON.stringify({ smithy: "2.0", shapes: Object.fromEntries(entries) }),
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return model;
}

const required = { "smithy.api#required": {} };
const length = (max: number) => ({ "smithy.api#length": { max } });
const negative = { "smithy.api#range": { min: -5 } };
const bound = { resources: [to("Resource")] };
const withMixin: Shapes = {
  ...input({}),
  Input: { ...structure({}), mixins: [to("Mixin")] },
  Mixin: structure({ a: member(STRING) }, { "smithy.api#mixin": {} }),
};

/** What smithy-diff 1.73.0 misjudges, a row for each change, and what is said here: verdict, severities and rule. */
const GAPS: readonly (readonly [change: string, before: Shapes, after: Shapes, told: readonly string[]])[] = [
  [
    "@required added to a member of an @input structure",
    input({ a: member(STRING) }, { "smithy.api#input": {} }),
    input({ a: member(STRING, required) }, { "smithy.api#input": {} }),
    ["breaking error/error request.member.required"],
  ],
  [
    "a new required member on an output",
    output({}),
    output({ a: member(STRING, required) }),
    ["safe note/note response.member.added"],
  ],
  [
    "@length newly added, request",
    limited("Input", "string", {}),
    limited("Input", "string", length(5)),
    ["breaking error/note request.limit.tightened"],
  ],
  [
    "@length newly added, response",
    limited("Output", "string", {}),
    limited("Output", "string", length(5)),
    ["safe note/note response.limit.tightened"],
  ],
  [
    "@range newly added, request",
    limited("Input", "integer", {}),
    limited("Input", "integer", negative),
    ["breaking error/note request.limit.tightened"],
  ],
  [
    "@pattern newly added, request",
    limited("Input", "string", {}),
    limited("Input", "string", { "smithy.api#pattern": "^a" }),
    ["breaking error/note request.pattern.added"],
  ],
  [
    "@pattern newly added, response",
    limited("Output", "string", {}),
    limited("Output", "string", { "smithy.api#pattern": "^a" }),
    ["safe note/note response.pattern.added"],
  ],
  [
    "@length narrowed, request",
    limited("Input", "string", length(9)),
    limited("Input", "string", length(5)),
    ["breaking error/note request.limit.tightened"],
  ],
  [
    "@length narrowed, response",
    limited("Output", "string", length(9)),
    limited("Output", "string", length(5)),
    ["safe note/note response.limit.tightened"],
  ],
  [
    "@length removed, request",
    limited("Input", "string", length(9)),
    limited("Input", "string", {}),
    ["safe note/note request.limit.loosened"],
  ],
  [
    "@length removed, response",
    limited("Output", "string", length(9)),
    limited("Output", "string", {}),
    ["check warning/note response.limit.loosened"],
  ],
  [
    "@length widened, response",
    limited("Output", "string", length(5)),
    limited("Output", "string", length(9)),
    ["check warning/note response.limit.loosened"],
  ],
  [
    "a negative @range min added",
    limited("Input", "integer", {}),
    limited("Input", "integer", negative),
    ["breaking error/note request.limit.tightened"],
  ],
  [
    "a negative @range min removed",
    limited("Input", "integer", negative),
    limited("Input", "integer", {}),
    ["safe note/note request.limit.loosened"],
  ],
  [
    "an enum value appended, request",
    enumOf("Input", ["a"]),
    enumOf("Input", ["a", "b"]),
    ["safe note/note request.enum.value-added"],
  ],
  [
    "an enum value appended, response",
    enumOf("Output", ["a"]),
    enumOf("Output", ["a", "b"]),
    ["check danger/danger response.enum.value-added"],
  ],
  [
    "a union member added, request",
    unionOf("Input", ["a"]),
    unionOf("Input", ["a", "b"]),
    ["safe note/note request.union.alternative-added"],
  ],
  [
    "a union member added, response",
    unionOf("Output", ["a"]),
    unionOf("Output", ["a", "b"]),
    ["check danger/danger response.union.alternative-added"],
  ],
  [
    "an enum value removed, request",
    enumOf("Input", ["a", "b"]),
    enumOf("Input", ["a"]),
    ["breaking error/error request.enum.value-removed"],
  ],
  [
    "an enum value removed, response",
    enumOf("Output", ["a", "b"]),
    enumOf("Output", ["a"]),
    ["check danger/error response.enum.value-removed"],
  ],
  [
    "enum values reordered",
    enumOf("Output", ["a", "b"]),
    enumOf("Output", ["b", "a"]),
    ["notice note/note order.changed"],
  ],
  [
    "an intEnum value appended, request",
    enumOf("Input", [1]),
    enumOf("Input", [1, 2]),
    ["safe note/note request.enum.value-added"],
  ],
  [
    "an intEnum value appended, response",
    enumOf("Output", [1]),
    enumOf("Output", [1, 2]),
    ["check danger/danger response.enum.value-added"],
  ],
  [
    "a lifecycle slot unbound",
    service(bound, { read: to("Call") }),
    service(bound, {}),
    ["breaking error/error operation.unbound"],
  ],
  [
    "a collection operation unbound",
    service(bound, { collectionOperations: [to("Call")] }),
    service(bound, {}),
    ["breaking error/error operation.unbound"],
  ],
  [
    "a lifecycle slot rebound, so that the service lost an operation",
    { ...service(bound, { read: to("Call") }), Other: { type: "operation" } },
    { ...service(bound, { read: to("Other") }), Other: { type: "operation" } },
    ["breaking error/error operation.unbound", "safe note/note operation.bound"],
  ],
  [
    "a resource unbound with its operations",
    service(bound, { read: to("Call") }),
    service({}, { read: to("Call") }),
    ["breaking error/error operation.unbound"],
  ],
  [
    "the service's version changed",
    service({}, {}),
    service({ version: "2" }, {}),
    ["check warning/note service.version.changed"],
  ],
  [
    "@http without a code added",
    service({ operations: [to("Call")] }, {}),
    service({ operations: [to("Call")] }, {}, { traits: { "smithy.api#http": { method: "GET", uri: "/" } } }),
    ["notice note/note operation.http.added"],
  ],
  [
    "@idempotencyToken added",
    input({ a: member(STRING) }),
    input({ a: member(STRING, { "smithy.api#idempotencyToken": {} }) }),
    ["safe note/note request.idempotency-token.added"],
  ],
  [
    "@readonly added",
    service({ operations: [to("Call")] }, {}),
    service({ operations: [to("Call")] }, {}, { traits: { "smithy.api#readonly": {} } }),
    ["safe note/note operation.idempotency.added"],
  ],
  [
    "authentication added to a public service",
    service({}, {}),
    service({ traits: { "smithy.api#httpBearerAuth": {} } }, {}),
    ["breaking error/note auth.required"],
  ],
  [
    "an operation moved from a resource to its service",
    service(bound, { read: to("Call") }),
    service({ ...bound, operations: [to("Call")] }, {}),
    ["notice note/note operation.moved"],
  ],
  [
    "an operation moved from a service to its resource",
    service({ ...bound, operations: [to("Call")] }, {}),
    service(bound, { read: to("Call") }),
    ["notice note/note operation.moved"],
  ],
  [
    "a mixin flattened away",
    withMixin,
    input({ a: member(STRING) }),
    ["notice note/note mixins.changed", "notice note/note mixins.changed"],
  ],
  [
    "an orphan removed",
    { ...input({ a: member(STRING) }), Orphan: structure({ a: member(STRING) }) },
    input({ a: member(STRING) }),
    ["safe note/note shape.orphan-removed"],
  ],
  [
    "a shape renamed with the same structure",
    { ...input({ a: member("example#Old") }), Old: structure({ b: member(STRING) }) },
    { ...input({ a: member("example#New") }), New: structure({ b: member(STRING) }) },
    ["check note/error shape.renamed"],
  ],
];

describe("what smithy-diff misjudges", () => {
  it.each(GAPS)("is told as it is: %s", (_, before, after, told) => {
    const [a, b] = [read(before), read(after)];
    const findings = judge(diffModels(a, b), { before: a, after: b });
    expect(
      findings.map(({ verdict, wire, source, rule }) => `${verdict} ${wire}/${source} ${rule}`).sort(),
    ).toEqual([...told].sort());
  });
});

describe("members of a mixin", () => {
  it("are judged at the shapes that use it, in their direction", () => {
    const emptied = { ...withMixin, Mixin: structure({}, { "smithy.api#mixin": {} }) };
    const [a, b] = [read(withMixin), read(emptied)];
    const findings = judge(diffModels(a, b), { before: a, after: b });
    expect(findings.map(({ rule, shape, direction }) => [rule, shape, direction])).toEqual([
      ["request.member.removed", "example#Input", "request"],
      ["mixins.changed", "example#Mixin", undefined],
    ]);
  });
});

describe("common errors of a service", () => {
  it("are responses of its operations", () => {
    const error = (members: object): Shapes => ({
      ...service({ operations: [to("Call")], errors: [to("Error")] }, {}),
      Error: structure(members, { "smithy.api#error": "client" }),
    });
    const [a, b] = [read(error({ a: member(STRING) })), read(error({}))];
    const [finding, ...others] = judge(diffModels(a, b), { before: a, after: b });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "response.member.removed",
      operations: ["example#Call"],
      message: "`Error.a` is no longer returned.",
    });
  });
});
