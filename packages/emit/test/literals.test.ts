import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyKey } from "../src/property-key.js";
import { stringLiteral } from "../src/string-literal.js";

const HOSTILE = [
  '"',
  "'",
  "`\u0024{1}`",
  "\\",
  "\n\r",
  "\u2028\u2029",
  "\ud800",
  "</script>",
  "<!--",
  "-->",
  "*/",
  "\0",
  "😀",
];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...HOSTILE)).map((it) => it.join("")),
);

describe("stringLiteral", () => {
  it("is the text when run, and when read as JSON", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(runInNewContext(stringLiteral(value))).toBe(value);
        expect(JSON.parse(stringLiteral(value))).toBe(value);
      }),
    );
  });

  it("holds nothing that ends a line or an HTML script", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(stringLiteral(value)).not.toMatch(/[\n\r\u2028\u2029]|<\/|<!--|-->|\p{Surrogate}/u);
      }),
    );
  });
});

describe("propertyKey", () => {
  it.each([
    ["UserPoolId", "UserPoolId"],
    ["$x_1", "$x_1"],
    ["class", "class"],
    ["x-y", '"x-y"'],
    ["1", '"1"'],
    ["", '""'],
    ["constructor", "constructor"],
    ["__proto__", '["__proto__"]'],
  ])("prints %j as %s", (name, key) => {
    expect(propertyKey(name)).toBe(key);
  });

  it("makes an own property of any name", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constant("__proto__")), (name) => {
        const made: unknown = runInNewContext(`({ ${propertyKey(name)}: 1 })`);
        expect(Object.entries(made as object)).toEqual([[name, 1]]); // an object literal was run
      }),
    );
  });
});
