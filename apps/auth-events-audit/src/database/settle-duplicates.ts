import type { DuckDBConnection } from "@duckdb/node-api";
import { queryNumbers } from "./query-rows.js";

/**
 * Leaves of each event that came several times, such as in exports that overlap, the one that was read last: it may
 * have feedback that the others lack. Does nothing where nothing was read since.
 */
export async function settleDuplicates(connection: DuckDBConnection): Promise<void> {
  const [isSettled] = await queryNumbers(connection, "SELECT is_settled::INTEGER FROM audit_state");
  if (isSettled === 1) return;
  await connection.run(`BEGIN;
CREATE OR REPLACE TEMP TABLE repeated AS SELECT hash(event_id) AS id FROM event_rows
  WHERE event_id <> '' GROUP BY 1 HAVING count(*) > 1;
CREATE OR REPLACE TEMP TABLE surplus AS SELECT row, source, line, position FROM (
  SELECT rowid AS row, source, line, position,
    row_number() OVER (PARTITION BY event_id ORDER BY source DESC, line DESC, position DESC) AS copy
  FROM event_rows WHERE event_id <> '' AND hash(event_id) IN (SELECT id FROM repeated)) WHERE copy > 1;
DELETE FROM event_rows WHERE rowid IN (SELECT row FROM surplus);
DELETE FROM drift_rows d USING surplus s
  WHERE d.source = s.source AND d.line = s.line AND d.position = s.position;
UPDATE audit_state SET duplicates = duplicates + (SELECT count(*) FROM surplus), is_settled = true;
COMMIT;
DROP TABLE repeated; DROP TABLE surplus;`);
}
