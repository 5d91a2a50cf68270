import { COLUMNS } from "./columns.mjs";
import { CONTESTANTS } from "./contestants.mjs";

/** In these columns whoever checks less is ahead by that, and no yardstick. */
const WON_BY_LESS = ["import", "size"];

/**
 * Returns a sentence for each goal that is missed by more than noise: a limit that not even a quarter of the turns
 * keep, and another validator whose slower turns are quicker than the quicker ones of ours.
 *
 * @param {import("./measure.mjs").Figures} figures
 * @param {Record<string, { refused: string[], taken: string[] }>} misjudged by contestant
 * @returns {string[]}
 */
export function findMisses(figures, misjudged) {
  const ours = CONTESTANTS.filter(({ group }) => group === "ours");
  const peers = CONTESTANTS.filter(({ group }) => group === "peer");
  return COLUMNS.flatMap((column) =>
    ours.flatMap((own) => {
      const figure = figures[own.id]?.[column.id];
      if (figure === undefined) return [];
      const over = column.limit !== undefined && figure.low > column.limit;
      const ahead = peers.filter(({ id }) => {
        if (WON_BY_LESS.includes(column.id) && checksLess(misjudged[id])) return false;
        const other = figures[id]?.[column.id];
        return other !== undefined && other.high < figure.low;
      });
      return [
        ...(over ? [`${column.name}: ${own.name} takes ${print(figure.ratio)}, over ${column.limit}`] : []),
        ...ahead.map(
          ({ id, name }) =>
            `${column.name}: ${name} (${print(figures[id]?.[column.id]?.ratio)}) is ahead of ${own.name} (${print(figure.ratio)})`,
        ),
      ];
    }),
  );
}

/** @param {{ refused: string[], taken: string[] } | undefined} misjudged */
export function checksLess({ refused, taken } = { refused: [], taken: [] }) {
  return refused.length + taken.length > 0;
}

/** @param {number} [ratio] */
function print(ratio = Number.NaN) {
  return `${ratio.toFixed(2)}x`;
}
