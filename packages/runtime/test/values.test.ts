import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasDuplicates } from "../src/has-duplicates.js";
import {
  countBase64Bytes,
  isBase64,
  isBytes,
  isDate,
  isDateTime,
  isEpochSeconds,
  isHttpDate,
} from "../src/simple-values.js";
import { countCodePoints, isLonger, isShorter } from "../src/text-length.js";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "binary-ascii" }),
  fc.constant("a\ud800b\udc00"),
);

describe("text length", () => {
  it("counts code points as iterating does", () => {
    fc.assert(fc.property(anyText, (text) => countCodePoints(text) === [...text].length));
  });

  it("compares with bounds as counting does", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 12 }), (text, bound) => {
        expect(isLonger(text, bound)).toBe([...text].length > bound);
        expect(isShorter(text, bound)).toBe([...text].length < bound);
      }),
    );
  });
});

describe("times", () => {
  it.each<[string, boolean]>([
    ["2022-08-18T00:00:00Z", true],
    ["2022-08-18T23:59:60.123456789Z", true],
    ["2024-02-29T00:00:00+02:00", false],
    ["2023-02-29T00:00:00Z", false],
    ["2022-04-31T00:00:00Z", false],
    ["2022-13-01T00:00:00Z", false],
    ["2022-08-18T24:00:00Z", false],
    ["2022-08-18T00:00:00+25:00", false],
    ["2022-08-18T00:00:00", false],
    ["2022-08-18", false],
    [`2022-08-18T00:00:00.${"0".repeat(100)}Z`, false],
  ])("date-time %s: %s", (text, expected) => expect(isDateTime(text)).toBe(expected));

  it.each<[string, boolean]>([
    ["Thu, 18 Aug 2022 00:00:00 GMT", true],
    ["Thu, 18 Aug 2022 00:00:00.5 GMT", true],
    ["Thu, 31 Feb 2022 00:00:00 GMT", false],
    ["Thu, 18 Foo 2022 00:00:00 GMT", false],
    ["Thu, 18 Aug 2022 00:00:00 UTC", false],
    ["2022-08-18T00:00:00Z", false],
  ])("http-date %s: %s", (text, expected) => expect(isHttpDate(text)).toBe(expected));

  it("takes every time a Date can print", () => {
    const date = fc.date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    fc.assert(fc.property(date, (time) => isDateTime(time.toISOString()) && isHttpDate(time.toUTCString())));
  });

  it("takes seconds that a Date can hold", () => {
    expect([0, -1.5, 8.64e12].every(isEpochSeconds)).toBe(true);
    expect([8.65e12, Number.NaN, Number.POSITIVE_INFINITY, "0", null, undefined].some(isEpochSeconds)).toBe(
      false,
    );
  });
});

describe("blobs", () => {
  it("takes what Buffer prints, and counts its bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        return isBase64(text) && countBase64Bytes(text) === bytes.length;
      }),
    );
  });

  it.each(["a", "ab", "abc", "====", "a===", "ab=c", "ab-_", "abc\n", "YQ==YQ=="])("refuses %j", (text) =>
    expect(isBase64(text)).toBe(false),
  );

  it("reads megabytes without running out of stack", () => {
    expect(isBase64(`${"A".repeat(20_000_000)}AA==`)).toBe(true);
  });
});

describe("objects of other realms", () => {
  it("knows their dates and bytes", () => {
    expect(isDate(runInNewContext("new Date(0)"))).toBe(true);
    expect(isBytes(runInNewContext("new Uint8Array(1)"))).toBe(true);
    expect(isBytes(Buffer.from("a"))).toBe(true);
  });

  it("refuses what only looks like them", () => {
    expect([new Date(Number.NaN), 0, "2022", {}, Object.create(null), null].some(isDate)).toBe(false);
    expect([[1], new Uint16Array(1), new ArrayBuffer(1), "a", Object.create(null)].some(isBytes)).toBe(false);
  });
});

describe("duplicates", () => {
  const small = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom<unknown>("0", "1", null, true, "null"),
  );
  const nested = fc.oneof(
    small,
    fc.array(small, { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b"), small),
  );

  it("are found as comparing all pairs finds them", () => {
    fc.assert(
      fc.property(fc.array(nested, { maxLength: 12 }), (items) => {
        const isTwice = items.some((item, index) =>
          items.slice(index + 1).some((other) => equals(item, other)),
        );
        expect(hasDuplicates(items)).toBe(isTwice);
      }),
    );
  });

  it.each([2, 20])("are found among %i items that are no numbers, as among few", (length) => {
    expect(hasDuplicates(Array.from({ length }, () => Number.NaN))).toBe(true);
  });

  it("are found in dates and bytes", () => {
    expect(hasDuplicates([new Date(1), new Date(1)])).toBe(true);
    expect(hasDuplicates([new Date(1), new Date(2)])).toBe(false);
    expect(hasDuplicates([new Uint8Array([1]), new Uint8Array([1])])).toBe(true);
    expect(hasDuplicates([{ a: 1, b: undefined }, { a: 1 }])).toBe(true);
    expect(
      hasDuplicates([
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    ).toBe(true);
  });

  it("are not looked for without end", () => {
    const deep = () => JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
    expect(hasDuplicates([deep(), deep()])).toBe(false);
    expect(hasDuplicates(Array.from({ length: 200_000 }, (_, index) => `item ${index}`))).toBe(false);
  });

  function equals(a: unknown, b: unknown): boolean {
    const sort = (value: unknown): unknown =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value)
            .sort(([x], [y]) => (x < y ? -1 : 1))
            .concat([["", "object"]])
        : [value];
    return JSON.stringify(sort(a)) === JSON.stringify(sort(b));
  }
});
