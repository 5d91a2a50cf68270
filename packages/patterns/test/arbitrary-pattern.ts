import * as fc from "fast-check";

const leaf = fc.constantFrom(
  ...["a", "b", "-", "é", "😀", "\\w", "\\d", ".", "[^a]", "[a-c_]", "\\s", "\\p{L}", "[^]", "(?:)"],
  ...["^", "$", "\\b", "\\B", "(?=a)", "(?!-)", "(?<=b)", "(?<!a)", "(?!$)", "(?<!^)"],
);

/** Patterns of all that tables are made of, small enough that random texts tell them apart. */
export const arbitraryPattern = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `${a}${b}`) },
    fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{0,2}", "{2}", "{1,3}", "{2,}", "*?", "{0,4}?"))
      .map(([a, sign]) => `(${a})${sign}`),
    fc.tuple(fc.constantFrom("?=", "?!", "?<=", "?<!"), tie("pattern")).map(([kind, a]) => `(${kind}${a})`),
  ),
})).pattern;

/** Returns a pattern as a regular expression. V8 alone also starts a match amid a pair of surrogates. */
export function regularOf(source: string): RegExp {
  return new RegExp(`^[^]*?(?:${source})`, "u");
}
