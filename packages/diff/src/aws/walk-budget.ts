/** The most nested types that are followed. Python's own limit stops awsapichanges at about as many. */
const MAX_DEPTH = 300;
/** The most shapes that are entered for one delta. */
const MAX_STEPS = 2_000_000;
/** The most parts of one value. */
const MAX_PARTS = 500_000;

/** The most parts of all values of a delta, a shared one counted for each operation that tells it. */
const MAX_TOLD = 5_000_000;

/** How much of a delta may still be worked out: types that fan out into each other have exponentially many paths. */
export interface WalkBudget {
  /** Returns whether one more shape may be entered, `depth` shapes deep. */
  readonly enter: (depth: number) => boolean;
  /** Returns whether a value may have so many parts. */
  readonly fits: (parts: number) => boolean;
  /** Counts the parts of a value that an operation tells, and returns whether it may. */
  readonly tell: (parts: number) => boolean;
  /** Returns whether nothing was refused. */
  readonly isComplete: () => boolean;
}

/** Returns a new budget. */
export function createWalkBudget(): WalkBudget {
  let steps = 0;
  let told = 0;
  let complete = true;
  const check = (allowed: boolean) => {
    complete &&= allowed;
    return allowed;
  };
  return {
    enter: (depth) => check(++steps <= MAX_STEPS && depth < MAX_DEPTH),
    fits: (parts) => check(parts <= MAX_PARTS),
    tell: (parts) => {
      told += parts;
      return check(told <= MAX_TOLD);
    },
    isComplete: () => complete,
  };
}
