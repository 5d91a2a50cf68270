import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLE } from "../../test/idl-sample.js";
import { formatIdl, formatTree } from "./format-tree.js";
import { parseIdl } from "./parse-idl.js";
import { escapeTextBlock } from "./quote.js";
import type { SyntaxTree, TraitNode, ValueNode } from "./syntax.js";

const V2 = '$version: "2.0"\n\nnamespace a\n\n';
const NOWHERE = { start: 0, end: 0 };

function format(text: string): string {
  const { text: formatted, diagnostics } = formatIdl({ file: "a.smithy", text });
  return formatted ?? diagnostics.map(({ message }) => message).join("\n");
}

/** Returns a tree without what a printer does not keep: places, and comments that the documentation repeats. */
function simplify(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(simplify);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node)
    .filter(([key, value]) => !/^(?:start|end|typeStart|comments)$/.test(key) && value !== undefined)
    .map(([key, value]) => [key, simplify(value)] as const);
  return Object.fromEntries(entries);
}

describe("formatIdl", () => {
  it("gives no text for a file with errors", () => {
    expect(formatIdl({ file: "a.smithy", text: "string" })).toMatchObject({ text: undefined });
  });

  it.each([
    ["an empty file", "", ""],
    ["a comment alone", "  // a", "// a\n"],
    ["spaces and commas", `${V2}structure A{b:C,d:E}`, `${V2}structure A {\n    b: C\n    d: E\n}\n`],
    [
      "traits and documentation",
      `${V2}/// Doc.\n@b() @c(d:1,) string A`,
      `${V2}/// Doc.\n@b\n@c(d: 1)\nstring A\n`,
    ],
    [
      "blank lines around a member with a trait",
      `${V2}structure A { b: C @d e: F\ng: H }`,
      `${V2}structure A {\n    b: C\n\n    @d\n    e: F\n\n    g: H\n}\n`,
    ],
    ["nested values", `metadata a = [{b: 1}, {}]`, `metadata a = [\n    {\n        b: 1\n    }\n    {}\n]\n`],
    [
      "a long array",
      `metadata a = ["${"x".repeat(70)}", "${"y".repeat(70)}"]`,
      `metadata a = [\n    "${"x".repeat(70)}"\n    "${"y".repeat(70)}"\n]\n`,
    ],
    [
      "use statements: sorted, and only those needed",
      `${V2}use b#Z\nuse b#Y\nuse b#X\nlist A { member: X }\nlist B { member: Z$a }`,
      `${V2}use b#X\nuse b#Z\n\nlist A {\n    member: X\n}\n\nlist B {\n    member: Z$a\n}\n`,
    ],
    [
      "what a service lists",
      `${V2}service A { operations: [B, C], errors: [] }`,
      `${V2}service A {\n    operations: [\n        B\n        C\n    ]\n    errors: []\n}\n`,
    ],
    [
      "inline shapes",
      `${V2}operation A { input := @b {c: D} output := for E {} }`,
      `${V2}operation A {\n    input :=\n        @b\n        {\n            c: D\n        }\n\n    output := for E {}\n}\n`,
    ],
    [
      "apply",
      `${V2}apply A { @b @c }\napply A$d @e({f: 1})`,
      `${V2}apply A {\n    @b\n    @c\n}\n\napply A$d @e({ f: 1 })\n`,
    ],
    [
      "a quote before the end of a text block",
      'metadata a = """\n    b"  """',
      'metadata a = """\nb\\""""\n',
    ],
    ["CRLF", `${V2}/// A\nstring A // b\n`.replaceAll("\n", "\r\n"), `${V2}/// A\nstring A // b\n`],
    ["spaces that documentation ends with", `${V2}/// A  \nstring A\n`, `${V2}/// A  \nstring A\n`],
    [
      "comments in odd places",
      `${V2}@a( // 1\n) // 2\nstructure A // 3\n for B { // 4\n} // 5\n// 6`.replace(
        "A // 3\n for B",
        "A for B // 3\n",
      ),
      `${V2}@a // 1\n// 2\nstructure A for B { // 3\n    // 4\n} // 5\n// 6\n`,
    ],
  ])("formats %s", (_, text, expected) => {
    expect(format(text)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });

  it("leaves a comment at the end of its line, and one on its own line there", () => {
    const text = `$version: "2.0" // the grammar

metadata found = [ // all
    "a" // first
    { // second
        b: 1 // one
        // nothing more
    } // end
]

namespace a // where

service S { // what
    version: "1" // the version
    operations: [
        A // first
        B // second
    ]
    rename: { // names
        "b#C": "D" // other
    }
} // end of S
// below S

@length(min: 1) // len
string L

@tags([ // which
    "x"
    // and
    "y" // last
]) // tagged
@documentation( // long
    "text" // short
)
structure T with [ // from
    M // mixed
    N
] { // members
    a: String // trailing a

    // own line
    b: String // trailing b

    // last
}

operation A {
    input := { // given
        a: String = "b" // set
    } // in
    output: T // out
    errors: [ // all
        E // one
    ] // end
}

apply A { // more
    @readonly // safe
    @since("1")
}

structure E { // empty
}
`;
    expect(format(text)).toBe(text);
  });

  it.each([
    ["a trait", "@a // 1\nstring S", "@a // 1\nstring S"],
    ["a shape's name", "structure A // 1\n{ b: C }", "structure A { // 1\n    b: C\n}"],
    ["a colon", "operation A { input: // 1\n B }", "operation A {\n    // 1\n    input: B\n}"],
    ["a comma", "structure A { b: C, // 1\n d: E // 2\n}", "structure A {\n    b: C // 1\n    d: E // 2\n}"],
    ["entries on one line", "@a(b: 1, // 1\n c: 2)\nstring S", "@a(\n    b: 1 // 1\n    c: 2\n)\nstring S"],
  ])("keeps the comment after %s on the line that this becomes", (_, text, expected) => {
    expect(format(V2 + text)).toBe(`${V2}${expected}\n`);
  });

  it("changes nothing in a text in form that got comments at the ends of its lines", () => {
    const lines = format(SAMPLE).split("\n").slice(0, -1);
    const isInText = findTextBlocks(lines);
    const ends = lines.flatMap((line, index) => {
      return line.trim() === "" || isInText[index] || isLoneBracket(lines, index) ? [] : [index];
    });
    const at = fc.subarray(ends, { minLength: 1 });
    fc.assert(
      fc.property(at, (chosen) => {
        const text = lines.map((line, index) => (chosen.includes(index) ? `${line} // c${index}` : line));
        expect(format(text.join("\n"))).toBe(`${text.join("\n")}\n`);
      }),
    );
  });

  it("changes nothing but the layout", () => {
    const source = parseIdl({ file: "a.smithy", text: SAMPLE }).tree;
    const text = formatTree(source);
    expect(simplify(parseIdl({ file: "a.smithy", text }).tree)).toEqual(simplify(source));
    expect(format(text)).toBe(text);
  });

  it("loses no comment, wherever it stands, and is stable", () => {
    const places = [...SAMPLE.matchAll(/[\s{}[\]():,]/g)].map(({ index }) => index + 1);
    const at = fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 4 });
    const treeOf = (text: string) => simplify(parseIdl({ file: "a.smithy", text }).tree);
    let kept = 0;
    fc.assert(
      fc.property(at, fc.constantFrom("//", "///", "////"), (chosen, slashes) => {
        let text = SAMPLE;
        for (const place of chosen.toSorted((a, b) => b - a)) {
          text = `${text.slice(0, place)} ${slashes} c${place}.\n${text.slice(place)}`;
        }
        const { text: formatted } = formatIdl({ file: "a.smithy", text });
        if (formatted === undefined) return;
        kept++;
        for (const place of chosen) expect(formatted.split(` c${place}.`)).toHaveLength(2);
        expect(format(formatted)).toBe(formatted);
        if (slashes === "//") expect(treeOf(formatted)).toEqual(treeOf(text));
      }),
      { numRuns: 400 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});

/** Returns for each line whether its end is in a text block. */
function findTextBlocks(lines: readonly string[]): readonly boolean[] {
  let isInside = false;
  return lines.map((line) => {
    if (line.split('"""').length % 2 === 0) isInside = !isInside;
    return isInside;
  });
}

/** Returns whether a line opens what the next one closes: empty brackets on two lines are put on one, without a comment. */
function isLoneBracket(lines: readonly string[], index: number): boolean {
  return /[[{(]$/.test(lines[index] ?? "") && /^\s*[\]})]/.test(lines[index + 1] ?? "");
}

describe("formatTree", () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."ab \n\t\"\\/'{$", "\u0000", "\r", "\ud800", "é", "😀", "\u2028") }),
    fc.string({ unit: "binary" }),
  );
  const name = fc.stringMatching(/^_{0,2}[A-Za-z][A-Za-z0-9_]{0,5}$/);
  const id = fc.tuple(name, fc.option(name), fc.option(name)).map(([shape, namespace, member]) => {
    return `${namespace === null ? "" : `${namespace}.x#`}${shape}${member === null ? "" : `$${member}`}`;
  });
  const idNode = id
    .filter((written) => !/^(?:true|false|null)$/.test(written))
    .map((written) => ({ kind: "id", ...NOWHERE, id: written }) as const);
  const key = text.map((written) => ({ ...NOWHERE, name: written, quoted: true }));
  const value: fc.Arbitrary<ValueNode> = fc.letrec<{ value: ValueNode }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constant({ kind: "null", ...NOWHERE } as const),
      fc.boolean().map((written) => ({ kind: "boolean", ...NOWHERE, value: written }) as const),
      fc
        .integer()
        .map((written) => ({ kind: "number", ...NOWHERE, value: written, raw: String(written) }) as const),
      text.map((written) => ({ kind: "string", ...NOWHERE, value: written }) as const),
      text.map((written) => ({ kind: "textBlock", ...NOWHERE, value: written }) as const),
      idNode,
      fc
        .array(tie("value"), { maxLength: 3 })
        .map((elements) => ({ kind: "array", ...NOWHERE, elements }) as const),
      fc
        .uniqueArray(fc.tuple(key, tie("value")), { maxLength: 3, selector: ([{ name: each }]) => each })
        .map((pairs) => {
          const entries = pairs.map(
            ([each, of]) => ({ kind: "entry", ...NOWHERE, key: each, value: of }) as const,
          );
          return { kind: "object", ...NOWHERE, entries } as const;
        }),
    ),
  })).value;
  const traits = fc.array(
    fc
      .tuple(idNode, fc.option(value, { nil: undefined }), fc.boolean())
      .map(([of, given, flat]): TraitNode => {
        const structured = flat && given?.kind === "object" && given.entries.length > 0;
        return {
          kind: "trait",
          ...NOWHERE,
          id: of,
          structured,
          ...(given === undefined ? {} : { value: given }),
        };
      }),
    { maxLength: 2 },
  );
  const member = fc
    .tuple(name, traits, fc.option(idNode, { nil: undefined }), fc.option(value, { nil: undefined }))
    .map(([of, applied, target, assigned]) => ({
      kind: "member" as const,
      ...NOWHERE,
      name: { ...NOWHERE, name: of },
      traits: applied,
      target,
      value: assigned,
    }));
  const shape = fc
    .tuple(
      name,
      traits,
      fc.uniqueArray(member, { maxLength: 3, selector: (each) => each.name.name }),
      fc.boolean(),
    )
    .map(([of, applied, members, isDocumented]) => ({
      kind: "aggregateShape" as const,
      ...NOWHERE,
      typeStart: 0,
      type: "structure" as const,
      name: { ...NOWHERE, name: of },
      ...(isDocumented ? { documentation: { ...NOWHERE, text: "Says\n\n  something." } } : {}),
      traits: applied,
      mixins: [],
      members,
    }));
  const tree = fc.array(shape, { maxLength: 3 }).map(
    (shapes): SyntaxTree => ({
      version: "2.0",
      control: [
        {
          kind: "control",
          ...NOWHERE,
          key: { ...NOWHERE, name: "version", quoted: false },
          value: { kind: "string", ...NOWHERE, value: "2.0" },
        },
      ],
      metadata: [],
      namespace: { kind: "namespace", ...NOWHERE, name: { ...NOWHERE, name: "a" } },
      uses: [],
      shapes,
      comments: [],
    }),
  );

  it("prints trees that have no source so that they read back the same", () => {
    fc.assert(
      fc.property(tree, (made) => {
        const printed = formatTree(made);
        const { tree: read, diagnostics } = parseIdl({ file: "a.smithy", text: printed });
        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(unquoteKeys(simplify(read))).toEqual(unquoteKeys(simplify(made)));
        expect(format(printed)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a key was quoted is layout: a printer takes quotes off where they are not needed. */
function unquoteKeys(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === "quoted" ? undefined : value)));
}

describe("escapeTextBlock", () => {
  it.each([
    ["plain lines", "a\n  b\n", "a\n  b\n"],
    ["spaces at the ends of lines", "a \nb", "a\\u0020\nb"],
    ["lines that are all indented", "  a\n  b", "\\u0020 a\n  b"],
    ["three quotes", 'a"""b', 'a\\"\\"\\"b'],
    ["nothing but quotes", '""', '\\"\\"'],
    ["a quote at the end", 'a"', 'a\\"'],
    ["backslashes", "a\\n", "a\\\\n"],
  ])("keeps %s", (_, value, expected) => {
    expect(escapeTextBlock(value)).toBe(expected);
  });
});
