import { Worker } from "node:worker_threads";
import type { BlockMessage } from "./block-worker.js";
import { type EncodeOptions, encodeBlock } from "./encode-block.js";
import type { EncodedBlock } from "./event-columns.js";
import type { Block } from "./read-blocks.js";

/** What checks blocks: threads of their own, or none. */
export interface BlockEncoders {
  /** How many blocks may be on their way at once. */
  readonly width: number;
  encode(block: Block, options: EncodeOptions): Promise<EncodedBlock>;
  close(): Promise<void>;
}

/** Less than this is checked before a thread has started. */
const WORTH_THREADS = 4 * 1024 * 1024;

/**
 * Returns what checks blocks in a number of threads. They start when there is enough to do; until then, and with 0,
 * blocks are checked where they are read.
 */
export function createBlockEncoders(count: number): BlockEncoders {
  let threads: readonly EncoderThread[] = [];
  let seen = 0;
  let next = 0;
  return {
    // While a transaction is kept, threads have this much to do.
    width: Math.max(1, 8 * count),
    async encode(block, options) {
      seen += block.bytes.length;
      if (seen > WORTH_THREADS && threads.length === 0) {
        threads = Array.from({ length: count }, () => new EncoderThread());
      }
      const thread = threads[next++ % threads.length];
      return thread ? await thread.encode(block, options) : encodeBlock(block, options);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Waiting {
  resolve(block: EncodedBlock): void;
  reject(error: Error): void;
}

/** A thread answers blocks in the order in which it got them. */
class EncoderThread {
  readonly #worker = new Worker(new URL("./block-worker.js", import.meta.url));
  #waiting: Waiting[] = [];

  constructor() {
    this.#worker.on("message", (encoded: EncodedBlock) => this.#waiting.shift()?.resolve(encoded));
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("a thread that checks lines ended early")));
  }

  encode(block: Block, options: EncodeOptions): Promise<EncodedBlock> {
    // Of a block that owns its memory the memory moves; a small one shares it with others, and is copied.
    const isOwn = block.bytes.byteLength === block.bytes.buffer.byteLength;
    const bytes = isOwn ? block.bytes : Uint8Array.from(block.bytes);
    const { start, isOverlong } = block;
    const message: BlockMessage = { bytes, start, isOverlong, options };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(message, [bytes.buffer as ArrayBuffer]); // buffers of blocks are never shared
    });
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners("exit");
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting) reject(error);
    this.#waiting = [];
  }
}
