import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Source } from "./event-store.js";
import { queryRows } from "./query-rows.js";

/** As much of a file as tells it from another one of its name. */
export const HEAD_LENGTH = 64 * 1024;

/** What a source is known by. */
export interface SourceKey {
  readonly kind: "file" | "user";
  /** What messages call it; never a username. */
  readonly name: string;
  /** What a file is found by again. */
  readonly path?: string;
  readonly run?: number;
}

/** Returns the file that was read at this path and begins in this way, as far as it was read. */
export async function findFile(
  connection: DuckDBConnection,
  path: string,
  head: Uint8Array,
): Promise<Source | undefined> {
  const rows = await queryRows(
    connection,
    `SELECT id, bytes, lines, units, broken, full_lists, is_finished, head_length, head_digest
     FROM sources WHERE kind = 'file' AND path = $1 ORDER BY id DESC`,
    [path],
  );
  const row = rows.find(([, , , , , , , length, digest]) => {
    const known = Number(length);
    return known <= head.length && digest === digestOf(head.subarray(0, known));
  });
  if (row === undefined) return undefined;
  const [id, bytes, lines, units, broken, fullLists, isFinished] = row;
  return {
    id: Number(id),
    bytes: Number(bytes),
    lines: Number(lines),
    units: Number(units),
    broken: Number(broken),
    fullLists: Number(fullLists),
    isFinished: isFinished === true,
  };
}

/** Adds a source that was not read before. `head` is what it is known by. */
export async function addSource(
  connection: DuckDBConnection,
  { kind, name, path = "", run = 0 }: SourceKey,
  head: Uint8Array,
): Promise<Source> {
  const [[id] = []] = await queryRows(
    connection,
    `INSERT INTO sources SELECT coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, 0, 0, 0, 0, 0, false FROM sources
     RETURNING id`,
    [kind, name, path, head.length, digestOf(head), run],
  );
  return { id: Number(id), bytes: 0, lines: 0, units: 0, broken: 0, fullLists: 0, isFinished: false };
}

/** Returns what stands for some bytes. */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
