import { expectLinear } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { parseSmithyBuild } from "./parse-smithy-build.js";

const parse = (text: string) => parseSmithyBuild({ file: "smithy-build.json", text });

describe("parseSmithyBuild", () => {
  it("returns sources and imports as written", () => {
    const text = '{"version": "1.0", "sources": ["model", "../x"], "imports": ["b.json"], "projections": {}}';
    expect(parse(text)).toEqual({ sources: ["model", "../x"], imports: ["b.json"], diagnostics: [] });
    expect(parse("{}")).toEqual({ sources: [], imports: [], diagnostics: [] });
  });

  it("allows comments, outside of strings", () => {
    const text = '{ // why\n  "sources": ["http://model"] // [\n}';
    expect(parse(text)).toMatchObject({ sources: ["http://model"], diagnostics: [] });
  });

  it.each([
    ["", "json/syntax"],
    ["[]", "smithy/wrong-json-type"],
    ['{"sources": "model"}', "smithy/wrong-json-type"],
    ['{"imports": [1]}', "smithy/wrong-json-type"],
    ['// x\n{"sources": }', "json/syntax"],
  ])("reports %j", (text, code) => {
    expect(parse(text)).toMatchObject({ sources: [], imports: [], diagnostics: [{ code }] });
  });

  it.each([
    ["quotes that nothing ends", '"a\\'],
    ["comments", "// x\n"],
    ["escapes in a string", "\\a"],
  ])("takes %s in steps of their number", (_, part) => {
    expectLinear((size) => parse(`"${part.repeat(size)}`), { size: 64_000 });
  });

  it("counts comments in offsets", () => {
    expect(parse('// x\n{"sources": }').diagnostics[0]!.location).toMatchObject({ offset: 17 });
  });
});
