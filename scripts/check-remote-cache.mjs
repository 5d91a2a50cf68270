// Proves that clones share their work: starts a remote cache, builds one clone of this repository, and then another one,
// which has to take everything from there.
//
//   node scripts/check-remote-cache.mjs [FOLDER]
//
// The clones are made in FOLDER (default: a temporary one, removed at the end) of what is committed. Exits with 1 where the
// second clone built anything, or where a file that it took is another one than the first clone's.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { root } from "./install.mjs";
import { startRemoteCache, stopRemoteCache } from "./remote-cache/start.mjs";

/** The site is always made again: it goes on with the list of files that it wrote, whatever branch that was for. */
const NEVER_CACHED = "@shapelog/docs";

const home = process.argv[2] ?? mkdtempSync(join(tmpdir(), "shapelog-"));
const cache = await startRemoteCache({ port: 4911, folder: join(home, "cache") });
try {
  const first = buildClone("first");
  const second = buildClone("second");
  const [ours, taken] = ["first", "second"].map((name) => digestOutputs(join(home, name)));
  const differing = [...(ours ?? [])].filter(([file, digest]) => taken?.get(file) !== digest);
  console.log(`first clone: ${first.cached} of ${first.total} tasks from the cache, ${first.seconds}`);
  console.log(`second clone: ${second.cached} of ${second.total} tasks from the cache, ${second.seconds}`);
  console.log(`${ours?.size} files, ${differing.length} of them differ`);
  if (second.cached !== second.total || second.total === 0 || differing.length > 0) process.exitCode = 1;
} finally {
  stopRemoteCache(cache);
  if (process.argv[2] === undefined) rmSync(home, { recursive: true, force: true });
}

/**
 * Clones this repository, installs what it needs and builds it. Nothing is taken from turbo's own cache.
 * @param {string} name
 */
function buildClone(name) {
  const folder = join(home, name);
  const run = (/** @type {string} */ command, /** @type {readonly string[]} */ args, cwd = folder) =>
    execFileSync(command, args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ...cache.variables, TURBO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    });
  run("git", ["clone", "--quiet", root, folder], home);
  run("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"]);
  const said = run("npx", [
    "turbo",
    "run",
    "build",
    `--filter=!${NEVER_CACHED}`,
    "--cache=remote:rw",
    "--output-logs=none",
  ]);
  const [, cached, total] = /Cached:\s+(\d+) cached, (\d+) total/.exec(said) ?? [];
  const [, seconds] = /Time:\s+([\dms.]+)/.exec(said) ?? [];
  return { cached: Number(cached), total: Number(total), seconds };
}

/**
 * Returns the digests of what was built, by path.
 * @param {string} folder
 */
function digestOutputs(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /(^|[/\\])dist[/\\]/.test(file) && !file.includes("node_modules"),
  );
  return new Map(
    files.flatMap((file) => {
      try {
        return [
          [
            file,
            createHash("sha256")
              .update(readFileSync(join(folder, file)))
              .digest("hex"),
          ],
        ];
      } catch {
        return []; // a folder
      }
    }),
  );
}
