import { COLUMNS } from "./columns.mjs";
import { CONTESTANTS } from "./contestants.mjs";
import { judgesOtherwise } from "./judge.mjs";

/** In these columns whoever checks less, or counts otherwise, is ahead by that, and no yardstick. */
const WON_BY_LESS = ["import", "size"];

/**
 * Returns a sentence for each goal that is missed: a limit that not even a quarter of the turns keep, and another validator
 * whose slower turns are quicker than the quicker ones of ours. Where the medians miss a limit and a quarter of the turns
 * keep it, the goal is open.
 *
 * @param {import("./measure.mjs").Figures} figures
 * @param {Record<string, import("./judge.mjs").Misjudged>} misjudged by contestant
 * @returns {{ missed: string[], open: string[] }}
 */
export function findMisses(figures, misjudged) {
  const ours = CONTESTANTS.filter(({ group }) => group === "ours");
  const places = COLUMNS.flatMap((column) =>
    ours.flatMap(({ id, name }) => {
      const figure = figures[id]?.[column.id];
      return figure === undefined ? [] : [{ column, name, figure }];
    }),
  );
  const over = places.flatMap(({ column: { name: column, limit = Infinity }, name, figure }) => {
    if (figure.ratio <= limit) return [];
    return [
      { isMissed: figure.low > limit, text: `${column}: ${name} takes ${print(figure)}, over ${limit}` },
    ];
  });
  const behind = places.flatMap(({ column, name, figure }) =>
    CONTESTANTS.filter(({ group }) => group === "peer").flatMap((peer) => {
      const other = figures[peer.id]?.[column.id];
      if (other === undefined || other.high >= figure.low) return [];
      if (WON_BY_LESS.includes(column.id) && judgesOtherwise(misjudged[peer.id])) return [];
      return [`${column.name}: ${peer.name} (${print(other)}) is ahead of ${name} (${print(figure)})`];
    }),
  );
  const textsOf = (/** @type {boolean} */ isMissed) =>
    over.filter((each) => each.isMissed === isMissed).map(({ text }) => text);
  return { missed: [...textsOf(true), ...behind], open: textsOf(false) };
}

/** @param {import("./measure.mjs").Figure} figure */
function print({ ratio }) {
  return `${ratio.toFixed(2)}x`;
}
