import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";

/** What a gzip begins with (RFC 1952). */
const GZIP = [0x1f, 0x8b];

/** Files that were opened: their text, one after the other, in pieces as they are read. */
export interface Traffic {
  readonly chunks: AsyncIterable<string>;
  /** The file that is being read. */
  readonly current: () => string;
}

/** Opens files of traffic, packed by gzip or not; `-` is the standard input. They are read as they are asked for. */
export function openTraffic(terminal: Terminal, paths: readonly string[]): Outcome<Traffic> {
  for (const path of paths.filter((each) => each !== "-")) {
    const found = statSync(resolve(terminal.cwd, path), { throwIfNoEntry: false });
    const shown = displayPath(terminal.cwd, path);
    if (!found) return failed(cliDiagnostics.create("not-found", undefined, { path: shown }));
    if (!found.isDirectory()) continue;
    const reason = "it is a folder; name the files in it";
    return failed(cliDiagnostics.create("not-readable", { file: shown }, { path: shown, reason }));
  }
  let current = paths[0] ?? "";
  async function* readAll(): AsyncGenerator<string> {
    for (const path of paths) {
      current = path === "-" ? "the standard input" : displayPath(terminal.cwd, path);
      yield* decode(
        unpack(path === "-" ? readInput(terminal) : createReadStream(resolve(terminal.cwd, path))),
      );
      yield "\n"; // a file ends its last line
    }
  }
  return succeeded({ chunks: readAll(), current: () => current });
}

async function* readInput(terminal: Terminal): AsyncGenerator<Uint8Array> {
  if (terminal.inputChunks) yield* terminal.inputChunks();
  else yield await terminal.readInput();
}

/** Looks at the first bytes, and unpacks what gzip has packed. */
async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  let next = await iterator.next();
  while (!next.done) {
    start = Buffer.concat([start, next.value]);
    if (start.length >= GZIP.length) break;
    next = await iterator.next();
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield start;
    for (let each = await iterator.next(); !each.done; each = await iterator.next()) yield each.value;
  }
  if (!GZIP.every((byte, index) => start[index] === byte)) {
    yield* all();
    return;
  }
  // What fails is thrown where the bytes are asked for.
  yield* pipeline(Readable.from(all(), { objectMode: false }), createGunzip(), () => undefined);
}

/** What is no UTF-8 is told as such by what reads the records. */
async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
