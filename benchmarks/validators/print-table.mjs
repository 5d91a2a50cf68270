import { COLUMNS } from "./columns.mjs";
import { CONTESTANTS } from "./contestants.mjs";
import { judgesOtherwise } from "./judge.mjs";

/** @typedef {import("../validators.mjs").Run} Run */

/**
 * Returns a run as a table for a console.
 * @param {Run} run
 */
export function printTable(run) {
  const rows = printRows(run);
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

/**
 * Returns a run as a table of Markdown.
 * @param {Run} run
 */
export function printMarkdownTable(run) {
  const [head = [], ...rows] = printRows(run);
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|---|${"--:|".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
}

/** What the mark beside a name says. */
export const MARK = "† judges some values otherwise than the model:";

/**
 * Returns what each contestant judges otherwise than the model, one line each.
 * @param {Run} run
 */
export function printMisjudged({ misjudged, versions }) {
  return CONTESTANTS.flatMap((contestant) => {
    const { refused = [], taken = [] } = misjudged[contestant.id] ?? {};
    const says = [
      ...(refused.length > 0 ? [`refuses ${refused.join(", ")}`] : []),
      ...(taken.length > 0 ? [`takes ${taken.join(", ")}`] : []),
    ];
    const why = contestant.id === "read" ? ", as readers are meant to" : "";
    return says.length === 0 ? [] : [`- ${printName(contestant, versions)} ${says.join("; ")}${why}`];
  }).join("\n");
}

/**
 * @param {import("./contestants.mjs").Contestant} contestant
 * @param {Record<string, string>} versions
 */
export function printName({ name, package: ofPackage }, versions) {
  const version = versions[ofPackage ?? ""];
  if (!version) return name;
  const [first = "", rest] = name.split(", ");
  return rest === undefined ? `${first} ${version}` : `${first} ${version}, ${rest}`;
}

/**
 * Returns a figure with as many digits as it is worth.
 * @param {number} ratio
 */
export function printRatio(ratio) {
  if (ratio < 9.95) return ratio.toFixed(2);
  return ratio < 99.5 ? ratio.toFixed(1) : ratio.toFixed(0);
}

/**
 * @param {Run} run
 * @returns {string[][]}
 */
function printRows({ figures, byHand, versions, misjudged }) {
  const head = ["", ...COLUMNS.map(({ name }) => name)];
  const goals = ["goal", ...COLUMNS.map(({ limit }) => (limit === undefined ? "" : `at most ${limit}`))];
  const rows = CONTESTANTS.map((contestant) => [
    `${printName(contestant, versions)}${judgesOtherwise(misjudged[contestant.id]) ? " †" : ""}`,
    ...COLUMNS.map(({ id, unit, base }) => {
      const figure = figures[contestant.id]?.[id];
      if (contestant.group === "hand") return base === undefined ? printUnit(byHand[id], unit) : "";
      return figure === undefined ? "" : printRatio(figure.ratio);
    }),
  ]);
  return [head, goals, ...rows];
}

/**
 * @param {number | undefined} value
 * @param {import("./columns.mjs").Column["unit"]} unit
 */
function printUnit(value = Number.NaN, unit) {
  return `${unit === "ms" ? value.toFixed(2) : Math.round(value).toLocaleString("en")} ${unit}`;
}
