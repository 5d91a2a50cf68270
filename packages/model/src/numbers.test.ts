import { expectLinear } from "@shapelog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.js";
import { equalNodes, isNodeObject } from "./equal.js";
import {
  ceiling,
  compareNumbers,
  compareNumberTexts,
  equalNumbers,
  floor,
  formatNumber,
  isBigNumber,
  isWhole,
  nearestDouble,
  printNumber,
  readNumber,
  requireNumber,
} from "./numbers.js";
import { printJson } from "./print-json.js";

/** Literals of all lengths and powers, most of them with more digits than a double has. */
const literal = fc
  .tuple(
    fc.boolean(),
    fc.stringMatching(/^(?:0|[1-9]\d{0,40})$/),
    fc.option(fc.stringMatching(/^\d{1,40}$/)),
    fc.option(fc.integer({ min: -700, max: 700 })),
  )
  .map(([minus, whole, fraction, power]) => {
    const point = fraction === null ? "" : `.${fraction}`;
    return `${minus ? "-" : ""}${whole}${point}${power === null ? "" : `e${power}`}`;
  });

describe("readNumber", () => {
  it.each([
    "9223372036854775807",
    "-9007199254740993",
    "9223372036854775808",
    "123456789012345678901234567890",
    "1e400",
    "1e-400",
  ])("keeps the digits of %s", (text) => {
    const number = requireNumber(text);
    expect(isBigNumber(number)).toBe(true);
    expect(printNumber(number)).toBe(text);
  });

  it.each([
    ["0.1", 0.1],
    ["9007199254740991", 9007199254740991],
    ["1e21", 1e21],
    ["9223372036854776000", 2 ** 63],
    ["1.0", 1],
    ["1e2", 100],
  ])("reads %s as a plain number", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(["", "nope", "1.", ".5", "+1", "01", "1e", "0x10", "NaN", "Infinity", " 1"])(
    "refuses %j",
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );

  it("gives numbers that print as a text of the same value, and read back as the same", () => {
    fc.assert(
      fc.property(literal, (text) => {
        const printed = printNumber(requireNumber(text));
        expect(compareNumberTexts(printed, text)).toBe(0);
        expect(printNumber(requireNumber(printed))).toBe(printed);
      }),
    );
  });

  it("gives a double for every double, the very same", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(JSON.stringify(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
  });
});

describe("comparison", () => {
  it("tells numbers apart exactly where their texts have different values", () => {
    fc.assert(
      fc.property(literal, literal, (a, b) => {
        const [left, right] = [requireNumber(a), requireNumber(b)];
        const order = compareNumberTexts(a, b);
        expect(Math.sign(compareNumbers(left, right))).toBe(Math.sign(order ?? Number.NaN));
        expect(equalNumbers(left, right)).toBe(order === 0);
        expect(equalNodes([left], [right])).toBe(order === 0);
        expect(canonicalJson({ left }) === canonicalJson({ left: right })).toBe(order === 0);
      }),
    );
  });

  it.each([
    ["1.0", "1"],
    ["1e2", "100"],
    ["-0", "0"],
    ["-0.0e5", "0"],
    ["9223372036854775807.0", "9223372036854775807"],
    ["10e399", "1E+400"],
  ])("takes %s for %s", (a, b) => {
    expect(equalNumbers(requireNumber(a), requireNumber(b))).toBe(true);
  });

  it("tells the last digit of a long", () => {
    const [less, more] = [requireNumber("9223372036854775806"), requireNumber("9223372036854775807")];
    expect(compareNumbers(less, more)).toBeLessThan(0);
    expect(equalNodes({ max: less }, { max: more })).toBe(false);
  });

  it("has infinite numbers beyond all others", () => {
    const huge = requireNumber("1e400");
    expect(compareNumbers(Number.POSITIVE_INFINITY, huge)).toBeGreaterThan(0);
    expect(compareNumbers(huge, Number.NEGATIVE_INFINITY)).toBeGreaterThan(0);
    expect(compareNumbers(Number.NaN, huge)).toBeNaN();
  });

  it("takes a long number apart once, however often it is compared", () => {
    expectLinear(
      (count) => {
        const huge = requireNumber(`1e${"9".repeat(count)}`);
        for (let round = 0; round < count; round++) compareNumbers(huge, round);
      },
      { size: 8000 },
    );
  });

  it("is not the same as a text of these digits, or an object that looks like one", () => {
    const number = requireNumber("9223372036854775807");
    expect(equalNodes(number, "9223372036854775807")).toBe(false);
    expect(equalNodes(number, { text: "9223372036854775807" })).toBe(false);
    expect(isNodeObject(number)).toBe(false);
  });
});

describe("rounding", () => {
  it.each([
    ["9223372036854775807.5", "9223372036854775807", "9223372036854775808"],
    ["-9223372036854775807.5", "-9223372036854775808", "-9223372036854775807"],
    ["1e-400", "0", "1"],
    ["-1e-400", "-1", "0"],
    ["1e400", "1e400", "1e400"],
  ])("puts %s between %s and %s", (text, below, above) => {
    const number = requireNumber(text);
    expect([floor(number), ceiling(number)].map(printNumber)).toEqual([below, above]);
    expect(isWhole(number)).toBe(below === above);
  });

  it("never gives the lesser of two numbers the greater double", () => {
    fc.assert(
      fc.property(literal, literal, (a, b) => {
        const [left, right] = [requireNumber(a), requireNumber(b)];
        if (compareNumbers(left, right) < 0)
          expect(nearestDouble(left)).toBeLessThanOrEqual(nearestDouble(right));
      }),
    );
  });
});

describe("printing", () => {
  const value = {
    b: [requireNumber("9223372036854775807"), 1],
    a: { __proto__: null, x: "1" },
    e: [],
    n: undefined,
  };

  it("has the layout of JSON.stringify", () => {
    const plain = { ...value, b: [7, 1] };
    for (const space of [0, 2])
      expect(printJson(value, space)).toBe(
        JSON.stringify(plain, null, space).replace("7", "9223372036854775807"),
      );
  });

  it("is of the digits alone in canonical JSON, from which digests are made", () => {
    expect(canonicalJson({ b: value.b, a: [1] })).toBe('{"a":[1],"b":[9223372036854775807,1]}');
  });

  it("keeps the digits as a text where JSON.stringify prints them", () => {
    expect(JSON.stringify(value.b)).toBe('["9223372036854775807",1]');
  });

  it.each([
    ["9223372036854775807", "9,223,372,036,854,775,807"],
    ["-1234.5", "-1,234.5"],
    ["1e400", "1e400"],
    ["1e-30", "1e-30"],
    ["1234567.1234567", "1,234,567.1234567"],
    ["-100", "-100"],
  ])("shows %s as %s", (text, shown) => {
    expect(formatNumber(requireNumber(text))).toBe(shown);
  });

  it("shows the start of a number that nobody reads to its end, in time linear in its digits", () => {
    const digits = (count: number) => requireNumber("12".repeat(count));
    expect(formatNumber(digits(100))).toBe(`${"12".repeat(30)}…`);
    expectLinear((count) => formatNumber(digits(count)), { size: 100_000 });
  });
});
