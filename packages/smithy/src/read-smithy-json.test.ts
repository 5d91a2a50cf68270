import { findMember, getShape, type Shape } from "@shapelog/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printSmithyJson } from "./print-smithy-json.js";
import { isSmithyJson, type ReadSmithyJsonOptions, readSmithyJson } from "./read-smithy-json.js";

function read(value: unknown, options?: ReadSmithyJsonOptions) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return readSmithyJson({ file: "model.json", text }, options);
}

/** Reads shapes of the namespace `example` and expects no diagnostics. */
function readShapes(shapes: Record<string, unknown>, smithy = "2.0") {
  const entries = Object.entries(shapes).map(([name, shape]) => [`example#${name}`, shape]);
  const { model, diagnostics } = read({ smithy, shapes: Object.fromEntries(entries) });
  expect(diagnostics).toEqual([]);
  return (name: string): Shape => getShape(model, `example#${name}`);
}

const target = (id: string) => ({ target: id });
const STRING = target("smithy.api#String");
const UNIT = target("smithy.api#Unit");

describe("shapes of each kind", () => {
  it("reads members in order, with their targets and traits", () => {
    const shape = readShapes({
      S: {
        type: "structure",
        members: { b: { ...STRING, traits: { "smithy.api#required": {} } }, a: STRING },
        traits: { "smithy.api#documentation": "Text." },
      },
    })("S");
    expect(shape).toEqual({
      kind: "structure",
      id: "example#S",
      traits: { "smithy.api#documentation": "Text." },
      members: [
        { name: "b", target: "smithy.api#String", traits: { "smithy.api#required": {} } },
        { name: "a", target: "smithy.api#String", traits: {} },
      ],
    });
  });

  it("reads lists and maps as shapes with fixed member names", () => {
    const shapes = readShapes({
      L: { type: "list", member: STRING },
      M: { type: "map", value: target("example#L"), key: STRING },
    });
    expect(shapes("L")).toMatchObject({ kind: "list", members: [{ name: "member" }] });
    expect(shapes("M")).toMatchObject({
      kind: "map",
      members: [{ name: "key" }, { name: "value", target: "example#L" }],
    });
  });

  it("makes every enum value explicit", () => {
    const shapes = readShapes({
      E: {
        type: "enum",
        members: { A: UNIT, B: { ...UNIT, traits: { "smithy.api#enumValue": "b" } } },
      },
      I: { type: "intEnum", members: { A: { ...UNIT, traits: { "smithy.api#enumValue": 3 } } } },
    });
    const values = (name: string) =>
      "members" in shapes(name)
        ? (shapes(name) as Extract<Shape, { kind: "enum" }>).members.map(
            (m) => m.traits["smithy.api#enumValue"],
          )
        : [];
    expect(values("E")).toEqual(["A", "b"]);
    expect(values("I")).toEqual([3]);
  });

  it("reads operations, and Unit where they have no input or output", () => {
    const shapes = readShapes({
      O: { type: "operation", input: target("example#S"), errors: [target("example#S")] },
      S: { type: "structure" },
    });
    expect(shapes("O")).toEqual({
      kind: "operation",
      id: "example#O",
      traits: {},
      input: "example#S",
      output: "smithy.api#Unit",
      errors: ["example#S"],
    });
  });

  it("reads every field of services and resources", () => {
    const shapes = readShapes({
      Service: {
        type: "service",
        version: "1",
        operations: [target("example#O")],
        resources: [target("example#R")],
        errors: [target("example#S")],
        rename: { "example#S": "T" },
      },
      R: {
        type: "resource",
        identifiers: { id: STRING },
        properties: { p: STRING },
        list: target("example#O"),
        create: target("example#O"),
        operations: [target("example#O")],
        collectionOperations: [target("example#O")],
        resources: [target("example#Child")],
      },
      Child: { type: "resource" },
      O: { type: "operation" },
      S: { type: "structure" },
    });
    expect(shapes("Service")).toMatchObject({
      version: "1",
      operations: ["example#O"],
      resources: ["example#R"],
      errors: ["example#S"],
      rename: [{ shape: "example#S", name: "T" }],
    });
    expect(shapes("R")).toMatchObject({
      identifiers: [{ name: "id", target: "smithy.api#String" }],
      properties: [{ name: "p", target: "smithy.api#String" }],
      lifecycle: [
        { name: "create", target: "example#O" },
        { name: "list", target: "example#O" },
      ],
      operations: ["example#O"],
      collectionOperations: ["example#O"],
      resources: ["example#Child"],
    });
  });

  it("keeps mixins as written and asks no list for a member that a mixin gives", () => {
    const shapes = readShapes({
      Base: { type: "list", member: STRING, traits: { "smithy.api#mixin": {} } },
      L: { type: "list", mixins: [target("example#Base")] },
    });
    expect(shapes("L")).toMatchObject({ mixins: ["example#Base"], members: [] });
  });

  it("keeps metadata, and names that belong to Object.prototype", () => {
    const { model, diagnostics, locate } = read(`{
      "smithy": "2",
      "metadata": {"__proto__": [1]},
      "shapes": {
        "example#__proto__": {"type": "structure", "members": {"__proto__": {"target": "example#constructor"}}},
        "example#constructor": {"type": "string", "traits": {"example#toString": {"__proto__": 1}}}
      }
    }`);
    expect(diagnostics).toEqual([]);
    expect(model.metadata.get("__proto__")).toEqual([1]);
    expect(findMember(getShape(model, "example#__proto__"), "__proto__")?.target).toBe("example#constructor");
    const value = getShape(model, "example#constructor").traits["example#toString"];
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(locate("example#__proto__$__proto__")?.pointer).toBe(
      "/shapes/example#__proto__/members/__proto__",
    );
    expect("polluted" in {}).toBe(false);
  });
});

