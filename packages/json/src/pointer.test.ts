import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetOfPointer, printPointer } from "./pointer.js";

const TEXT = '{"a": [10, {"b/c": 1, "m~n": [[], [2]]}], "": {"": 5}, "\\u00e9": 6, "__proto__": 7}';

describe("offsetOfPointer", () => {
  it.each([
    ["", "{"],
    ["/a", "["],
    ["/a/0", "10"],
    ["/a/1/b~1c", "1"],
    ["/a/1/m~0n/1/0", "2"],
    ["/", "{"],
    ["//", "5"],
    ["/é", "6"],
    ["/__proto__", "7"],
  ])("finds %j", (pointer, start) => {
    const offset = offsetOfPointer(TEXT, pointer);
    expect(offset).toBeDefined();
    expect(TEXT.slice(offset)).toMatch(new RegExp(`^${start.replace(/[[{]/, "\\$&")}`));
  });

  it.each(["a", "/b", "/a/2", "/a/00", "/a/-", "/a/0/x", "/constructor", "/a/1/b"])(
    "finds nothing at %j",
    (pointer) => {
      expect(offsetOfPointer(TEXT, pointer)).toBeUndefined();
    },
  );

  it("finds nothing in text that is not JSON", () => {
    expect(offsetOfPointer('{"a": 1', "/a")).toBeUndefined();
  });

  it("skips a byte order mark", () => {
    expect(offsetOfPointer('\ufeff{"a": 1}', "/a")).toBe(7);
  });

  it("takes the last of two equal keys, as JSON.parse does", () => {
    expect(offsetOfPointer('{"a": {"b": 1}, "a": {"c": 2}}', "/a/b")).toBeUndefined();
    expect(offsetOfPointer('{"a": {"b": 1}, "a": {"b": 2}}', "/a/b")).toBe(27);
  });

  it("finds every value of generated JSON at the pointer that leads to it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const check = (part: unknown, segments: (string | number)[]) => {
          const offset = offsetOfPointer(text, printPointer(...segments));
          expect(offset).toBeDefined();
          const printed = JSON.stringify(part, null, 1).slice(0, 1);
          expect(text[offset!]).toBe(printed);
          if (typeof part !== "object" || part === null) return;
          for (const [key, child] of Object.entries(part)) check(child, [...segments, key]);
        };
        check(JSON.parse(text), []);
      }),
    );
  });
});
