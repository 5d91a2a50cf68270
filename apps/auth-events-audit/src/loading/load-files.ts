import { basename } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { EventStore } from "../database/event-store.js";
import { addSource, findFile, HEAD_LENGTH } from "../database/find-source.js";
import { type BlockEncoders, createBlockEncoders } from "../reading/block-encoders.js";
import type { EncodedBlock } from "../reading/event-columns.js";
import { readBlocks } from "../reading/read-blocks.js";
import type { FoundFile } from "./found-file.js";
import { countBytes, openChunks, skipBytes } from "./open-chunks.js";
import type { Progress } from "./progress.js";

/** What files to read, and how. */
export interface FilesOptions {
  /** In the order to read them. */
  readonly files: readonly FoundFile[];
  /** Threads that check lines, beside the one that reads and keeps; fewer for little input. */
  readonly workers: number;
  /** Whether files are called by the user whose events they hold. */
  readonly isNamedByUser: boolean;
  readonly progress: Progress;
}

/** Reads files of JSON lines that were not read before. Rejects where one cannot be read; the others before it are kept. */
export async function loadFiles(
  connection: DuckDBConnection,
  store: EventStore,
  options: FilesOptions,
): Promise<void> {
  const { files, workers, progress } = options;
  const total = await measureFiles(files);
  const encoders = createBlockEncoders(workers);
  progress.start(total);
  try {
    for (const file of files) {
      try {
        await loadFile({ connection, store, encoders, options }, file);
      } catch (error) {
        await store.commit();
        throw new Error(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    await store.commit();
  } finally {
    progress.stop();
    await encoders.close();
  }
}

interface Load {
  readonly connection: DuckDBConnection;
  readonly store: EventStore;
  readonly encoders: BlockEncoders;
  readonly options: FilesOptions;
}

async function loadFile({ connection, store, encoders, options }: Load, file: FoundFile): Promise<void> {
  const { isNamedByUser, progress } = options;
  const count = (bytes: number) => progress.add(bytes, store.events);
  const { path, name } = file;
  const { head, isPlain, chunks } = await openChunks(countBytes(file.read(), count), HEAD_LENGTH);
  const known = await findFile(connection, path, head);
  const source = known ?? (await addSource(connection, { kind: "file", name, path }, head));
  const isMiddle = isPlain && file.isSeekable && source.bytes > 0;
  if (isMiddle) await closeChunks(chunks);
  const rest = isMiddle ? countBytes(file.read(source.bytes), count) : skipBytes(chunks, source.bytes);
  const username = isNamedByUser && path !== "-" ? readUserOfFile(path) : undefined;
  const blocks = readBlocks(rest, { start: source.bytes });
  const pending: { readonly encoded: Promise<EncodedBlock>; readonly end: number }[] = [];
  const storeNext = async () => {
    const next = pending.shift();
    if (next) await store.add(source, await next.encoded, next.end);
  };
  for await (const block of blocks) {
    const encoded = encoders.encode(block, { username });
    // It is awaited below; where reading fails first, nobody asks for it.
    encoded.catch(() => undefined);
    pending.push({ encoded, end: block.end });
    if (pending.length >= encoders.width) await storeNext();
  }
  while (pending.length > 0) await storeNext();
  store.finish(source);
}

async function closeChunks(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks) break;
}

/** Returns `jane.doe` for `exports/jane.doe.jsonl.gz`. */
function readUserOfFile(path: string): string {
  return basename(path).replace(/(?:\.(?:jsonl|ndjson|json))?(?:\.gz)?$/, "");
}

/** Returns how many bytes there are to read; `undefined` where of one of the files nobody knows. */
async function measureFiles(files: readonly FoundFile[]): Promise<number | undefined> {
  let total = 0;
  for (const file of files) {
    const size = await file.measure();
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}
