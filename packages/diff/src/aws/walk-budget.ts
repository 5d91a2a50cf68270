/** The most nested types that are followed. Python's own limit stops awsapichanges at about as many. */
const MAX_DEPTH = 300;
/** The most shapes that are entered for one delta, by the number of the model's shapes. Real ones enter under a thousand. */
const STEPS = { fixed: 2000, perShape: 10 };
/** The most parts of one value. */
const MAX_PARTS = 500_000;
/**
 * The most characters of one value, by the number of the model's shapes. The largest real one is a QuickSight dashboard
 * with 15 million, about 10,000 for each shape; the next largest has half a million.
 */
const CHARACTERS = { fixed: 1_000_000, perShape: 20_000 };
/** The most of all values of a delta, in largest values; a shared one is counted for each operation that tells it. */
const MAX_VALUES = 10;

/** How much a value is when it is printed. */
export interface Size {
  /** About as many as it has lines. */
  readonly parts: number;
  /** With the blanks before each part: deep types are mostly blanks. */
  readonly characters: number;
}

/** Returns the size of a value that stands behind a key: all of its parts are moved to the right. */
export function sizeBelow(key: string, { parts, characters }: Size): Size {
  const moved = key.length + KEY_SIGNS;
  return { parts, characters: characters + parts * moved };
}

/** A bracket, two quotes, a colon and a blank. */
const KEY_SIGNS = 5;

/** Returns the size of two values together. */
export function sumSizes(a: Size, b: Size): Size {
  return { parts: a.parts + b.parts, characters: a.characters + b.characters };
}

/** How much of a delta may still be worked out: types that fan out into each other have exponentially many paths. */
export interface WalkBudget {
  /** Returns whether one more shape may be entered, `depth` shapes deep. */
  readonly enter: (depth: number) => boolean;
  /** Returns whether a value may be so much. */
  readonly fits: (size: Size) => boolean;
  /** Counts a value that an operation tells, and returns whether it may. */
  readonly tell: (size: Size) => boolean;
  /** Returns whether nothing was refused. */
  readonly isComplete: () => boolean;
}

/** Returns a new budget for a model of so many shapes. */
export function createWalkBudget(shapes: number): WalkBudget {
  const value: Size = { parts: MAX_PARTS, characters: CHARACTERS.fixed + CHARACTERS.perShape * shapes };
  const all: Size = { parts: value.parts * MAX_VALUES, characters: value.characters * MAX_VALUES };
  const maxSteps = STEPS.fixed + STEPS.perShape * shapes;
  let steps = 0;
  let told: Size = { parts: 0, characters: 0 };
  let complete = true;
  const check = (allowed: boolean) => {
    complete &&= allowed;
    return allowed;
  };
  return {
    enter: (depth) => check(++steps <= maxSteps && depth < MAX_DEPTH),
    fits: (size) => check(isWithin(size, value)),
    tell: (size) => {
      told = sumSizes(told, size);
      return check(isWithin(told, all));
    },
    isComplete: () => complete,
  };
}

function isWithin({ parts, characters }: Size, most: Size): boolean {
  return parts <= most.parts && characters <= most.characters;
}
