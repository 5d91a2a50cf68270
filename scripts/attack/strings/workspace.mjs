import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createBotocoreText, createBrokenText, createModelText } from "./models.mjs";

/** @import { run } from "@shapelog/cli" */
/** @import { Hostile } from "./hostile-strings.mjs" */

/** @typedef {{ readonly exit: number, readonly out: string, readonly err: string }} Printed */
/** @typedef {{ readonly color?: boolean, readonly input?: string }} RunOptions */
/**
 * A temporary folder with models of the strings, and the command run in it.
 * @typedef {object} Workspace
 * @property {string} folder
 * @property {readonly Hostile[]} strings
 * @property {(args: readonly string[], options?: RunOptions) => Promise<Printed>} run
 * @property {(path: string, text: string) => void} write
 * @property {(path: string) => string} read
 * @property {(folder: string) => readonly string[]} list The files below a folder, with their paths in it.
 */

/**
 * Makes a workspace, works in it, and removes it.
 * @template T
 * @param {{ readonly run: typeof run, readonly strings: readonly Hostile[] }} given
 * @param {(workspace: Workspace) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withWorkspace({ run: start, strings }, work) {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-attack-"));
  /** @type {Workspace} */
  const workspace = {
    folder,
    strings,
    run: (args, options) => runIn(start, folder, { args, ...options }),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    list: (path) =>
      readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  };
  try {
    workspace.write("before.json", createModelText(strings, { isWhole: false }));
    workspace.write("after.json", createModelText(strings, { isWhole: true }));
    workspace.write("broken.json", createBrokenText(strings));
    workspace.write("aws/service-2.json", createBotocoreText(strings));
    return await work(workspace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {typeof run} start
 * @param {string} cwd
 * @param {{ readonly args: readonly string[] } & RunOptions} given
 * @returns {Promise<Printed>}
 */
async function runIn(start, cwd, { args, color = false, input = "" }) {
  let out = "";
  let err = "";
  const exit = await start(
    args,
    {
      cwd,
      out(text) {
        out += text;
      },
      err(text) {
        err += text;
      },
      color,
      interactive: false,
      width: 100,
      readInput: async () => Buffer.from(input),
      today: () => "2022-08-18",
      untilStopped: async () => undefined,
    },
    "0.0.0",
  );
  return { exit, out, err };
}
