import type { DuckDBConnection } from "@duckdb/node-api";
import { type Answer, askDatabase } from "./output/answer.js";
import { escapeJson } from "./output/escape-text.js";
import { printJson, printText, type Section } from "./output/print-audit.js";
import { printCsv } from "./output/print-csv.js";
import { writeFileWhole, writeTexts } from "./output/write-whole.js";
import type { Format, Options } from "./read-options.js";
import { DEFAULT_REPORTS, REPORTS } from "./reports/all-reports.js";
import type { Report } from "./reports/report.js";
import type { Summary } from "./summary.js";
import type { Terminal } from "./terminal.js";

/** Writes what was asked for, to where it was asked for. */
export async function writeResults(
  connection: DuckDBConnection,
  summary: Summary | undefined,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const { output, format } = options;
  const reports = chooseReports(options);
  if (format === "parquet" && output !== undefined) {
    const [report] = reports;
    if (report) await writeParquet(connection, report, output, options);
    return;
  }
  const texts = printResults(connection, { summary, reports, options, terminal });
  if (output !== undefined) {
    await writeFileWhole(output, (path) => writeTexts(path, texts));
    return;
  }
  for await (const text of gather(texts)) await terminal.out(text);
}

/** Writes which lines are broken, and why, as JSON lines. What they hold is not repeated. */
export async function writeRejects(connection: DuckDBConnection, path: string): Promise<void> {
  const sql = "SELECT source AS file, line, reason FROM rejects ORDER BY source_id, line, reason";
  const { columns, rows } = await askDatabase(connection, "rejects", sql);
  async function* lines() {
    for await (const row of rows) {
      yield `${escapeJson(Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])))}\n`;
    }
  }
  await writeFileWhole(path, (file) => writeTexts(file, lines()));
}

function chooseReports({ sql, report: names, events }: Options): readonly Report[] {
  if (sql !== undefined) {
    return [{ name: "sql", title: "Answer", empty: "no rows", needs: "events", sql: withoutEnd(sql) }];
  }
  const isOfEventsAlone = events.length > 0;
  const chosen = names.length > 0 ? REPORTS.filter(({ name }) => names.includes(name)) : DEFAULT_REPORTS;
  const possible = chosen.filter(({ needs }) => !isOfEventsAlone || needs === "events");
  const missing = chosen.filter((report) => !possible.includes(report)).map(({ name }) => name);
  if (names.length > 0 && missing.length > 0) {
    throw new Error(`--events hold no ${missing.join(" and ")}; read the JSON lines, or name a --database`);
  }
  return possible;
}

function withoutEnd(sql: string): string {
  return sql.trim().replace(/;+$/, "");
}

interface Results {
  readonly summary: Summary | undefined;
  readonly reports: readonly Report[];
  readonly options: Options;
  readonly terminal: Terminal;
}

function printResults(connection: DuckDBConnection, results: Results): AsyncIterable<string> {
  const { summary, reports, options, terminal } = results;
  const sections = createSections(connection, reports, options);
  const screen = options.output === undefined ? terminal : { color: false, width: undefined };
  const asked = options.sql === undefined ? summary : undefined;
  const { rows } = options;
  const printers: Record<Exclude<Format, "parquet">, () => AsyncIterable<string>> = {
    table: () => printText(asked, sections, { color: screen.color, width: screen.width, rows }),
    json: () => printJson(asked, sections),
    csv: () => printFirst(sections),
  };
  return options.format === "parquet" ? printers.csv() : printers[options.format]();
}

async function* createSections(
  connection: DuckDBConnection,
  reports: readonly Report[],
  options: Options,
): AsyncGenerator<Section, void> {
  for (const report of reports) {
    await report.prepare?.(connection, options);
    const note = (await report.describe?.(connection, options)) ?? "";
    const answer: Answer = await askDatabase(connection, report.name, report.sql);
    yield { title: report.title, empty: report.empty, note, answer };
  }
}

async function* printFirst(sections: AsyncIterable<Section>): AsyncGenerator<string, void> {
  for await (const { answer } of sections) yield* printCsv(answer);
}

async function writeParquet(
  connection: DuckDBConnection,
  report: Report,
  output: string,
  options: Options,
): Promise<void> {
  await report.prepare?.(connection, options);
  await writeFileWhole(output, async (path) => {
    await connection.run(
      `COPY (${report.sql}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
    );
  });
}

/** Joins short texts, so that a table of a million rows is not a million writes. */
async function* gather(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let text = "";
  for await (const part of texts) {
    text += part;
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
