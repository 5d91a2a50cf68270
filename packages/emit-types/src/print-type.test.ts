import { describe, expect, it } from "vitest";
import { printType } from "./print-type.js";
import { readTypes } from "./read-types.js";

const REFER = {
  schema: (name: string) => `<${name}>`,
  named: (name: string) => name,
};

const TYPES: readonly (readonly [name: string, schema: Record<string, unknown>, type: string])[] = [
  ["string", { type: "string", pattern: "*/", maxLength: 3 }, "string"],
  ["integer", { type: "integer", minimum: 1 }, "number"],
  ["boolean", { type: "boolean" }, "boolean"],
  ["date", { "x-shapelog-type": "Date" }, "Date"],
  ["bytes", { "x-shapelog-type": "Uint8Array" }, "Uint8Array"],
  ["big integers", { "x-shapelog-type": "bigint" }, "bigint"],
  ["big decimals", { type: "array", items: { "x-shapelog-type": "NumericValue" } }, "NumericValue[]"],
  ["a text that is JSON", { "x-shapelog-type": "LazyJsonString" }, "LazyJsonString | string"],
  [
    "texts that are JSON",
    { type: "array", items: { "x-shapelog-type": "LazyJsonString" } },
    "(LazyJsonString | string)[]",
  ],
  [
    "events",
    { "x-shapelog-type": "AsyncIterable", items: { $ref: "#/components/schemas/Other" } },
    "AsyncIterable<<Other>>",
  ],
  ["a class we do not know", { "x-shapelog-type": "Function" }, "{}"],
  ["anything", { description: "any" }, "DocumentType"],
  ["reference", { $ref: "#/components/schemas/Other", description: "*/" }, "<Other>"],
  ["enum", { type: "string", enum: ['a"', "\u2028", "\ud800"] }, '"a\\"" | "\\u2028" | "\\ud800"'],
  ["negative numbers", { type: "integer", enum: [1, -2] }, "1 | -2"],
  ["array", { type: "array", items: { type: "string" } }, "string[]"],
  ["array of dates", { type: "array", items: { "x-shapelog-type": "Date" } }, "Date[]"],
  [
    "sparse",
    { type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } },
    "(string | null)[]",
  ],
  ["array of arrays", { type: "array", items: { type: "array", items: { type: "number" } } }, "number[][]"],
  ["map", { type: "object", additionalProperties: { type: "number" } }, "Record<string, number>"],
  [
    "object",
    { type: "object", properties: { a: { type: "string" }, "b c": {} }, required: ["a"] },
    '{ a: string; "b c"?: DocumentType }',
  ],
  ["empty object", { type: "object" }, "{}"],
  ["float on the wire", { anyOf: [{ type: "number" }, { type: "string", enum: ["NaN"] }] }, 'number | "NaN"'],
];

describe("printType", () => {
  it.each(TYPES)("prints %s", (_name, schema, expected) => {
    const types = readTypes(
      new Map([
        ["Other", { type: "string" }],
        ["Tested", schema],
      ]),
    );
    const type = types.get("Tested");
    expect(type && printType(type, REFER)).toBe(expected);
  });
});

it("reads schemas that refer to each other in a chain longer than the stack", () => {
  const size = 5000;
  const link = (index: number) => ({
    type: "object",
    properties: { next: { $ref: `#/components/schemas/S${index + 1}` } },
  });
  const schemas = new Map<string, Record<string, unknown>>(
    Array.from({ length: size }, (_, index) => [`S${index}`, link(index)]),
  );
  const types = readTypes(schemas.set(`S${size}`, { type: "string" }));
  const first = types.get("S0");
  expect(types.size).toBe(size + 1);
  expect(first && printType(first, REFER)).toBe("{ next?: <S1> }");
});
