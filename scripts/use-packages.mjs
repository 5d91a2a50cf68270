// Uses packages in a folder that has nothing but them, as a stranger would.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root } from "./install.mjs";

/**
 * Imports a generated package and runs what its README shows.
 * @param {import("./public-packages.mjs").Manifest} manifest
 * @param {string} home
 */
export function useGenerated({ name }, home) {
  const script = `
    import * as types from "${name}";
    import * as wire from "${name}/validators";
    import * as sdk from "${name}/validators/sdk";
    import openapi from "${name}/openapi.json" with { type: "json" };
    const [name] = Object.keys(wire).filter((key) => key.startsWith("read"));
    const result = wire[name](42);
    if (result.ok || typeof sdk[name] !== "function" || openapi.openapi !== "3.1.0" || !types) process.exit(1);
    console.log(result.errors[0].message);
  `;
  writeFileSync(join(home, "use.mjs"), script);
  const said = execFileSync(process.execPath, ["--no-warnings", "use.mjs"], { cwd: home, encoding: "utf8" });
  if (!said.includes("expected")) throw new Error(`${name} says: ${said}`);
}

const MODEL = (/** @type {string} */ values) => `$version: "2.0"

namespace example

/// Events.
service Events {
    version: "1"
    operations: [
        ListEvents
    ]
}

/// Lists events.
@readonly
operation ListEvents {
    output := {
        Kind: Kind
    }
}

enum Kind {
${values}
}
`;
const FILES = [
  { path: "old.smithy", text: MODEL("    SIGN_IN\n    SIGN_UP") },
  { path: "new.smithy", text: MODEL("    SIGN_IN\n    JOIN") },
];

/** What the commands at the top of the README have to say of the two models, and how they end. */
const EXPECTED = [
  { command: "diff", exit: 1, text: "− SIGN_UP" },
  { command: "validate", exit: 0, text: "nothing found" },
];

/**
 * Runs the commands at the top of the README with the command that is installed, and returns how many there are.
 * @param {string} home
 */
export function useCommand(home) {
  for (const { path, text } of FILES) writeFileSync(join(home, path), text);
  const [, block = ""] = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  const commands = block.split("\n").filter((line) => line.startsWith("npx "));
  for (const { command, exit, text } of EXPECTED) {
    const line = commands.find((each) => each.startsWith(`npx shapelog ${command} `));
    if (line === undefined) throw new Error(`The README does not start with npx shapelog ${command}`);
    const words = line.replace(/#.*/, "").trim().split(" ");
    const { status, stdout, stderr } = spawnSync("npx", ["--no", ...words.slice(1)], {
      cwd: home,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== exit || !stdout.includes(text)) {
      throw new Error(`${line} ends with ${status} and says: ${stdout}${stderr}`);
    }
  }
  return commands.length;
}
