import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The settings every package's tests share. Console output fails a test: a stage returns, it does not print. */
export default defineConfig({
  test: {
    setupFiles: [fileURLToPath(new URL("vitest.setup.ts", import.meta.url))],
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "json"],
    outputFile: { json: ".test/results.json" },
    onConsoleLog(log) {
      throw new Error(`a test wrote to the console: ${log}`);
    },
  },
});
