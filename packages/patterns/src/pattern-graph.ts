import type { AST } from "@eslint-community/regexpp";
import { type CharacterElement, type CharacterSet, readCharacters, unite, WORD } from "./character-set.js";

/** In which direction a text is read. Lookaheads ask for what is behind them, so they are read backward. */
export type Direction = "forward" | "backward";

/**
 * What has to hold at a boundary between two characters for an edge to be taken. `start` is where reading began, `end`
 * where it ends; `next` is about the character that is read next; `region` about a lookaround of any size.
 */
export type Condition =
  | { readonly kind: "start" | "end" }
  | { readonly kind: "word"; readonly negated: boolean }
  | {
      readonly kind: "next";
      readonly set: number | undefined;
      readonly end: boolean;
      readonly negated: boolean;
    }
  | { readonly kind: "region"; readonly region: number; readonly negated: boolean };

/** An edge that takes no character, seen from its target. */
export interface Arrival {
  readonly from: number;
  readonly condition?: Condition;
}

/** A node that takes a character of a set. */
export interface CharacterNode {
  readonly node: number;
  readonly set: number;
  readonly next: number;
  /**
   * The repetitions it is a copy in, from the inside: which node it is a copy of, by a number of its own, and the number
   * of the copy. Where several copies of one node hold, the first can do all that the others can: it may be repeated more
   * often.
   */
  readonly copies: { readonly of: number; readonly copy: number }[];
}

/** The whole pattern, or the body of a lookaround: the nodes from `entry` to `accept`. */
export interface Region {
  readonly entry: number;
  readonly accept: number;
  readonly characters: readonly CharacterNode[];
}

/**
 * A pattern as a graph that takes characters against the direction of reading: whether a node leads to the end of its
 * region from some boundary depends only on what has been read. All edges without a character stand in `arrivals`.
 */
export interface PatternGraph {
  readonly sets: readonly CharacterSet[];
  /** The index of the set of word characters, where the pattern asks for them. */
  readonly word: number | undefined;
  readonly arrivals: readonly (readonly Arrival[])[];
  /** Each region stands behind those it asks for; the last is the pattern. */
  readonly regions: readonly Region[];
  /** How many nodes there are copies of. */
  readonly copied: number;
}

/** @internal */
export interface BuildPatternGraphOptions {
  readonly direction: Direction;
  /** The length of the longest text, in characters: what may be repeated more often may be endlessly. */
  readonly maxLength: number;
  /** Returns the characters that an element takes. Default: as the JavaScript that runs this has them. */
  readonly readCharacters?: (element: CharacterElement) => CharacterSet;
}

interface Building extends Required<BuildPatternGraphOptions> {
  readonly sets: CharacterSet[];
  readonly known: Map<string, number>;
  readonly arrivals: Arrival[][];
  readonly regions: Region[];
  word: number | undefined;
  copied: number;
  /** Whether there is something that no graph can say: a back reference, a lookaround the other way. */
  impossible: boolean;
}

interface Target {
  readonly next: number;
  readonly characters: CharacterNode[];
}

const MOST_NODES = 12_000;

/** Returns the graph of a pattern parsed with the flag `u`, or `undefined` where it has none or a very large one. */
export function buildPatternGraph(
  pattern: AST.Pattern,
  options: BuildPatternGraphOptions,
): PatternGraph | undefined {
  const building: Building = {
    readCharacters,
    ...options,
    sets: [],
    known: new Map(),
    arrivals: [],
    regions: [],
    word: undefined,
    copied: 0,
    impossible: false,
  };
  addRegion(building, pattern.alternatives);
  if (building.impossible) return undefined;
  const { sets, word, arrivals, regions, copied } = building;
  return { sets, word, arrivals, regions, copied };
}

function addRegion(building: Building, alternatives: readonly AST.Alternative[]): number {
  const characters: CharacterNode[] = [];
  const accept = addNode(building);
  const entry = addAlternatives(building, alternatives, { next: accept, characters });
  return building.regions.push({ entry, accept, characters }) - 1;
}

function addNode(building: Building): number {
  if (building.arrivals.length >= MOST_NODES) building.impossible = true;
  return building.arrivals.push([]) - 1;
}

function addEdge(building: Building, to: number, arrival: Arrival): void {
  building.arrivals[to]?.push(arrival);
}

function addAlternatives(building: Building, all: readonly AST.Alternative[], target: Target): number {
  const entry = addNode(building);
  for (const { elements } of all) addEdge(building, addSequence(building, elements, target), { from: entry });
  return entry;
}

