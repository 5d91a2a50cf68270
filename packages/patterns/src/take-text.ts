import type { AST } from "@eslint-community/regexpp";
import { type CharacterElement, type CharacterSet, readCharacters, WORD } from "./character-set.js";

/** How many places in texts may still be looked at. It is used up by what looks at them. */
export interface Budget {
  left: number;
}

interface Reading {
  readonly codes: readonly number[];
  readonly budget: Budget;
}

/** Places between the characters of a text, each once. */
type Places = readonly number[];

/**
 * Returns whether a pattern (parsed with the flag `u`) has a match in a text; `undefined` where the budget ends, or the
 * pattern refers back. All ways to match are followed at once, place by place: no pattern makes it slow.
 */
export function takesText(pattern: AST.Pattern, text: string, budget: Budget): boolean | undefined {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const isAtStart = pattern.alternatives.every(
    ({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start",
  );
  const from = isAtStart ? [0] : Array.from({ length: codes.length + 1 }, (_, place) => place);
  const ends = takeAlternatives({ codes, budget }, pattern.alternatives, from);
  return budget.left < 0 ? undefined : ends.length > 0;
}

function takeAlternatives(reading: Reading, all: readonly AST.Alternative[], from: Places): Places {
  const [first, ...others] = all;
  if (first && others.length === 0) return takeSequence(reading, first.elements, from);
  return [...new Set(all.flatMap(({ elements }) => takeSequence(reading, elements, from)))];
}

function takeSequence(reading: Reading, elements: readonly AST.Element[], from: Places): Places {
  let places = from;
  for (const element of elements) {
    if (places.length === 0) break;
    places = takeElement(reading, element, places);
  }
  return places;
}

/** Returns where what an element takes ends that begins at one of the places. */
function takeElement(reading: Reading, element: AST.Element, from: Places): Places {
  const { budget, codes } = reading;
  budget.left -= from.length + 1;
  if (budget.left < 0 || from.length === 0) return [];
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return takeAlternatives(reading, element.alternatives, from);
    case "Quantifier":
      return takeQuantifier(reading, element, from);
    case "Assertion":
      return from.filter((place) => holds(reading, element, place));
    case "Backreference":
      budget.left = -1;
      return [];
    default: {
      const set = setOf(element);
      return from
        .filter((place) => place < codes.length && has(set, codes[place] ?? 0))
        .map((place) => place + 1);
    }
  }
}

function takeQuantifier(reading: Reading, { element, min, max }: AST.Quantifier, from: Places): Places {
  let last = from;
  for (let count = 0; count < min && last.length > 0; count++) last = takeElement(reading, element, last);
  const all = new Set(last);
  for (let count = min; count < max && last.length > 0; count++) {
    last = takeElement(reading, element, last).filter((place) => !all.has(place));
    for (const place of last) all.add(place);
  }
  return [...all];
}

function holds(reading: Reading, assertion: AST.Assertion, place: number): boolean {
  const { codes } = reading;
  switch (assertion.kind) {
    case "start":
      return place === 0;
    case "end":
      return place === codes.length;
    case "word": {
      const [before, after] = [place - 1, place].map((at) => at in codes && has(WORD, codes[at] ?? 0));
      return (before !== after) !== assertion.negate;
    }
    case "lookahead":
      return takeAlternatives(reading, assertion.alternatives, [place]).length > 0 !== assertion.negate;
    case "lookbehind": {
      const upTo = Array.from({ length: place + 1 }, (_, start) => start);
      return takeAlternatives(reading, assertion.alternatives, upTo).includes(place) !== assertion.negate;
    }
  }
}

const sets = new WeakMap<AST.Element, CharacterSet>();

function setOf(element: CharacterElement): CharacterSet {
  const known = sets.get(element) ?? readCharacters(element);
  sets.set(element, known);
  return known;
}

/** Ranges ascend: the last that begins at a character or before it is the only one that may have it. */
export function has(set: CharacterSet, code: number): boolean {
  let [low, high] = [0, set.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle]?.min ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  const range = set[low - 1];
  return range !== undefined && code <= range.max;
}
