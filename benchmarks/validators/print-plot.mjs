import { COLUMNS } from "./columns.mjs";
import { CONTESTANTS } from "./contestants.mjs";
import { printName, printRatio } from "./print-table.mjs";

/** Colours with a contrast of 4.5 or more on their background, where they are of text. */
const THEMES = {
  light: {
    page: "#ffffff",
    text: "#1f2328",
    muted: "#59636e",
    grid: "#d1d9e0",
    ours: "#0969da",
    peer: "#59636e",
  },
  dark: {
    page: "#0d1117",
    text: "#f0f6fc",
    muted: "#9198a1",
    grid: "#3d444d",
    ours: "#4493f8",
    peer: "#9198a1",
  },
};

const WIDTH = 880;
const GAP = 24;
const MARGIN = 16;
const PANEL = { width: (WIDTH - 2 * MARGIN - GAP) / 2, head: 46, row: 19, foot: 14 };
const LABELS = 158;
const FIGURES = 44;
const CAPTION = 58;

/** @typedef {keyof typeof THEMES} Theme */

/**
 * Returns a run as SVG: a panel for each column, in which a line leads from the checks by hand, at 1, to each contestant,
 * on a logarithmic scale. Ours are in front, the rest in the order of what they take.
 *
 * @param {import("../validators.mjs").Run} run
 * @param {Theme} theme
 */
export function printPlot(run, theme) {
  const colours = THEMES[theme];
  const panels = COLUMNS.map((column) => ({ column, rows: findRows(run, column.id) }));
  /** @type {string[]} */
  const parts = [];
  let top = CAPTION;
  for (let index = 0; index < panels.length; index += 2) {
    const pair = panels.slice(index, index + 2);
    for (const [place, panel] of pair.entries())
      parts.push(printPanel(panel, { left: MARGIN + place * (PANEL.width + GAP), top, theme }));
    top += PANEL.head + PANEL.foot + PANEL.row * Math.max(...pair.map(({ rows }) => rows.length));
  }
  const title = "Validators against checks written by hand";
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" aria-labelledby="title" font-family="-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif" font-size="12">`,
    `<title id="title">${title}: ratios, on logarithmic scales</title>`,
    `<rect width="${WIDTH}" height="${top}" fill="${colours.page}"/>`,
    text(MARGIN, 26, title, { fill: colours.text, "font-size": 16, "font-weight": 600 }),
    text(
      MARGIN,
      45,
      "Ratios, on logarithmic scales: 1 is by hand, and less is better. The dashed line is the goal.",
      {
        fill: colours.muted,
      },
    ),
    ...parts,
    "</svg>",
  ].join("\n")}\n`;
}

/** @typedef {{ name: string, isOurs: boolean, ratio: number }} Row */

/**
 * @param {import("../validators.mjs").Run} run
 * @param {string} column
 * @returns {Row[]}
 */
function findRows({ figures, versions }, column) {
  const rows = CONTESTANTS.flatMap((contestant) => {
    const figure = figures[contestant.id]?.[column];
    if (figure === undefined || contestant.group === "hand") return [];
    return [
      { name: printName(contestant, versions), isOurs: contestant.group === "ours", ratio: figure.ratio },
    ];
  });
  const others = rows.filter(({ isOurs }) => !isOurs).toSorted((a, b) => a.ratio - b.ratio);
  return [...rows.filter(({ isOurs }) => isOurs), ...others];
}

/**
 * @param {{ column: import("./columns.mjs").Column, rows: readonly Row[] }} panel
 * @param {{ left: number, top: number, theme: Theme }} place
 */
function printPanel({ column, rows }, { left, top, theme }) {
  const colours = THEMES[theme];
  const start = left + LABELS;
  const end = left + PANEL.width - FIGURES;
  const ratios = rows.map(({ ratio }) => ratio);
  const least = Math.min(0.8, ...ratios);
  const most = Math.max(3, ...ratios);
  const scale = (/** @type {number} */ ratio) =>
    start + ((end - start) * Math.log(ratio / least)) / Math.log(most / least);
  const first = top + PANEL.head;
  const bottom = first + PANEL.row * rows.length;
  const ticks = [0.1, 1, 10, 100, 1000].filter((tick) => tick >= least && tick <= most);
  return [
    text(left, top + 14, column.name, { fill: colours.text, "font-weight": 600 }),
    text(left, top + 30, column.tells, { fill: colours.muted, "font-size": 11 }),
    ...ticks.flatMap((tick) => [
      line({ x1: scale(tick), x2: scale(tick), y1: first, y2: bottom, stroke: colours.grid }),
      text(scale(tick), first - 3, `${tick}`, {
        fill: colours.muted,
        "font-size": 10,
        "text-anchor": "middle",
      }),
    ]),
    ...(column.limit === undefined ? [] : [printLimit(scale(column.limit), first, bottom, colours.text)]),
    ...rows.map((row, index) =>
      printRow(row, { left, end, y: first + PANEL.row * (index + 0.5), scale, theme }),
    ),
  ].join("\n");
}

/**
 * @param {Row} row
 * @param {{ left: number, end: number, y: number, scale: (ratio: number) => number, theme: Theme }} place
 */
function printRow({ name, isOurs, ratio }, { left, end, y, scale, theme }) {
  const colours = THEMES[theme];
  const fill = isOurs ? colours.ours : colours.peer;
  const weight = isOurs ? { "font-weight": 600 } : {};
  return [
    text(left, y + 4, name, { fill: isOurs ? colours.ours : colours.text, ...weight }),
    line({ x1: scale(1), x2: scale(ratio), y1: y, y2: y, stroke: fill, "stroke-width": 2 }),
    `<circle cx="${round(scale(ratio))}" cy="${round(y)}" r="4" fill="${fill}"/>`,
    text(end + FIGURES, y + 4, printRatio(ratio), { fill: colours.text, "text-anchor": "end", ...weight }),
  ].join("\n");
}

/**
 * @param {number} x
 * @param {number} top
 * @param {number} bottom
 * @param {string} stroke
 */
function printLimit(x, top, bottom, stroke) {
  return line({ x1: x, x2: x, y1: top, y2: bottom, stroke, "stroke-dasharray": "3 3" });
}

/** @param {Record<string, string | number>} attributes */
function line(attributes) {
  return `<line ${printAttributes(attributes)}/>`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} content
 * @param {Record<string, string | number>} attributes
 */
function text(x, y, content, attributes) {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text ${printAttributes({ x, y, ...attributes })}>${escaped}</text>`;
}

/** @param {Record<string, string | number>} attributes */
function printAttributes(attributes) {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${typeof value === "number" ? round(value) : value}"`)
    .join(" ");
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
