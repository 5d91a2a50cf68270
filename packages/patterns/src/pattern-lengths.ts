import type { AST } from "@eslint-community/regexpp";
import { parsePattern } from "./parse-pattern.js";
import { readPattern } from "./read-pattern.js";
import { flattenElement, isEdge, isGroup, splitLookaheads } from "./read-repeated.js";
import { ANY_LENGTH, intersect, type Span } from "./text-limits.js";

/** How many code points the texts have that a pattern takes. */
export interface PatternLengths extends Span {
  /** Whether it takes texts of the least length and of the greatest; else it takes none beyond them. */
  readonly isExact: boolean;
}

const known = new Map<string, PatternLengths | undefined>(); // only a cache: the result depends on the pattern alone
const MOST_KNOWN = 20_000;

/**
 * Returns how long the texts are that a pattern takes, by its form and without an automaton; `undefined` where it cannot
 * be read.
 */
export function findLengths(pattern: string): PatternLengths | undefined {
  if (known.has(pattern)) return known.get(pattern);
  const lengths = readLengths(pattern);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(pattern, lengths);
  return lengths;
}

function readLengths(pattern: string): PatternLengths | undefined {
  const whole = readPattern(pattern);
  if (whole.refusal !== undefined) return undefined;
  const parts = splitLookaheads(whole.parsed).map((source) =>
    lengthsOfAll(parsePattern(source).alternatives),
  );
  const span = parts.reduce(intersect, ANY_LENGTH);
  const [only] = parts;
  return { ...span, isExact: parts.length === 1 && only?.isExact === true };
}

/** A match may stand anywhere in a text: what does not reach an edge by itself may have any text there. */
function lengthsOfAll(alternatives: readonly AST.Alternative[]): PatternLengths {
  return unite(
    alternatives.map((alternative) => {
      const elements = alternative.elements.flatMap(flattenElement);
      const [only, ...others] = elements;
      if (only && isGroup(only) && others.length === 0) return lengthsOfAll(only.alternatives);
      const [from, to] = [isEdge(elements[0], "start"), isEdge(elements.at(-1), "end")];
      const lengths = lengthsOfSequence(elements.slice(from ? 1 : 0, to ? -1 : undefined));
      return from && to ? lengths : { ...lengths, max: Number.POSITIVE_INFINITY };
    }),
  );
}

function unite(all: readonly PatternLengths[]): PatternLengths {
  return {
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(...all.map(({ max }) => max)),
    isExact: all.every(({ isExact }) => isExact),
  };
}

function lengthsOfSequence(elements: readonly AST.Element[]): PatternLengths {
  let [min, max, isExact] = [0, 0, true];
  for (const element of elements) {
    const lengths = lengthsOf(element);
    min += lengths.min;
    max += lengths.max;
    isExact &&= lengths.isExact;
  }
  return { min, max, isExact };
}

function lengthsOf(element: AST.Element): PatternLengths {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return unite(element.alternatives.map(({ elements }) => lengthsOfSequence(elements)));
    case "Quantifier": {
      const { min, max, isExact } = lengthsOf(element.element);
      const most = element.max === 0 || max === 0 ? 0 : element.max * max;
      return { min: element.min * min, max: most, isExact };
    }
    case "Assertion":
      return { min: 0, max: 0, isExact: false }; // it can only refuse
    case "Backreference":
      return { ...ANY_LENGTH, isExact: false };
    case "CharacterClass":
      return { min: 1, max: 1, isExact: element.elements.length > 0 };
    default:
      return { min: 1, max: 1, isExact: true };
  }
}
