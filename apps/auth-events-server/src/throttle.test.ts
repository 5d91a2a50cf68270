import { expect, it } from "vitest";
import { createThrottle } from "./throttle.js";

it("as many calls pass as the rate says, at once or spread, and none is saved up", () => {
  let time = 0;
  const throttle = createThrottle(3, () => time);
  const passed = (calls: number) => Array.from({ length: calls }, throttle).filter(Boolean).length;
  expect(passed(10)).toBe(3);
  time += 400;
  expect(passed(10)).toBe(1);
  time += 300;
  expect(passed(10)).toBe(1);
  time += 3_600_000;
  expect(passed(10)).toBe(3);
});
