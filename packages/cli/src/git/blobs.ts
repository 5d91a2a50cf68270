import { GIT_ERROR, gitReason } from "./explain-error.js";
import { OBJECT_ID } from "./object-id.js";
import type { Repository } from "./repository.js";
import { runGit, startGit } from "./start-git.js";

/** The length in bytes from which a file is not read. */
const MAX_BLOB = 1024 * 1024 * 1024;

/** The blobs of a repository, read through one `git cat-file --batch`. */
export interface Blobs {
  /** Returns a blob, or `undefined` where the repository does not have it. Blobs come in the order they are asked for. */
  read(blob: string): Promise<Buffer | undefined>;
  close(): void;
}

interface Request {
  readonly resolve: (bytes: Buffer | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** A blob being received. */
interface Receiving {
  readonly bytes: Buffer;
  filled: number;
}

/** Room for the revisions of the largest models, which git keeps as what differs between them; by default it is 96 MB. */
const DELTA_CACHE = "core.deltaBaseCacheLimit=160m";

/** Starts `git cat-file --batch`. */
export function openBlobs(repository: Repository): Blobs {
  const child = startGit(repository, ["-c", DELTA_CACHE, "cat-file", "--batch"]);
  const requests: Request[] = [];
  let stderr = "";
  let header = Buffer.alloc(0);
  let receiving: Receiving | undefined;
  let ended: Error | undefined;

  const end = (error: Error) => {
    ended ??= Object.assign(error, { code: GIT_ERROR });
    child.kill();
    for (const request of requests.splice(0)) request.reject(ended);
  };
  const answer = (bytes: Buffer | undefined) => requests.shift()?.resolve(bytes);

  /** Takes what a chunk says of the blob being received; returns the rest of the chunk. */
  const fill = (blob: Receiving, chunk: Buffer): Buffer => {
    const wanted = Math.min(blob.bytes.length - blob.filled, chunk.length);
    chunk.copy(blob.bytes, blob.filled, 0, wanted);
    blob.filled += wanted;
    if (blob.filled < blob.bytes.length) return chunk.subarray(wanted);
    receiving = undefined;
    answer(blob.bytes.subarray(0, -1)); // a line feed ends each blob
    return chunk.subarray(wanted);
  };
  const begin = (chunk: Buffer): Buffer => {
    const stop = chunk.indexOf(0x0a);
    if (stop === -1) {
      header = Buffer.concat([header, chunk]);
      return chunk.subarray(chunk.length);
    }
    const line = Buffer.concat([header, chunk.subarray(0, stop)]).toString("latin1");
    header = Buffer.alloc(0);
    const [, type, size] = line.split(" ");
    if (type === "blob" && Number(size) > MAX_BLOB) end(new Error(`a file has ${size} bytes`));
    else if (type === "blob") receiving = { bytes: Buffer.allocUnsafeSlow(Number(size) + 1), filled: 0 };
    else if (type === "missing") answer(undefined);
    else end(new Error(`git cat-file answered: ${line.slice(0, 200)}`));
    return chunk.subarray(stop + 1);
  };

  child.stdout.on("data", (chunk: Buffer) => {
    for (let rest = chunk; rest.length > 0; ) rest = receiving ? fill(receiving, rest) : begin(rest);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr = `${stderr}${chunk.toString("utf8")}`.slice(-2000);
  });
  child.stdin.on("error", () => undefined); // `close` says why
  child.on("error", end);
  child.on("close", () => {
    const reason = stderr === "" ? "git cat-file ended" : gitReason(Object.assign(new Error(), { stderr }));
    end(Object.assign(new Error(reason), { stderr }));
  });
  return {
    read(blob) {
      return new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        if (!OBJECT_ID.test(blob)) return resolve(undefined);
        requests.push({ resolve, reject });
        child.stdin.write(`${blob}\n`);
      });
    },
    close: () => child.stdin.end(),
  };
}

/** Returns the lengths of blobs in bytes; those the repository does not have are left out. */
export async function readSizes(
  repository: Repository,
  blobs: readonly string[],
): Promise<Map<string, number>> {
  const ids = blobs.filter((blob) => OBJECT_ID.test(blob));
  const text = await runGit(repository, ["cat-file", "--batch-check"], ids.map((id) => `${id}\n`).join(""));
  const lines = text.split("\n").map((line) => line.split(" "));
  return new Map(lines.flatMap(([blob = "", type, size]) => (type === "blob" ? [[blob, Number(size)]] : [])));
}
