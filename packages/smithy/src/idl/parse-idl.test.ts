import { findPosition } from "@shapelog/diagnostics";
import { requireNumber } from "@shapelog/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLE } from "../../test/idl-sample.js";
import { parseIdl } from "./parse-idl.js";
import type { AggregateShapeStatement, SyntaxTree } from "./syntax.js";

const V2 = '$version: "2.0"\nnamespace a\n';

function parse(text: string) {
  return parseIdl({ file: "a.smithy", text });
}

/** Returns what is reported, as `line:column code`. */
function problems(text: string): string[] {
  return parse(text).diagnostics.map(({ code, location }) => {
    const { line, column } = findPosition(text, location?.offset ?? -1);
    return `${line}:${column} ${code}`;
  });
}

function names(tree: SyntaxTree): string[] {
  return tree.shapes.map((shape) => (shape.kind === "apply" ? `apply ${shape.target.id}` : shape.name.name));
}

function firstAggregate(text: string): AggregateShapeStatement {
  const shape = parse(V2 + text).tree.shapes[0];
  if (shape?.kind !== "aggregateShape") throw new Error("not an aggregate shape");
  return shape;
}

function metadata(value: string): unknown {
  const { tree, diagnostics } = parse(`$version: "2"\nmetadata a = ${value}\n`);
  expect(diagnostics).toEqual([]);
  return tree.metadata[0]?.value;
}

describe("parseIdl", () => {
  it("reads every part of the grammar", () => {
    const { tree, diagnostics } = parse(SAMPLE);
    expect(diagnostics).toEqual([]);
    expect(tree.version).toBe("2.0");
    expect(tree.control.map(({ key }) => key.name)).toEqual(["version", "operationInputSuffix"]);
    expect(tree.metadata.map(({ key }) => key.name)).toEqual(["a.b", "list"]);
    expect(tree.namespace?.name.name).toBe("example.sample");
    expect(tree.uses.map(({ id }) => id.id)).toEqual(["example.other#Color", "example.other#tone"]);
    expect(names(tree)).toEqual(
      "Name Word Suit Level Names Paints Card Base Extra Either Deck Cards GetCard Shuffle Mixed NotFound"
        .split(" ")
        .concat("apply Card$suit", "apply Name"),
    );
  });

  it("leaves names as they are written, and says where", () => {
    const { members, forResource, mixins } = firstAggregate(
      "structure A for B with [C, d#E] { $f, g: h#I$j = k }\n",
    );
    expect([forResource?.id, ...mixins.map(({ id }) => id)]).toEqual(["B", "C", "d#E"]);
    expect(members.map(({ name, target }) => [name.name, target?.id])).toEqual([["f", undefined]]);
    const text = `${V2}structure A {\n  g: h#I$j = k\n}\n`;
    const [member] = firstAggregate("structure A {\n  g: h#I$j = k\n}\n").members;
    expect(member?.target?.id).toBe("h#I$j");
    expect(text.slice(member?.value?.start, member?.value?.end)).toBe("k");
    expect(text.slice(member?.start, member?.end)).toBe("g: h#I$j = k");
  });

  it("attaches documentation to shapes, members and inline shapes", () => {
    const { tree } = parse(`${V2}/// A\n///  shape.\n@b\nstructure A {\n  /// Member.\n  b: C\n}
operation O {\n  input :=\n    /// Inline.\n    {}\n}\n`);
    const [shape, operation] = tree.shapes;
    expect(shape).toMatchObject({
      documentation: { text: "A\n shape." },
      members: [{ documentation: { text: "Member." } }],
    });
    expect(operation).toMatchObject({ properties: [{ target: { documentation: { text: "Inline." } } }] });
  });

  it("warns about doc comments that document nothing", () => {
    const text = `/// 1\n${V2}string A /// 2\n/// kept\n@b\n/// 3\nstring B\n/// 4\napply A @b\nstructure C { d: E /// 5\n  /// 6\n}\n/// 7\n`;
    expect(problems(text).filter((problem) => problem.endsWith("misplaced-documentation"))).toEqual(
      ["1:1", "4:10", "7:1", "9:1", "11:20", "12:3", "14:1"].map((at) => `${at} idl/misplaced-documentation`),
    );
    expect(parse(text).diagnostics.every(({ severity }) => severity === "warning")).toBe(true);
  });

  it("reads CRLF, CR and a byte order mark", () => {
    const text = `\ufeff${V2}/// A\n/// B\nstring A\n`;
    for (const ending of ["\r\n", "\r"]) {
      const { tree, diagnostics } = parse(text.replaceAll("\n", ending));
      expect(diagnostics).toEqual([]);
      expect(tree.shapes).toMatchObject([{ documentation: { text: "A\nB" }, name: { name: "A" } }]);
    }
  });
});