describe("strings with the @enum trait", () => {
  const upgrade = (...definitions: unknown[]) =>
    readShapes({
      E: { type: "string", traits: { "smithy.api#enum": definitions, "smithy.api#tags": ["t"] } },
    })("E");

  it("become enums, with names as given or as Smithy makes them", () => {
    expect(
      upgrade(
        { value: "t2.micro: x" },
        { value: "1", name: "ONE", documentation: "One.", deprecated: true, tags: ["internal"] },
      ),
    ).toEqual({
      kind: "enum",
      id: "example#E",
      traits: { "smithy.api#tags": ["t"] },
      members: [
        { name: "t2_micro_x", target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "t2.micro: x" } },
        {
          name: "ONE",
          target: "smithy.api#Unit",
          traits: {
            "smithy.api#enumValue": "1",
            "smithy.api#documentation": "One.",
            "smithy.api#tags": ["internal"],
            "smithy.api#deprecated": {},
            "smithy.api#internal": {},
          },
        },
      ],
    });
  });

  it.each([
    ["a value that gives no name", [{ value: "1" }]],
    ["two values that give one name", [{ value: "a.b" }, { value: "a-b" }]],
    ["a key that an enum shape has no place for", [{ value: "a", colour: "red" }]],
    ["no entries", []],
  ])("stay strings for %s", (_name, definitions) => {
    expect(upgrade(...definitions)).toMatchObject({
      kind: "string",
      traits: { "smithy.api#enum": definitions },
    });
  });

  it("are located at the entry of the trait", () => {
    const trait = { "smithy.api#enum": [{ value: "a" }, { value: "b" }] };
    const { locate } = read({ smithy: "1.0", shapes: { "example#E": { type: "string", traits: trait } } });
    expect(locate("example#E$b")?.pointer).toBe("/shapes/example#E/traits/smithy.api#enum/1");
  });
});

