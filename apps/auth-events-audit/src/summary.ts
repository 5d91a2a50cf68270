import type { DuckDBConnection } from "@duckdb/node-api";
import { queryRows } from "./database/query-rows.js";

/** What is known of all events together. */
export interface Summary {
  readonly events: number;
  /** Lines and pages that were read. */
  readonly units: number;
  readonly broken: number;
  readonly drift: number;
  /** Events with as much drift as validators list; they may hold more. */
  readonly fullLists: number;
  /** Events that came more than once, and are counted once. */
  readonly duplicates: number;
  readonly period: { readonly from: string; readonly to: string } | null;
}

/** Counts what a database holds. */
export async function readSummary(connection: DuckDBConnection): Promise<Summary> {
  const [row = []] = await queryRows(
    connection,
    `SELECT (SELECT count(*) FROM events),
  (SELECT coalesce(sum(units), 0) FROM sources), (SELECT coalesce(sum(broken), 0) FROM sources),
  (SELECT count(*) FROM drift), (SELECT coalesce(sum(full_lists), 0) FROM sources),
  (SELECT duplicates FROM audit_state),
  (SELECT strftime(min(created_at), '%Y-%m-%dT%H:%M:%S.%gZ') FROM events),
  (SELECT strftime(max(created_at), '%Y-%m-%dT%H:%M:%S.%gZ') FROM events)`,
  );
  const [events, units, broken, drift, fullLists, duplicates, from, to] = row;
  return {
    events: Number(events),
    units: Number(units),
    broken: Number(broken),
    drift: Number(drift),
    fullLists: Number(fullLists),
    duplicates: Number(duplicates),
    period: typeof from === "string" && typeof to === "string" ? { from, to } : null,
  };
}
