import type { AST } from "@eslint-community/regexpp";
import { findComponents } from "./find-components.js";
import { buildPatternAutomaton, type PatternAutomaton } from "./pattern-automaton.js";

/**
 * How much work a pattern can cost a backtracking engine: with the length of the text to the power of `degree`, or
 * more than that.
 */
export type Backtracking =
  | { readonly kind: "polynomial"; readonly degree: number; readonly factor: number }
  | { readonly kind: "exponential" }
  | { readonly kind: "unknown" };

/** Steps after which the search gives up. */
const MOST_STEPS = 400_000;

/**
 * Finds how much a pattern (parsed with the flag `u`) can backtrack, by how ambiguous its automaton is: two ways from
 * a position back to itself over the same text make it exponential; a way from one loop to another over a text that
 * keeps both going adds one to the degree (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991).
 * The result is never less than what an engine does; the time it takes is bounded.
 */
export function findBacktracking(pattern: AST.Pattern): Backtracking {
  const automaton = buildPatternAutomaton(pattern);
  return automaton ? measure(automaton, { searched: true }) : { kind: "unknown" };
}

function measure(automaton: PatternAutomaton, options: { readonly searched: boolean }): Backtracking {
  const inner = automaton.inner.map((body) => measure(body, { searched: false }));
  const worst =
    inner.find(({ kind }) => kind === "exponential") ?? inner.find(({ kind }) => kind === "unknown");
  if (worst) return worst;
  const graph = createGraph(automaton, options.searched && !automaton.anchored);
  if (isExponential(graph)) return { kind: "exponential" };
  const degree = findDegree(graph);
  const factor = findFactor(graph);
  if (graph.steps > MOST_STEPS) return { kind: "unknown" };
  const degrees = inner.map((body) => (body.kind === "polynomial" ? body.degree : 0));
  return { kind: "polynomial", degree: degree + Math.max(0, ...degrees), factor };
}

interface Graph {
  /** The edges from each state. The last state is the start. */
  readonly edges: readonly ReadonlyMap<number, number>[];
  readonly component: readonly number[];
  /** The states of each component that has a loop. */
  readonly loops: ReadonlyMap<number, readonly number[]>;
  /** Returns whether some character leads into each of two or three states. */
  meet(a: number, b: number, c?: number): boolean;
  steps: number;
}

function createGraph(automaton: PatternAutomaton, searched: boolean): Graph {
  const start = automaton.positions.length;
  const entry = new Map(automaton.first);
  if (searched && !automaton.trivial) entry.set(start, 1); // the engine tries each place of the text
  const edges = [...automaton.follow, entry].map(
    (targets, state) =>
      new Map(
        automaton.final.has(state) ? [] : [...targets].filter(([target]) => !automaton.final.has(target)),
      ),
  );
  const component = findComponents(edges.map((targets) => targets.keys()));
  const loops = new Map<number, number[]>();
  for (const [state, of] of component.entries()) {
    const isLoop = edges[state]?.has(state) || loops.has(of) || component.indexOf(of) !== state;
    if (isLoop || component.indexOf(of, state + 1) !== -1) loops.set(of, [...(loops.get(of) ?? []), state]);
  }
  return { edges, component, loops, meet: createMeet(automaton), steps: 0 };
}

function createMeet({ positions, characters }: PatternAutomaton): Graph["meet"] {
  const base = characters.length + 1; // the start state takes any character; its set is `characters.length`
  const setOf = (state: number) => positions[state] ?? characters.length;
  const known = new Map<number, boolean>();
  return (a, b, c = b) => {
    const [p, q, r] = [setOf(a), setOf(b), setOf(c)];
    if (p === q && q === r) return true;
    const key = (p * base + q) * base + r;
    const found = known.get(key);
    if (found !== undefined) return found;
    const [first, ...rest] = [p, q, r].flatMap((set) => characters[set] ?? []);
    const meets = !first || !rest.reduce((common, set) => common.intersect(set), first).isEmpty;
    known.set(key, meets);
    return meets;
  };
}

function isExponential(graph: Graph): boolean {
  return [...graph.loops].some(([component, states]) => {
    const isInside = (state: number) => graph.component[state] === component;
    const twice = states.some((state) =>
      [...(graph.edges[state] ?? [])].some(([target, ways]) => ways > 1 && isInside(target)),
    );
    return twice || [...findMergingPairs(graph, states, isInside).values()].some(Boolean);
  });
}

/** A pair of different states that one text can lead to, as `lower * size + higher`. */
type Pair = number;

/**
 * Returns the pairs of states that one text can lead to from one of `roots`, and for each whether some text leads
 * from both to one state again. Only states for which `isInside` holds are entered.
 */