describe("version 1.0", () => {
  const box = { "smithy.api#box": {} };

  it("turns sets into lists of unique items, and warns of them", () => {
    const shapes = { "example#S": { type: "set", member: STRING } };
    const { model, diagnostics } = read({ smithy: "1.0", shapes });
    expect(getShape(model, "example#S")).toMatchObject({
      kind: "list",
      traits: { "smithy.api#uniqueItems": {} },
    });
    expect(diagnostics).toMatchObject([
      { code: "smithy/deprecated-set", severity: "warning", location: { pointer: "/shapes/example#S/type" } },
    ]);
  });

  it("states the defaults that were implicit, and drops @box", () => {
    const shapes = readShapes(
      {
        Count: { type: "integer" },
        Boxed: { type: "boolean", traits: box },
        Blob: { type: "blob", traits: { "smithy.api#streaming": {} } },
        S: {
          type: "structure",
          members: {
            count: target("example#Count"),
            boxedMember: { ...target("example#Count"), traits: box },
            boxed: target("example#Boxed"),
            preludeBoxed: target("smithy.api#Integer"),
            preludePrimitive: target("smithy.api#PrimitiveBoolean"),
            blob: target("example#Blob"),
            requiredBlob: { ...target("example#Blob"), traits: { "smithy.api#required": {} } },
            text: STRING,
          },
        },
        U: { type: "union", members: { count: target("example#Count") } },
      },
      "1.0",
    );
    const defaults = (name: string) =>
      Object.fromEntries(
        (shapes(name) as Extract<Shape, { kind: "structure" }>).members
          .filter((member) => "smithy.api#default" in member.traits)
          .map((member) => [member.name, member.traits["smithy.api#default"]]),
      );
    expect(shapes("Count").traits).toEqual({ "smithy.api#default": 0 });
    expect(shapes("Boxed").traits).toEqual({});
    expect(defaults("S")).toEqual({ count: 0, boxedMember: null, preludePrimitive: false, blob: "" });
    expect(defaults("U")).toEqual({});
    expect(JSON.stringify([shapes("S"), shapes("U")])).not.toContain("smithy.api#box");
  });

  it("leaves 2.0 models without implicit defaults", () => {
    expect(readShapes({ Count: { type: "integer" } })("Count").traits).toEqual({});
  });

  it.each([
    ["enum shapes", { type: "enum", members: { A: UNIT } }, "/shapes/example#A/type"],
    ["mixins", { type: "structure", mixins: [target("example#B")] }, "/shapes/example#A/mixins"],
    [
      "@default",
      { type: "string", traits: { "smithy.api#default": "" } },
      "/shapes/example#A/traits/smithy.api#default",
    ],
    ["properties", { type: "resource", properties: {} }, "/shapes/example#A/properties"],
  ])("has no %s", (_name, shape, pointer) => {
    const { diagnostics } = read({
      smithy: "1.0",
      shapes: { "example#A": shape, "example#B": { type: "structure" } },
    });
    expect(diagnostics).toMatchObject([{ code: "smithy/wrong-version", location: { pointer } }]);
  });
});

describe("apply", () => {
  it("adds traits to shapes and members, and joins lists", () => {
    const shapes = readShapes({
      S: { type: "structure", members: { m: STRING }, traits: { "smithy.api#tags": ["a"] } },
      S$m: { type: "apply", traits: { "smithy.api#required": {} } },
    });
    expect(findMember(shapes("S"), "m")?.traits).toEqual({ "smithy.api#required": {} });
    const { model } = read({
      smithy: "2.0",
      shapes: {
        "example#Before": { type: "apply", traits: {} },
        "example#S$m": { type: "apply", traits: { "smithy.api#tags": ["b"] } },
        "example#S": {
          type: "structure",
          members: { m: { ...STRING, traits: { "smithy.api#tags": ["a"] } } },
        },
      },
    });
    expect(findMember(getShape(model, "example#S"), "m")?.traits).toEqual({ "smithy.api#tags": ["a", "b"] });
  });

  it("redefines a member that comes from a mixin, with the same target and value", () => {
    const shapes = readShapes({
      Base: { type: "structure", members: { m: STRING }, traits: { "smithy.api#mixin": {} } },
      Middle: { type: "structure", mixins: [target("example#Base")], traits: { "smithy.api#mixin": {} } },
      S: { type: "structure", mixins: [target("example#Middle")] },
      S$m: { type: "apply", traits: { "smithy.api#required": {} } },
      BaseEnum: { type: "enum", members: { A: { ...UNIT, traits: { "smithy.api#enumValue": "a" } } } },
      E: { type: "enum", mixins: [target("example#BaseEnum")] },
      E$A: { type: "apply", traits: { "smithy.api#documentation": "Text." } },
    });
    expect(shapes("S")).toMatchObject({
      members: [{ name: "m", target: "smithy.api#String", traits: { "smithy.api#required": {} } }],
    });
    expect(findMember(shapes("E"), "A")?.traits).toEqual({
      "smithy.api#documentation": "Text.",
      "smithy.api#enumValue": "a",
    });
  });

  it.each([
    ["example#Missing", "smithy/apply-without-shape"],
    ["example#S$missing", "smithy/apply-without-shape"],
    ["example#S$m", "smithy/conflicting-trait"],
  ])("reports %s", (id, code) => {
    const { diagnostics } = read({
      smithy: "2.0",
      shapes: {
        "example#S": { type: "structure", members: { m: { ...STRING, traits: { "example#t": 1 } } } },
        [id]: { type: "apply", traits: { "example#t": 2 } },
      },
    });
    expect(diagnostics).toMatchObject([{ code, severity: "error" }]);
  });
});

