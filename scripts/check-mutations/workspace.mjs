import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "@shapelog/cli";
import { SERVICES } from "./models.mjs";
import { release, releaseProse } from "./release.mjs";

/** @typedef {{ code: string, severity: string, message: string, data: any, location?: { file: string, pointer?: string, line?: number } }} Diagnostic */

/** The folder where `check` keeps what it found. */
const KEPT = "node_modules/.cache/shapelog/check-1.json";

/** A folder with files, and the command run in it. */
export class Workspace {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "shapelog-mutations-"));
    this.today = "2024-12-31";
    /** What tells the code that checks; with one, what was found before is kept as for everybody. */
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

/** Makes a repository of three services whose revisions are recorded, built, and but for the last ones released. */
export async function createRepository() {
  const workspace = new Workspace();
  workspace.write("node_modules/.keep", "");
  workspace.write("shapelog.config.json", `${JSON.stringify({ services: configure() }, null, 2)}\n`);
  for (const service of SERVICES) await live(workspace, service);
  await addSources(workspace);
  await workspace.must("build");
  workspace.code = "mutations";
  const { exit, diagnostics } = await workspace.check();
  if (exit !== 0 || diagnostics.length > 0)
    throw new Error(`The repository is not in step: ${JSON.stringify(diagnostics, null, 2)}`);
  return workspace;
}

function configure() {
  return Object.fromEntries(
    SERVICES.map(({ name }) => {
      const { model, ledger, package: folder } = placesOf(name);
      return [name, { model, ledger, package: { name: `@example/${name}`, folder } }];
    }),
  );
}

/** Records and builds each revision in turn; all are released but the first, which the seed tells, and the last. */
async function live(workspace, { name, revisions }) {
  for (const [index, { date, note, text }] of revisions.entries()) {
    workspace.write(placesOf(name).model, text);
    const about = note === "" ? [] : ["--note", note];
    const first = index === 0 ? ["--no-changeset"] : [];
    const source = index === 1 ? ["--source", "drafts", "--source-version", "1.2.3", "--source-commit", "abc1234"] : [];
    await workspace.must("record", "--service", name, "--date", date, ...about, ...first, ...source);
    await workspace.must("build", "--service", name);
    if (index === 0 || index === revisions.length - 1) continue;
    await release(workspace, name);
    if (index === 1) releaseProse(workspace, name, "The README has an example.");
  }
}

/** Gives the second revision of each service what a vendor says of it, and a reason of its own, and accepts a finding. */
async function addSources(workspace) {
  for (const { name } of SERVICES) {
    const [, second] = workspace.list(placesOf(name).ledger);
    const { seal: _, ...revision } = JSON.parse(workspace.read(second));
    const vendor = { source: "drafts", version: "1.2.3", file: "notes.md", text: "A note of the vendor." };
    workspace.write(second, JSON.stringify({ ...revision, vendor, forced: "The validator was wrong." }));
    await workspace.must("record", "--service", name, "--seal");
    const before = `ledger:${name}@${SERVICES.find((each) => each.name === name)?.revisions[0]?.date}`;
    const { out } = await workspace.run("diff", before, `ledger:${name}@${revision.date}`, "--format", "json");
    const [finding] = JSON.parse(out).findings;
    await workspace.must(
      ...["record", "--service", name, "--accept", finding.id, "--because", "Nobody uses it.", "--by", "Kim"],
    );
  }
}
