// One step of scripts/build-all.mjs, run in a service's folder: compiles the package as its users' compilers see it.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";
import { FOLDER, runCommand, writeResult } from "./step.mjs";

const { text, seconds } = runCommand(
  join(root, "node_modules", ".bin", "tsc"),
  ["-p", join(FOLDER, "package", "tsconfig.build.json"), "--extendedDiagnostics", "--pretty", "false"],
  { cwd: FOLDER },
);
const megabytes = Number(/^Memory used:\s*(\d+)K/m.exec(text)?.[1] ?? 0) / 1024;
const problems = text.split("\n").filter((line) => /error TS\d+:/.test(line));
const files = readdirSync(join(FOLDER, "package"), { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && !file.parentPath.includes("dist"))
  .map((file) => join(file.parentPath, file.name));
const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
writeResult("compile", { problems, seconds, megabytes, counts: { files: files.length, bytes } });