function findMergingPairs(
  graph: Graph,
  roots: readonly number[],
  isInside: (state: number) => boolean,
): ReadonlyMap<Pair, boolean> {
  const size = graph.edges.length;
  const before = new Map<Pair, Pair[]>();
  const merging: Pair[] = [];
  const pending: Pair[] = [];
  const step = (p: number, q: number, from: Pair | undefined) => {
    let merges = false;
    for (const a of graph.edges[p]?.keys() ?? []) {
      for (const b of graph.edges[q]?.keys() ?? []) {
        graph.steps++;
        if (!isInside(a) || !isInside(b) || !graph.meet(a, b)) continue;
        merges ||= a === b;
        if (a === b) continue;
        const pair = Math.min(a, b) * size + Math.max(a, b);
        const sources = before.get(pair);
        if (!sources) pending.push(pair);
        if (!sources) before.set(pair, from === undefined ? [] : [from]);
        else if (from !== undefined) sources.push(from);
      }
    }
    if (merges && from !== undefined) merging.push(from);
  };
  for (const root of roots) step(root, root, undefined);
  for (let pair = pending.pop(); pair !== undefined && graph.steps <= MOST_STEPS; pair = pending.pop()) {
    step(Math.floor(pair / size), pair % size, pair);
  }
  const found = new Map([...before.keys()].map((pair) => [pair, false]));
  for (let pair = merging.pop(); pair !== undefined; pair = merging.pop()) {
    if (found.get(pair)) continue;
    found.set(pair, true);
    merging.push(...(before.get(pair) ?? []));
  }
  return found;
}

/** The greatest number of loops that can hand a text on to one another, so that any share of it may go to each. */
function findDegree(graph: Graph): number {
  const components = Math.max(-1, ...graph.component) + 1;
  const reach = reachable(graph, components);
  const degrees = new Array<number>(components).fill(0); // a component's number is above those it reaches
  for (let from = 0; from < components; from++) {
    let most = 0;
    for (const to of reach[from] ?? []) {
      if (to === from) continue;
      const hands = graph.loops.has(from) && graph.loops.has(to) && handsOn(graph, from, to);
      most = Math.max(most, (degrees[to] ?? 0) + (hands ? 1 : 0));
    }
    degrees[from] = most;
  }
  return 1 + Math.max(0, ...degrees);
}

function reachable(graph: Graph, components: number): readonly ReadonlySet<number>[] {
  const reach = Array.from({ length: components }, (_, of) => new Set([of]));
  const states = [...graph.component.keys()].sort(
    (a, b) => (graph.component[a] ?? 0) - (graph.component[b] ?? 0),
  );
  for (const state of states) {
    const own = reach[graph.component[state] ?? 0];
    for (const target of graph.edges[state]?.keys() ?? []) {
      const of = graph.component[target] ?? 0;
      if (own?.has(of)) continue;
      for (const further of reach[of] ?? []) own?.add(further);
      graph.steps += reach[of]?.size ?? 0;
    }
  }
  return reach;
}

/** Returns whether some text leads from p back to p, from p to q, and from q back to q, for loops p and q. */
function handsOn(graph: Graph, from: number, to: number): boolean {
  return (graph.loops.get(from) ?? []).some((p) =>
    (graph.loops.get(to) ?? []).some((q) => findTriple(graph, p, q)),
  );
}

function findTriple(graph: Graph, p: number, q: number): boolean {
  const size = graph.edges.length;
  const home = (state: number) => graph.component[state];
  const seen = new Set<number>();
  const pending: (readonly [number, number, number])[] = [[p, p, q]];
  for (let next = pending.pop(); next && graph.steps <= MOST_STEPS; next = pending.pop()) {
    const [x, y, z] = next;
    for (const a of graph.edges[x]?.keys() ?? []) {
      if (home(a) !== home(p)) continue;
      for (const c of graph.edges[z]?.keys() ?? []) {
        if (home(c) !== home(q) || !graph.meet(a, c)) continue;
        for (const b of graph.edges[y]?.keys() ?? []) {
          graph.steps++;
          const key = (a * size + b) * size + c;
          if ((home(b) ?? 0) < (home(q) ?? 0) || seen.has(key) || !graph.meet(a, b, c)) continue;
          if (a === p && b === q && c === q) return true;
          seen.add(key);
          pending.push([a, b, c]);
        }
      }
    }
  }
  return false;
}

/** The number of ways that a text of any length can be matched in beside those that grow with its length. */
function findFactor(graph: Graph): number {
  const pairs = findMergingPairs(graph, [...graph.edges.keys()], () => true);
  const size = graph.edges.length;
  const merges = (a: number, b: number) => pairs.get(Math.min(a, b) * size + Math.max(a, b)) === true;
  const factors = new Map<number, number>();
  const order = [...graph.edges.keys()].sort((a, b) => (graph.component[a] ?? 0) - (graph.component[b] ?? 0));
  for (const state of order) {
    const targets = [...(graph.edges[state] ?? [])];
    let ways = 1;
    for (const [a, multiple] of targets) {
      graph.steps += targets.length;
      const beside = targets.filter(([b]) => b !== a && graph.meet(a, b) && merges(a, b)).length;
      ways = Math.max(ways, multiple + beside);
    }
    const own = graph.component[state] ?? 0;
    const after = targets.map(([target]) => factors.get(graph.component[target] ?? 0) ?? 1);
    factors.set(own, Math.max(factors.get(own) ?? 1, ways * Math.max(1, ...after)));
  }
  return Math.max(1, ...factors.values());
}
