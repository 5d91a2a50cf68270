import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);
/** The code of errors that git gives while it hands out blobs. */
const GIT_ERROR = "EGIT";
const MAX_BYTES = 1024 * 1024 * 1024;

/** Runs git in a repository and returns what it prints. Rejects with git's own words. */
export async function runGit(repository: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execute("git", [...args], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: MAX_BYTES,
    env: gitEnvironment(),
  });
  return stdout;
}

/** No prompt, no fetch of what a partial clone lacks, English messages. */
function gitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1", LC_ALL: "C" };
}

/** Returns why git failed, in its own words, in one line. */
export function gitReason(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return "there is no git program, or no such folder";
  const stderr = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
  const line = stderr.split("\n").find((text) => /^(fatal|error):/.test(text)) ?? stderr.split("\n")[0] ?? "";
  const reason = line.replace(/^(fatal|error): /i, "").replace(/\.$/, "");
  return reason !== "" ? reason : error instanceof Error ? error.message : "git failed";
}

/** Returns whether an error comes from git. */
export function isGitError(error: unknown): boolean {
  return error instanceof Error && ("stderr" in error || ("code" in error && error.code === GIT_ERROR));
}

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
export function openBlobs(repository: string): Blobs {
  const child = spawn("git", ["-c", DELTA_CACHE, "cat-file", "--batch"], {
    cwd: repository,
    env: gitEnvironment(),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const requests: Request[] = [];
  let stderr = "";
  let header = Buffer.alloc(0);
  let receiving: Receiving | undefined;
  let ended: Error | undefined;

  const end = (error: Error) => {
    ended ??= Object.assign(error, { code: GIT_ERROR });
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
    if (type === "blob") receiving = { bytes: Buffer.allocUnsafeSlow(Number(size) + 1), filled: 0 };
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
  child.on("close", () => end(new Error(stderr.trim() || "git cat-file ended")));
  return {
    read(blob) {
      return new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        requests.push({ resolve, reject });
        child.stdin.write(`${blob}\n`);
      });
    },
    close: () => child.stdin.end(),
  };
}

/** Returns the lengths of blobs in bytes; those the repository does not have are left out. */
export async function readSizes(repository: string, blobs: readonly string[]): Promise<Map<string, number>> {
  const running = execute("git", ["cat-file", "--batch-check"], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: MAX_BYTES,
    env: gitEnvironment(),
  });
  running.child.stdin?.end(blobs.map((blob) => `${blob}\n`).join(""));
  const { stdout } = await running;
  const lines = stdout.split("\n").map((line) => line.split(" "));
  return new Map(lines.flatMap(([blob = "", type, size]) => (type === "blob" ? [[blob, Number(size)]] : [])));
}
