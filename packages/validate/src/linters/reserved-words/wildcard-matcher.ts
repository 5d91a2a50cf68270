/**
 * Returns whether a name is one of some words, in upper or lower case. A `*` at the start or the end of a word stands
 * for any text.
 */
export function createWildcardMatcher(words: readonly string[]): (name: string) => boolean {
  const tests = words.map((word) => {
    const text = word.toLowerCase();
    const isSuffix = text.startsWith("*");
    const isPrefix = text.length > 1 && text.endsWith("*");
    const needle = text.slice(isSuffix ? 1 : 0, isPrefix ? -1 : undefined);
    return { needle, isPrefix, isSuffix };
  });
  return (name) => {
    const lower = name.toLowerCase();
    return tests.some(({ needle, isPrefix, isSuffix }) => {
      if (isPrefix && isSuffix) return lower.includes(needle);
      if (isSuffix) return lower.endsWith(needle);
      return isPrefix ? lower.startsWith(needle) : lower === needle;
    });
  };
}

/** Returns what is wrong with a word, as half a sentence, or `undefined`. */
export function findWildcardProblem(word: string): string | undefined {
  if (word !== "" && word !== "*" && !word.slice(1, -1).includes("*")) return undefined;
  return `has the word ${JSON.stringify(word)}; expected a name, with "*" at its start or end alone`;
}
