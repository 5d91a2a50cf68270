import { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";

/** Where the users are named. */
export interface UsersOptions {
  /** Named one by one. */
  readonly usernames: readonly string[];
  /** A file with a username on each line; `-` is the standard input. */
  readonly usersFile: string | undefined;
  readonly input: () => AsyncIterable<Uint8Array>;
}

/** Returns the users in the order they are named, each once. Empty lines are passed over. */
export async function readUsernames({
  usernames,
  usersFile,
  input,
}: UsersOptions): Promise<readonly string[]> {
  const text = usersFile === undefined ? "" : await readText(usersFile, input);
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  return [...new Set([...usernames, ...lines])];
}

async function readText(path: string, input: () => AsyncIterable<Uint8Array>): Promise<string> {
  if (path !== "-") return await readFile(path, "utf8");
  const chunks: Uint8Array[] = [];
  for await (const chunk of input()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
