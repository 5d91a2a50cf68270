import { Validator } from "@cfworker/json-schema";
import { expect, it } from "vitest";
import { makeDocuments } from "./make-documents.mjs";
import { PREFIX } from "./read-schema.mjs";

/** @import { Schema } from "./read-schema.mjs" */

/**
 * The documents of the schema `Main`; the other side has `other` in its place.
 * @param {Readonly<Record<string, Schema>>} schemas
 * @param {{ other?: Readonly<Record<string, Schema>>, most?: number, seed?: number }} [options]
 */
function documentsOf(schemas, { other = {}, most = 300, seed = 1 } = {}) {
  const own = new Map(Object.entries(schemas));
  const making = { own, other: new Map(Object.entries(other)), changed: new Set(own.keys()) };
  const documents = makeDocuments(making, { own: "Main", other: "Main" }, { most, seed });
  const validator = new Validator({ $ref: `${PREFIX}Main`, $defs: schemas }, "2020-12");
  const refused = documents.filter((document) => !validator.validate(document).valid);
  expect(refused).toEqual([]);
  return documents;
}

const object = (/** @type {Record<string, Schema>} */ properties, /** @type {string[]} */ ...required) => ({
  ...{ type: "object", properties },
  ...(required.length > 0 ? { required } : {}),
});
const ref = (/** @type {string} */ name) => ({ $ref: `${PREFIX}${name}` });

it("begins with what is required, and goes on with all members", () => {
  const text = { type: "string", enum: ["x"] };
  const [first, second] = documentsOf({ Main: object({ a: text, b: text }, "b") });
  expect(first).toEqual({ b: "x" });
  expect(second).toEqual({ a: "x", b: "x" });
});

it("has each value of an enum, and the ends of each number, length and size", () => {
  const all = documentsOf({
    Main: object({
      color: { type: "string", enum: ["red", "green", "blue"] },
      count: { type: "integer", minimum: -3, maximum: 7 },
      name: { type: "string", minLength: 2, maxLength: 300 },
      tags: { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 4 },
      bytes: { type: "string", contentEncoding: "base64", minLength: 4, maxLength: 8 },
    }),
  });
  const of = (/** @type {string} */ name) => new Set(all.map((each) => /** @type {any} */ (each)[name]));
  expect([...of("color")]).toEqual(expect.arrayContaining(["red", "green", "blue"]));
  expect([...of("count")]).toEqual(expect.arrayContaining([-3, 7]));
  const lengths = [...of("name")].flatMap((text) => text?.length ?? []);
  expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 300]);
  const sizes = [...of("tags")].flatMap((tags) => tags?.length ?? []);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 4]);
  expect(new Set([...of("bytes")].flatMap((text) => text?.length ?? []))).toEqual(new Set([4, 8]));
});

it("goes a step beyond the limits of the other side", () => {
  const other = {
    Main: object({ n: { type: "integer", maximum: 9 }, t: { type: "string", maxLength: 40 } }),
  };
  const all = documentsOf({ Main: object({ n: { type: "integer" }, t: { type: "string" } }) }, { other });
  expect(all).toEqual(expect.arrayContaining([expect.objectContaining({ n: 10, t: "a".repeat(41) })]));
});

it("has each alternative of a union, one at a time", () => {
  const union = {
    ...object({ a: { type: "boolean" }, b: { type: "boolean" } }),
    minProperties: 1,
    maxProperties: 1,
  };
  expect(documentsOf({ Main: union })).toEqual([{ a: true }, { b: true }, { a: false }, { b: false }]);
});

it("makes texts for patterns, and those that the other side's pattern refuses", () => {
  const main = (/** @type {string} */ pattern) => ({
    Main: object({ a: { type: "string", pattern, maxLength: 9 } }, "a"),
  });
  const all = documentsOf(main("^[a-z][0-9]*$"), { other: main("^[a-z]$") });
  const texts = all.map((each) => String(/** @type {any} */ (each).a));
  expect(texts.some((text) => !/^[a-z]$/.test(text))).toBe(true);
});

it("makes items of sets that differ, and keys that fit", () => {
  const set = { type: "array", items: { type: "string" }, uniqueItems: true, minItems: 3, maxItems: 5 };
  const map = {
    type: "object",
    propertyNames: { type: "string", maxLength: 2 },
    additionalProperties: set,
    minProperties: 2,
  };
  expect(documentsOf({ Main: object({ map }) }).length).toBeGreaterThan(3);
});

it("ends where schemas hold themselves, and makes none where they have to", () => {
  const own = object({
    self: ref("Main"),
    list: { type: "array", items: ref("Main") },
    n: { type: "integer" },
  });
  const longest = Math.max(...documentsOf({ Main: own }).map((each) => JSON.stringify(each).length));
  expect(longest).toBeLessThan(20_000);
  expect(documentsOf({ Main: object({ self: ref("Main") }, "self") })).toEqual([]);
});

it("makes so many documents at most, the same for the same seed", () => {
  const values = Array.from({ length: 900 }, (_, index) => `v${index}`);
  const schemas = { Main: object({ a: { type: "string", enum: values } }) };
  const all = documentsOf(schemas, { most: 60 });
  expect(all.length).toBeLessThanOrEqual(60);
  expect(all.length).toBeGreaterThan(40);
  expect(documentsOf(schemas, { most: 60 })).toEqual(all);
  expect(documentsOf(schemas, { most: 60, seed: 2 })).not.toEqual(all);
});
