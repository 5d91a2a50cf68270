import { createModel, type Member, type Model, type NodeValue, type Shape, UNIT } from "@shapelog/model";
import { expectLinear } from "@shapelog/testing";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareModels } from "../comparison.js";
import { BREAKING_RULES } from "./breaking-rules.js";
import { printComparisonSmithy, printSmithyEvent } from "./print-smithy.js";
import { createSmithyEvents } from "./smithy.js";

type Traits = Readonly<Record<string, NodeValue>>;

/** Trait names without a namespace are the prelude's. */
function traits(short: Traits = {}): Traits {
  return Object.fromEntries(
    Object.entries(short).map(([name, value]) => [name.includes("#") ? name : `smithy.api#${name}`, value]),
  );
}

const id = (name: string) => (name.includes("#") ? name : `x#${name}`);

function member(name: string, target = "smithy.api#String", own: Traits = {}): Member {
  return { name, target: id(target), traits: traits(own) };
}

function shape(
  kind: "structure" | "union" | "list" | "map",
  name: string,
  members: Member[],
  own: Traits = {},
): Shape {
  return { kind, id: id(name), traits: traits(own), members };
}

const structure = (name: string, members: Member[], own: Traits = {}) =>
  shape("structure", name, members, own);

function simple(kind: "string" | "integer" | "long" | "document", name: string, own: Traits = {}): Shape {
  return { kind, id: id(name), traits: traits(own) };
}

function enumeration(
  values: readonly (string | readonly [name: string, value: string])[],
  name = "E",
): Shape {
  const members = values.map((each) => {
    const [key, value] = typeof each === "string" ? [each, each] : each;
    return member(key, UNIT, { enumValue: value });
  });
  return { kind: "enum", id: id(name), traits: {}, members };
}

function operation(
  name: string,
  parts: { input?: string; output?: string; errors?: string[] } = {},
  own: Traits = {},
): Shape {
  const { input = UNIT, output = UNIT, errors = [] } = parts;
  return {
    kind: "operation",
    id: id(name),
    traits: traits(own),
    input: id(input),
    output: id(output),
    errors: errors.map(id),
  };
}

interface ServiceParts {
  operations?: string[];
  resources?: string[];
  errors?: string[];
  rename?: Record<string, string>;
}

function service(parts: ServiceParts, own: Traits = {}): Shape {
  const { operations = [], resources = [], errors = [], rename = {} } = parts;
  return {
    ...{ kind: "service", id: "x#S", traits: traits(own), version: "1" },
    ...{ operations: operations.map(id), resources: resources.map(id), errors: errors.map(id) },
    rename: Object.entries(rename).map(([name, value]) => ({ shape: id(name), name: value })),
  };
}

function resource(
  operations: string[],
  identifiers: Record<string, string> = {},
  resources: string[] = [],
): Shape {
  return {
    ...{ kind: "resource", id: "x#R", traits: {}, properties: [], lifecycle: [], collectionOperations: [] },
    identifiers: Object.entries(identifiers).map(([name, target]) => ({ name, target })),
    ...{ operations: operations.map(id), resources: resources.map(id) },
  };
}

function events(before: Shape[] | Model, after: Shape[] | Model): string[] {
  const [left, right] = [before, after].map((each) => (Array.isArray(each) ? createModel(each) : each));
  return createSmithyEvents(compareModels({ label: "a", model: left! }, { label: "b", model: right! })).map(
    (event) => `${event.severity} ${event.shape?.replace("x#", "") ?? "-"} ${event.id}`,
  );
}

const S = (own: Traits, target?: string) => structure("T", [member("m", target, own)]);
const op = operation("Op");

