import type { Buffer } from "node:buffer";
import type { DuckDBConnection } from "@duckdb/node-api";
import { digestOf } from "../database/find-source.js";
import { queryNumbers, queryRows } from "../database/query-rows.js";

/** One time of asking for many users, which may take several runs of the program. */
export interface UserRun {
  readonly number: number;
  /** Whether a user was read to the end this time, by `keyOfUser`. */
  hasFinished(key: Uint8Array): boolean;
}

/** Returns what a user of a user pool is known by. */
export function keyOfUser(userPoolId: string, username: string): string {
  return `${userPoolId}\n${username}`;
}

/** Goes on with the last run where it did not come to its end, or begins another one. */
export async function beginUserRun(connection: DuckDBConnection): Promise<UserRun> {
  await connection.run(
    `UPDATE audit_state SET is_user_run_finished = false, user_run = user_run + is_user_run_finished::INTEGER`,
  );
  const [number = 0] = await queryNumbers(connection, "SELECT user_run FROM audit_state");
  const rows = await queryRows(
    connection,
    "SELECT head_digest FROM sources WHERE kind = 'user' AND is_finished AND run = $1",
    [number],
  );
  const finished = new Set(rows.map(([digest]) => digest));
  return { number, hasFinished: (key) => finished.has(digestOf(key)) };
}

/** Notes that all users were read: the next run asks for all of them anew. */
export async function endUserRun(connection: DuckDBConnection): Promise<void> {
  await connection.run("UPDATE audit_state SET is_user_run_finished = true");
}

/** Removes what was read of a user whose pages did not come to their end. */
export async function forgetPart(connection: DuckDBConnection, key: Buffer): Promise<void> {
  const rows = await queryRows(
    connection,
    "SELECT id FROM sources WHERE kind = 'user' AND head_digest = $1 AND NOT is_finished",
    [digestOf(key)],
  );
  for (const [id] of rows) {
    for (const table of ["event_rows", "drift_rows", "reject_rows"]) {
      await connection.run(`DELETE FROM ${table} WHERE source = $1`, [Number(id)]);
    }
    await connection.run("DELETE FROM sources WHERE id = $1", [Number(id)]);
  }
}

/**
 * Removes what earlier runs read of a user and nothing tells from what was read now: events without an id, and
 * problems. Those with an id are settled with all others.
 */
export async function finishUser(connection: DuckDBConnection, source: number, key: Buffer): Promise<void> {
  const rows = await queryRows(
    connection,
    "SELECT id FROM sources WHERE kind = 'user' AND head_digest = $1 AND id <> $2",
    [digestOf(key), source],
  );
  for (const [id] of rows) {
    await connection.run("DELETE FROM event_rows WHERE source = $1 AND event_id = ''", [Number(id)]);
    await connection.run("DELETE FROM reject_rows WHERE source = $1", [Number(id)]);
  }
}
