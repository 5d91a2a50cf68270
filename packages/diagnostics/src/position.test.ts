import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPositionFinder, findPosition } from "./position.js";

describe("createPositionFinder", () => {
  it("finds what a look from the text's start finds, in whatever order it is asked", () => {
    const part = fc.constantFrom("a", "\n", "\r\n", "\r", "é", "x".repeat(1500), "\n".repeat(700));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.array(fc.nat(20_000)), (parts, offsets) => {
        const text = parts.join("");
        const find = createPositionFinder({ text: () => text });
        for (const offset of offsets) expect(find({ file: "f", offset })).toEqual(findPosition(text, offset));
      }),
    );
  });

  it("finds nothing without a place, a text or a value there", () => {
    const find = createPositionFinder({
      text: (file) => (file === "f" ? "{}" : undefined),
      offsetOf: () => undefined,
    });
    expect(find({ file: "f" })).toBeUndefined();
    expect(find({ file: "g", offset: 1 })).toBeUndefined();
    expect(find({ file: "f", pointer: "/a" })).toBeUndefined();
    expect(createPositionFinder(undefined)({ file: "f", offset: 1 })).toBeUndefined();
  });

  it("takes time for the text once, not for each place", () => {
    const text = "a\n".repeat(2_000_000);
    const find = createPositionFinder({ text: () => text });
    // To go through the text for each of them would take longer than a test may.
    for (let index = 0; index < 200_000; index++) find({ file: "f", offset: text.length - index });
    expect(find({ file: "f", offset: text.length })).toMatchObject({ line: 2_000_001, column: 1 });
  });
});
