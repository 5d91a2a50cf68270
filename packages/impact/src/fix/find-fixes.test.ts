import type { Finding } from "@shapelog/diff";
import typescript from "typescript";
import { describe, expect, it } from "vitest";
import type { Place } from "../place.js";
import type { CoverUse, Use, ValueUse } from "../use.js";
import { findFixes } from "./find-fixes.js";

const FINDING = {
  changes: [
    { kind: "enum.value.added", shape: "x#Kind", member: "C", value: "c", index: 2 },
    { kind: "enum.value.renamed", shape: "x#Kind", value: "a", before: "OLD", after: "NEW" },
  ],
} as unknown as Finding; // of a finding its changes alone are read

/** A place at the text between `«` and `»`, and the file without these. */
function placeIn(
  marked: string,
  about: Partial<CoverUse> | Partial<ValueUse>,
): { place: Place; text: string } {
  const [start, end] = [marked.indexOf("«"), marked.indexOf("»") - 1];
  const at = { file: "/a.ts", start, end, line: 1, column: 1, code: "" };
  const use = { at, package: "p", checked: true, shape: "Kind", ...about } as Use; // each case gives the rest
  const place: Place = { effect: "silent", at, use, finding: FINDING, message: "", action: "" };
  return { place, text: marked.replace(/[«»]/g, "") };
}

function fix(marked: string, about: Partial<CoverUse> | Partial<ValueUse>): string | undefined {
  const { place, text } = placeIn(marked, about);
  return findFixes([place, place], { typescript, textOf: () => text })[0]?.after;
}

const COVER = { kind: "cover", form: "switch", rest: "nothing", values: ["a", "b"] } as const;
const CONSTANT = { kind: "value", form: "comparison", value: "a", constant: "OLD" } as const;

describe("a default branch", () => {
  it("stands as the branches before it do", () => {
    const text = "switch («x.kind») {\n    case 'a':\n        one();\n        break; // done\n}\n";
    expect(fix(text, COVER)).toBe(
      "switch (x.kind) {\n    case 'a':\n        one();\n        break; // done\n    default:\n        break;\n}\n",
    );
  });

  it("keeps tabs and the line ends of Windows", () => {
    expect(fix("switch («k») {\r\n\tcase 1:\r\n\t\tbreak;\r\n}\r\n", COVER)).toBe(
      "switch (k) {\r\n\tcase 1:\r\n\t\tbreak;\r\n\tdefault:\r\n\t\tbreak;\r\n}\r\n",
    );
  });

  it("fits into one line", () => {
    expect(fix("switch («k») { case 1: break; }", COVER)).toBe(
      "switch (k) { case 1: break; default: break; }",
    );
  });

  it("throws where all others leave the function and nothing follows", () => {
    const text = "function f(k) {\n  switch («k») {\n    case 1:\n    case 2:\n      return 1;\n  }\n}\n";
    expect(fix(text, COVER)).toContain(
      `    default:\n      throw new Error(\`Kind has another value: \${String(k)}\`);\n  }\n`,
    );
    expect(fix(text.replace("  }\n}", "  }\n  return 0;\n}"), COVER)).toContain(
      "    default:\n      break;\n",
    );
  });

  it("does not work out twice what the switch is over", () => {
    const text = "function f() {\n  switch («next()») {\n    case 1:\n      return 1;\n  }\n}\n";
    expect(fix(text, COVER)).toContain('throw new Error("Kind has another value.");');
  });

  it.each([
    ["a switch that has one", "switch («k») { default: break; }", COVER],
    ["what the text no longer has there", "if («k») { }", COVER],
    ["a table", "switch («k») { case 1: break; }", { ...COVER, form: "table" } as const],
    ["a switch that has the new values", "switch («k») { case 1: break; }", { ...COVER, values: ["c"] }],
    ["a switch without branches", "switch («k») { }", COVER],
  ])("is not put into %s", (_, text, about) => {
    expect(fix(text, about)).toBeUndefined();
  });
});

describe("a constant's new name", () => {
  it.each([
    ["x === «Kind.OLD»", "x === Kind.NEW"],
    ['x === «Kind["OLD"]»', 'x === Kind["NEW"]'],
    ["x === «Kind?.['OLD']»", "x === Kind?.['NEW']"],
  ])("takes the old one's place in %s", (text, expected) => {
    expect(fix(text, CONSTANT)).toBe(expected);
  });

  it.each([
    ["another value", "x === «Kind.OLD»", { ...CONSTANT, value: "z" }],
    ["another constant", "x === «Kind.OTHER»", { ...CONSTANT, constant: "OTHER" }],
    ["a longer name", "x === «Kind.VERY_OLD»", CONSTANT],
    ["a text", "x === «'a'»", { ...CONSTANT, constant: undefined }],
  ])("is not given to %s", (_, text, about) => {
    expect(fix(text, about as Partial<ValueUse>)).toBeUndefined();
  });
});

it("edits of one file are made together, each told once", () => {
  const text = "switch (k) { case Kind.OLD: break; }";
  const at = (start: number, end: number) => ({ file: "/a.ts", start, end, line: 1, column: 1, code: "" });
  const places = [
    { ...placeIn("«»", COVER).place, at: at(8, 9) },
    { ...placeIn("«»", CONSTANT).place, at: at(18, 26) },
  ];
  expect(findFixes(places, { typescript, textOf: () => text })).toEqual([
    {
      file: "/a.ts",
      before: text,
      after: "switch (k) { case Kind.NEW: break; default: break; }",
      edits: ["Kind.OLD is Kind.NEW now.", "A default branch for c of Kind."],
    },
  ]);
});
