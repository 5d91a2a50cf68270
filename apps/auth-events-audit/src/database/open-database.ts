import { existsSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { createValueTables, FORMAT, TABLES, VIEWS } from "./schema.js";

/** Where the events are kept, and what the database may take. */
export interface DatabaseOptions {
  /** Its file; `:memory:` keeps nothing. */
  readonly path: string;
  /** Such as `512MB`. What does not fit is on the disk. */
  readonly memory: string;
  readonly threads: number;
  /** A folder for what does not fit. */
  readonly spill: string;
  /** Whether rows are only read: then several runs can read one file at once. */
  readonly isReadOnly?: boolean;
  /** Whether the file is removed afterwards: then nothing is packed once more at the end. */
  readonly isTemporary?: boolean;
}

/** An open database. */
export interface Database {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** Opens a database, and makes its tables where it is new. Rejects where the file is in use, or is something else. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { path, memory, threads, spill, isReadOnly = false, isTemporary = false } = options;
  if (isReadOnly && !existsSync(path))
    throw new Error(`there is no database ${path}; name files to read into it`);
  const instance = await createInstance(path, {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: spill,
    preserve_insertion_order: "false",
    ...(isReadOnly ? { access_mode: "READ_ONLY" } : {}),
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    if (isTemporary) await connection.run("PRAGMA disable_checkpoint_on_shutdown");
    await prepareTables(connection, path);
    return { connection, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Makes a database whose `events` are those of Parquet files, wherever DuckDB can read them. */
export async function openParquetFiles(
  patterns: readonly string[],
  options: DatabaseOptions,
): Promise<Database> {
  const database = await openDatabase(options);
  const list = patterns.map((pattern) => `'${pattern.replaceAll("'", "''")}'`).join(", ");
  try {
    // Exports overlap: of what is one event the last that was read stays.
    await database.connection.run(`
CREATE OR REPLACE VIEW all_events AS SELECT * FROM read_parquet([${list}], union_by_name = true, filename = 'file');
CREATE OR REPLACE VIEW events AS SELECT * EXCLUDE (file) FROM all_events WHERE event_id IS NULL
UNION ALL SELECT * EXCLUDE (file, copy) FROM (
  SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY feedback_at DESC NULLS LAST, file DESC, line DESC) AS copy
  FROM all_events WHERE event_id IS NOT NULL) WHERE copy = 1;`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

async function createInstance(path: string, settings: Record<string, string>): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, settings);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/could not set lock|being used by another process|conflicting lock/i.test(message)) {
      throw new Error(`the database ${path} is in use by another process; wait for it, or name another file`);
    }
    throw new Error(`the database ${path} cannot be opened: ${message.split("\n")[0]}`);
  }
}

async function prepareTables(connection: DuckDBConnection, path: string): Promise<void> {
  const tables = await readColumn(connection, "SELECT table_name FROM duckdb_tables() WHERE NOT temporary");
  if (tables.length === 0) {
    await connection.run(`BEGIN; ${TABLES} ${VIEWS} COMMIT;`);
  } else {
    const isOurs = tables.includes("audit_format");
    const [version] = isOurs ? await readColumn(connection, "SELECT version FROM audit_format") : [];
    if (version !== FORMAT) {
      const found = isOurs ? `has format ${String(version)}, not ${FORMAT}` : "was not made by this program";
      throw new Error(`the database ${path} ${found}; name another file`);
    }
  }
  await connection.run(createValueTables());
}

async function readColumn(connection: DuckDBConnection, sql: string): Promise<unknown[]> {
  const rows = await (await connection.runAndReadAll(sql)).getRows();
  return rows.map(([value]) => value);
}
