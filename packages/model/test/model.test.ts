import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { AUTH_EVENTS_VALUES, authEventsModel, eventsId } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkReferences } from "../src/check-references.js";
import { findClosure } from "../src/closure.js";
import { createModel, pickShapes } from "../src/create-model.js";
import { equalModels, equalNodes } from "../src/equal.js";
import { findServices, getShape } from "../src/lookup.js";
import { neighbors } from "../src/neighbors.js";
import { isNullable } from "../src/nullability.js";
import { findPositions } from "../src/places/find-places.js";
import { findAncestors, findDirections } from "../src/positions.js";
import { usesMixins } from "../src/resolve-mixins.js";
import { shareIndexes } from "../src/revisions/share-indexes.js";
import { findServiceOperations } from "../src/service-operations.js";
import {
  type Member,
  type Model,
  NO_TRAITS,
  type Shape,
  type StructureShape,
  type Traits,
} from "../src/shape.js";
import { isShapeId, splitShapeId } from "../src/shape-id.js";
import { timestampFormat } from "../src/timestamps.js";
import { pagination, trait } from "../src/traits.js";

const story = authEventsModel(AUTH_EVENTS_VALUES.after);

function member(name: string, target: string, traits: Traits = NO_TRAITS): Member {
  return { name, target, traits };
}

function structure(id: string, members: readonly Member[], traits: Traits = NO_TRAITS): StructureShape {
  return { kind: "structure", id, traits, members };
}

describe("equalNodes", () => {
  it.each([
    [0, "0"],
    [0, false],
    ["", null],
    [{}, []],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: undefined }],
  ] as const)("tells %j from %j", (a, b) => {
    expect(equalNodes(a as never, b as never)).toBe(false);
  });

  it("does not mind the order of keys, nor keys named like properties of every object", () => {
    expect(equalNodes({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
    expect(equalNodes(JSON.parse('{"__proto__":1}'), {})).toBe(false);
    expect(equalNodes({}, JSON.parse('{"constructor":1}'))).toBe(false);
  });
});

describe("findClosure", () => {
  it("is stable when run on its own result, and leaves nothing that dangles", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        for (const id of model.shapes.keys()) {
          const closure = findClosure(model, [id]);
          expect(findClosure(model, closure)).toEqual(closure);
          expect(checkReferences(pickShapes(model, closure), () => undefined)).toEqual([]);
        }
      }),
    );
  });

  it("holds the shapes of an operation and no others", () => {
    const closure = findClosure(story, [eventsId("AuthEvents")]);
    expect([...closure].map((id) => splitShapeId(id).name).sort()).toEqual([
      "AuthEvent",
      "AuthEvents",
      "Challenge",
      "ChallengeResponse",
      "ChallengeResponses",
      "EventResponseType",
      "EventType",
    ]);
  });
});

describe("findPositions", () => {
  it("gives the path of an enum in a list of structures", () => {
    expect(findPositions(story, eventsId("EventResponseType"))).toEqual([
      { operation: eventsId("ListAuthEvents"), direction: "response", path: "AuthEvents[].EventResponse" },
    ]);
  });

  it("names the error a shape is in", () => {
    expect(findPositions(story, eventsId("NotFoundException"))).toEqual([
      {
        operation: eventsId("ListAuthEvents"),
        direction: "response",
        error: eventsId("NotFoundException"),
        path: "",
      },
    ]);
  });

  it("ends in recursive shapes, and stops at its limit", () => {
    const model = createModel([
      { kind: "operation", id: "a#Op", traits: {}, input: "a#Tree", output: "smithy.api#Unit", errors: [] },
      structure("a#Tree", [member("left", "a#Tree"), member("right", "a#Tree"), member("leaf", "a#Leaf")]),
      { kind: "string", id: "a#Leaf", traits: {} },
    ]);
    expect(findPositions(model, "a#Leaf").map((position) => position.path)).toEqual(["leaf"]);
    expect(findPositions(model, "a#Tree").map((position) => position.path)).toEqual(["", "left", "right"]);
    expect(findPositions(model, "a#Tree", { limitPerRoot: 2 })).toHaveLength(2);
  });

  it("agrees with findDirections on every shape of generated models", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const directions = findDirections(model);
        for (const id of model.shapes.keys()) {
          const found = new Set(findPositions(model, id).map((position) => position.direction));
          expect(found).toEqual(directions.get(id) ?? new Set());
        }
      }),
    );
  });
});