const CASES: readonly (readonly [string, Shape[], Shape[], readonly string[]])[] = [
  ["AddedShape", [], [simple("string", "A")], ["NOTE A AddedShape"]],
  ["AddedShape of a member", [structure("T", [])], [S({})], ["NOTE T$m AddedShape"]],
  ["no AddedShape for members of a new shape", [], [S({})], ["NOTE T AddedShape"]],
  [
    "AddedTraitDefinition",
    [],
    [structure("tr", [], { trait: {} })],
    ["NOTE tr AddedShape", "NOTE tr AddedTraitDefinition"],
  ],
  ["RemovedShape", [S({})], [], ["ERROR T RemovedShape"]],
  ["RemovedShape of a scalar", [simple("string", "A")], [], ["WARNING A RemovedShape.ScalarShape"]],
  ["RemovedShape of a document", [simple("document", "A")], [], ["ERROR A RemovedShape"]],
  ["no RemovedShape for private shapes", [simple("string", "A", { private: {} })], [], []],
  [
    "RemovedTraitDefinition",
    [structure("tr", [], { trait: {} })],
    [],
    ["ERROR tr RemovedShape", "ERROR tr RemovedTraitDefinition"],
  ],
  ["ChangedShapeType", [simple("string", "A")], [simple("integer", "A")], ["ERROR A ChangedShapeType"]],
  [
    "AddedRequiredMember",
    [structure("T", [])],
    [S({ required: {} })],
    ["ERROR T$m AddedRequiredMember", "NOTE T$m AddedShape"],
  ],
  [
    "a required member with a default",
    [structure("T", [])],
    [S({ required: {}, default: "" })],
    ["NOTE T$m AddedShape"],
  ],
  [
    "ChangedMemberOrder",
    [structure("T", [member("a"), member("b")])],
    [structure("T", [member("b"), member("a")])],
    ["DANGER T ChangedMemberOrder"],
  ],
  [
    "AddedOperationBinding and AddedResourceBinding",
    [op, resource([]), service({})],
    [op, resource(["Op"]), service({ operations: ["Op"], resources: ["R"] })],
    [
      "NOTE R AddedOperationBinding.ToResource.Op",
      "NOTE S AddedOperationBinding.ToService.Op",
      "NOTE S AddedResourceBinding.ToService.R",
    ],
  ],
  [
    "RemovedOperationBinding and RemovedResourceBinding",
    [op, resource(["Op"]), service({ operations: ["Op"], resources: ["R"] })],
    [op, resource([]), service({})],
    [
      "ERROR R RemovedOperationBinding.FromResource.Op",
      "ERROR S RemovedOperationBinding.FromService.Op",
      "ERROR S RemovedResourceBinding.FromService.R",
    ],
  ],
  [
    "an operation moved into a resource",
    [op, resource([]), service({ operations: ["Op"], resources: ["R"] })],
    [op, resource(["Op"]), service({ resources: ["R"] })],
    ["NOTE R AddedOperationBinding.ToResource.Op", "NOTE S RemovedOperationBinding.FromService.Op"],
  ],
  [
    "operation errors",
    [operation("Op", { errors: ["A"] }), structure("A", []), structure("B", [])],
    [operation("Op", { errors: ["B"] }), structure("A", []), structure("B", [])],
    ["WARNING Op AddedOperationError.B", "WARNING Op RemovedOperationError.A"],
  ],
  [
    "ChangedOperationInput and ChangedOperationOutput",
    [operation("Op", { input: "A" }), structure("A", [])],
    [operation("Op", { output: "A" }), structure("A", [])],
    [
      "ERROR Op ChangedOperationInput.From.x#A.To.smithy.api#Unit",
      "ERROR Op ChangedOperationOutput.From.smithy.api#Unit.To.x#A",
    ],
  ],
  [
    "service errors",
    [service({ errors: ["A"] }), structure("A", []), structure("B", [])],
    [service({ errors: ["B"] }), structure("A", []), structure("B", [])],
    ["WARNING S AddedServiceError", "WARNING S RemovedServiceError"],
  ],
  [
    "ServiceRename",
    [service({ errors: ["A"], rename: { B: "b" } }), structure("A", []), structure("B", [])],
    [service({ errors: ["A"], rename: { A: "a" } }), structure("A", []), structure("B", [])],
    ["ERROR S ServiceRename", "ERROR S ServiceRename"],
  ],
  [
    "ChangedResourceIdentifiers",
    [resource([], { a: "smithy.api#String" })],
    [resource([])],
    ["ERROR R ChangedResourceIdentifiers"],
  ],
  [
    "ChangedLengthTrait",
    [simple("string", "A", { length: { max: 5 } })],
    [simple("string", "A", { length: { min: 1, max: 4 } })],
    [
      "ERROR A ChangedLengthTrait",
      "ERROR A ChangedLengthTrait",
      "NOTE A ModifiedTrait.Update.smithy.api#length",
    ],
  ],
  [
    "a length newly added",
    [simple("string", "A")],
    [simple("string", "A", { length: { max: 4 } })],
    ["NOTE A ModifiedTrait.Add.smithy.api#length"],
  ],
  [
    "ChangedRangeTrait, which takes a missing min for 0",
    [simple("integer", "A", { range: { min: -5 } })],
    [simple("integer", "A", { range: { max: 9 } })],
    [
      "ERROR A ChangedRangeTrait",
      "ERROR A ChangedRangeTrait",
      "NOTE A ModifiedTrait.Update.smithy.api#range",
    ],
  ],
  [
    "ChangedEnumTrait.Appended",
    [enumeration(["a"])],
    [enumeration(["a", "b"])],
    ["NOTE E ChangedEnumTrait.Appended.1", "NOTE E$b AddedShape"],
  ],
  [
    "ChangedEnumTrait.OrderChanged",
    [enumeration(["a"])],
    [enumeration(["b", "a"])],
    ["ERROR E ChangedEnumTrait.OrderChanged.0", "NOTE E$b AddedShape"],
  ],
  [
    "ChangedEnumTrait.Removed",
    [enumeration(["a", "b"])],
    [enumeration(["b"])],
    ["ERROR E ChangedEnumTrait.Removed.0", "ERROR E$a RemovedShape"],
  ],
  [
    "ChangedEnumTrait.NameChanged",
    [enumeration([["a", "v"]])],
    [enumeration([["b", "v"]])],
    ["ERROR E ChangedEnumTrait.NameChanged.0", "ERROR E$a RemovedShape", "NOTE E$b AddedShape"],
  ],
  ["enum values in another order", [enumeration(["a", "b"])], [enumeration(["b", "a"])], []],
  [
    "a default that changed",
    [S({ default: 1 }, "smithy.api#Integer")],
    [S({ default: 2 }, "smithy.api#Integer")],
    ["DANGER T$m ChangedDefault", "NOTE T$m ModifiedTrait.Update.smithy.api#default"],
  ],
  [
    "a default that is no zero any more",
    [S({ default: 0 }, "smithy.api#Integer")],
    [S({ default: 2 }, "smithy.api#Integer")],
    ["ERROR T$m ChangedDefault", "NOTE T$m ModifiedTrait.Update.smithy.api#default"],
  ],
  [
    "a default on a shape",
    [simple("integer", "A")],
    [simple("integer", "A", { default: 1 })],
    ["ERROR A ChangedDefault", "NOTE A ModifiedTrait.Add.smithy.api#default"],
  ],
  [
    "ChangedNullability.AddedRequiredTrait",
    [S({})],
    [S({ required: {} })],
    ["ERROR T$m ChangedNullability.AddedRequiredTrait"],
  ],
  [
    "the same for a structure",
    [S({}, "U"), structure("U", [])],
    [S({ required: {} }, "U"), structure("U", [])],
    ["WARNING T$m ChangedNullability.AddedRequiredTrait.StructureOrUnion"],
  ],
  [
    "ChangedNullability.RemovedRequiredTrait",
    [S({ required: {} })],
    [S({})],
    ["ERROR T$m ChangedNullability.RemovedRequiredTrait"],
  ],
  [
    "required in an input",
    [structure("T", [member("m")], { input: {} })],
    [structure("T", [member("m", undefined, { required: {} })], { input: {} })],
    [],
  ],
  [
    "ChangedNullability.AddedInputTrait",
    [S({ required: {} })],
    [structure("T", [member("m", undefined, { required: {} })], { input: {} })],
    ["ERROR T TraitBreakingChange.Add.smithy.api#input", "DANGER T$m ChangedNullability.AddedInputTrait"],
  ],
  [
    "ChangedNullability.AddedClientOptionalTrait",
    [S({ required: {} })],
    [S({ required: {}, clientOptional: {} })],
    [
      "ERROR T$m ChangedNullability.AddedClientOptionalTrait",
      "NOTE T$m ModifiedTrait.Add.smithy.api#clientOptional",
    ],
  ],
  [
    "ChangedNullability.AddedDefaultTrait",
    [S({})],
    [S({ default: "", addedDefault: {} })],
    ["ERROR T$m ChangedNullability.AddedDefaultTrait", "NOTE T$m ModifiedTrait.Add.smithy.api#default"],
  ],
  [
    "ChangedMemberTarget to another type",
    [S({})],
    [S({}, "smithy.api#Integer")],
    ["ERROR T$m ChangedMemberTarget"],
  ],
  [
    "ChangedMemberTarget to a structure of another name",
    [S({}, "A"), structure("A", []), structure("B", [])],
    [S({}, "B"), structure("A", []), structure("B", [])],
    ["ERROR T$m ChangedMemberTarget"],
  ],
  [
    "ChangedMemberTarget to a string alike",
    [S({}), simple("string", "A")],
    [S({}, "A"), simple("string", "A")],
    ["WARNING T$m ChangedMemberTarget"],
  ],
  [
    "ChangedMemberTarget to a list whose members differ",
    [
      S({}, "A"),
      shape("list", "A", [member("member")]),
      shape("list", "B", [member("member", "smithy.api#Long")]),
    ],
    [
      S({}, "B"),
      shape("list", "A", [member("member")]),
      shape("list", "B", [member("member", "smithy.api#Long")]),
    ],
    ["ERROR T$m ChangedMemberTarget"],
  ],
  [
    "ModifiedTrait",
    [simple("string", "A", { documentation: "a", tags: ["x"] })],
    [simple("string", "A", { documentation: "b", sensitive: {} })],
    [
      "WARNING A ModifiedTrait.Remove.smithy.api#tags",
      "NOTE A ModifiedTrait.Add.smithy.api#sensitive",
      "NOTE A ModifiedTrait.Update.smithy.api#documentation",
    ],
  ],
  [
    "ModifiedTrait of a trait without a definition",
    [simple("string", "A")],
    [simple("string", "A", { "y#odd": 1 })],
    ["WARNING A ModifiedTrait.Add.y#odd"],
  ],
  [
    "TraitBreakingChange",
    [S({ jsonName: "a" })],
    [S({ jsonName: "b" })],
    ["ERROR T$m TraitBreakingChange.Update.smithy.api#jsonName"],
  ],
  [
    "TraitBreakingChange at a path",
    [operation("Op", {}, { paginated: { items: "a" } })],
    [operation("Op", {}, { paginated: { items: "b", pageSize: "c" } })],
    ["NOTE Op TraitBreakingChange.Update.smithy.api#paginated"],
  ],
  ["a change that no rule of the trait names", [op], [operation("Op", {}, { readonly: {} })], []],
  [
    "a trait's own rules",
    [structure("tr", [], { trait: { breakingChanges: [{ change: "any", severity: "DANGER" }] } }), S({})],
    [
      structure("tr", [], { trait: { breakingChanges: [{ change: "any", severity: "DANGER" }] } }),
      S({ "x#tr": {} }),
    ],
    ["DANGER T$m TraitBreakingChange.Add.x#tr"],
  ],
  [
    "SigV4Migration",
    [service({}, { "aws.auth#sigv4": { name: "s" } })],
    [service({}, { "aws.auth#sigv4a": { name: "s" } })],
    ["ERROR S TraitBreakingChange.Remove.aws.auth#sigv4", "DANGER S SigV4Migration"],
  ],
  [
    "EndpointSigV4Migration",
    [service({}, { "smithy.rules#endpointRuleSet": rules("sigv4") })],
    [service({}, { "smithy.rules#endpointRuleSet": rules("sigv4a") })],
    ["DANGER S EndpointSigV4Migration", "NOTE S ModifiedTrait.Update.smithy.rules#endpointRuleSet"],
  ],
];

