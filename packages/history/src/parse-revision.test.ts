import { isJsonObject } from "@shapelog/json";
import { findChangedKeys } from "@shapelog/model/revisions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedRevision, parseRevision } from "./parse-revision.js";

const bytes = (text: string) => Buffer.from(text, "utf8");
const print = (value: unknown, indentation = 2) => JSON.stringify(value, null, indentation);
const CUT = ["shapes", "operations"];
const parse = (text: string, before?: string): ParsedRevision =>
  parseRevision("m.json", bytes(text), CUT, before === undefined ? undefined : parse(before));

/** The file's value, with the sections back in their places. */
const whole = ({ value, sections }: ReturnType<typeof parseRevision>) =>
  isJsonObject(value)
    ? Object.assign(
        { ...value },
        ...[...sections].map(([name, { names, entries }]) => ({
          [name]: Object.fromEntries(names.map((key) => [key, entries.get(key)])),
        })),
      )
    : value;

const model = {
  version: "2.0",
  operations: { Get: { name: "Get" }, Put: { name: "Put" } },
  shapes: { A: { type: "string" }, B: { type: "list", member: { shape: "A" } }, C: { type: "blob" } },
};

describe("parseRevision", () => {
  it("takes over the values whose text stayed, as the same objects", () => {
    const first = parse(print(model));
    const changed = {
      ...model,
      shapes: { A: { type: "string" }, Aa: {}, B: { type: "map" }, C: { type: "blob" } },
    };
    const second = parseRevision("m.json", bytes(print(changed)), CUT, first);
    expect(whole(second)).toEqual(changed);
    const changedIn = (section: string) => {
      const [old, now] = [first, second].map(({ sections }) => sections.get(section)?.entries ?? new Map());
      return old && now && [...findChangedKeys(old, now)].sort();
    };
    expect(changedIn("shapes")).toEqual(["Aa", "B"]);
    expect(changedIn("operations")).toEqual([]);
    const [old, now] = [first, second].map(({ sections }) => sections.get("operations")?.names);
    expect(now).toBe(old);
  });

  it.each([
    ["four spaces", print(model, 4)],
    ["one line", JSON.stringify(model)],
    ["tabs", JSON.stringify(model, null, "\t")],
    ["CRLF", print(model).replaceAll("\n", "\r\n")],
    ["two entries in a line", print(model).replace('},\n    "B"', '}, "B"')],
    ["a key twice in a section", print(model).replace('"C"', '"A"')],
    ["a section twice", print(model).replace('"operations"', '"shapes"')],
    ["an indentation that lies", '{\n  "a": {\n  "shapes": {\n    "x": 1\n  }\n},\n  "shapes": {}\n}'],
    [
      "an indentation that lies beside a true section",
      '{\n  "a": {\n  "shapes": {\n    "x": 1\n  }\n},\n  "shapes": {"y": 1}\n}',
    ],
    ["a section inside an array", '{\n  "a": [{\n  "shapes": {\n    "x": 1\n  }\n}]\n}'],
    ["a prototype key", print(model).replace('"B"', '"__proto__"')],
    ["a prototype section", print(model).replace('"shapes"', '"__proto__"')],
    ["a key that is a number", print(model).replace('"B"', '"7"')],
    ["names of Object.prototype", print(model).replace('"B"', '"constructor"').replace('"C"', '"toString"')],
    ["quotes and backslashes in a key", print({ shapes: { 'a\\": "b': 1, "\\\\": 2 } })],
    ["space before a colon", print(model).replace('"B":', '"B" \t:')],
    ["a key of 20 MB", print({ shapes: { ["\\".repeat(10_000_000)]: 1, b: 2 } })],
    ["lone surrogates and U+2028", print({ shapes: { "\ud800": "\u2028", b: "\ud800" } })],
  ])("gives what JSON.parse gives for %s, after any predecessor", (_, text) => {
    for (const before of [undefined, text, print(model)]) {
      const value = whole(parse(text, before));
      expect(value).toEqual(JSON.parse(text));
      expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    }
  });

  it.each([
    ["a comma after the last entry", print(model).replace('"type": "blob"\n    }', '"type": "blob"\n    },')],
    ["no comma between entries", print(model).replace('},\n    "B"', '}\n    "B"')],
    ["a no-break space before a colon", print(model).replace('"B":', '"B"\u00a0:')],
    ["an end in the middle", print(model).slice(0, 200)],
    ["nothing", ""],
  ])("reports %s at its place, once", (_, text) => {
    const { value, diagnostics } = parse(text, print(model));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["json/syntax"]);
    expect(diagnostics[0]?.location).toHaveProperty("offset");
  });

  it("reports nesting that nobody can walk", () => {
    const deep = `{\n  "shapes": {\n    "A": ${"[".repeat(1200)}${"]".repeat(1200)}\n  }\n}`;
    expect(parse(deep).diagnostics.map(({ code }) => code)).toEqual(["json/too-deep"]);
  });

  it("gives what JSON.parse gives along any history", () => {
    const key = fc.oneof(fc.constantFrom("A", "B", "C", "D", "E", "F", "0"), fc.string());
    const section = fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }));
    const file = fc.dictionary(
      fc.constantFrom("shapes", "operations", "metadata", "x"),
      fc.oneof(section, fc.jsonValue()),
    );
    const history = fc.array(fc.tuple(file, fc.constantFrom(0, 1, 2, 4)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(history, (revisions) => {
        let previous: ReturnType<typeof parseRevision> | undefined;
        for (const [value, indentation] of revisions) {
          const text = print(value, indentation);
          previous = parseRevision("m.json", bytes(text), CUT, previous);
          expect(JSON.stringify(whole(previous))).toBe(JSON.stringify(JSON.parse(text)));
        }
      }),
    );
  });

  it("gives what JSON.parse gives, or an error where it does, for any broken text", () => {
    const text = print(model);
    const edit = fc.tuple(
      fc.nat(text.length),
      fc.nat(20),
      fc.constantFrom("", '"', ",", "{", "}", "\n", "\n    ", "\n  }", "0"),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const edited = edits.reduce(
          (all, [at, length, put]) => all.slice(0, at) + put + all.slice(at + length),
          text,
        );
        const value = whole(parse(edited, text));
        let expected: string | undefined;
        try {
          expected = JSON.stringify(JSON.parse(edited));
        } catch {
          expected = undefined;
        }
        expect(value === undefined ? undefined : JSON.stringify(value)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
