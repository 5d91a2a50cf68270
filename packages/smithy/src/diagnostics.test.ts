import { describe, expect, it } from "vitest";
import type { smithyDiagnostics } from "./diagnostics.js";
import { loadModel } from "./load/load-model.js";

type Code = keyof typeof smithyDiagnostics.entries;

const IDL = '$version: "2.0"\nnamespace a\n';

const MIXINS = Array.from(
  { length: 1500 },
  (_, at) => `@mixin structure S${at} with [S${at + 1}] { m${at}: String }`,
);

/** Files for each code that give it. A text that begins with a brace or bracket is JSON. */
const EXAMPLES: Readonly<Record<Code, string | readonly string[]>> = {
  "not-a-model": "[]",
  "missing-version": "{}",
  "unsupported-version": '{"smithy": "3"}',
  "unknown-key": '{"smithy": "2.0", "shape": {}}',
  "unknown-field": json({ "a#A": { type: "string", colour: "red" } }),
  "unknown-type": json({ "a#A": { type: "text" } }),
  "malformed-shape-id": json({ A: { type: "string" } }),
  "member-as-shape": json({ "a#A$b": { type: "string" } }),
  "malformed-trait-id": json({ "a#A": { type: "string", traits: { required: {} } } }),
  "malformed-name": json({ "a#A": { type: "structure", members: { "1": {} } } }),
  "wrong-json-type": json([]),
  "missing-field": `${IDL}list A {}`,
  "unexpected-member": `${IDL}list A { member: String, other: String }`,
  "wrong-enum-target": json({ "a#A": { type: "enum", members: { B: { target: "smithy.api#String" } } } }),
  "missing-enum-value": `${IDL}intEnum A { B }`,
  "wrong-version": json({ "a#A": { type: "enum", members: {} } }, "1.0"),
  "apply-without-shape": `${IDL}apply A @required`,
  "apply-to-prelude": `${IDL}apply String @required`,
  "conflicting-trait": `${IDL}@title("a") string A\napply A @title("b")`,
  "conflicting-shape": `${IDL}string A\nblob A`,
  "repeated-shape": `${IDL}string A\nstring A`,
  "conflicting-metadata": '$version: "2"\nmetadata a = 1\nmetadata a = 2',
  "unknown-use": `${IDL}use b#C`,
  "unresolved-id": `${IDL}@examples([{ a: B }]) string A`,
  "unresolved-elision": `${IDL}structure A { $b }`,
  "not-a-resource": `${IDL}structure A for String {}`,
  "private-resource": [
    `${IDL}@private resource A {}`,
    '$version: "2.0"\nnamespace b\nuse a#A\nstructure B for A {}',
  ],
  "cyclic-mixins": `${IDL}@mixin structure A with [A] {}`,
  "too-many-mixins": [`${IDL}@mixin structure S1500 {}`, `${IDL}${MIXINS.join("\n")}`],
  "wrong-mixin-kind": `${IDL}@mixin structure A {}\nunion B with [A] { c: String }`,
  "unfit-mixin": `${IDL}@mixin resource A { identifiers: { b: String } }`,
  "broken-mixin": `${IDL}@mixin list A {}\nlist B with [A] { member: String }`,
  "conflicting-member": `${IDL}@mixin structure A { b: String }\nstructure C with [A] { b: Blob }`,
  "empty-enum": `${IDL}enum A {}`,
  "deprecated-set": "namespace a\nset A { member: String }",
  "box-without-effect": "namespace a\nunion A { @box b: Integer }",
  "trait-out-of-place": `${IDL}@box integer A`,
};

function json(shapes: object, smithy = "2.0"): string {
  return JSON.stringify({ smithy, shapes });
}

describe("each diagnostic of a Smithy model", () => {
  it.each(Object.entries(EXAMPLES))("%s is reported, in whole sentences", (code, texts) => {
    const sources = [texts].flat().map((text, index) => ({ file: `${index}`, text }));
    const { diagnostics } = loadModel(sources);
    const found = diagnostics.find((each) => each.code === `smithy/${code}`);
    expect(diagnostics.map((each) => each.code)).toContain(`smithy/${code}`);
    expect(found?.message).toMatch(/[.]$/);
    expect(found?.message).not.toMatch(/undefined|\[object|\$\{/);
  });
});
