import process from "node:process";
import { expect } from "vitest";

export interface ExpectLinearOptions {
  /** The larger of the two sizes: so large that what grows faster takes long. */
  readonly size: number;
}

const FACTOR = 16;
/** What the larger size may cost, in costs of the smaller: four times what linear work does, a quarter of quadratic. */
const LIMIT = FACTOR * 4;
const ROUNDS = 4;
/** Below this, in microseconds, a difference is noise. */
const NOISE = 1000;

/**
 * Expects work to grow no faster than its size, by about: a sixteenth of the size and the whole are compared in one run,
 * in CPU time of this process, so that neither a slow machine nor a busy one decides.
 *
 * @example
 * expectLinear((size) => parse("[".repeat(size)), { size: 200_000 });
 */
export function expectLinear(work: (size: number) => unknown, { size }: ExpectLinearOptions): void {
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && ratio > LIMIT; round++) {
    for (let run = 0; run < 3; run++)
      small = Math.min(
        small,
        measure(() => work(Math.floor(size / FACTOR))),
      );
    large = Math.min(
      large,
      measure(() => work(size)),
    );
    ratio = large / Math.max(small, NOISE);
  }
  expect(ratio, `${FACTOR} times the size costs this many times as much`).toBeLessThanOrEqual(LIMIT);
}

function measure(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
