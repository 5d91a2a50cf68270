import { readPattern } from "./read-pattern.js";
import { sampleTexts } from "./sample-texts.js";
import { takesText } from "./take-text.js";

/** The most places in texts that are looked at. */
const MOST_PLACES = 100_000;

/** What is asked of a text besides its pattern. */
export interface FindTextOptions {
  /** The least and the greatest length, in code points, both allowed. */
  readonly min: number;
  readonly max: number;
  /** Texts that are looked at first, in this order. */
  readonly wanted?: readonly string[];
}

/**
 * Returns a text in which a pattern has a match: the first of the wanted ones that fits, else a plain one that is made of
 * the pattern; `undefined` where none was found, or the pattern cannot be read. Bounded by steps.
 *
 * @internal
 */
export function findText(pattern: string, { min, max, wanted = [] }: FindTextOptions): string | undefined {
  const read = readPattern(pattern);
  if (read.refusal !== undefined) return undefined;
  const budget = { left: MOST_PLACES };
  const fits = (text: string) => {
    const length = [...text].length;
    return length >= min && length <= max && takesText(read.parsed, text, budget) === true;
  };
  return wanted.find(fits) ?? sampleTexts(read.parsed).find(fits);
}
