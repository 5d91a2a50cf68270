import { type DuckDBConnection, DuckDBTypeId, type Json } from "@duckdb/node-api";

/** The rows of a report or of a question, as they come. */
export interface Answer {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Value[]>;
}

export interface Column {
  readonly name: string;
  readonly isNumber: boolean;
}

/** A value as JSON has it; times are ISO texts. */
export type Value = Json | null;

const WHOLE = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
]);
const FRACTIONS = new Set([DuckDBTypeId.DECIMAL]);
const SMALL = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);
const TIMES = new Set([DuckDBTypeId.TIMESTAMP, DuckDBTypeId.TIMESTAMP_MS, DuckDBTypeId.TIMESTAMP_S]);

/** Asks a question. Its rows are read while they are used, and never all in memory. */
export async function askDatabase(connection: DuckDBConnection, name: string, sql: string): Promise<Answer> {
  const result = await connection.stream(sql);
  const types = result.columnTypes().map(({ typeId }) => typeId);
  async function* rows(): AsyncGenerator<readonly Value[], void> {
    for await (const chunk of result.yieldRowsJson()) {
      for (const row of chunk) yield row.map((value, column) => convert(value, types[column]));
    }
  }
  const columns = result.columnNames().map((column, index) => {
    const type = types[index];
    return {
      name: column,
      isNumber: type !== undefined && [WHOLE, FRACTIONS, SMALL].some((set) => set.has(type)),
    };
  });
  return { name, columns, rows: rows() };
}

/** The converter has whole numbers and times as texts, since JSON has neither. */
function convert(value: Value, type: DuckDBTypeId | undefined): Value {
  if (typeof value !== "string" || type === undefined) return value;
  if (TIMES.has(type)) return `${value.replace(" ", "T")}Z`;
  if (!WHOLE.has(type) && !FRACTIONS.has(type)) return value;
  const number = Number(value);
  return FRACTIONS.has(type) || Number.isSafeInteger(number) ? number : value;
}
