// One step of scripts/build-all.mjs, run in a service's folder: makes the package.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root } from "../install.mjs";
import { FOLDER, runCommand, writeResult } from "./step.mjs";

const measured = join(FOLDER, "measure.json");
const { status, text } = runCommand(
  process.execPath,
  [
    ...["--import", new URL("measure.mjs", import.meta.url).href],
    ...[join(root, "packages", "cli", "bin", "shapelog.js"), "build"],
  ],
  { cwd: FOLDER, env: { ...process.env, MEASURE_FILE: measured } },
);
const { seconds, megabytes } = JSON.parse(readFileSync(measured, "utf8"));
rmSync(measured);
const problems = status === 0 ? [] : [`shapelog build ended with ${status}: ${text.slice(0, 2000)}`];
writeResult("generate", { problems, seconds, megabytes });
