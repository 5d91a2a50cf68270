import Table from "cli-table3";
import type { Column, Value } from "./answer.js";
import { escapeText } from "./escape-text.js";

/** Columns are not made narrower than this. */
const NARROW = 8;

/** Space between columns, and before the first. */
const GAP = 2;

/** No lines around and between cells: a report is read, not framed. */
const BARE = Object.fromEntries(
  [
    ["top", "top-mid", "top-left", "top-right"],
    ["bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ["left", "left-mid", "mid", "mid-mid"],
    ["right", "right-mid"],
  ]
    .flat()
    .map((name) => [name, ""]),
);

/**
 * Returns the lines of a table. Nothing of its values reaches the screen unescaped. Where it is wider than `width`, its
 * widest columns are made narrower and their cells go on below.
 */
export function printTable(
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
  width: number | undefined,
): string[] {
  const texts = rows.map((row) => row.map(printCell));
  const heads = columns.map(({ name }) => escapeText(name.replaceAll("_", " ")));
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...texts.map((row) => row[column]?.length ?? 0)),
  );
  const table = new Table({
    head: heads,
    chars: { ...BARE, middle: "" },
    colWidths: fitWidths(widths, width).map((one) => one + GAP),
    colAligns: columns.map(({ isNumber }) => (isNumber ? "right" : "left")),
    style: { head: [], border: [], "padding-left": GAP, "padding-right": 0 },
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  table.push(...texts);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

function printCell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return value.toLocaleString("en-US");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return escapeText(typeof value === "string" ? value : JSON.stringify(value));
}

function fitWidths(widths: readonly number[], width: number | undefined): number[] {
  const fitted = [...widths];
  if (width === undefined) return fitted;
  let over = fitted.reduce((sum, column) => sum + column + GAP, 0) - width;
  for (; over > 0; over--) {
    const widest = Math.max(...fitted);
    if (widest <= NARROW) break;
    fitted[fitted.indexOf(widest)] = widest - 1;
  }
  return fitted;
}
