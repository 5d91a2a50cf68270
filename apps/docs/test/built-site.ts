import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { run, type Terminal } from "@shapelog/cli";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export const OPERATION = "/api/cognito-identity-provider/AdminListUserAuthEvents/";
export const CHANGE = "/changes/cognito-identity-provider/2022-08-18-1.27.55/";

/** Builds the site of this repository's models for one test file, and returns its folder. */
export async function buildTestSite(name: string): Promise<string> {
  const { text, exit, folder } = startSite(name);
  if ((await exit) !== 0) throw new Error(text());
  return folder;
}

/** A site that is being served. */
export interface TestSite {
  readonly url: string;
  readonly close: () => Promise<unknown>;
}

/** Builds the site for one test file and serves it. */
export async function serveTestSite(name: string): Promise<TestSite> {
  const { text, exit, stop, served } = startSite(name, "--serve", "--port", "0");
  const url = await Promise.race([served, exit.then(() => undefined)]);
  if (url === undefined) throw new Error(text());
  return {
    url,
    close: () => {
      stop();
      return exit;
    },
  };
}

/** Starts the command as `npm run build` does, but for the folder. */
function startSite(name: string, ...args: readonly string[]) {
  const folder = fileURLToPath(new URL(`../.test/${name}/`, import.meta.url));
  let serve: (url: string) => void = () => undefined;
  const served = new Promise<string>((resolve) => {
    serve = resolve;
  });
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let text = "";
  const write = (more: string) => {
    text += more;
    const [, url] = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(text) ?? [];
    if (url !== undefined) serve(url);
  };
  const terminal: Terminal = {
    cwd: ROOT,
    out: write,
    err: write,
    color: false,
    interactive: false,
    width: 100,
    readInput: async () => Buffer.alloc(0),
    today: () => "2026-01-01",
    untilStopped: () => stopped,
  };
  const exit = run(["site", "--out", folder, ...args], terminal, "0.0.0");
  return { folder, exit, text: () => text, served, stop: () => stop() };
}

/** Returns the texts of a folder's files by their paths. */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(relative(folder, file).replaceAll("\\", "/"), await readFile(file, "utf8"));
  }
  return files;
}
