/** A deterministic automaton: the state after each state and kind of character. State 0 is the first. */
export interface Rows {
  readonly next: readonly (readonly number[])[];
  readonly accepting: readonly boolean[];
}

/**
 * Returns the smallest automaton that takes the same texts, its states in the order in which they are reached
 * (Hopcroft, "An n log n algorithm for minimizing states in a finite automaton", 1971). All states can be reached.
 */
export function minimizeTable({ next, accepting }: Rows): Rows {
  const before = invert(next);
  const width = before.length;
  const blocks = [true, false]
    .map((of) => new Set([...accepting.keys()].filter((state) => accepting[state] === of)))
    .filter(({ size }) => size > 0);
  const blockOf = accepting.map((_, state) => blocks.findIndex((block) => block.has(state)));
  const pending = blocks.flatMap((_, block) =>
    Array.from({ length: width }, (__, kind) => ({ block, kind })),
  );
  const isPending = new Set(pending.map(({ block, kind }) => block * width + kind));
  for (let splitter = pending.pop(); splitter; splitter = pending.pop()) {
    const { block, kind } = splitter;
    isPending.delete(block * width + kind);
    const leading = new Map<number, number[]>();
    for (const state of blocks[block] ?? []) {
      for (const from of before[kind]?.[state] ?? []) {
        const of = blockOf[from] ?? 0;
        const known = leading.get(of);
        if (known) known.push(from);
        else leading.set(of, [from]);
      }
    }
    for (const [of, states] of leading) {
      const whole = blocks[of];
      if (!whole || states.length === whole.size) continue;
      const added = blocks.push(new Set(states)) - 1;
      for (const state of states) {
        whole.delete(state);
        blockOf[state] = added;
      }
      for (let each = 0; each < width; each++) {
        const smaller = isPending.has(of * width + each) || states.length <= whole.size ? added : of;
        isPending.add(smaller * width + each);
        pending.push({ block: smaller, kind: each });
      }
    }
  }
  return mergeBlocks({ next, accepting }, blockOf);
}

function invert(next: Rows["next"]): number[][][] {
  const width = next[0]?.length ?? 0;
  const before = Array.from({ length: width }, () => next.map((): number[] => []));
  for (const [state, row] of next.entries()) {
    for (const [kind, to] of row.entries()) before[kind]?.[to]?.push(state);
  }
  return before;
}

function mergeBlocks({ next, accepting }: Rows, blockOf: readonly number[]): Rows {
  const order = new Map([[blockOf[0] ?? 0, 0]]);
  const representatives = [0];
  const rows: number[][] = [];
  for (let index = 0; index < representatives.length; index++) {
    const row = next[representatives[index] ?? 0] ?? [];
    rows.push(
      row.map((to) => {
        const block = blockOf[to] ?? 0;
        const known = order.get(block);
        if (known !== undefined) return known;
        order.set(block, order.size);
        representatives.push(to);
        return order.size - 1;
      }),
    );
  }
  return { next: rows, accepting: representatives.map((state) => accepting[state] === true) };
}
