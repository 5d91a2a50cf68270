import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "@shapelog/cli";

/** @typedef {{ code: string, severity: string, message: string, data: any, location?: { file: string, pointer?: string, line?: number } }} Diagnostic */

/** The folder where `check` keeps what it found. */
const KEPT = "node_modules/.cache/shapelog/check-1.json";

/** A folder with files, and the command run in it. */
export class Workspace {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "shapelog-mutations-"));
    this.today = "2024-12-31";
    /** What tells the code that checks; with one, what was found before is kept as for everybody. */
    /** @type {string | undefined} */
    this.code = undefined;
  }

  /** @param {string} path */
  read(path) {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** @param {string} path @param {string | undefined} text Absent for a file that is to go. */
  write(path, text) {
    const file = join(this.folder, path);
    if (text === undefined) return rmSync(file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Returns the paths of all files below a folder, sorted. @param {string} folder */
  list(folder) {
    return readdirSync(join(this.folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .sort();
  }

  /** Runs the command. @param {readonly string[]} args */
  async run(...args) {
    let out = "";
    let err = "";
    const { code } = this;
    const exit = await run(
      args,
      {
        cwd: this.folder,
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        color: false,
        interactive: false,
        width: 100,
        readInput: async () => Buffer.alloc(0),
        today: () => this.today,
        untilStopped: async () => undefined,
        ...(code === undefined ? {} : { identifyCode: () => code }),
      },
      "0.0.0",
    );
    return { exit, out, err };
  }

  /** Runs a command that has to go well. @param {readonly string[]} args */
  async must(...args) {
    const { exit, out, err } = await this.run(...args);
    if (exit !== 0) throw new Error(`shapelog ${args.join(" ")} ended with ${exit}:\n${out}${err}`);
    return out;
  }

  /** Returns what `check` finds. */
  async check() {
    const { exit, out, err } = await this.run("check", "--format", "json");
    /** @type {Diagnostic[]} */
    const diagnostics = out === "" ? [] : JSON.parse(out);
    return { exit, diagnostics, err };
  }

  /** Makes what `check` has kept what it is now, whatever comes. */
  freeze() {
    const kept = this.read(KEPT);
    return () => this.write(KEPT, kept);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Where the files of a service are. @param {string} name */
export const placesOf = (name) => ({
  model: `models/${name}/model.smithy`,
  ledger: `models/${name}/ledger`,
  package: `packages/${name}`,
  changelog: `packages/${name}/CHANGELOG.md`,
});
