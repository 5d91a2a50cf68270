import { readFileSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The package that is tested: vitest runs in its folder. */
const { name }: { readonly name: string } = JSON.parse(readFileSync("package.json", "utf8"));

const MEMORY = "/dev/shm";
const NEEDED = 2 ** 31;

/** Returns where tests make their folders: in memory, where the system has such a place with room enough. */
function findTemporaryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= NEEDED ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** The settings every package's tests share. Console output fails a test: a stage returns, it does not print. */
export default defineConfig({
  // What `@shapelog/testing` imports of the package that is tested is its source, as for the tests themselves.
  resolve: { alias: [{ find: new RegExp(`^${name}$`), replacement: `${process.cwd()}/src/index.ts` }] },
  test: {
    env: { TMPDIR: findTemporaryFolder() },
    setupFiles: [fileURLToPath(new URL("vitest.setup.ts", import.meta.url))],
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // A worker loads each module once, and what was built, of other packages or in a test, as Node does: loading must not outweigh testing.
    isolate: false,
    ...(process.env.TEST_WORKERS ? { maxWorkers: Number(process.env.TEST_WORKERS) } : {}),
    server: { deps: { external: [/\/packages\/(?:generated\/)?[^/]+\/dist\//, /\/\.test\//] } },
    // So far from what any test takes that a busy machine fails none; they end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ["default", "json"],
    outputFile: { json: ".test/results.json" },
    onConsoleLog(log) {
      throw new Error(`a test wrote to the console: ${log}`);
    },
  },
});
