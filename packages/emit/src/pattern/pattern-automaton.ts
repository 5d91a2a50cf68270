import type { AST } from "@eslint-community/regexpp";
import type { CharacterSet } from "@shapelog/patterns";
import { readFixedCharacters } from "./read-fixed-characters.js";

/**
 * The ways a backtracking engine can take through a pattern, as a position automaton: one state for each character and
 * each assertion of the pattern, edges where one can follow the other. An edge counts how many ways lead over it.
 * Assertions are taken to hold, so the automaton has all the engine's ways and perhaps more.
 */
export interface PatternAutomaton {
  /** What each position matches, as an index into `characters`; `undefined` for assertions, which match no character. */
  readonly positions: readonly (number | undefined)[];
  readonly characters: readonly CharacterSet[];
  /** The edges from each position. */
  readonly follow: readonly ReadonlyMap<number, number>[];
  /** The edges into the pattern. */
  readonly first: ReadonlyMap<number, number>;
  /** Whether every way through the pattern starts with `^`. */
  readonly anchored: boolean;
  /**
   * The positions behind which nothing more has to match: an engine that comes there succeeds, so that nothing it
   * tried before is tried again.
   */
  readonly final: ReadonlySet<number>;
  /** Whether the pattern matches every text. */
  readonly trivial: boolean;
  /** The bodies of lookarounds, by the position of each. */
  readonly inner: ReadonlyMap<number, PatternAutomaton>;
}

interface Fragment {
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
  /** The number of ways to match nothing. */
  readonly empty: number;
  /** Like `last` and `empty`, but only for ways without an assertion behind them. */
  readonly final: ReadonlySet<number>;
  readonly free: boolean;
}

interface Building {
  readonly positions: (number | undefined)[];
  readonly characters: CharacterSet[];
  readonly known: Map<string, number>;
  readonly follow: Map<number, number>[];
  readonly inner: Map<number, PatternAutomaton>;
  edges: number;
}

const MOST_POSITIONS = 1500;
const MOST_EDGES = 30_000;
/** Repetitions that would come to more positions than this are taken for endless ones. */
const MOST_COPIES = 300;
/** Counts stop here: what is above costs too much anyway. */
const MOST_WAYS = 1e12;
const ANY: CharacterSet = [{ min: 0, max: 0x10ffff }];
const NOTHING: Fragment = { first: new Map(), last: new Map(), empty: 1, final: new Set(), free: true };

/** Builds the automaton of a pattern parsed with the flag `u`, or returns `undefined` where it would be too large. */
export function buildPatternAutomaton(pattern: {
  readonly alternatives: readonly AST.Alternative[];
}): PatternAutomaton | undefined {
  const building: Building = {
    positions: [],
    characters: [],
    known: new Map(),
    follow: [],
    inner: new Map(),
    edges: 0,
  };
  const { first, final, free } = buildAlternatives(building, pattern.alternatives);
  if (isTooLarge(building)) return undefined;
  const { positions, characters, follow, inner } = building;
  const anchored = pattern.alternatives.every(isAnchored);
  return { positions, characters, follow, first, final, inner, anchored, trivial: free };
}

function isAnchored(alternative: AST.Alternative): boolean {
  const [start] = alternative.elements;
  if (start?.type === "Group" || start?.type === "CapturingGroup")
    return start.alternatives.every(isAnchored);
  return start?.type === "Assertion" && start.kind === "start";
}

function isTooLarge(building: Building): boolean {
  return building.positions.length > MOST_POSITIONS || building.edges > MOST_EDGES;
}

function buildAlternatives(building: Building, alternatives: readonly AST.Alternative[]): Fragment {
  return alternatives
    .map((alternative) =>
      alternative.elements.reduce(
        (before, element) =>
          isTooLarge(building) ? before : join(building, before, build(building, element)),
        NOTHING,
      ),
    )
    .reduce((a, b) => ({
      first: add(a.first, b.first),
      last: add(a.last, b.last),
      empty: Math.min(MOST_WAYS, a.empty + b.empty),
      final: new Set([...a.final, ...b.final]),
      free: a.free || b.free,
    }));
}