describe("values", () => {
  it.each([
    ["a string", '"a"', { kind: "string", value: "a" }],
    ["escapes", String.raw`"\"\\\/\b\f\n\r\t\u00e9"`, { value: '"\\/\b\f\n\r\té' }],
    ["a string of two lines", '"a\r\nb"', { value: "a\nb" }],
    ["a line break that is escaped", '"a\\\n  b"', { value: "a  b" }],
    ["a lone surrogate", String.raw`"\ud800"`, { value: "\ud800" }],
    ["a number as written", "-1.50E+2", { kind: "number", value: -150, raw: "-1.50E+2" }],
    ["a keyword", "true", { kind: "boolean", value: true }],
    ["null", "null", { kind: "null" }],
    ["a word", "nullable", { kind: "id", id: "nullable" }],
    ["an absolute id", "a.b#C$d", { kind: "id", id: "a.b#C$d" }],
    ["an array", "[1, a,]", { kind: "array", elements: [{ value: 1 }, { id: "a" }] }],
    [
      "an object",
      '{a: 1 "b c": 2}',
      { entries: [{ key: { name: "a" } }, { key: { name: "b c", quoted: true } }] },
    ],
    ["keys of Object.prototype", "{__proto__: 1}", { entries: [{ key: { name: "__proto__" } }] }],
    ["a text block", '"""\n    a\n      b\n\n    """', { kind: "textBlock", value: "a\n  b\n\n" }],
    ["a text block that ends on a line", '"""\n    a\n    b"""', { value: "a\nb" }],
    ["a text block to the left of its end", '"""\n  a\n    """', { value: "a\n" }],
    ["a text block to the right of its end", '"""\n    a\n  """', { value: "  a\n" }],
    ["quotes in a text block", '"""\n"a" \\""" ""b"""', { value: '"a" """ ""b' }],
    ["escapes after indentation", '"""\n  a \\\n  b\\n  c"""', { value: "a b\n  c" }],
    ["CRLF in a text block", '"""\r\n  a\r\n  b\r\n  """', { value: "a\nb\n" }],
    ["spaces at the end of a line", '"""  \n  a  \n  """', { value: "a\n" }],
  ])("reads %s", (_, text, expected) => {
    expect(metadata(text)).toMatchObject(expected);
  });

  it.each(["9007199254740993", "-9223372036854775808", "1e999", "1e-999"])(
    "keeps the digits of %s",
    (text) => {
      expect(metadata(text)).toMatchObject({ value: requireNumber(text), raw: text });
    },
  );
});

