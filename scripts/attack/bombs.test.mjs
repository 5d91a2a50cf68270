import { expect, it } from "vitest";
import { planCases } from "./bombs/plan-cases.mjs";
import { runCase } from "./bombs/run-case.mjs";

/** What hangs is ended; what is slow is for the attack at full size. */
const CAPS = { seconds: 120, megabytes: 1000 };

it.each([
  ["diff --view text / chain of structures", 7000],
  ["diff --view aws / fan of two references", 40],
  ["validate: validators / many validators of much work", 2],
  ["validate: JMESPath / waiter: parentheses", 100_000],
  ["validate: endpoint rules / rules one in another", 50_000],
  ["IDL text / unclosed [", 100_000],
  ["JSON text / unclosed [", 100_000],
  ["select / variables compared", 1],
])("%s, %i", async (only, size) => {
  const planned = planCases({ seed: 1, only });
  for (const each of planned) expect(await runCase({ ...each, size }, CAPS)).toBeUndefined();
});

it("plans the same cases of the same seed, each kind at least once, more than a thousand", () => {
  const describe = (/** @type {number} */ seed) =>
    planCases({ seed }).map((each) => `${each.class} / ${each.name} (${each.size})`);
  expect(describe(1)).toEqual(describe(1));
  expect(describe(1)).not.toEqual(describe(2));
  expect(new Set(describe(1)).size).toBeGreaterThan(1000);
});
