import { createHash } from "node:crypto";
import type { Model } from "@shapelog/model";
import { canonicalJson } from "@shapelog/model";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import fc from "fast-check";
import { expect, it } from "vitest";
import { digestModel, digestShapes } from "./digest.js";

it("digests the digests of the metadata and of each shape's sorted JSON", () => {
  const model: Model = {
    shapes: new Map([
      ["a#B", { kind: "string", id: "a#B", traits: { "a#z": "é", "a#b": 1 } }],
      ["a#A", { kind: "blob", id: "a#A", traits: {} }],
    ]),
    metadata: new Map([["k", [1]]]),
  };
  const texts = [
    '"k":[1]\n',
    `${canonicalJson({ id: "a#A", kind: "blob", traits: {} })}\n`,
    '{"id":"a#B","kind":"string","traits":{"a#b":1,"a#z":"é"}}\n',
  ];
  const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
  expect(digestModel(model)).toBe(
    `sha256:${sha256(Buffer.concat(texts.map((text) => sha256(text)))).toString("hex")}`,
  );
});

it("makes of a predecessor the digests that the whole model gives", () => {
  fc.assert(
    fc.property(arbitraryModel(), arbitraryModel(), (first, second) => {
      const before: Model = { shapes: first.shapes, metadata: second.metadata };
      const changed = new Set([...before.shapes.keys(), ...second.shapes.keys()]);
      for (const [id, shape] of second.shapes) if (before.shapes.get(id) === shape) changed.delete(id);
      const since = digestShapes(second, { digests: digestShapes(before), changed });
      expect(since).toEqual(digestShapes(second));
      // Shapes of both: some stay, some come, some go.
      const mixed: Model = {
        shapes: new Map([...before.shapes, ...[...second.shapes].slice(0, 2)]),
        metadata: second.metadata,
      };
      const few = new Set([...second.shapes.keys()].slice(0, 2));
      const onward = digestShapes(mixed, { digests: digestShapes(before), changed: few });
      expect(onward).toEqual(digestShapes(mixed));
      expect(digestShapes(before, { digests: onward, changed: few }).digest).toBe(digestModel(before));
    }),
  );
});

it("makes of a predecessor with the same ids the digests that the whole model gives", () => {
  fc.assert(
    fc.property(arbitraryModel(), (model) => {
      const shapes = new Map(
        [...model.shapes].map(([id, shape]) => [id, { ...shape, traits: { "a#b": 1 } }]),
      );
      const after: Model = { shapes, metadata: model.metadata };
      const since = digestShapes(after, { digests: digestShapes(model), changed: new Set(shapes.keys()) });
      expect(since).toEqual(digestShapes(after));
    }),
  );
});
