import { describe, expect, it } from "vitest";
import { DISTINCT_LIMIT, Tally } from "./tally.js";

describe("Tally", () => {
  it("counts, and remembers the first of each", () => {
    const tally = new Tally<number>();
    for (const [index, key] of ["a", "__proto__", "a", "a"].entries()) tally.add(key, () => index);
    expect(tally.counts).toEqual([
      { value: 0, count: 3 },
      { value: 1, count: 1 },
    ]);
    expect(tally.others).toBe(0);
  });

  it("counts what is over the limit together", () => {
    const tally = new Tally<string>();
    for (let index = 0; index < DISTINCT_LIMIT + 5; index++) tally.add(`${index}`, () => `${index}`);
    tally.add("0", () => "0");
    expect(tally.counts).toHaveLength(DISTINCT_LIMIT);
    expect(tally.counts[0]).toEqual({ value: "0", count: 2 });
    expect(tally.others).toBe(5);
  });
});