describe("shareIndexes", () => {
  const copyOf = (model: Model): Model => ({ ...model });

  it("gives a next revision what looking at all of it gives", () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (before, other) => {
        const half = [...other.shapes.values()].filter((_, index) => index % 2 === 0);
        const after = createModel([...before.shapes.values(), ...half]);
        for (const id of [...before.shapes.keys()].slice(0, 2))
          (after.shapes as Map<string, Shape>).delete(id);
        const changed = [...new Set([...before.shapes.keys(), ...after.shapes.keys()])].filter(
          (id) => before.shapes.get(id) !== after.shapes.get(id),
        );
        findAncestors(before, "a#Any"); // before is known now
        findServices(before);
        usesMixins(before);
        shareIndexes(before, after, new Set(changed));
        const whole = copyOf(after);
        expect(findServices(after)).toEqual(findServices(whole));
        expect(usesMixins(after)).toBe(usesMixins(whole));
        for (const id of [...after.shapes.keys(), ...before.shapes.keys()]) {
          expect(new Set(findAncestors(after, id))).toEqual(new Set(findAncestors(whole, id)));
        }
      }),
    );
  });
});

describe("checkReferences", () => {
  it("reports an arrow that leads nowhere, at the member it starts from", () => {
    const model = createModel([structure("a#A", [member("b", "a#Missing")])]);
    const locate = (id: string) => ({ file: "model.json", pointer: `/${id}` });
    expect(checkReferences(model, locate)).toMatchObject([
      { code: "model/unresolved-target", location: { pointer: "/a#A$b" }, data: { target: "a#Missing" } },
    ]);
  });

  it("reports an arrow to a member, whatever its source said of it", () => {
    const model = createModel([structure("a#A", [member("b", "a#A$c"), member("c", "smithy.api#String")])]);
    const options = { isReported: () => true };
    expect(checkReferences(model, () => undefined, options)).toMatchObject([
      { code: "model/member-as-target", data: { from: "a#A$b", relationship: "member", target: "a#A$c" } },
    ]);
  });

  it("reports an arrow to a shape of a kind that cannot stand there", () => {
    const model = createModel([
      { kind: "string", id: "a#Text", traits: {} },
      { kind: "operation", id: "a#Op", traits: {}, input: "a#Text", output: "smithy.api#Unit", errors: [] },
      structure("a#A", [member("op", "a#Op")]),
    ]);
    expect(checkReferences(model, () => undefined).map((diagnostic) => diagnostic.data)).toMatchObject([
      { from: "a#Op", relationship: "input", kind: "string" },
      { from: "a#A$op", relationship: "member", kind: "operation" },
    ]);
  });

  it("finds nothing in generated models", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        expect(checkReferences(model, () => undefined)).toEqual([]);
      }),
    );
  });
});

describe("findServiceOperations", () => {
  it("finds operations bound through resources, and each once", () => {
    const operation = (name: string): Shape => ({
      kind: "operation",
      id: `a#${name}`,
      traits: {},
      input: "smithy.api#Unit",
      output: "smithy.api#Unit",
      errors: [],
    });
    const resource: Shape = {
      kind: "resource",
      id: "a#Thing",
      traits: {},
      identifiers: [],
      properties: [],
      lifecycle: [{ name: "read", target: "a#GetThing" }],
      operations: ["a#TagThing"],
      collectionOperations: ["a#FindThings"],
      resources: ["a#Thing"],
    };
    const service = {
      kind: "service",
      id: "a#Service",
      traits: {},
      version: "",
      operations: ["a#Ping", "a#TagThing"],
      resources: ["a#Thing"],
      errors: [],
      rename: [],
    } as const;
    const names = ["Ping", "GetThing", "TagThing", "FindThings", "Unbound"];
    const model = createModel([service, resource, ...names.map(operation)]);
    expect(findServiceOperations(model, service).map((shape) => shape.id)).toEqual([
      "a#FindThings",
      "a#GetThing",
      "a#Ping",
      "a#TagThing",
    ]);
  });
});

