import { expect, it } from "vitest";
import { expectLinear } from "./expect-linear.js";

/** Takes as many steps as it is told. */
function spin(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step++) sum = (sum * 31 + step) % 65_521;
  return sum;
}

it("takes work that grows with its size, and a little faster", () => {
  expectLinear(spin, { size: 2_000_000 });
  expectLinear((size) => spin(size * Math.log2(size)), { size: 200_000 });
});

it("refuses work that grows with the square of its size", () => {
  expect(() => expectLinear((size) => spin(size * size), { size: 6_000 })).toThrow("costs this many times");
});
