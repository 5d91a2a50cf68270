import { describe, expect, it } from "vitest";
import { leaf, printDocument, toCode, toJson, type Value } from "./value.js";

const value: Value = {
  kind: "object",
  entries: [
    { name: "at", jsonName: "At", value: leaf(0, "new Date(0)") },
    { name: "some tags", jsonName: "tags", value: { kind: "list", items: [leaf("a"), leaf(null)] } },
  ],
};

describe("a value", () => {
  it("is JSON under the names of the wire", () => {
    expect(toJson(value)).toEqual({ At: 0, tags: ["a", null] });
  });

  it("is TypeScript as programs hold it, or as JSON has it", () => {
    expect(toCode(value, "sdk")).toBe('{ at: new Date(0), "some tags": ["a", null] }');
    expect(toCode(value, "wire")).toBe('{ At: 0, tags: ["a", null] }');
  });

  it("takes more lines where one has no room", () => {
    const long: Value = { kind: "list", items: [leaf("a".repeat(50)), leaf("b".repeat(50))] };
    expect(toCode(long, "sdk").split("\n")).toHaveLength(4);
  });

  it("cannot leave its quotes", () => {
    expect(toCode(leaf('"; throw 1; //\u2028'), "sdk")).toBe('"\\"; throw 1; //\\u2028"');
  });
});

describe("printDocument", () => {
  it("prints a document as it is", () => {
    expect(printDocument({ a: [1, {}] })).toEqual({ text: '{ "a": [1, {}] }', isCut: false });
  });

  it.each([
    ["texts", "é".repeat(200), "(200 characters)"],
    ["lists", Array.from({ length: 9 }, () => 1), "(9 items)"],
    [
      "maps",
      Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`k${index}`, 1])),
      "(200 entries)",
    ],
    ["keys", { ["k".repeat(200)]: 1 }, "(200 characters)"],
  ])("shortens long %s, and says how long they are", (_, document, said) => {
    const { text, isCut } = printDocument({ inside: document });
    expect(isCut).toBe(true);
    expect(text).toContain(said);
    expect(text.length).toBeLessThan(200);
  });
});
