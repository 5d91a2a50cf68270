import { describe, expect, it } from "vitest";
import type { idlDiagnostics } from "./diagnostics.js";
import { parseIdl } from "./parse-idl.js";

type Code = keyof typeof idlDiagnostics.entries;

const V2 = '$version: "2.0"\n';
const IN_A = `${V2}namespace a\n`;

/** A text for each code that gives it. */
const EXAMPLES: Readonly<Record<Code, string>> = {
  expected: `${IN_A}structure A { b }`,
  "unexpected-character": `${IN_A}string A %`,
  "unterminated-string": `${IN_A}@title("A`,
  "invalid-escape": `${IN_A}@title("\\q") string A`,
  "control-character": `${IN_A}@title("\u0001") string A`,
  "text-block-start": `${IN_A}@title("""A""") string A`,
  "invalid-identifier": `${IN_A}string __`,
  "invalid-number": `${IN_A}@range(min: 01) integer A`,
  "too-deep": `${V2}metadata a = ${"[".repeat(1001)}`,
  "unknown-statement": `${IN_A}strng A`,
  "misplaced-statement": `${IN_A}string A\nuse b#C`,
  "missing-namespace": `${V2}string A`,
  "stray-traits": `${IN_A}@required apply A @title("A")`,
  "duplicate-control": `${V2}${V2}namespace a`,
  "unknown-control": `${V2}$colour: "red"\nnamespace a`,
  "wrong-control-value": "$version: 2\nnamespace a",
  "unsupported-version": '$version: "3"\nnamespace a',
  "wrong-version": "namespace a\nenum A { B }",
  "duplicate-key": `${IN_A}@examples([{ a: 1, a: 2 }]) string A`,
  "duplicate-member": `${IN_A}structure A { b: String, b: String }`,
  "duplicate-property": `${IN_A}operation A { input: B, input: C }`,
  "unknown-property": `${IN_A}operation A { inputs: B }`,
  "conflicting-use": `${IN_A}use b#A\nuse c#A`,
  "use-of-member": `${IN_A}use b#A$c`,
  "conflicting-name": `${IN_A}use b#A\nstring A`,
  "misplaced-documentation": `${IN_A}string A\n/// Nothing.\n`,
  "more-problems": IN_A + "strng A\n".repeat(2000),
};

describe("each diagnostic of IDL text", () => {
  it.each(Object.entries(EXAMPLES))("%s is reported with a place, in whole sentences", (code, text) => {
    const { diagnostics } = parseIdl({ file: "a.smithy", text });
    const found = diagnostics.find((each) => each.code === `idl/${code}`);
    expect(diagnostics.map((each) => each.code)).toContain(`idl/${code}`);
    expect(found?.location?.offset).toBeLessThanOrEqual(text.length);
    expect(found?.message).toMatch(/[.?]$/);
    expect(found?.message).not.toMatch(/undefined|\[object|\$\{/);
  });
});
