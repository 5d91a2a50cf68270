import { readPattern } from "./read-pattern.js";
import { sampleTexts } from "./sample-texts.js";
import { takesText } from "./take-text.js";

/** The most places in texts that are looked at. */
const MOST_PLACES = 100_000;

/** The most samples that are made longer. */
const MOST_STRETCHED = 20;
/** Longer texts are not made. */
const LONGEST = 2000;

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
  return wanted.find(fits) ?? findSample(sampleTexts(read.parsed), min, fits);
}

/** Samples are as short as can be: where one has to be longer, one of its characters is said again. */
function findSample(
  samples: readonly string[],
  min: number,
  fits: (text: string) => boolean,
): string | undefined {
  const found = samples.find(fits);
  if (found !== undefined) return found;
  for (const sample of samples.slice(0, MOST_STRETCHED)) {
    const characters = [...sample];
    const missing = min - characters.length;
    if (missing <= 0 || min > LONGEST) continue;
    for (let place = characters.length - 1; place >= 0; place--) {
      const text = characters.with(place, (characters[place] ?? "").repeat(missing + 1)).join("");
      if (fits(text)) return text;
    }
  }
  return undefined;
}