function rules(name: string): NodeValue {
  return { rules: [{ type: "endpoint", endpoint: { properties: { authSchemes: [{ name }] } } }] };
}

describe("createSmithyEvents", () => {
  it.each(CASES)("%s", (_, before, after, expected) => {
    expect(events(before, after)).toEqual(expected);
  });

  it("tells changes of metadata", () => {
    expect(
      events(
        createModel(
          [],
          [
            ["a", 1],
            ["b", 1],
          ],
        ),
        createModel(
          [],
          [
            ["b", 2],
            ["c", 1],
          ],
        ),
      ),
    ).toEqual(["DANGER - RemovedMetadata.a", "WARNING - ChangedMetadata", "NOTE - AddedMetadata"]);
  });

  it("compares shapes as their mixins make them", () => {
    const mixin = (own: Traits) => structure("M", [member("m", undefined, own)], { mixin: {} });
    const user = { ...structure("T", []), mixins: ["x#M"] };
    expect(events([mixin({ jsonName: "a" }), user], [mixin({ jsonName: "b" }), user])).toEqual([
      "ERROR M$m TraitBreakingChange.Update.smithy.api#jsonName",
      "ERROR T$m TraitBreakingChange.Update.smithy.api#jsonName",
    ]);
  });

  it("follows the model's own suppressions, which cannot hide an error", () => {
    const suppressions = [
      [
        "suppressions",
        [
          { id: "ModifiedTrait", namespace: "x" },
          { id: "*", namespace: "*" },
        ],
      ],
    ] as const;
    const before = createModel([simple("string", "A"), S({})]);
    const after = createModel([simple("string", "A", { sensitive: {} }), S({ required: {} })], suppressions);
    expect(events(before, after)).toContain("SUPPRESSED A ModifiedTrait.Add.smithy.api#sensitive");
    expect(events(before, after)).toContain("ERROR T$m ChangedNullability.AddedRequiredTrait");
  });

  it("says nothing of equal models, and something of the same id whichever way for any two", () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (a, b) => {
        expect(events(a, a)).toEqual([]);
        expect(events(a, b)).toEqual(events(a, b));
      }),
    );
  });

  it("takes as many steps as there are members, operations and suppressions", () => {
    const numbers = (size: number) => Array.from({ length: size }, (_, index) => index);
    const model = (size: number, prefix: string): Model => ({
      ...createModel([
        structure(
          "T",
          numbers(size).map((index) => member(`${prefix}${index}`)),
        ),
        {
          ...{
            kind: "service",
            id: id("Main"),
            version: "1",
            traits: {},
            resources: [],
            errors: [],
            rename: [],
          },
          operations: numbers(size).map((index) => id(`${prefix}${index}`)),
        },
      ]),
      metadata: new Map([
        ["suppressions", numbers(size).map((index) => ({ id: `Id${index}`, namespace: "*" }))],
      ]),
    });
    expectLinear((size) => events(model(size, "a"), model(size, "b")), { size: 12_000 });
  });

  it("knows the rules of the traits that have some", () => {
    expect([...BREAKING_RULES.keys()].filter((trait) => trait.startsWith("smithy.api#"))).toHaveLength(50);
  });
});

describe("printComparisonSmithy", () => {
  it("prints an event a line, as smithy-diff's test files have them", () => {
    const [before, after] = [[S({ jsonName: "a" })], [S({ jsonName: "b" })]].map((shapes) =>
      createModel(shapes),
    );
    expect(
      printComparisonSmithy(compareModels({ label: "a", model: before! }, { label: "b", model: after! })),
    ).toBe(
      "[ERROR] x#T$m: Changed trait `smithy.api#jsonName` from `a` to `b` | TraitBreakingChange.Update.smithy.api#jsonName\n",
    );
  });

  it("keeps a message of several lines on one", () => {
    expect(printSmithyEvent({ id: "A", severity: "NOTE", message: "a\nb" })).toBe("[NOTE] -: a\\nb | A");
  });
});
