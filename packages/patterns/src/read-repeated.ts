import type { AST } from "@eslint-community/regexpp";
import type { Span } from "./text-limits.js";

/** A pattern as a part that says which characters a text may have, and how many of them. */
export interface Repeated {
  readonly source: string;
  readonly length: Span;
  /** Whether the pattern takes a text of each of these lengths, and none of another. */
  readonly isWhole: boolean;
}

/**
 * Returns what a pattern of the form `^[a-z]{1,64}$` comes to: `^[a-z]*$` and a length. An automaton that counted would
 * have a state for each length.
 */
export function readRepeated(pattern: AST.Pattern): Repeated | undefined {
  const [start, only, end, ...more] = flatten(pattern.alternatives);
  if (!isEdge(start, "start") || !isEdge(end, "end") || more.length > 0) return undefined;
  if (only?.type !== "Quantifier") return undefined;
  const [character, ...others] = flattenElement(only.element);
  if (!character || others.length > 0 || !isCharacter(character)) return undefined;
  return { source: `^${character.raw}*$`, length: { min: only.min, max: only.max }, isWhole: true };
}

/**
 * Returns the patterns that have to match where one of the form `^(?=a)b` does: `^(?:a)` and `^b`. What a lookahead says
 * of the whole text is often a length.
 */
export function splitLookaheads({ alternatives, raw }: AST.Pattern): readonly string[] {
  const [only, ...others] = alternatives;
  if (!only || others.length > 0 || HAS_REFERENCE.test(raw) || !isEdge(only.elements[0], "start"))
    return [raw];
  const rest = only.elements.slice(1);
  const ahead: string[] = [];
  for (
    let [next] = rest;
    next?.type === "Assertion" && next.kind === "lookahead" && !next.negate;
    [next] = rest
  ) {
    ahead.push(`^(?:${next.raw.slice("(?=".length, -1)})`);
    rest.shift();
  }
  return [...ahead, `^${rest.map((element) => element.raw).join("")}`];
}

const HAS_REFERENCE = /\\[1-9k]/;

/** Returns the elements of a sequence without the groups that only hold some of them. */
function flatten(alternatives: readonly AST.Alternative[]): readonly AST.Element[] {
  const [only, ...others] = alternatives;
  return only && others.length === 0 ? only.elements.flatMap(flattenElement) : [];
}

/** Returns the elements of a group that only holds some; any other element as it is. */
export function flattenElement(element: AST.Element): readonly AST.Element[] {
  if (!isGroup(element) || element.alternatives.length !== 1) return [element];
  return flatten(element.alternatives);
}

export function isGroup(element: AST.Element): element is AST.Group | AST.CapturingGroup {
  return element.type === "Group" || element.type === "CapturingGroup";
}

export function isEdge(element: AST.Element | undefined, kind: "start" | "end"): boolean {
  return element?.type === "Assertion" && element.kind === kind;
}

function isCharacter({ type }: AST.Element): boolean {
  return type === "Character" || type === "CharacterSet" || type === "CharacterClass";
}
