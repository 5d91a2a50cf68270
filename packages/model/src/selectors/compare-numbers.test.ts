import { expect, it } from "vitest";
import { compareNumbers } from "./compare-numbers.js";

it.each([
  ["1", "2", -1],
  ["10", "9", 1],
  ["-10", "9", -1],
  ["-10", "-9", -1],
  ["0", "-0.00", 0],
  ["1.50", "15e-1", 0],
  ["0.001", "1E-3", 0],
  ["100", "1e+2", 0],
  ["9007199254740993", "9007199254740992", 1],
  ["1e400", "1e401", -1],
  ["1e-123456789", "0", 1],
  ["0.1", "0.11", -1],
])("compares %s with %s exactly", (left, right, order) => {
  expect(Math.sign(compareNumbers(left, right) ?? Number.NaN)).toBe(order);
  expect(Math.sign(compareNumbers(right, left) ?? Number.NaN)).toBe(order === 0 ? 0 : -order);
});

it.each(["", "nope", "1.", ".5", "+1", "01", "1e", "0x10", "NaN", "Infinity", " 1"])(
  "does not take %j for a number",
  (text) => {
    expect(compareNumbers(text, "1")).toBeUndefined();
    expect(compareNumbers("1", text)).toBeUndefined();
  },
);
