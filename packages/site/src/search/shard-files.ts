import { compareCodeUnits } from "@shapelog/model";
import type { SiteFile } from "../options.js";
import { SEARCH_FORMAT } from "./search-row.js";

/** Whether rows are in one file, `all.json`, or in parts by what they begin with. */
export type Division = "all" | "parts";

/** So many rows are one file. */
const ONE_FILE = 3000;

/** Yields rows as files of a folder, and returns whether they are one or several. */
export function* shardFiles<Row>(
  folder: string,
  rows: readonly Row[],
  shardsOf: (row: Row) => Iterable<string>,
): Generator<SiteFile, Division> {
  const print = (name: string, own: readonly Row[]) => ({
    path: `${folder}/${name}.json`,
    text: `${JSON.stringify({ format: SEARCH_FORMAT, rows: own })}\n`,
  });
  if (rows.length <= ONE_FILE) {
    yield print("all", rows);
    return "all";
  }
  const shards = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of shardsOf(row)) {
      const shard = shards.get(name);
      if (shard) shard.push(row);
      else shards.set(name, [row]);
    }
  }
  for (const [name, own] of [...shards].sort(([a], [b]) => compareCodeUnits(a, b))) yield print(name, own);
  return "parts";
}
