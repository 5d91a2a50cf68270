import type { Matcher } from "./matcher.js";

/**
 * Creates a matcher of a regular expression that is made at first use: to make one of classes such as `\p{L}` takes longer
 * than to load all the rest of an operation's code.
 */
export function createPattern(source: string, flags: string): Matcher {
  let made: RegExp | undefined;
  return {
    test(text) {
      made ??= new RegExp(source, flags);
      return made.test(text);
    },
    toString: () => String(new RegExp(source, flags)),
  };
}
