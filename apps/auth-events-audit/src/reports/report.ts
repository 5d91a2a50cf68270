import type { DuckDBConnection } from "@duckdb/node-api";

/** What reports ask of whoever runs them. */
export interface ReportOptions {
  /** In kilometres per hour: who goes faster cannot have travelled. */
  readonly speed: number;
}

/** A question that every audit has. */
export interface Report {
  readonly name: string;
  readonly title: string;
  /** What is said where it has no rows. */
  readonly empty: string;
  /** Whether it can be asked of events alone, such as those of Parquet files. */
  readonly needs: "events" | "database";
  /** Makes what the query needs. */
  prepare?(connection: DuckDBConnection, options: ReportOptions): Promise<void>;
  readonly sql: string;
  /** Returns what the rows can and cannot say. */
  describe?(connection: DuckDBConnection, options: ReportOptions): Promise<string>;
}
