import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayHaveEscapedKeys, parseByVisiting } from "./parse-json.js";
import { readJson } from "./read-json.js";

describe("readJson", () => {
  it("reads keys with escapes as they are, whatever the engine has seen before", () => {
    const read = (text: string) => Object.keys(readJson({ file: "a.json", text }).value as object);
    expect(read('{"h":[],"\\\\":0}')).toEqual(["h", "\\"]);
    expect(read('{"h":1,"\\"":2}')).toEqual(["h", '"']);
    expect(read('{"h":1,"\\n":2}')).toEqual(["h", "\n"]);
  });
});

describe("parseByVisiting", () => {
  it("gives what JSON.parse gives for every value without such keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        if (mayHaveEscapedKeys(text)) return;
        expect(parseByVisiting(text)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  it("gives own properties for keys of every object, and the last of two equal keys", () => {
    const { value } = parseByVisiting('{"__proto__": 1, "a": 2, "a": [3, {}]}') as { value: object };
    expect(Object.entries(value)).toEqual([
      ["__proto__", 1],
      ["a", [3, {}]],
    ]);
  });

  it("reports what is no JSON", () => {
    expect(parseByVisiting('{"\\n": }')).toMatchObject({ problem: { kind: "syntax", offset: 7 } });
  });
});

describe("mayHaveEscapedKeys", () => {
  it.each([
    ['{"a\\"b": 1}', true],
    ['{"\\u0041" : 1}', true],
    ['{"a": "b\\n", "c": 1}', false],
    ['{"a": "{\\"b\\": 1}", "c": "\\\\"}', false],
    ["{}", false],
  ])("says of %s", (text, expected) => {
    expect(mayHaveEscapedKeys(text)).toBe(expected);
  });
});
