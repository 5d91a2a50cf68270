import { equalModels, type Shape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { type LoadModelOptions, loadModel } from "./load-model.js";

const V2 = '$version: "2.0"\n';

/** Loads files given by name; a text that is no string is JSON. */
function load(files: Record<string, string | object>, options?: LoadModelOptions) {
  const sources = Object.entries(files).map(([file, content]) => ({
    file,
    text: typeof content === "string" ? content : JSON.stringify(content),
  }));
  return loadModel(sources, options);
}

const one = (text: string) => load({ "main.smithy": `${V2}namespace example\n${text}` });
const codes = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.map(({ code }) => code);
const membersOf = (shape: Shape | undefined) =>
  shape && "members" in shape ? shape.members.map(({ name, target, traits }) => [name, target, traits]) : [];

describe("loadModel", () => {
  it("resolves names across files, whatever their order: used, then the namespace's, then the prelude's", () => {
    const { model, diagnostics } = load({
      "a.smithy": `${V2}namespace a\nuse b#Used\nstructure S { used: Used, own: Own, prelude: String, full: b#Integer }`,
      "b.json": {
        smithy: "2.0",
        shapes: { "b#Used": { type: "string" }, "b#Integer": { type: "integer" } },
      },
      "c.smithy": `${V2}namespace a\nstring Own`,
    });
    expect(diagnostics).toEqual([]);
    expect(membersOf(model.shapes.get("a#S"))).toEqual([
      ["used", "b#Used", {}],
      ["own", "a#Own", {}],
      ["prelude", "smithy.api#String", {}],
      ["full", "b#Integer", {}],
    ]);
  });

  it("takes a namespace's own shape for a name of the prelude, even where another file defines it", () => {
    const { model } = load({
      "a.smithy": `${V2}namespace a\n@tags list L { member: String }`,
      "b.smithy": `${V2}namespace a\nstring String\n@trait structure tags {}`,
    });
    expect(model.shapes.get("a#L")).toMatchObject({
      members: [{ target: "a#String" }],
      traits: { "a#tags": {} },
    });
  });

  it("gives the same model from IDL and JSON AST", () => {
    const idl = one(`
@mixin structure M { a: String, b: String }
structure S with [M] {
    @required $b
    @required $a
    c: Integer = 1
}
enum E {
    A
    B = "b"
}
operation O { input := { @required id: String } output: S }
service X { version: "1", operations: [O] }
resource R { identifiers: { id: String }, read: O }
map P { value: Integer, key: String }
`);
    const target = (id: string) => ({ target: `smithy.api#${id}` });
    const json = load({
      "main.json": {
        smithy: "2.0",
        shapes: {
          "example#M": {
            type: "structure",
            members: { a: target("String"), b: target("String") },
            traits: { "smithy.api#mixin": {} },
          },
          "example#S": {
            type: "structure",
            mixins: [{ target: "example#M" }],
            members: { c: { ...target("Integer"), traits: { "smithy.api#default": 1 } } },
          },
          "example#S$b": { type: "apply", traits: { "smithy.api#required": {} } },
          "example#S$a": { type: "apply", traits: { "smithy.api#required": {} } },
          "example#E": {
            type: "enum",
            members: { A: target("Unit"), B: { ...target("Unit"), traits: { "smithy.api#enumValue": "b" } } },
          },
          "example#O": {
            type: "operation",
            input: { target: "example#OInput" },
            output: { target: "example#S" },
          },
          "example#OInput": {
            type: "structure",
            members: { id: { ...target("String"), traits: { "smithy.api#required": {} } } },
            traits: { "smithy.api#input": {} },
          },
          "example#X": { type: "service", version: "1", operations: [{ target: "example#O" }] },
          "example#R": {
            type: "resource",
            identifiers: { id: target("String") },
            read: { target: "example#O" },
          },
          "example#P": { type: "map", key: target("String"), value: target("Integer") },
        },
      },
    });
    expect([...idl.diagnostics, ...json.diagnostics]).toEqual([]);
    expect(equalModels(idl.model, json.model)).toBe(true);
  });

  it("names inputs and outputs inside operations as the file says", () => {
    const { model } = load({
      "a.smithy": `${V2}$operationInputSuffix: "Request"\nnamespace a\noperation O { input := {} output := @tags(["x"]) {} }`,
    });
    expect(model.shapes.get("a#O")).toMatchObject({ input: "a#ORequest", output: "a#OOutput" });
    expect(model.shapes.get("a#OOutput")!.traits).toEqual({
      "smithy.api#output": {},
      "smithy.api#tags": ["x"],
    });
  });

  it("finds elided targets in the resource and in mixins", () => {
    const { model, diagnostics } = one(`
resource R { identifiers: { id: String }, properties: { size: Integer } }
@mixin structure M for R { $size, note: String }
structure S for R with [M] { @required $id, @required $note }
list L with [A] { @length(min: 1) $member }
@mixin list A { member: String }
`);
    expect(diagnostics).toEqual([]);
    expect(membersOf(model.shapes.get("example#M"))).toEqual([
      ["size", "smithy.api#Integer", {}],
      ["note", "smithy.api#String", {}],
    ]);
    expect(membersOf(model.shapes.get("example#S"))).toEqual([
      ["id", "smithy.api#String", { "smithy.api#required": {} }],
      ["note", "smithy.api#String", { "smithy.api#required": {} }],
    ]);
    expect(membersOf(model.shapes.get("example#L"))).toEqual([
      ["member", "smithy.api#String", { "smithy.api#length": { min: 1 } }],
    ]);
  });

  it("applies traits from any file, concatenates lists, and keeps the first of two values", () => {
    const { model, diagnostics } = load({
      "a.smithy": `${V2}namespace a\napply S @tags(["b"])\napply S$m { @required @length(min: 2) }\napply S @title("two")`,
      "b.smithy": `${V2}namespace a\n@tags(["a"]) @title("one")\nstructure S { @length(min: 2) m: String }`,
    });
    expect(model.shapes.get("a#S")).toMatchObject({
      traits: { "smithy.api#tags": ["a", "b"], "smithy.api#title": "one" },
      members: [{ traits: { "smithy.api#length": { min: 2 }, "smithy.api#required": {} } }],
    });
    expect(diagnostics).toMatchObject([
      { code: "smithy/conflicting-trait", location: { file: "a.smithy", offset: 97 } },
    ]);
  });

  it("takes a shape that is defined twice in the same way, and reports one that differs with both places", () => {
    const files = { "a.smithy": `${V2}namespace a\nstructure S { m: String }` };
    const same = load({ ...files, "b.smithy": `${V2}namespace a\nstructure S { @required m: String }` });
    expect(same.diagnostics).toMatchObject([{ code: "smithy/repeated-shape", severity: "note" }]);
    expect(membersOf(same.model.shapes.get("a#S"))[0]![2]).toEqual({ "smithy.api#required": {} });
    const other = load({ ...files, "b.smithy": `${V2}namespace a\nstructure S { m: Integer }` });
    expect(other.diagnostics).toMatchObject([
      {
        code: "smithy/conflicting-shape",
        location: { file: "b.smithy", offset: 28 },
        related: [{ location: { file: "a.smithy", offset: 28 } }],
      },
    ]);
    expect(membersOf(other.model.shapes.get("a#S"))[0]![1]).toBe("smithy.api#String");
  });

  it("reads a file once that is given twice", () => {
    const file = { file: "a.smithy", text: `${V2}namespace a\n@tags(["a"]) string S` };
    const { model, diagnostics } = loadModel([file, file]);
    expect(diagnostics).toEqual([]);
    expect(model.shapes.get("a#S")!.traits).toEqual({ "smithy.api#tags": ["a"] });
  });

  it("puts metadata together: lists, equal values, and a conflict with both places", () => {
    const { model, diagnostics } = load({
      "a.smithy": `${V2}metadata list = [1]\nmetadata list = [2]\nmetadata a = {b: 1}\nmetadata c = 1`,
      "b.json": { smithy: "2.0", metadata: { list: [3], a: { b: 1 }, c: 2 } },
    });
    expect([...model.metadata]).toEqual([
      ["list", [1, 2, 3]],
      ["a", { b: 1 }],
      ["c", 1],
    ]);
    expect(diagnostics).toMatchObject([
      {
        code: "smithy/conflicting-metadata",
        location: { file: "b.json", pointer: "/metadata/c" },
        related: [{ location: { file: "a.smithy" } }],
      },
    ]);
  });

  it("tells where @box had no effect before it takes it out", () => {
    const text = "namespace a\nunion U { @box b: Integer, c: String }\nstructure S { @box b: Integer }";
    const { model, diagnostics } = load({ "old.smithy": text });
    expect(diagnostics).toMatchObject([
      { code: "smithy/box-without-effect", data: { member: "a#U$b" }, location: { offset: 22 } },
    ]);
    expect(membersOf(model.shapes.get("a#U"))).toEqual([
      ["b", "smithy.api#Integer", {}],
      ["c", "smithy.api#String", {}],
    ]);
  });

  it("upgrades files of version 1.0 alone", () => {
    const { model } = load({
      "old.smithy":
        "namespace a\nstructure Old { @box b: Integer, p: PrimitiveInteger, n: Number, t: Ten }\ninteger Number\nset Names { member: String }",
      "new.smithy": `${V2}namespace a\ninteger Ten\nstructure New { n: Number }`,
    });
    expect(membersOf(model.shapes.get("a#Old"))).toEqual([
      ["b", "smithy.api#Integer", { "smithy.api#default": null }],
      ["p", "smithy.api#PrimitiveInteger", { "smithy.api#default": 0 }],
      ["n", "a#Number", { "smithy.api#default": 0 }],
      ["t", "a#Ten", {}],
    ]);
    expect(model.shapes.get("a#Number")!.traits).toEqual({ "smithy.api#default": 0 });
    expect(model.shapes.get("a#Ten")!.traits).toEqual({});
    expect(membersOf(model.shapes.get("a#New"))).toEqual([["n", "a#Number", {}]]);
    expect(model.shapes.get("a#Names")).toMatchObject({
      kind: "list",
      traits: { "smithy.api#uniqueItems": {} },
    });
  });

  it("keeps the deprecated enum trait where it is asked to", () => {
    const files = { "a.smithy": 'namespace a\n@enum([{value: "x", name: "X"}])\nstring S' };
    expect(load(files).model.shapes.get("a#S")!.kind).toBe("enum");
    expect(load(files, { upgradeEnums: false }).model.shapes.get("a#S")!.kind).toBe("string");
  });

  it("makes ids without quotes strings, and reports those that stand for nothing", () => {
    const { model, diagnostics } = one("@trait document t\n@t(a: [t, String, Gone, other#Gone$m])\nstring S");
    expect(model.shapes.get("example#S")!.traits).toEqual({
      "example#t": { a: ["example#t", "smithy.api#String", "example#Gone", "other#Gone$m"] },
    });
    expect(diagnostics).toMatchObject([
      { code: "smithy/unresolved-id", severity: "danger", data: { resolved: "example#Gone" } },
      { code: "smithy/unresolved-id", severity: "danger", data: { resolved: "other#Gone$m" } },
    ]);
  });

  it.each([
    ["use other#Gone", ["smithy/unknown-use"]],
    ["structure S { m: Gone }", ["model/unresolved-target"]],
    ["apply Gone @required", ["smithy/apply-without-shape"]],
    ["apply String @required", ["smithy/apply-to-prelude"]],
    ["structure S {}\napply S$gone @required", ["smithy/apply-without-shape"]],
    ["structure S { $gone }", ["smithy/unresolved-elision"]],
    ["structure S for String { m: String }", ["smithy/not-a-resource"]],
    ["structure A with [A] { m: String }", ["smithy/cyclic-mixins"]],
    ["string A\nstructure B with [A] {}", ["smithy/wrong-mixin-kind"]],
    ["@mixin structure A { m: String }\nstructure B with [A] { m: Integer }", ["smithy/conflicting-member"]],
    ["@mixin operation O { input := {} }", ["smithy/unfit-mixin"]],
    ["@mixin resource R { identifiers: { a: String } }", ["smithy/unfit-mixin"]],
    ["@mixin list A { }\nlist B with [A] {}", ["smithy/missing-field", "smithy/broken-mixin"]],
    ["@mixin list A { }\nlist B with [A] { $member }", ["smithy/missing-field", "smithy/broken-mixin"]],
    [
      "@mixin map A { key: String }\n@mixin map B with [A] { value: String }\nmap C with [B] { $key }",
      ["smithy/missing-field", "smithy/broken-mixin", "smithy/broken-mixin"],
    ],
    ["map M { key: String }", ["smithy/missing-field"]],
    ["structure S { a: S$b, b: String }", ["model/member-as-target"]],
    ["structure S { a: S$c, b: String }", ["model/unresolved-target"]],
    ["structure S { b: String }\noperation O { errors: [S$b] }", ["model/member-as-target"]],
    ["list L { member: String, other: String }", ["smithy/unexpected-member"]],
    ["intEnum E { A }", ["smithy/missing-enum-value"]],
    ["service S { version: 1 }", ["smithy/wrong-json-type"]],
    ["service S { operations: { a: b } }", ["smithy/wrong-json-type"]],
    ["service S { flavor: 1 }", ["smithy/unknown-field"]],
    ['service S { rename: { a: "B" } }', ["smithy/malformed-shape-id"]],
    ['resource R { identifiers: { "a b": String } }', ["smithy/malformed-name"]],
    ['resource R { read: "a b" }', ["smithy/malformed-shape-id"]],
    ["@box integer I", ["smithy/trait-out-of-place"]],
    ["@title(1)\n@title(2)\nstring S", ["smithy/conflicting-trait"]],
    ['/// One.\n@documentation("Two.")\nstring S', ["smithy/conflicting-trait"]],
  ])("reports of %j %j, with a place", (text, expected) => {
    const result = one(text);
    expect(codes(result)).toEqual(expected);
    for (const { location } of result.diagnostics) expect(location).toMatchObject({ file: "main.smithy" });
  });

  it("reports a binding to a private resource of another namespace", () => {
    const result = load({
      "a.smithy": `${V2}namespace a\n@private resource R { identifiers: { id: String } }`,
      "b.smithy": `${V2}namespace b\nuse a#R\nstructure S for R { $id }`,
    });
    expect(result.diagnostics).toMatchObject([{ code: "smithy/private-resource", severity: "danger" }]);
  });

  it("says where shapes, members and traits stand", () => {
    const text = `${V2}namespace example

/// About S.
@tags(["a"])
structure S with [M] {
    /// About a.
    @required
    a: String = "x"
}

@mixin
structure M {
    inherited: String
}

enum E {
    X = "x"
}

operation O {
    input := @tags(["b"]) { id: String }
}

apply S$a @internal
`;
    const { locate } = load({ "main.smithy": text });
    const at = (id: string, trait?: string) => {
      const offset = locate(id, trait)?.offset;
      return offset === undefined ? undefined : text.slice(offset, offset + 9);
    };
    expect(at("example#S")).toBe("structure");
    expect(at("example#S$a")).toBe("a: String");
    expect(at("example#S$inherited")).toBe("inherited");
    expect(at("example#S", "smithy.api#tags")).toBe('@tags(["a');
    expect(at("example#S", "smithy.api#documentation")).toBe("/// About");
    expect(at("example#S$a", "smithy.api#required")).toBe("@required");
    expect(at("example#S$a", "smithy.api#default")).toBe('"x"\n}\n\n@m');
    expect(at("example#S$a", "smithy.api#internal")).toBe("@internal");
    expect(at("example#E$X", "smithy.api#enumValue")).toBe('"x"\n}\n\nop');
    expect(at("example#OInput")).toBe("{ id: Str");
    expect(at("example#OInput$id")).toBe("id: Strin");
    expect(at("example#OInput", "smithy.api#tags")).toBe('@tags(["b');
    expect(at("example#S", "smithy.api#required")).toBeUndefined();
    expect(at("example#Gone")).toBeUndefined();
    expect(at("example#S$gone")).toBeUndefined();
  });

  it("says where traits stand in JSON", () => {
    const { locate } = load({
      "a.json": {
        smithy: "2.0",
        shapes: {
          "a#S": {
            type: "structure",
            traits: { "smithy.api#tags": ["a"] },
            members: { m: { target: "smithy.api#String", traits: { "smithy.api#required": {} } } },
          },
          "a#S$m": { type: "apply", traits: { "smithy.api#internal": {} } },
        },
      },
    });
    const at = (id: string, trait: string) => locate(id, trait)?.pointer;
    expect(at("a#S", "smithy.api#tags")).toBe("/shapes/a#S/traits/smithy.api#tags");
    expect(at("a#S$m", "smithy.api#required")).toBe("/shapes/a#S/members/m/traits/smithy.api#required");
    expect(at("a#S$m", "smithy.api#internal")).toBe("/shapes/a#S$m/traits/smithy.api#internal");
    expect(at("a#S", "smithy.api#required")).toBeUndefined();
  });

  it("tells IDL from JSON by the file's name, then by how the text begins", () => {
    const idl = `${V2}namespace a\nstring S`;
    const json = ' {"smithy": "2.0", "shapes": {"a#S": {"type": "string"}}}';
    for (const text of [idl, json]) {
      expect(loadModel([{ file: "<stdin>", text }]).model.shapes.has("a#S")).toBe(true);
    }
    expect(loadModel([{ file: "x.json", text: idl, format: "idl" }]).model.shapes.size).toBe(1);
    expect(codes(loadModel([{ file: "x.json", text: idl }]))).toEqual(["json/syntax"]);
  });
});

describe("loadModel of bad input", () => {
  it("takes no file and empty files", () => {
    expect(loadModel([])).toMatchObject({ diagnostics: [] });
    expect(load({ "a.smithy": "" }).diagnostics).toEqual([]);
    expect(codes(load({ "a.json": "" }))).toEqual(["json/syntax"]);
  });

  it("goes on after an error in one of the files", () => {
    const { model, diagnostics } = load({
      "a.smithy": `${V2}namespace a\nstring S\nstring 5\nstring T`,
      "b.json": "{",
    });
    expect([...model.shapes.keys()]).toEqual(["a#S", "a#T"]);
    expect(diagnostics.map(({ location }) => location?.file)).toEqual(["a.smithy", "b.json"]);
  });

  it("keeps names of Object.prototype apart from properties", () => {
    const { model } = load({
      "a.smithy": `${V2}metadata __proto__ = {__proto__: [1]}\nnamespace constructor\n@foo(__proto__: {toString: 1})\nstructure toString { constructor: String, hasOwnProperty: Gone }`,
    });
    const shape = model.shapes.get("constructor#toString")!;
    expect(membersOf(shape).map(([name]) => name)).toEqual(["constructor", "hasOwnProperty"]);
    expect(JSON.stringify(shape.traits)).toBe('{"constructor#foo":{"__proto__":{"toString":1}}}');
    expect(JSON.stringify([...model.metadata])).toBe('[["__proto__",{"__proto__":[1]}]]');
  });

  it("locates inherited members where their mixins have them, however often it is asked", () => {
    const text = `${V2}namespace a
@mixin structure A { a: String }
@mixin structure B with [A] {}
@mixin structure C { c: String }
structure D with [B, C] {}`;
    const { locate } = loadModel([{ file: "a.smithy", text }]);
    const offset = text.indexOf("a: String");
    for (const id of ["a#D$a", "a#D$a", "a#B$a"]) expect(locate(id)).toEqual({ file: "a.smithy", offset });
    expect(locate("a#D$c")?.offset).toBe(text.indexOf("c: String"));
    expect(locate("a#D$b")).toBeUndefined();
  });

  it("takes cycles and long chains of mixins in a time that grows with the text", () => {
    const count = 2000;
    const chain = (last: string) =>
      Array.from({ length: count }, (_, index) => `structure S${index} with [S${index + 1}] { @required $m }`)
        .concat(last)
        .join("\n");
    const long = one(chain(`structure S${count} { m: String }`));
    expect(new Set(codes(long))).toEqual(new Set(["smithy/too-many-mixins", "smithy/unresolved-elision"]));
    const cyclic = one(chain(`structure S${count} with [S0] { m: String }`));
    expect(codes(cyclic).filter((code) => code === "smithy/cyclic-mixins")).toHaveLength(count + 1);
    for (const shape of cyclic.model.shapes.values()) expect(shape.mixins).toEqual([]);
  });
});
