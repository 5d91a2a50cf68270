/**
 * Returns entries drawn at random, of each kind in turn, so that a kind with many leaves room for the others.
 *
 * @template {{ kind: string }} T
 * @param {readonly T[]} all
 * @param {{ count: number, random: () => number }} options
 */
export function chooseEvenly(all, { count, random }) {
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const waiting = new Map(
    kinds.map((kind) => [
      kind,
      shuffle(
        all.filter((each) => each.kind === kind),
        random,
      ),
    ]),
  );
  /** @type {T[]} */
  const chosen = [];
  while (chosen.length < count && [...waiting.values()].some(({ length }) => length > 0)) {
    for (const list of waiting.values()) {
      const next = list.pop();
      if (next && chosen.length < count) chosen.push(next);
    }
  }
  return chosen;
}

/** @template T @param {readonly T[]} list @param {() => number} random */
function shuffle(list, random) {
  const left = [...list];
  for (let index = left.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const moved = /** @type {T} */ (left[index]);
    left[index] = /** @type {T} */ (left[other]);
    left[other] = moved;
  }
  return left;
}