describe("texts at their edges", () => {
  it.each<[string, string, string[]]>([
    ["nothing", "", []],
    ["comments alone", "// a\n// b", []],
    ["a version alone", '$version: "2.0"', []],
    ["no version", "namespace a\nstring A\n", []],
    ["no line break at the end", `${V2}string A`, []],
    ["the version twice", `$version: "2"\n${V2}`, ["2:11 idl/duplicate-control"]],
    ["a version of the future", '$version: "2.1"\nnamespace a\n', ["1:16 idl/unsupported-version"]],
    ["an unknown control", `$foo: 1\n${V2}`, ["1:7 idl/unknown-control"]],
    ["a null character as an escape", `${V2}@a("b\\u0000")\nstring A\n`, []],
    ["a plus before a number", `${V2}@a(+1)\nstring A\n`, ["3:4 idl/unexpected-character"]],
    ["a point after a number", `${V2}@a(1.)\nstring A\n`, ["3:4 idl/invalid-number"]],
    ["a trait after a default", `${V2}structure A {\n  b: C = 1 @d\n}\n`, ["4:12 idl/expected"]],
    ["3,000 arrays", `${V2}@a(${"[".repeat(3000)}${"]".repeat(3000)})\nstring A\n`, ["3:1004 idl/too-deep"]],
  ])("reads %s as the grammar has it", (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("takes words of the grammar for names", () => {
    const text = `${V2}structure structure {\n  string: list\n  apply: use\n  with: for\n  true: null\n}
string metadata\nlist namespace { member: operation }\n`;
    const { tree, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(names(tree)).toEqual(["structure", "metadata", "namespace"]);
    expect(firstAggregate(text.slice(V2.length)).members.map(({ target }) => target?.id)).toEqual([
      "list",
      "use",
      "for",
      "null",
    ]);
  });
});

describe("errors", () => {
  it.each([
    ["an unknown word", "strin A\n", "3:1 idl/unknown-statement"],
    ["an unknown word after traits", "@a\nstrin A\n", "4:1 idl/unknown-statement"],
    ["no name", "string\n", "3:7 idl/expected"],
    ["a name on the next line", "string\nA\n", "3:7 idl/expected"],
    ["two statements on a line", "string A string B\n", "3:10 idl/expected"],
    ["an unclosed brace", "structure A {\n", "4:1 idl/expected"],
    ["a strange character", "string A%\n", "3:9 idl/unexpected-character"],
    ["a member without a target", "structure A {\n  b\n}\n", "4:4 idl/expected"],
    ["a default without a line break", "structure A { b: C = 1 }\n", "3:24 idl/expected"],
    ["a member twice", "structure A {\n  b: C\n  b: C\n}\n", "5:3 idl/duplicate-member"],
    ["a key twice", "service A { version: 1, version: 2 }\n", "3:25 idl/duplicate-key"],
    ["an input twice", "operation A {\n  input: B\n  input: B\n}\n", "5:3 idl/duplicate-property"],
    ["an unknown property", "operation A {\n  in: B\n}\n", "4:3 idl/unknown-property"],
    ["traits before apply", "@a\napply A @b\n", "4:1 idl/stray-traits"],
    ["traits at the end", "@a\n", "4:1 idl/expected"],
    ["a space after @", "@ a\nstring A\n", "3:2 idl/expected"],
    ["two names used alike", "use b#C\nuse d#C\nstring A\n", "4:5 idl/conflicting-use"],
    ["a shape named as one used", "use b#C\nstring C\n", "4:8 idl/conflicting-name"],
    ["a member used", "use b#C$d\n", "3:5 idl/use-of-member"],
    ["a second namespace", "namespace b\n", "3:1 idl/misplaced-statement"],
    ["a late use", "string A\nuse b#C\n", "4:1 idl/misplaced-statement"],
    ["a late control", "$a: 1\n", "3:1 idl/misplaced-statement"],
    ["an unknown escape", '@a("\\q")\nstring A\n', "3:4 idl/invalid-escape"],
    ["half an escape", '@a("\\u12")\nstring A\n', "3:4 idl/invalid-escape"],
    ["a control character", '@a("\u0000")\nstring A\n', "3:4 idl/control-character"],
    ["a text block on one line", '@a("""b""")\nstring A\n', "3:4 idl/text-block-start"],
    ["an unclosed string", '@a("b)\nstring A\n', "5:1 idl/unterminated-string"],
    ["underscores alone", "string __ \n", "3:10 idl/invalid-identifier"],
    ["no digit", "@a(-)\nstring A\n", "3:4 idl/invalid-number"],
    ["leading zeros", "@a(01)\nstring A\n", "3:4 idl/invalid-number"],
    ["an unfinished id", "use b#\nstring A\n", "3:7 idl/expected"],
  ])("says where there is %s, once", (_, text, expected) => {
    expect(problems(V2 + text).filter((problem) => !problem.endsWith("unknown-control"))).toEqual([expected]);
  });

  it("needs a namespace before shapes", () => {
    expect(problems("string A\nstring B\n")).toEqual(["1:1 idl/missing-namespace"]);
  });

  it("reports what the version does not have", () => {
    const codes = (text: string) => problems(text).filter((problem) => problem.includes("wrong-version"));
    const text = `namespace a\nenum A { B }\nstructure C for D with [E] {\n  $f\n  g: H = 1\n}\noperation I {\n  input := {}\n}\nresource J { properties: {} }\n`;
    expect(codes(text).map((problem) => problem.split(" ")[0])).toEqual([
      "2:1",
      "3:13",
      "3:19",
      "4:3",
      "5:8",
      "8:9",
      "10:14",
    ]);
    expect(codes(`$version: "2.0"\n${text}`)).toEqual([]);
    expect(codes(`${V2}set A { member: B }\n`)).toEqual(["3:1 idl/wrong-version"]);
    expect(problems('$version: "3.0"\n')).toEqual(["1:16 idl/unsupported-version"]);
  });
});

describe("recovery", () => {
  it("goes on with the next member and the next statement", () => {
    const text = `${V2}structure A {
    good: B
    bad
    @c(x: [1, {y: =)
    lost: D
    better: E
}
string
@f(
string G
strng H
list I { member J }
string K
`;
    const { tree } = parse(text);
    expect(problems(text).map((problem) => problem.split(" ")[0])).toEqual([
      "5:8",
      "6:19",
      "10:7",
      "12:8",
      "13:1",
      "14:17",
    ]);
    expect(names(tree)).toEqual(["A", "I", "K"]);
  });

  it("keeps the members it could read", () => {
    const { tree } = parse(`${V2}structure A {\n  b: C\n  d\n  e: F\n}\n`);
    expect(tree.shapes).toMatchObject([{ members: [{ name: { name: "b" } }, { name: { name: "e" } }] }]);
  });

  it("finds the next shape after a brace that is not closed", () => {
    const { tree } = parse(`${V2}structure A {\n  b: C\n@d\nstructure E {}\n`);
    expect(names(tree)).toEqual(["A", "E"]);
  });
});

describe("hostile text", () => {
  it.each([
    ["a million brackets", `metadata a = ${"[".repeat(1_000_000)}`],
    ["a million braces", `metadata a = ${"{a:".repeat(1_000_000)}`],
    ["a million traits within each other", `${V2}${"@a(".repeat(1_000_000)}`],
    ["an unclosed string of megabytes", `${V2}@a("${"x\n".repeat(2_000_000)}`],
    ["an error on every line", "x y\n".repeat(500_000)],
    ["a long line of garbage", "%".repeat(2_000_000)],
  ])("survives %s with few diagnostics", (_, text) => {
    const { diagnostics } = parse(text);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(1100);
  });

  it("allows as much nesting as JSON", () => {
    const nest = (depth: number) => `metadata a = ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
    expect(problems(nest(1000))).toEqual([]);
    expect(problems(nest(1001)).map((problem) => problem.split(" ")[1])).toEqual(["idl/too-deep"]);
  });

  it("never throws, and locates every diagnostic within the text", () => {
    const piece = fc.constantFrom(
      ...'{}[]()"@$#.:=,/\\\n\r ',
      '"""',
      "///",
      " with ",
      " enum ",
      "\u0000",
      "\ud800",
    );
    const edit = fc.tuple(fc.nat(SAMPLE.length), fc.nat(40), piece);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        let text = SAMPLE;
        for (const [at, length, added] of edits) text = text.slice(0, at) + added + text.slice(at + length);
        for (const { location } of parse(text).diagnostics) {
          expect(location?.offset).toBeGreaterThanOrEqual(0);
          expect(location?.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
