import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const CRASHES = fileURLToPath(new URL("./crashes.mjs", import.meta.url));

it("loses nothing, and is finished by the next run, where a command is ended or fails as it changes a file", () => {
  const only = ["record", "fmt", "ast", "import", "history", "build, again"].flatMap((name) => [
    "--only",
    name,
  ]);
  const options = { encoding: /** @type {const} */ ("utf8") };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CRASHES, "--every", "11", ...only],
    options,
  );
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^all +[1-9]\d+ +0$/m);
  expect(status).toBe(0);
});
