import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

/** Returns the rows of a short answer. */
export async function queryRows(
  connection: DuckDBConnection,
  sql: string,
  values: DuckDBValue[] = [],
): Promise<DuckDBValue[][]> {
  return (await connection.runAndReadAll(sql, values)).getRows();
}

/** Returns the numbers of the only row of an answer. */
export async function queryNumbers(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const [row = []] = await queryRows(connection, sql);
  return row.map(Number);
}
