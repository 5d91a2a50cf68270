import type { AST } from "@eslint-community/regexpp";

/** Goes on with the match behind a place of the text. */
type Next = (at: number) => boolean;

/**
 * Returns how many steps a backtracking matcher takes to find that a pattern matches a text, or does not: one for each
 * element that it tries at a place. Counts to the limit and no further. Takes what tests make patterns of: characters,
 * classes of them, groups, quantifiers, alternatives, `^` and `$`.
 */
export function countSteps(pattern: AST.Pattern, text: string, limit: number): number {
  let steps = 0;
  const oneOf = (alternatives: readonly AST.Alternative[], at: number, next: Next): boolean =>
    alternatives.some(({ elements }) => sequence(elements, at, next));

  const sequence = (elements: readonly AST.Element[], at: number, next: Next): boolean => {
    const [first, ...rest] = elements;
    return first === undefined ? next(at) : element(first, at, (end) => sequence(rest, end, next));
  };

  const repeat = (quantifier: AST.Quantifier, at: number, { count, next }: { count: number; next: Next }) => {
    const again = (end: number) =>
      (end > at || count < quantifier.min) && repeat(quantifier, end, { count: count + 1, next });
    if (count < quantifier.max && element(quantifier.element, at, again)) return true;
    return count >= quantifier.min && next(at);
  };

  const element = (tried: AST.Element, at: number, next: Next): boolean => {
    if (++steps >= limit) return true; // ends it
    switch (tried.type) {
      case "Assertion":
        return (tried.kind === "start" ? at === 0 : at === text.length) && next(at);
      case "Character":
        return text.codePointAt(at) === tried.value && next(at + 1);
      case "CharacterClass":
        return (
          tried.elements.some((one) => one.type === "Character" && one.value === text.codePointAt(at)) &&
          next(at + 1)
        );
      case "Group":
        return oneOf(tried.alternatives, at, next);
      case "Quantifier":
        return repeat(tried, at, { count: 0, next });
      default:
        throw new Error(`a pattern with ${tried.raw} is not counted`);
    }
  };
  oneOf(pattern.alternatives, 0, () => true);
  return steps;
}
