import { createModel, equalModels, type Model, printJson } from "@shapelog/model";
import { arbitraryModel, arbitraryNode } from "@shapelog/testing/arbitrary-model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadModel } from "./load/load-model.js";
import { printIdl } from "./print-idl.js";
import { printSmithyJson } from "./print-smithy-json.js";
import { readSmithyJson } from "./read-smithy-json.js";

const read = (text: string) => readSmithyJson({ file: "model.json", text });

describe("printSmithyJson", () => {
  it("prints keys in a fixed order, ids and traits sorted, members as they are", () => {
    const model = createModel(
      [
        {
          kind: "structure",
          id: "example#B",
          traits: { "smithy.api#tags": ["x"], "smithy.api#documentation": "Text." },
          members: [
            { name: "z", target: "smithy.api#String", traits: {} },
            { name: "a", target: "example#A", traits: { "smithy.api#required": {} } },
          ],
        },
        {
          kind: "enum",
          id: "example#A",
          traits: {},
          members: [{ name: "X", target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "X" } }],
        },
      ],
      [["b", { z: 1, a: [] }]],
    );
    expect(printSmithyJson(model)).toBe(`{
  "smithy": "2.0",
  "metadata": {
    "b": {
      "a": [],
      "z": 1
    }
  },
  "shapes": {
    "example#A": {
      "type": "enum",
      "members": {
        "X": {
          "target": "smithy.api#Unit",
          "traits": {
            "smithy.api#enumValue": "X"
          }
        }
      }
    },
    "example#B": {
      "type": "structure",
      "members": {
        "z": {
          "target": "smithy.api#String"
        },
        "a": {
          "target": "example#A",
          "traits": {
            "smithy.api#required": {}
          }
        }
      },
      "traits": {
        "smithy.api#documentation": "Text.",
        "smithy.api#tags": [
          "x"
        ]
      }
    }
  }
}
`);
  });

  it("prints the fields of services, resources and operations, and leaves empty ones out", () => {
    const model = createModel([
      {
        kind: "service",
        id: "example#S",
        traits: {},
        version: "1",
        operations: ["example#O"],
        resources: ["example#R"],
        errors: [],
        rename: [{ shape: "example#X", name: "Y" }],
      },
      {
        kind: "operation",
        id: "example#O",
        traits: {},
        input: "smithy.api#Unit",
        output: "example#X",
        errors: [],
      },
      {
        kind: "resource",
        id: "example#R",
        traits: {},
        identifiers: [{ name: "id", target: "smithy.api#String" }],
        properties: [],
        lifecycle: [{ name: "read", target: "example#O" }],
        operations: [],
        collectionOperations: [],
        resources: [],
      },
      { kind: "structure", id: "example#X", traits: {}, members: [] },
    ]);
    const target = (id: string) => ({ target: id });
    expect(JSON.parse(printSmithyJson(model))).toEqual({
      smithy: "2.0",
      shapes: {
        "example#S": {
          type: "service",
          version: "1",
          operations: [target("example#O")],
          resources: [target("example#R")],
          rename: { "example#X": "Y" },
        },
        "example#O": { type: "operation", input: target("smithy.api#Unit"), output: target("example#X") },
        "example#R": {
          type: "resource",
          identifiers: { id: target("smithy.api#String") },
          read: target("example#O"),
        },
        "example#X": { type: "structure", members: {} },
      },
    });
  });

  it("prints an empty model", () => {
    expect(printSmithyJson(createModel([]))).toBe('{\n  "smithy": "2.0",\n  "shapes": {}\n}\n');
  });

  it.each(["9223372036854775807", "-9007199254740993", "1e400", "0.10000000000000000000000001"])(
    "prints %s with all its digits, as a JSON number",
    (digits) => {
      const text = `{"smithy": "2.0", "shapes": {"a#L": {"type": "bigDecimal", "traits": {"smithy.api#range": {"max": ${digits}}}}}}`;
      const { model, diagnostics } = read(text);
      expect(diagnostics).toEqual([]);
      expect(printSmithyJson(model)).toContain(`"max": ${digits}\n`);
      const idl = printIdl(model);
      expect(idl).toContain(`max: ${digits}`);
      expect(equalModels(loadModel([{ file: "a.smithy", text: idl }]).model, model)).toBe(true);
    },
  );

  it("prints what reads as the same model, without diagnostics, and reads to the same text", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const text = printSmithyJson(model);
        const result = read(text);
        // Members of models that are made at random can have other targets than in their mixins.
        const others = result.diagnostics.filter(({ code }) => code !== "smithy/conflicting-member");
        expect(others).toEqual([]);
        expect(equalModels(result.model, model)).toBe(true);
        expect(printSmithyJson(result.model)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("gives equal models equal text, whatever the order of shapes, traits and keys", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const other: Model = {
          shapes: new Map([...model.shapes].reverse().map(([id, shape]) => [id, reverseTraits(shape)])),
          metadata: new Map([...model.metadata].reverse()),
        };
        expect(equalModels(other, model)).toBe(true);
        expect(printSmithyJson(other)).toBe(printSmithyJson(model));
      }),
    );
  });

  it("prints trait values that JSON.parse reads back as they are", () => {
    fc.assert(
      fc.property(arbitraryNode, (value) => {
        const shape = { kind: "string", id: "example#A", traits: { "example#t": value } } as const;
        const parsed = JSON.parse(printSmithyJson(createModel([shape])));
        expect(parsed.shapes["example#A"].traits["example#t"]).toEqual(JSON.parse(printJson(value)));
      }),
    );
  });
});

function reverseTraits<T extends { readonly traits: object }>(shape: T): T {
  return { ...shape, traits: Object.fromEntries(Object.entries(shape.traits).reverse()) };
}
