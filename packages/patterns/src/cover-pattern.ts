import type { AST } from "@eslint-community/regexpp";
import { type CharacterSet, readCharacters, unite } from "./character-set.js";
import { readPattern } from "./read-pattern.js";
import { isGroup } from "./read-repeated.js";

/** The most comparisons of two parts of patterns. */
const MOST_STEPS = 20_000;

interface Covering {
  steps: number;
}

type Sequence = readonly AST.Element[];

/**
 * Returns whether the form of two patterns shows that one takes every text that the other takes: it has more
 * alternatives, wider sets, wider repetitions, or parts that may be left out. Of two that differ otherwise it shows
 * nothing, though the texts may be the same.
 */
export function coversPattern(wide: string, narrow: string): boolean {
  const [outer, inner] = [readPattern(wide), readPattern(narrow)];
  if (outer.refusal !== undefined || inner.refusal !== undefined) return false;
  if ([outer, inner].some(({ source }) => HAS_REFERENCE.test(source))) return false;
  const covering = { steps: 0 };
  return coversAlternatives(covering, outer.parsed.alternatives, inner.parsed.alternatives);
}

/** A reference asks for what a group took, which another form takes in another way. */
const HAS_REFERENCE = /\\[1-9k]/;

function coversAlternatives(
  covering: Covering,
  wide: readonly AST.Alternative[],
  narrow: readonly AST.Alternative[],
): boolean {
  return narrow.every((inner) =>
    wide.some((outer) => coversSequence(covering, flatten(outer.elements), flatten(inner.elements))),
  );
}

/** Tries for the first element of the wide side how many of the narrow side it covers. */
function coversSequence(covering: Covering, wide: Sequence, narrow: Sequence): boolean {
  if (++covering.steps > MOST_STEPS) return false;
  const [outer, ...others] = wide;
  if (outer === undefined) return narrow.length === 0;
  const [inner, ...rest] = narrow;
  if (inner && coversElement(covering, outer, inner) && coversSequence(covering, others, rest)) return true;
  if (isOptional(outer) && coversSequence(covering, others, narrow)) return true;
  if (outer.type === "Quantifier" && coversRun(covering, { outer, others, narrow })) return true;
  const group = groupOf(outer);
  if (group === undefined) return false;
  const counts = Array.from({ length: narrow.length + 1 }, (_, count) => count).filter(
    (count) => count !== 1,
  );
  return counts.some(
    (count) =>
      group.some(({ elements }) => coversSequence(covering, flatten(elements), narrow.slice(0, count))) &&
      coversSequence(covering, others, narrow.slice(count)),
  );
}

interface Run {
  readonly outer: AST.Quantifier;
  readonly others: Sequence;
  readonly narrow: Sequence;
}

/** Returns whether a repetition covers the first elements of a sequence, several of them, and the others the rest. */
function coversRun(covering: Covering, { outer, others, narrow }: Run): boolean {
  let [least, most] = [0, 0];
  for (const [index, inner] of narrow.entries()) {
    const [element, min, max] =
      inner.type === "Quantifier" ? [inner.element, inner.min, inner.max] : [inner, 1, 1];
    if (!coversElement(covering, outer.element, element)) return false;
    least += min;
    most += max;
    if (most > outer.max) return false;
    if (index > 0 && least >= outer.min && coversSequence(covering, others, narrow.slice(index + 1)))
      return true;
  }
  return false;
}

/** Sequences without the groups that only hold some of their elements: only a cache. */
const flattened = new WeakMap<Sequence, Sequence>();

function flatten(elements: Sequence): Sequence {
  const known = flattened.get(elements);
  if (known) return known;
  const flat = elements.flatMap((element) => {
    const [only, ...others] = element.type === "Quantifier" ? [] : (groupOf(element) ?? []);
    return only && others.length === 0 ? flatten(only.elements) : [element];
  });
  flattened.set(elements, flat);
  return flat;
}

function isOptional(element: AST.Element): boolean {
  return element.type === "Quantifier" && element.min === 0;
}

/** Returns the alternatives of what is a group, or a repetition of one that may be there once. */
function groupOf(element: AST.Element): readonly AST.Alternative[] | undefined {
  if (isGroup(element)) return element.alternatives;
  const isOnce = element.type === "Quantifier" && element.min <= 1 && element.max >= 1;
  return isOnce ? groupOf(element.element) : undefined;
}

function coversElement(covering: Covering, wide: AST.Element, narrow: AST.Element): boolean {
  if (++covering.steps > MOST_STEPS) return false;
  if (wide.raw === narrow.raw) return true;
  if (narrow.type === "Quantifier") {
    if (wide.type !== "Quantifier" || wide.min > narrow.min || wide.max < narrow.max) return false;
    return coversElement(covering, wide.element, narrow.element);
  }
  const inner = groupOf(narrow);
  if (inner) return inner.every(({ elements }) => coversSequence(covering, [wide], flatten(elements)));
  if (wide.type === "Quantifier")
    return wide.min <= 1 && wide.max >= 1 && coversElement(covering, wide.element, narrow);
  const outer = groupOf(wide);
  if (outer) return outer.some(({ elements }) => coversSequence(covering, flatten(elements), [narrow]));
  const [taken, asked] = [charactersOf(wide), charactersOf(narrow)];
  return taken !== undefined && asked !== undefined && hasAll(taken, asked);
}

function charactersOf(element: AST.Element): CharacterSet | undefined {
  switch (element.type) {
    case "Character":
    case "CharacterSet":
    case "CharacterClass":
      return readCharacters(element);
    default:
      return undefined;
  }
}

function hasAll(set: CharacterSet, asked: CharacterSet): boolean {
  const all = unite([set]);
  return asked.every(({ min, max }) => all.some((range) => range.min <= min && max <= range.max));
}