describe("isNullable", () => {
  const required = { "smithy.api#required": {} };
  it.each([
    ["a plain member", {}, {}, true],
    ["a required member", required, {}, false],
    ["a required member of an input", required, { "smithy.api#input": {} }, true],
    [
      "a required member that clients may leave out",
      { ...required, "smithy.api#clientOptional": {} },
      {},
      true,
    ],
    ["a member with a default", { "smithy.api#default": "" }, {}, false],
    ["a member whose default is null", { "smithy.api#default": null }, {}, true],
  ])("says of %s", (_, traits, container, nullable) => {
    const shape = structure("a#A", [member("m", "smithy.api#String", traits)], container);
    expect(isNullable(createModel([shape]), shape, shape.members[0]!)).toBe(nullable);
  });

  it("takes a default from the target, and sparse from the list", () => {
    const list: Shape = {
      kind: "list",
      id: "a#L",
      traits: { "smithy.api#sparse": {} },
      members: [member("member", "smithy.api#String")],
    };
    const shape = structure("a#A", [member("m", "smithy.api#PrimitiveInteger")]);
    const model = createModel([list, shape]);
    expect(isNullable(model, shape, shape.members[0]!)).toBe(false);
    expect(isNullable(model, list, list.members[0]!)).toBe(true);
  });
});

describe("timestampFormat", () => {
  const service = getShape(story, eventsId("Events"));
  it.each([
    ["the protocol's default", {}, "smithy.api#Timestamp", "epoch-seconds"],
    [
      "the member's own over its target's",
      { "smithy.api#timestampFormat": "date-time" },
      "a#Http",
      "date-time",
    ],
    ["the target's", {}, "a#Http", "http-date"],
  ])("is %s", (_, traits, target, format) => {
    const model = createModel([
      { kind: "timestamp", id: "a#Http", traits: { "smithy.api#timestampFormat": "http-date" } },
    ]);
    if (service.kind !== "service") throw new Error("no service");
    expect(timestampFormat(model, member("m", target, traits), service)).toBe(format);
  });
});

describe("traits", () => {
  it("are found by full and by short id, and never on the prototype of objects", () => {
    const shape = structure("a#A", [], { "smithy.api#title": "A", "x.y#z": 1 });
    expect(trait(shape, "title")).toBe("A");
    expect(trait(shape, "x.y#z")).toBe(1);
    expect(trait(shape, "constructor")).toBeUndefined();
    expect(trait(shape, "__proto__")).toBeUndefined();
  });

  it("complete an operation's pagination from its service's", () => {
    const operation = structure("a#Op", [], { "smithy.api#paginated": { items: "things" } });
    const service = structure("a#S", [], {
      "smithy.api#paginated": { inputToken: "t", outputToken: "t", items: "x" },
    });
    expect(pagination(operation, service)).toEqual({ inputToken: "t", outputToken: "t", items: "things" });
    expect(pagination(structure("a#B", []), service)).toBeUndefined();
  });
});

describe("shape ids", () => {
  it.each(["a#B", "a.b_c#D1", "_a#_b", "a#B$c", "a#_1", "a#B$__9"])("%s is one", (id) =>
    expect(isShapeId(id)).toBe(true),
  );
  it.each(["B", "a#", "#B", "a#1B", "a b#C", "../../x", "a#B$", "a#__", "a#b\n"])("%j is none", (id) =>
    expect(isShapeId(id)).toBe(false),
  );
});

describe("neighbors", () => {
  it("are all inside the model, for generated models", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        for (const shape of model.shapes.values()) {
          for (const { target } of neighbors(shape)) expect(() => getShape(model, target)).not.toThrow();
        }
        expect(equalModels(model, model)).toBe(true);
      }),
    );
  });
});

it("finds the place at the end of a chain that is longer than the stack", () => {
  const size = 20_000;
  const links = Array.from({ length: size }, (_, index) => ({
    kind: "structure" as const,
    id: `a#S${index}`,
    traits: {},
    members: [{ name: "m", target: `a#S${index + 1}`, traits: {} }],
  }));
  const model = createModel([
    ...links,
    { kind: "operation", id: "a#Run", traits: {}, input: "a#S0", output: "smithy.api#Unit", errors: [] },
  ]);
  expect(findPositions(model, `a#S${size - 1}`)).toEqual([
    { operation: "a#Run", direction: "request", path: Array.from({ length: size - 1 }, () => "m").join(".") },
  ]);
});
