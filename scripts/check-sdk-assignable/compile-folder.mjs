import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

const OPTIONS = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  types: ["node"],
  typeRoots: [path("node_modules/@types")],
  strict: true,
  exactOptionalPropertyTypes: true,
  noErrorTruncation: true,
  skipLibCheck: true,
  noEmit: true,
  paths: { "@shapelog/runtime": [path("packages/runtime/dist/index.d.ts")] },
};

/** One line that does not compile: its number, from 0, and what the compiler says of it. */
/** @typedef {{ readonly line: number, readonly message: string }} LineError */

/**
 * Compiles modules below a folder that has packages, as a strict project does, and returns what the compiler says of
 * `check.ts`, by line.
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 * @returns {readonly LineError[]}
 */
export function compileFolder(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  const all = new Map(files)
    .set("tsconfig.json", JSON.stringify({ compilerOptions: OPTIONS, include: ["**/*.ts"] }))
    .set("package.json", '{ "type": "module" }');
  for (const [name, text] of all) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const args = [path("node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  rmSync(folder, { recursive: true, force: true });
  return readErrors(stdout);
}

/** @param {string} printed */
function readErrors(printed) {
  /** @type {{ line: number, message: string }[]} */
  const errors = [];
  for (const text of printed.split("\n")) {
    const [, file, line, message = ""] = /^(\S.*?)\((\d+),\d+\): error (.*)$/.exec(text) ?? [];
    if (file === undefined) {
      const last = errors.at(-1);
      if (last && text.startsWith(" ")) last.message += ` ${text.trim()}`;
    } else if (file.endsWith("check.ts")) errors.push({ line: Number(line) - 1, message });
    else throw new Error(`what is emitted does not compile: ${text}`);
  }
  return errors;
}
