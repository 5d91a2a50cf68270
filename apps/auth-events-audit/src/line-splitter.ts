import { Buffer } from "node:buffer";

/** One line of the input, without its line end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** `undefined` for a line that is over the limit; its bytes are passed over, not kept. */
  readonly bytes: Buffer | undefined;
}

/** A page of 60 events has some 30 KB; this is room for 30,000 events in one line. */
export const LINE_LIMIT = 16 * 1024 * 1024;

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Cuts a stream of bytes into lines, wherever the chunks begin and end. Keeps the bytes of one line at most. A byte
 * order mark at the start is left out.
 */
export class LineSplitter {
  readonly #limit: number;
  /** The pieces of the line that has not ended yet: joined once, so that a long line costs no more than its length. */
  #pieces: Buffer[] = [];
  #length = 0;
  #number = 0;

  constructor(limit: number = LINE_LIMIT) {
    this.#limit = limit;
  }

  /** Returns the lines that end in a chunk. To be read to its end before the next chunk is pushed. */
  *push(chunk: Uint8Array): Generator<Line, void> {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(LINE_FEED, start);
      if (end === -1) break;
      this.#keep(bytes.subarray(start, end));
      yield this.#take();
      start = end + 1;
    }
    this.#keep(bytes.subarray(start));
  }

  /** Returns the last line, where the input does not end in a line feed. */
  *end(): Generator<Line, void> {
    if (this.#length > 0) yield this.#take();
  }

  #keep(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > this.#limit) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  #take(): Line {
    const pieces = this.#pieces;
    const isOver = this.#length > this.#limit;
    this.#pieces = [];
    this.#length = 0;
    this.#number++;
    if (isOver) return { number: this.#number, bytes: undefined };
    const [first] = pieces;
    const bytes = pieces.length === 1 && first ? first : Buffer.concat(pieces);
    return { number: this.#number, bytes: this.#number === 1 ? withoutMark(bytes) : bytes };
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}
