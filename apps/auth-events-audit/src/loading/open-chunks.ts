import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** The text of a file, piece by piece, unpacked. */
export interface OpenChunks {
  /** The first bytes of the text; fewer where it has no more. */
  readonly head: Uint8Array;
  /** Whether the file holds the text as it is, so that a run can start in its middle. */
  readonly isPlain: boolean;
  /** The whole text, from its start. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const CHUNK = 1024 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);

/** Opens a stream of bytes, packed by gzip or not, whatever its name says. */
export async function openChunks(bytes: AsyncIterable<Uint8Array>, headLength: number): Promise<OpenChunks> {
  const raw = await peek(bytes, GZIP.length);
  const isPlain = !GZIP.equals(raw.head.subarray(0, GZIP.length));
  const text = isPlain ? raw.chunks : unpack(raw.chunks);
  const { head, chunks } = await peek(text, headLength);
  return { head: head.subarray(0, headLength), isPlain, chunks };
}

/** Passes over the first bytes of a text. */
export async function* skipBytes(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
): AsyncGenerator<Uint8Array, void> {
  let left = count;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** Counts the bytes that pass. */
export async function* countBytes(
  chunks: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) {
    yield chunk;
    count(chunk.length);
  }
}

async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const source = Readable.from(chunks, { objectMode: false });
  source.on("error", (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`its gzip data is broken or ends early (${reason})`);
  } finally {
    source.destroy();
  }
}

/** Reads the first bytes of a stream, and gives them back with the others. */
async function peek(stream: AsyncIterable<Uint8Array>, length: number) {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let known = 0;
  while (known < length) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    known += next.value.length;
  }
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    try {
      yield* first;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first), chunks: chunks() };
}
