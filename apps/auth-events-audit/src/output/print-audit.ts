import type { Summary } from "../summary.js";
import type { Answer, Value } from "./answer.js";
import { escapeJson } from "./escape-text.js";
import { printTable } from "./print-table.js";
import { createTextStyle } from "./style-text.js";

/** An answer with what to say about it. */
export interface Section {
  readonly title: string;
  readonly empty: string;
  readonly note: string;
  readonly answer: Answer;
}

export interface PrintOptions {
  readonly color: boolean;
  /** Columns of the screen; `undefined` for as many as it takes. */
  readonly width: number | undefined;
  /** Rows of each table. */
  readonly rows: number;
}

/** Returns sections as text for people, one after the other. */
export async function* printText(
  summary: Summary | undefined,
  sections: AsyncIterable<Section>,
  { color, width, rows: limit }: PrintOptions,
): AsyncGenerator<string, void> {
  const style = createTextStyle(color);
  if (summary) yield `${printSummary(summary)}\n`;
  let isFirst = summary === undefined;
  for await (const { title, empty, note, answer } of sections) {
    const { rows, more } = await takeRows(answer, limit);
    const lines =
      rows.length === 0
        ? [style.quiet(`${title}: ${empty}`)]
        : [style.heading(title), ...printTable(answer.columns, rows, width)];
    if (more > 0) lines.push(style.quiet(`  and ${printNumber(more)} more; --rows shows them`));
    if (note !== "") lines.push(style.quiet(`  ${note}`));
    yield `${isFirst ? "" : "\n"}${lines.join("\n")}\n`;
    isFirst = false;
  }
}

/** Returns sections as one JSON value, in ASCII alone, row by row. */
export async function* printJson(
  summary: Summary | undefined,
  sections: AsyncIterable<Section>,
): AsyncGenerator<string, void> {
  yield `{\n"summary": ${escapeJson(summary ?? null)},\n"reports": {`;
  let isFirst = true;
  for await (const { note, answer } of sections) {
    yield `${isFirst ? "" : ","}\n${escapeJson(answer.name)}: {"note": ${escapeJson(note)}, "rows": [`;
    isFirst = false;
    let separator = "\n";
    for await (const row of answer.rows) {
      const named = Object.fromEntries(answer.columns.map(({ name }, index) => [name, row[index] ?? null]));
      yield `${separator}${escapeJson(named)}`;
      separator = ",\n";
    }
    yield "]}";
  }
  yield "\n}}\n";
}

function printSummary({ events, units, broken, duplicates, period, fullLists }: Summary): string {
  const days = period === null ? "" : `, ${period.from.slice(0, 10)} to ${period.to.slice(0, 10)}`;
  const read = units === 0 ? "" : ` in ${printCount(units, "line or page", "lines or pages")}`;
  const parts = [
    broken === 0 ? "" : `${printNumber(broken)} broken`,
    duplicates === 0
      ? ""
      : `${printCount(duplicates, "event")} came again and ${duplicates === 1 ? "is" : "are"} counted once`,
    fullLists === 0
      ? ""
      : `${printCount(fullLists, "event")} with 100 or more drifts; the first 100 are counted`,
  ].filter((part) => part !== "");
  return [`${printCount(events, "event")}${read}${days}`, ...parts].join("\n");
}

/** Reads all rows, so that they can be counted, and keeps the first. */
async function takeRows({ rows: all }: Answer, limit: number) {
  const rows: (readonly Value[])[] = [];
  let more = 0;
  for await (const row of all) {
    if (rows.length < limit) rows.push(row);
    else more++;
  }
  return { rows, more };
}

function printCount(count: number, one: string, many = `${one}s`): string {
  return `${printNumber(count)} ${count === 1 ? one : many}`;
}

function printNumber(number: number): string {
  return number.toLocaleString("en-US");
}