describe("what is wrong is reported at its pointer", () => {
  const shapeCases: [string, string, unknown, string][] = [
    ["malformed-shape-id", "no-hash", { type: "string" }, "/shapes/no-hash"],
    ["member-as-shape", "a#b$c", { type: "string" }, "/shapes/a#b$c"],
    ["malformed-shape-id", "../../x#A", { type: "string" }, "/shapes/..~1..~1x#A"],
    ["wrong-json-type", "a#A", "string", "/shapes/a#A"],
    ["missing-field", "a#A", {}, "/shapes/a#A"],
    ["wrong-json-type", "a#A", { type: 1 }, "/shapes/a#A/type"],
    ["unknown-type", "a#A", { type: "strung" }, "/shapes/a#A/type"],
    ["unknown-type", "a#A", { type: "constructor" }, "/shapes/a#A/type"],
    ["unknown-field", "a#A", { type: "string", extra: 1 }, "/shapes/a#A"],
    ["wrong-json-type", "a#A", { type: "string", traits: [] }, "/shapes/a#A/traits"],
    [
      "malformed-trait-id",
      "a#A",
      { type: "string", traits: { required: {} } },
      "/shapes/a#A/traits/required",
    ],
    ["malformed-trait-id", "a#A", { type: "string", traits: { "a#b$c": {} } }, "/shapes/a#A/traits/a#b$c"],
    ["wrong-json-type", "a#A", { type: "structure", members: [] }, "/shapes/a#A/members"],
    ["wrong-json-type", "a#A", { type: "structure", members: { m: "x" } }, "/shapes/a#A/members/m"],
    ["missing-field", "a#A", { type: "structure", members: { m: {} } }, "/shapes/a#A/members/m"],
    [
      "wrong-json-type",
      "a#A",
      { type: "structure", members: { m: { target: 1 } } },
      "/shapes/a#A/members/m/target",
    ],
    [
      "malformed-shape-id",
      "a#A",
      { type: "structure", members: { m: target("String") } },
      "/shapes/a#A/members/m/target",
    ],
    ["malformed-name", "a#A", { type: "structure", members: { "m/n": STRING } }, "/shapes/a#A/members/m~1n"],
    [
      "unknown-field",
      "a#A",
      { type: "structure", members: { m: { ...STRING, box: true } } },
      "/shapes/a#A/members/m",
    ],
    ["wrong-enum-target", "a#A", { type: "enum", members: { A: STRING } }, "/shapes/a#A/members/A/target"],
    ["missing-enum-value", "a#A", { type: "intEnum", members: { A: UNIT } }, "/shapes/a#A/members/A"],
    ["missing-field", "a#A", { type: "list" }, "/shapes/a#A"],
    ["missing-field", "a#A", { type: "map", key: STRING }, "/shapes/a#A"],
    ["wrong-version", "a#A", { type: "set", member: STRING }, "/shapes/a#A/type"],
    ["wrong-json-type", "a#A", { type: "operation", input: "a#B" }, "/shapes/a#A/input"],
    ["missing-field", "a#A", { type: "operation", errors: [{}] }, "/shapes/a#A/errors/0"],
    ["wrong-json-type", "a#A", { type: "operation", errors: {} }, "/shapes/a#A/errors"],
    ["wrong-json-type", "a#A", { type: "operation", errors: [null] }, "/shapes/a#A/errors/0"],
    ["malformed-shape-id", "a#A", { type: "list", member: target("a#A$") }, "/shapes/a#A/member/target"],
    ["malformed-shape-id", "a#A", { type: "resource", create: target("x") }, "/shapes/a#A/create/target"],
    ["wrong-json-type", "a#A", { type: "resource", identifiers: [] }, "/shapes/a#A/identifiers"],
    [
      "malformed-name",
      "a#A",
      { type: "resource", identifiers: { "1": STRING } },
      "/shapes/a#A/identifiers/1",
    ],
    ["wrong-json-type", "a#A", { type: "service", version: 1 }, "/shapes/a#A/version"],
    ["malformed-shape-id", "a#A", { type: "service", rename: { x: "Y" } }, "/shapes/a#A/rename/x"],
    ["wrong-json-type", "a#A", { type: "service", rename: { "a#B": 1 } }, "/shapes/a#A/rename/a#B"],
    ["malformed-name", "a#A", { type: "service", rename: { "a#B": "1" } }, "/shapes/a#A/rename/a#B"],
  ];

  it.each(shapeCases)("%s: %s %j", (code, id, shape, pointer) => {
    const { model, diagnostics } = read({
      smithy: "2.0",
      shapes: { [id]: shape, "a#After": { type: "string" } },
    });
    expect(diagnostics).toMatchObject([
      { code: `smithy/${code}`, location: { file: "model.json", pointer } },
    ]);
    expect(model.shapes.has("a#After")).toBe(true);
  });

  it.each<[string, unknown, string | undefined]>([
    ["not-a-model", [], undefined],
    ["missing-version", { shapes: {} }, ""],
    ["unsupported-version", { smithy: "3.0" }, "/smithy"],
    ["unsupported-version", { smithy: 2 }, "/smithy"],
    ["unknown-key", { smithy: "2.0", shape: {}, other: 1 }, "/shape"],
    ["wrong-json-type", { smithy: "2.0", shapes: [] }, "/shapes"],
    ["wrong-json-type", { smithy: "2.0", metadata: 1 }, "/metadata"],
  ])("%s: %j", (code, value, pointer) => {
    const { diagnostics } = read(value);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.code).toBe(`smithy/${code}`);
    expect(diagnostics[0]!.location?.pointer).toBe(pointer);
  });

  it("reports text that is not JSON once", () => {
    expect(read('{"smithy": "2.0", "shapes": {').diagnostics).toMatchObject([{ code: "json/syntax" }]);
    expect(read("").diagnostics).toMatchObject([{ code: "json/syntax" }]);
  });

  it.each([
    ["a trait", (deep: string) => `"shapes": {"a#A": {"type": "string", "traits": {"a#t": ${deep}}}}`],
    [
      "a member's trait",
      (deep: string) =>
        `"shapes": {"a#A": {"type": "list", "member": {"target": "smithy.api#String", "traits": {"a#t": ${deep}}}}}`,
    ],
    [
      "an applied trait",
      (deep: string) =>
        `"shapes": {"a#A": {"type": "string"}, "a#A$x": {"type": "apply", "traits": {"a#t": ${deep}}}}`,
    ],
    [
      "a field Smithy does not define",
      (deep: string) => `"shapes": {"a#A": {"type": "string", "x": ${deep}}}`,
    ],
    ["metadata", (deep: string) => `"metadata": {"x": ${deep}}`],
  ])("reports %s that is nested too deeply, once", (_name, place) => {
    const deep = `${"[".repeat(1200)}${"]".repeat(1200)}`;
    const { model, diagnostics } = read(`{"smithy": "2.0", ${place(deep)}}`);
    expect(diagnostics).toMatchObject([{ code: "json/too-deep" }]);
    expect(model.shapes.size).toBe(0);
  });

  it("passes over values nested too deeply where the model keeps nothing of them", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const { diagnostics } = read(
      `{"smithy": "2.0", "shapes": {"a#A": {"type": "structure", "members": ${deep}}}}`,
    );
    expect(diagnostics).toMatchObject([{ code: "smithy/wrong-json-type" }]);
  });

  it("throws nothing, whatever stands where", () => {
    const keys = fc.constantFrom(
      "smithy",
      "metadata",
      "shapes",
      "a#A",
      "a#A$m",
      "type",
      "members",
      "member",
      "target",
      "traits",
      "mixins",
      "key",
      "value",
      "input",
      "errors",
      "rename",
      "identifiers",
      "create",
      "operations",
      "version",
      "__proto__",
      "a#t",
      "smithy.api#enum",
      "smithy.api#box",
      "smithy.api#mixin",
      "m",
    );
    const leaves = fc.constantFrom<unknown>(
      "1.0",
      "2.0",
      "structure",
      "enum",
      "intEnum",
      "list",
      "set",
      "map",
      "apply",
      "service",
      "resource",
      "operation",
      "string",
      "a#A",
      "a#B",
      "smithy.api#Unit",
      true,
      null,
      1,
      "",
    );
    const node = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        leaves,
        fc.dictionary(keys, tie("node"), { maxKeys: 5 }),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    })).node;
    const shape = fc.record({
      type: leaves,
      members: node,
      member: node,
      traits: node,
      mixins: node,
      errors: node,
    });
    const shapes = fc.dictionary(fc.constantFrom("a#A", "a#B", "a#A$m", "x"), shape);
    const file = fc.record({ smithy: fc.constantFrom("1.0", "2.0"), metadata: node, shapes });
    fc.assert(
      fc.property(fc.oneof(file, node), (value) => {
        const { model } = read(value);
        expect(read(printSmithyJson(model), { references: false }).model.shapes.size).toBe(model.shapes.size);
      }),
      { numRuns: 1000 },
    );
  });

  it("reports keys given twice, where asked", () => {
    const text = '{"smithy": "2.0", "shapes": {"a#A": {"type": "string"}, "a#A": {"type": "blob"}}}';
    expect(read(text).diagnostics).toEqual([]);
    expect(read(text, { duplicates: true }).diagnostics).toMatchObject([{ code: "json/duplicate-key" }]);
  });

  it("reports targets that are not in the file at the member, unless told not to", () => {
    const value = { smithy: "2.0", shapes: { "a#L": { type: "list", member: target("a#Missing") } } };
    expect(read(value).diagnostics).toMatchObject([
      { code: "model/unresolved-target", location: { pointer: "/shapes/a#L/member" } },
    ]);
    expect(read(value, { references: false }).diagnostics).toEqual([]);
  });

  it("leaves out only the traits that are wrong", () => {
    const traits = { required: {}, "smithy.api#documentation": "Text." };
    const { model } = read({ smithy: "2.0", shapes: { "a#A": { type: "string", traits } } });
    expect(getShape(model, "a#A").traits).toEqual({ "smithy.api#documentation": "Text." });
  });

  it("keeps fields that Smithy does not define in a trait", () => {
    const { model } = read(
      '{"smithy": "2.0", "shapes": {"a#A": {"type": "string", "__proto__": 1, "x": [2]}}}',
    );
    const fields = getShape(model, "a#A").traits["shapelog.smithy#fields"];
    expect(Object.entries(fields as object)).toEqual([
      ["__proto__", 1],
      ["x", [2]],
    ]);
  });
});

describe("isSmithyJson", () => {
  it.each<[unknown, boolean]>([
    [{ smithy: "2.0" }, true],
    [{ shapes: { "a#A": {} } }, true],
    [{ version: "2.0", metadata: {}, shapes: { A: {} } }, false],
    [{ shapes: {} }, false],
    [[], false],
    [null, false],
    ["smithy", false],
  ])("of %j is %s", (value, expected) => expect(isSmithyJson(value)).toBe(expected));
});

describe("locate", () => {
  it("gives pointers of shapes and members, and nothing for what is not there", () => {
    const { locate } = read({
      smithy: "2.0",
      shapes: {
        "a#S": { type: "structure", members: { m: STRING } },
        "a#L": { type: "list", member: STRING },
      },
    });
    expect(locate("a#S")).toEqual({ file: "model.json", pointer: "/shapes/a#S" });
    expect(locate("a#S$m")?.pointer).toBe("/shapes/a#S/members/m");
    expect(locate("a#L$member")?.pointer).toBe("/shapes/a#L/member");
    for (const id of ["a#X", "a#S$x", "smithy.api#String", ""]) expect(locate(id)).toBeUndefined();
  });
});
