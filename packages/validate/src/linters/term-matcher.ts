import { splitWords } from "./split-words.js";

/** Finds terms of whole words in names. */
export interface TermMatcher {
  /** Returns the first term whose words stand in a name one after the other, or `undefined`. */
  find(name: string): string | undefined;
}

/**
 * Returns a matcher of terms, each of one or more words. A term of two words is found as one word too: `first name`
 * in `firstName` and in `firstname`. Time grows with the words of the name, not with the number of terms.
 */
export function createTermMatcher(terms: readonly string[]): TermMatcher {
  const known = new Map<string, string>();
  let longest = 0;
  for (const term of terms) {
    const words = term.toLowerCase().split(" ");
    longest = Math.max(longest, words.length);
    known.set(words.join(" "), term);
    known.set(words.join(""), term);
  }
  return {
    find(name) {
      const words = splitWords(name);
      for (let start = 0; start < words.length; start++) {
        for (let length = 1; length <= longest && start + length <= words.length; length++) {
          const found = known.get(words.slice(start, start + length).join(" "));
          if (found !== undefined) return found;
        }
      }
      return undefined;
    },
  };
}

/** Returns what is wrong with a term, as half a sentence, or `undefined`. */
export function findTermProblem(term: string): string | undefined {
  if (/^[\p{L}\p{Nd}]+(?: [\p{L}\p{Nd}]+)*$/u.test(term)) return undefined;
  return `has the term ${JSON.stringify(term)}; expected letters and digits, with one space between words`;
}
