import { createModel, equalModels, type Model, type StructureShape } from "@shapelog/model";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadModel } from "./load/load-model.js";
import { liftModel, printIdl, printIdlFiles } from "./print-idl.js";

const read = (text: string) => loadModel([{ file: "main.smithy", text: `$version: "2.0"\n\n${text}` }]);

/** The diagnostics of models that are made at random: mixins may disagree, traits are not defined. */
const EXPECTED = new Set(["smithy/conflicting-member", "smithy/unknown-use"]);

function expectSame(model: Model): void {
  const files = printIdlFiles(model);
  const again = loadModel(files.map(({ path, text }) => ({ file: path, text })));
  expect(again.diagnostics.filter(({ code }) => !EXPECTED.has(code))).toEqual([]);
  expect(equalModels(again.model, model)).toBe(true);
  expect(printIdlFiles(again.model)).toEqual(files);
}

describe("printIdl", () => {
  it("prints what reads as the same model, and reads to the same text", () => {
    fc.assert(fc.property(arbitraryModel(), expectSame), { numRuns: 200 });
  });

  it("states a value that is its name where a mixin has another one", () => {
    const members = (value: string) => [
      { name: "A", target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
    ];
    const base = { kind: "enum", id: "example#Base", members: members("first") } as const;
    const own = { kind: "enum", id: "example#E", mixins: ["example#Base"], members: members("A") } as const;
    expectSame(
      createModel([
        { ...base, traits: { "smithy.api#mixin": {} } },
        { ...own, traits: {} },
      ]),
    );
  });

  it("prints definitions of traits first, then by kind and id, members as they are", () => {
    const { model } = read(`namespace example
string Z
structure B {
    z: Z
    a: Integer = 1
}
enum E {
    X
    Y = "y"
}
intEnum I {
    ONE = 1
}
operation O { input: B }
@trait structure color {}
@color list L { member: Z }
service S { version: "1", operations: [O], rename: {"example.other#Q": "P"} }
`);
    expect(printIdl(model)).toBe(`$version: "2.0"

namespace example

@trait
structure color {}

service S {
    version: "1"
    operations: [
        O
    ]
    rename: {
        "example.other#Q": "P"
    }
}

operation O {
    input: B
    output: Unit
}

structure B {
    z: Z
    a: Integer = 1
}

@color
list L {
    member: Z
}

enum E {
    X
    Y = "y"
}

intEnum I {
    ONE = 1
}

string Z
`);
  });

  it("uses the names of other namespaces, and writes ids in full where a name stands for something else", () => {
    const a = { kind: "string", traits: {} } as const;
    const model = createModel([
      { ...a, id: "example#String" },
      { ...a, id: "example.one#Thing" },
      { ...a, id: "example.two#Thing" },
      { ...a, id: "example.two#Integer" },
      {
        kind: "structure",
        id: "example#S",
        traits: {},
        members: [
          { name: "own", target: "example#String", traits: {} },
          { name: "prelude", target: "smithy.api#String", traits: {} },
          { name: "used", target: "example.one#Thing", traits: {} },
          { name: "full", target: "example.two#Thing", traits: {} },
          { name: "hidden", target: "example.two#Integer", traits: {} },
          { name: "integer", target: "smithy.api#Integer", traits: {} },
          { name: "gone", target: "example#Boolean", traits: {} },
        ],
      },
    ]);
    const text = printIdlFiles(model)[0]!.text;
    expect(text).toContain(`namespace example

use example.one#Thing

structure S {
    own: String
    prelude: smithy.api#String
    used: Thing
    full: example.two#Thing
    hidden: example.two#Integer
    integer: Integer
    gone: example#Boolean
}
`);
    const files = printIdlFiles(model).map(({ path, text: each }) => ({ file: path, text: each }));
    expect(equalModels(loadModel(files).model, model)).toBe(true);
  });

  it("writes members that stand where shapes should as they are", () => {
    const text = "namespace a\nstructure S with [S$c] { b: S$c, c: b#T$m }\noperation O { errors: [b#T$m] }";
    const { model } = read(text);
    expect(printIdl(model)).not.toContain("use ");
    expect(equalModels(loadModel([{ file: "again.smithy", text: printIdl(model) }]).model, model)).toBe(true);
  });

  it("applies traits to inherited members, and writes those that differ in the shape", () => {
    const { model } = read(`namespace example
@mixin structure M { a: String, b: String }
structure S with [M] {
    own: String
    @required $b
    @tags(["x"]) @internal $a
}
`);
    expect(printIdl(model)).toContain(`structure S with [M] {
    own: String
}

apply S$a {
    @internal
    @tags(["x"])
}

apply S$b @required
`);
    expectSame(model);
    const [mixin, shape] = ["example#M", "example#S"].map((id) => model.shapes.get(id) as StructureShape);
    const [own, a, b] = shape!.members;
    expectSame(createModel([mixin!, { ...shape!, members: [own!, b!, a!] }]));
    const members = [{ name: "b", target: "smithy.api#Integer", traits: {} }];
    const changed = createModel([mixin!, { ...shape!, members }]);
    expect(printIdl(changed)).toContain("    b: Integer\n");
  });

  it.each([
    ["One line.", "/// One line.\n"],
    ["Two\n\nlines.", "/// Two\n///\n/// lines.\n"],
    ["  Indented\n* list", "///   Indented\n/// * list\n"],
    ["///", "/// ///\n"],
    ["", '@documentation("")\n'],
    ["Ends with a line\n", '@documentation(\n    """\n'],
    ["\nBegins with one", '@documentation(\n    """\n'],
    ["Space at the end \nof a line", '@documentation(\n    """\n'],
    ["Carriage\rreturn", '@documentation("Carriage\\rreturn")\n'],
    ["Nul\u0000", '@documentation("Nul\\u0000")\n'],
    ["\ud800", '@documentation("\\ud800")\n'],
    ["a\u2028b", '@documentation("a\\u2028b")\n'],
  ])("prints documentation %j so that it reads back", (text, expected) => {
    const traits = { "smithy.api#documentation": text };
    const model = createModel([{ kind: "string", id: "example#S", traits }]);
    expect(printIdl(model)).toContain(expected);
    expectSame(model);
  });

  it("keeps values of traits that look like no value", () => {
    const { model } = read(`namespace example
@trait list names { member: String }
@trait map pairs { key: String, value: String }
@trait string word
@names @pairs @word("")
string A
@names([]) @pairs({}) @unknown({}) @other(null)
string B
`);
    expect(model.shapes.get("example#A")!.traits).toEqual({
      "example#names": [],
      "example#pairs": {},
      "example#word": "",
    });
    expect(printIdl(model)).toContain("@names([])\n@other(null)\n@pairs\n@unknown\nstring B");
    expectSame(model);
  });

  it("prints metadata of a model without shapes, and an empty model", () => {
    const model = createModel([], [["a.b", [1]]]);
    expect(printIdlFiles(model)).toEqual([
      { path: "metadata.smithy", text: '$version: "2.0"\n\nmetadata "a.b" = [1]\n' },
    ]);
    expect(printIdl(createModel([]))).toBe('$version: "2.0"\n');
    expect(liftModel(model).metadata).toHaveLength(1);
  });

  it("gives each namespace its own file, the metadata to the first, and no two files one name", () => {
    const model = createModel(
      ["b#S", "a#S", "A#S"].map((id) => ({ kind: "string", id, traits: {} }) as const),
      [["key", 1]],
    );
    const files = printIdlFiles(model);
    expect(files.map(({ path }) => path)).toEqual(["A.smithy", "a-2.smithy", "b.smithy"]);
    expect(files.map(({ text }) => text.includes("metadata"))).toEqual([true, false, false]);
    expect(() => printIdl(model)).toThrow("namespace");
  });
});
