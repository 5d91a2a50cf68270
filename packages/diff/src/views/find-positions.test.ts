import { resolvePosition } from "@shapelog/diagnostics";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createPositionFinder } from "./find-positions.js";

it("finds the lines and columns that diagnostics show", () => {
  const text = fc.array(fc.constantFrom("a", "\n", "\r\n", "\r", "é"), { maxLength: 20 });
  fc.assert(
    fc.property(text, fc.nat(30), (parts, offset) => {
      const all = parts.join("");
      const at = Math.min(offset, all.length);
      // Between \r and \n there is no place of a value.
      fc.pre(!(all[at - 1] === "\r" && all[at] === "\n"));
      const sources = { text: () => all };
      const shown = resolvePosition({ file: "f", offset: at }, sources);
      expect(createPositionFinder(sources)({ file: "f", offset: at })).toEqual({
        line: shown?.line,
        column: shown?.column,
      });
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
