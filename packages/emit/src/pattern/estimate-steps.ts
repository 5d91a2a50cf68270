import type { AST } from "@eslint-community/regexpp";
import { partitionCharacters } from "@shapelog/patterns";
import { buildPatternAutomaton, type PatternAutomaton } from "./pattern-automaton.js";

export interface EstimateStepsOptions {
  /** The length of the longest text, in characters. */
  readonly length: number;
  /** Where counting ends. */
  readonly limit: number;
}

/** The most work that is put into an estimate, in visits of an edge. More than that counts as too many steps. */
const MOST_WORK = 20_000_000;

/**
 * Returns how many steps a backtracking engine takes at most to find whether a pattern (parsed with the flag `u`)
 * matches some text of a length: one for each character or assertion that it tries at a place. Infinity stands for
 * more than the limit, and for patterns that are too large to tell.
 *
 * The ways through the pattern's automaton are counted from each state for texts of one, two, three… characters. Where
 * a character leads into several states, each of them is given the rest of the text that costs it most, so the result
 * may be too high and is never too low. Once further characters add no more than those before them, the rest is multiplied.
 */
export function estimateSteps(pattern: AST.Pattern, options: EstimateStepsOptions): number {
  const automaton = buildPatternAutomaton(pattern);
  if (!automaton) return Number.POSITIVE_INFINITY;
  return count(automaton, { ...options, searched: !automaton.anchored && !automaton.trivial });
}

interface CountOptions extends EstimateStepsOptions {
  /** Whether the engine tries each place of the text. */
  readonly searched: boolean;
}

function count(automaton: PatternAutomaton, options: CountOptions): number {
  const { limit } = options;
  const graph = createGraph(automaton, options);
  if (!graph) return Number.POSITIVE_INFINITY;
  const start = automaton.positions.length;
  const state = { before: zeros(start), costs: zeros(start), peaks: zeros(start) };
  let peaks = zeros(start);
  const most = Math.ceil(MOST_WORK / graph.work);
  for (let length = 0; length <= options.length; length++) {
    [state.before, state.costs] = [state.costs, state.before];
    advance(graph, state);
    const cost = state.costs[start] ?? 0;
    if (cost > limit || length > most) return Number.POSITIVE_INFINITY;
    if (length % (start + 8) !== start + 7) continue;
    const rate = state.peaks[start] ?? 0;
    if (state.peaks.every((peak, index) => peak <= (peaks[index] ?? 0)))
      return within(limit, cost + rate * (options.length - length));
    peaks = state.peaks;
    state.peaks = zeros(start);
  }
  return state.costs[start] ?? 0;
}

function zeros(start: number): Float64Array {
  return new Float64Array(start + 1);
}

function within(limit: number, cost: number): number {
  return cost > limit ? Number.POSITIVE_INFINITY : cost;
}

interface Edge {
  readonly target: number;
  readonly ways: number;
}

interface State {
  /** What a visit costs without what follows. */
  readonly own: number;
  /** Edges into assertions, which are taken without a character. */
  readonly still: readonly Edge[];
  /** For each kind of character, the edges that it is taken over. */
  readonly moves: readonly (readonly Edge[])[];
}

interface Graph {
  /** The states, the start last. */
  readonly states: readonly State[];
  /** How many edges one more character visits. */
  readonly work: number;
}

function createGraph(automaton: PatternAutomaton, options: CountOptions): Graph | undefined {
  const { positions, characters, follow, first, final, inner } = automaton;
  const { sets } = partitionCharacters(characters);
  const innerCosts = new Map(
    [...inner].map(([at, body]) => [at, count(body, { ...options, searched: false })]),
  );
  if ([...innerCosts.values()].some((cost) => cost === Number.POSITIVE_INFINITY)) return undefined;
  const start = positions.length;
  let work = 1;
  const states = [...follow, first].map((targets, state): State => {
    const edges = final.has(state) ? [] : [...targets].filter(([target]) => !final.has(target));
    const own = 1 + (innerCosts.get(state) ?? 0) + [...targets.values()].reduce((sum, ways) => sum + ways, 0);
    const still: Edge[] = [];
    const byKind = new Map<number, Edge[]>();
    for (const [target, ways] of edges) {
      const set = positions[target];
      if (set === undefined) still.push({ target, ways });
      else for (const kind of sets[set] ?? []) addTo(byKind, kind, { target, ways });
    }
    const moves = withoutParts([...byKind.values()]);
    if (state === start && options.searched) {
      const again = { target: start, ways: 1 };
      work++;
      return { own, still, moves: moves.length === 0 ? [[again]] : moves.map((move) => [...move, again]) };
    }
    work += still.length + moves.reduce((sum, move) => sum + move.length, 1);
    return { own, still, moves };
  });
  return { states, work };
}

function addTo(edges: Map<number, Edge[]>, kind: number, edge: Edge): void {
  const known = edges.get(kind);
  if (known) known.push(edge);
  else edges.set(kind, [edge]);
}

/** Leaves out the moves that are the same as another, and where it is cheap to see, those that are part of another. */
function withoutParts(moves: readonly Edge[][]): readonly Edge[][] {
  const distinct = new Map(moves.map((move) => [move.map(({ target }) => target).join(), move]));
  const sorted = [...distinct.values()].sort((a, b) => b.length - a.length);
  if (sorted.length > 30) return sorted;
  const kept: { readonly move: Edge[]; readonly targets: ReadonlySet<number> }[] = [];
  for (const move of sorted) {
    if (kept.some(({ targets }) => move.every(({ target }) => targets.has(target)))) continue;
    kept.push({ move, targets: new Set(move.map(({ target }) => target)) });
  }
  return kept.map(({ move }) => move);
}

interface Costs {
  /** The cost of each state over the text without its first character. */
  readonly before: Float64Array;
  readonly costs: Float64Array;
  /** The most that a character has added to each state's cost. */
  readonly peaks: Float64Array;
}

/** Fills in what each state costs over a text that is longer by one. */
function advance({ states }: Graph, costs: Costs): void {
  costs.costs.set(costs.before); // for edges back into assertions, which loops alone have
  const start = states.length - 1;
  for (let index = start - 1; index >= 0; index--) visit(states, index, costs);
  visit(states, start, costs);
}

function visit(states: readonly State[], index: number, { before, costs, peaks }: Costs): void {
  const state = states[index];
  if (!state) return;
  let cost = state.own;
  for (const { target, ways } of state.still) cost += ways * (costs[target] ?? 0);
  let most = 0;
  for (const move of state.moves) {
    let sum = 0;
    for (const { target, ways } of move) sum += ways * (before[target] ?? 0);
    if (sum > most) most = sum;
  }
  costs[index] = cost + most;
  peaks[index] = Math.max(peaks[index] ?? 0, cost + most - (before[index] ?? 0));
}
