import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that gives the same for the same seed. */
export interface Dice {
  /** Returns a whole number, both ends included. */
  between(least: number, most: number): number;
  /** Returns whether something happens whose chance is so many in 100. */
  chance(percent: number): boolean;
  /** Returns one of a list. */
  pick<T>(values: readonly T[]): T;
  /** Returns a key of a table, each as often as its weight says. */
  weigh<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
  /** Returns an id in the form of a UUID. */
  uuid(): string;
}

/** Creates the dice of a seed. */
export function createDice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const between = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    between,
    chance: (percent) => between(1, 1000) <= percent * 10,
    pick: (values) => {
      const value = values[between(0, values.length - 1)];
      if (value === undefined) throw new Error("there is nothing to pick from");
      return value;
    },
    weigh: (weights) => pickWeighted(weights, between),
    uuid: () => {
      const digits = Array.from({ length: 30 }, () => between(0, 15).toString(16)).join("");
      const groups = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(12, 15)}`];
      return [...groups, `${between(8, 9)}${digits.slice(15, 18)}`, digits.slice(18)].join("-");
    },
  };
}

function pickWeighted<Key extends string>(
  weights: Readonly<Record<Key, number>>,
  between: (least: number, most: number) => number,
): Key {
  // The keys of a record are the names of its type.
  const entries = Object.entries(weights) as [Key, number][];
  let left = between(
    1,
    entries.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [key, weight] of entries) {
    left -= weight;
    if (left <= 0) return key;
  }
  throw new Error("the weights have no sum");
}
