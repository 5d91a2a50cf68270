import { stringify } from "csv-stringify/sync";
import type { Answer, Value } from "./answer.js";
import { escapeControls } from "./escape-text.js";

/**
 * Returns an answer as CSV, piece by piece. A spreadsheet takes no text of it for a formula: where one begins as
 * formulas do, an apostrophe stands before it. Control characters, and what turns the direction of text, are escaped,
 * as a terminal may be where it is read.
 */
export async function* printCsv({ columns, rows }: Answer): AsyncGenerator<string, void> {
  yield printRow(columns.map(({ name }) => name));
  for await (const row of rows) yield printRow(row);
}

function printRow(row: readonly Value[]): string {
  return stringify([row.map(toCell)], { record_delimiter: "\r\n" });
}

/** Numbers stay numbers: a minus before one is no formula. */
function toCell(value: Value): string {
  if (value === null) return "";
  if (typeof value !== "string")
    return typeof value === "object" ? defuse(JSON.stringify(value)) : String(value);
  return defuse(value);
}

/** Spreadsheets pass over spaces before a formula, and take wide characters for narrow ones. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;

function defuse(text: string): string {
  const isFormula = FORMULA.test(text);
  return `${isFormula ? "'" : ""}${escapeControls(text)}`;
}
