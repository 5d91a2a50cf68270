import { Buffer } from "node:buffer";

/** Whole lines of the input, as many as came together. */
export interface Block {
  /** The lines with their line feeds; the last line of the input may lack its own. */
  readonly bytes: Buffer;
  /** How many bytes of the input come before it. */
  readonly start: number;
  /** How many bytes of the input are read with it. */
  readonly end: number;
  /** Whether it stands for one line that is over the limit: its bytes are passed over, not kept. */
  readonly isOverlong: boolean;
}

/** A page of 60 events has some 30 KB; this is room for 30,000 events in one line. */
export const LINE_LIMIT = 16 * 1024 * 1024;

/** Fewer bytes wait for more, so that a slow pipe does not make blocks of a line each. */
const LEAST_BLOCK = 256 * 1024;

const LINE_FEED = 0x0a;

/**
 * Cuts a stream of bytes behind line feeds, wherever its chunks begin and end, and says where each block ends: a run
 * can go on there. Keeps one line and one chunk at most. `start` is where in the input the first chunk begins.
 */
export async function* readBlocks(
  chunks: AsyncIterable<Uint8Array>,
  { start = 0, limit = LINE_LIMIT }: BlockOptions = {},
): AsyncGenerator<Block, void> {
  const cutter = new BlockCutter(start, limit);
  for await (const chunk of chunks) {
    yield* cutter.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  yield* cutter.end();
}

/** Where the input begins, and how long a line may be. */
export interface BlockOptions {
  readonly start?: number;
  readonly limit?: number;
}

class BlockCutter {
  readonly #limit: number;
  #position: number;
  readonly #lines = new Pieces();
  /** The line that has not ended yet. */
  readonly #tail = new Pieces();

  constructor(start: number, limit: number) {
    this.#position = start;
    this.#limit = limit;
  }

  *push(bytes: Buffer): Generator<Block, void> {
    const isSkipping = this.#tail.length > this.#limit;
    const end = (isSkipping ? bytes.indexOf(LINE_FEED) : bytes.lastIndexOf(LINE_FEED)) + 1;
    if (end === 0) {
      this.#tail.push(bytes);
      if (this.#tail.length > this.#limit) {
        this.#tail.forget();
        yield* this.#takeLines();
      }
      return;
    }
    if (isSkipping) {
      this.#tail.length += end;
      yield this.#take(this.#tail, true);
      if (end < bytes.length) yield* this.push(bytes.subarray(end));
      return;
    }
    this.#lines.moveFrom(this.#tail);
    this.#lines.push(bytes.subarray(0, end));
    if (this.#lines.length >= LEAST_BLOCK) yield* this.#takeLines();
    if (end < bytes.length) yield* this.push(bytes.subarray(end));
  }

  *end(): Generator<Block, void> {
    const isOverlong = this.#tail.length > this.#limit;
    if (!isOverlong) this.#lines.moveFrom(this.#tail);
    yield* this.#takeLines();
    if (isOverlong) yield this.#take(this.#tail, true);
  }

  *#takeLines(): Generator<Block, void> {
    if (this.#lines.length > 0) yield this.#take(this.#lines, false);
  }

  #take(pieces: Pieces, isOverlong: boolean): Block {
    const start = this.#position;
    const end = start + pieces.length;
    this.#position = end;
    return { bytes: pieces.take(), start, end, isOverlong };
  }
}

/** Bytes that are joined once, so that a long line costs no more than its length. */
class Pieces {
  #pieces: Buffer[] = [];
  length = 0;

  push(piece: Buffer): void {
    this.length += piece.length;
    this.#pieces.push(piece);
  }

  moveFrom(other: Pieces): void {
    for (const piece of other.#pieces) this.push(piece);
    other.take();
  }

  /** Lets the bytes go, and keeps their number. */
  forget(): void {
    this.#pieces = [];
  }

  take(): Buffer {
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.length = 0;
    return bytes;
  }
}