function addSequence(
  building: Building,
  elements: readonly AST.Element[],
  { next, characters }: Target,
): number {
  const order = building.direction === "backward" ? [...elements].reverse() : elements;
  let entry = next;
  for (const element of order) {
    if (building.impossible) break;
    entry = addElement(building, element, { next: entry, characters });
  }
  return entry;
}

function addElement(building: Building, element: AST.Element, target: Target): number {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return addAlternatives(building, element.alternatives, target);
    case "Quantifier":
      return addQuantifier(building, element, target);
    case "Assertion":
      return addAssertion(building, element, target);
    case "Backreference":
      building.impossible = true;
      return target.next;
    default: {
      const node = addNode(building);
      const set = addSet(building, element.raw, building.readCharacters(element));
      target.characters.push({ node, set, next: target.next, copies: [] });
      return node;
    }
  }
}

function addSet(building: Building, key: string, set: CharacterSet): number {
  const index = building.known.get(key) ?? building.sets.push(set) - 1;
  building.known.set(key, index);
  return index;
}

/**
 * Copies that follow each other, all of the required ones and those that may be left out, the last of them where the
 * repetition is left: so few copies hold at one boundary.
 */
function addQuantifier(building: Building, quantifier: AST.Quantifier, target: Target): number {
  const { min, max, element } = quantifier;
  const isEndless = max >= building.maxLength && max > min;
  let last = isEndless ? addLoop(building, element, target) : target.next;
  if (isEndless ? min === 0 : max === min && max === 0) return last;
  const { characters } = target;
  const originals: number[] = [];
  const entry = addNode(building);
  if (min === 0) addEdge(building, last, { from: entry });
  for (let copy = 1; copy <= (isEndless ? min : max) && !building.impossible; copy++) {
    const from = characters.length;
    last = addElement(building, element, { next: last, characters });
    if (copy < min) continue;
    addEdge(building, last, { from: entry });
    for (let index = from; index < characters.length; index++) {
      const of = originals[index - from] ?? building.copied++;
      originals[index - from] = of;
      characters[index]?.copies.push({ of, copy });
    }
  }
  return entry;
}

function addLoop(building: Building, element: AST.Element, target: Target): number {
  const loop = addNode(building);
  addEdge(building, target.next, { from: loop });
  addEdge(building, addElement(building, element, { ...target, next: loop }), { from: loop });
  return loop;
}

function addAssertion(building: Building, assertion: AST.Assertion, { next }: Target): number {
  const node = addNode(building);
  const condition = readCondition(building, assertion);
  if (condition) addEdge(building, next, { from: node, condition });
  else building.impossible = true;
  return node;
}

function readCondition(building: Building, assertion: AST.Assertion): Condition | undefined {
  const isBackward = building.direction === "backward";
  switch (assertion.kind) {
    case "start":
      return { kind: isBackward ? "end" : "start" };
    case "end":
      return { kind: isBackward ? "start" : "end" };
    case "word":
      building.word = addSet(building, "\\w", WORD);
      return { kind: "word", negated: assertion.negate };
    default: {
      const { negate: negated, alternatives } = assertion;
      const isBehind = isBackward === (assertion.kind === "lookahead");
      if (isBehind) return { kind: "region", region: addRegion(building, alternatives), negated };
      const edge = assertion.kind === "lookahead" ? "end" : "start";
      const near = readNext(building, alternatives, edge);
      if (!near) return undefined;
      const set = near.set && addSet(building, `next ${assertion.raw}`, near.set);
      return { kind: "next", set, end: near.end, negated };
    }
  }
}

interface Next {
  readonly set: CharacterSet | undefined;
  readonly end: boolean;
}

/** Returns what a lookaround asks of one character, or `undefined` where it asks for more. */
function readNext(
  building: Building,
  alternatives: readonly AST.Alternative[],
  edge: "start" | "end",
): Next | undefined {
  let all: Next = { set: undefined, end: false };
  for (const { elements } of alternatives) {
    const [element, ...others] = elements;
    const one = element && others.length === 0 ? readNextElement(building, element, edge) : undefined;
    if (!one) return undefined;
    const set = all.set && one.set ? unite([all.set, one.set]) : (all.set ?? one.set);
    all = { set, end: all.end || one.end };
  }
  return all;
}

function readNextElement(building: Building, element: AST.Element, edge: "start" | "end"): Next | undefined {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return readNext(building, element.alternatives, edge);
    case "Assertion":
      return element.kind === edge ? { set: undefined, end: true } : undefined;
    case "Backreference":
      return undefined;
    case "Quantifier":
      return element.min === 1 ? readNextElement(building, element.element, edge) : undefined;
    default:
      return { set: building.readCharacters(element), end: false };
  }
}
