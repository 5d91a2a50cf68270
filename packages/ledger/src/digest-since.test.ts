import { createHash } from "node:crypto";
import type { Model } from "@shapelog/model";
import { arbitraryModel } from "@shapelog/model/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, digestModel, printCanonical } from "./digest.js";

it("digests each shape's sorted JSON, a line each", () => {
  const model: Model = {
    shapes: new Map([
      ["a#B", { kind: "string", id: "a#B", traits: { "a#z": "é", "a#b": 1 } }],
      ["a#A", { kind: "blob", id: "a#A", traits: {} }],
    ]),
    metadata: new Map([["k", [1]]]),
  };
  const text = `"k":[1]\n${canonicalJson({ id: "a#A", kind: "blob", traits: {} })}\n{"id":"a#B","kind":"string","traits":{"a#b":1,"a#z":"é"}}\n`;
  expect(digestModel(model)).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
});

it("makes of a predecessor the text that the whole model gives", () => {
  fc.assert(
    fc.property(arbitraryModel(), arbitraryModel(), (first, second) => {
      const before: Model = { shapes: first.shapes, metadata: second.metadata };
      const changed = new Set([...before.shapes.keys(), ...second.shapes.keys()]);
      for (const [id, shape] of second.shapes) if (before.shapes.get(id) === shape) changed.delete(id);
      const since = printCanonical(second, { text: printCanonical(before), changed });
      expect(since).toEqual(printCanonical(second));
      // Shapes of both: some stay, some come, some go.
      const mixed: Model = {
        shapes: new Map([...before.shapes, ...[...second.shapes].slice(0, 2)]),
        metadata: second.metadata,
      };
      const few = new Set([...second.shapes.keys()].slice(0, 2));
      const onward = printCanonical(mixed, { text: printCanonical(before), changed: few });
      expect(onward).toEqual(printCanonical(mixed));
      expect(printCanonical(before, { text: onward, changed: few }).digest).toBe(digestModel(before));
    }),
  );
});
