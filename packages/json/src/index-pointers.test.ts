import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexPointers } from "./index-pointers.js";
import { offsetOfPointer } from "./pointer.js";

describe("indexPointers", () => {
  it("finds what offsetOfPointer finds, for every value of any text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        for (const [pointer, offset] of indexPointers(text))
          expect(offset).toBe(offsetOfPointer(text, pointer));
      }),
    );
  });

  it("escapes keys, counts in arrays, and takes the last of a key given twice", () => {
    expect([...indexPointers('{"a/b":[1,{"~":2}],"c":1,"c":2}')]).toEqual([
      ["", 0],
      ["/a~1b", 7],
      ["/a~1b/0", 8],
      ["/a~1b/1", 10],
      ["/a~1b/1/~0", 15],
      ["/c", 29],
    ]);
  });

  it("is empty for what is not JSON", () => {
    expect(indexPointers('{"a":')).toEqual(new Map());
  });
});
