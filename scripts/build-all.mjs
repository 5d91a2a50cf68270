// Builds the packages of all services of AWS in a repository of their own, as a team with as many models would: a
// workspace for each model, and turbo to spread the work and to keep what came of it. Of each package it compiles the
// code, runs every validator, compiles every JSON Schema and checks the OpenAPI document.
//
//   node scripts/build-all.mjs SOURCE OUT [--service NAME]... [--concurrency 2] [--force]
//
// SOURCE is a clone of boto/botocore or aws/api-models-aws, bare or not; OUT a folder that is not there yet, or one that an
// earlier run made, which is gone on with. Build this repository first. Prints what went wrong, the slowest packages, and
// sums; exits with 1 where anything went wrong. With a remote cache (scripts/remote-cache.mjs) a clone of OUT builds
// nothing again: `node scripts/build-all.mjs --again CLONE`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { findModels } from "./build-all/find-models.mjs";
import { printResults } from "./build-all/print-results.mjs";
import { nameTool, writeWorkspace } from "./build-all/write-workspace.mjs";
import { root } from "./install.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    service: { type: "string", multiple: true, default: [] },
    concurrency: { type: "string", default: "2" },
    force: { type: "boolean", default: false },
    again: { type: "string" },
  },
});
const [source, out = values.again] = positionals;
if (out === undefined || (source === undefined) !== (values.again !== undefined)) {
  console.error(
    "usage: node scripts/build-all.mjs SOURCE OUT [--service NAME]... [--concurrency 2] [--force]\n" +
      "       node scripts/build-all.mjs --again CLONE [--concurrency 2]",
  );
  process.exit(2);
}
const folder = resolve(out);
if (source !== undefined && !existsSync(join(folder, "turbo.json"))) {
  const models = await findModels(source, values.service);
  await writeWorkspace(folder, models, { atOnce: Number(values.concurrency) });
}

if (source !== undefined) nameTool(folder);

const started = performance.now();
const turbo = spawnSync(
  join(root, "node_modules", ".bin", "turbo"),
  [
    ...["run", "check", "--continue=dependencies-successful", `--concurrency=${values.concurrency}`],
    ...values.service.map((name) => `--filter=${name}`),
    ...["--output-logs=errors-only", "--log-order=grouped", ...(values.force ? ["--force"] : [])],
  ],
  {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, SHAPELOG_HOME: root, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
  },
);
const isClean = printResults(folder, {
  services: values.service,
  seconds: (performance.now() - started) / 1000,
});
if (turbo.status !== 0 || !isClean) process.exitCode = 1;