function build(building: Building, element: AST.Element): Fragment {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return buildAlternatives(building, element.alternatives);
    case "Quantifier":
      return buildQuantifier(building, element);
    case "Assertion":
      return buildAssertion(building, element);
    case "Backreference":
      return {
        ...repeat(building, addPosition(building, "any", ANY), 0),
        final: new Set(),
        free: false, // the text it refers to may not be there
      };
    default:
      return addPosition(building, element.raw, readFixedCharacters(element));
  }
}

function buildAssertion(building: Building, assertion: AST.Assertion): Fragment {
  const position = building.positions.push(undefined) - 1;
  building.follow.push(new Map());
  if (assertion.kind === "lookahead" || assertion.kind === "lookbehind") {
    const inner = buildPatternAutomaton(assertion);
    // A lookbehind is matched from its end, where no position is final.
    if (inner)
      building.inner.set(position, assertion.kind === "lookahead" ? inner : { ...inner, final: new Set() });
    else building.edges = Number.POSITIVE_INFINITY;
  }
  const only = new Map([[position, 1]]);
  return { first: only, last: only, empty: 0, final: new Set(), free: false }; // it may fail, so it is never final
}

function addPosition(building: Building, raw: string, characters: CharacterSet): Fragment {
  const set = building.known.get(raw) ?? building.characters.push(characters) - 1;
  building.known.set(raw, set);
  const position = building.positions.push(set) - 1;
  building.follow.push(new Map());
  const only = new Map([[position, 1]]);
  return { first: only, last: only, empty: 0, final: new Set([position]), free: false };
}

function buildQuantifier(building: Building, quantifier: AST.Quantifier): Fragment {
  const { min, max } = quantifier;
  if (max === 0) return NOTHING;
  const before = building.positions.length;
  const body = build(building, quantifier.element);
  const size = building.positions.length - before;
  if (max === 1) return min === 1 ? body : optional(body);
  const copies = max === Number.POSITIVE_INFINITY ? Math.max(min, 1) : max;
  if (copies * size > MOST_COPIES) return repeat(building, body, min);
  const rest = Array.from({ length: copies - 1 }, () => build(building, quantifier.element));
  const all = [body, ...rest];
  const endless = max === Number.POSITIVE_INFINITY ? all.pop() : undefined;
  let fragment = endless ? repeat(building, endless, Math.min(min, 1)) : NOTHING;
  for (let index = all.length - 1; index >= 0; index--) {
    fragment = join(building, all[index] ?? NOTHING, fragment);
    if (index >= min) fragment = optional(fragment);
  }
  return fragment;
}

function optional(body: Fragment): Fragment {
  return { ...body, empty: 1, free: true }; // an iteration that matches nothing is not one (ECMA-262, RepeatMatcher)
}

/** An endless repetition. Required iterations may match nothing; many of those are as good as an ambiguous loop. */
function repeat(building: Building, body: Fragment, min: number): Fragment {
  connect(building, { from: body.last, to: body.first, ways: min > 1 && body.empty > 0 ? 2 : 1 });
  if (min === 0) return optional(body);
  return min === 1 ? body : { ...body, final: new Set(), free: false };
}

function join(building: Building, a: Fragment, b: Fragment): Fragment {
  connect(building, { from: a.last, to: b.first, ways: 1 });
  return {
    first: a.empty === 0 ? a.first : add(a.first, b.first, a.empty),
    last: b.empty === 0 ? b.last : add(b.last, a.last, b.empty),
    empty: Math.min(MOST_WAYS, a.empty * b.empty),
    final: b.free ? new Set([...a.final, ...b.final]) : b.final,
    free: a.free && b.free,
  };
}

interface Connection {
  readonly from: ReadonlyMap<number, number>;
  readonly to: ReadonlyMap<number, number>;
  readonly ways: number;
}

function connect(building: Building, { from, to, ways }: Connection): void {
  building.edges += from.size * to.size;
  if (isTooLarge(building)) return;
  for (const [p, a] of from) {
    const edges = building.follow[p];
    for (const [q, b] of to) edges?.set(q, Math.min(MOST_WAYS, (edges.get(q) ?? 0) + a * b * ways));
  }
}

function add(
  a: ReadonlyMap<number, number>,
  b: ReadonlyMap<number, number>,
  ways = 1,
): ReadonlyMap<number, number> {
  if (a.size === 0 && ways === 1) return b;
  const sum = new Map(a);
  for (const [position, count] of b)
    sum.set(position, Math.min(MOST_WAYS, (sum.get(position) ?? 0) + count * ways));
  return sum;
}
