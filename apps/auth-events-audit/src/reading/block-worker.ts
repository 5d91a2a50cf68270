import { Buffer } from "node:buffer";
import { parentPort } from "node:worker_threads";
import { type EncodeOptions, encodeBlock } from "./encode-block.js";

/** A block on its way to a worker: its bytes move there, and are not copied. */
export interface BlockMessage {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly isOverlong: boolean;
  readonly options: EncodeOptions;
}

parentPort?.on("message", ({ bytes, start, isOverlong, options }: BlockMessage) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  parentPort?.postMessage(encodeBlock({ bytes: buffer, start, isOverlong }, options));
});
