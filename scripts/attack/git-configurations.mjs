// Tries to have git run a program by a repository's own configuration: every setting that this machine's git knows, and
// every one that packages/cli/src/git/settings.ts names, each set to a program that leaves a mark, in repositories of
// several kinds. Runs the commands that start git on each, and, to show that the traps work, plain git.
//
//   node scripts/attack/git-configurations.mjs [--setting TEXT] [--kind TEXT]
//
// Prints a table, and exits with 1 where a command of Shapelog ran a program. Build first: `npm run build`.
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { OVERRIDES, UNREACHED } from "../../packages/cli/dist/git/settings.js";
import { run } from "../../packages/cli/dist/program.js";

/**
 * A repository to be tried: where its configuration is, what to name it, and the folder to read files of it from.
 * @typedef {{ kind: string, config: string, folder: string }} Kind
 */

const { values } = parseArgs({
  options: { setting: { type: "string", default: "" }, kind: { type: "string", default: "" } },
});
const home = mkdtempSync(join(tmpdir(), "shapelog-attack-"));
const MARK = join(home, "mark");
const PROGRAM = join(home, "run");
const MODEL = "models/events/model.smithy";
const IDENTITY = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always"];
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: home,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
};

/** Settings whose value says how it is to be taken. */
const SPECIAL = /^(?:alias|credential|remote|submodule|url)\./;

/** What plain git is asked: what Shapelog once did, and what people do. */
const PLAIN = [
  ["log", "--raw", "-M60%", "HEAD"],
  ["cat-file", "blob", `HEAD~1:${MODEL}`],
  ["status"],
  ["diff", "HEAD~1", "HEAD"],
];

try {
  await attack();
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function attack() {
  process.env.HOME = home;
  process.env.GIT_CONFIG_NOSYSTEM = "1";
  writeFileSync(PROGRAM, `#!/bin/sh\necho >> '${MARK}'\nexit 1\n`);
  chmodSync(PROGRAM, 0o755);
  const settings = listSettings().filter((name) => name.includes(values.setting));
  let hits = 0;
  const rows = [];
  for (const kind of createKinds().filter((each) => each.kind.startsWith(values.kind))) {
    const found = { plain: new Set(), ours: new Set() };
    const text = readFileSync(kind.config, "utf8");
    for (const setting of settings) {
      for (const value of SPECIAL.test(setting) ? [PROGRAM, `!${PROGRAM}`, `ext::${PROGRAM}`] : [PROGRAM]) {
        writeFileSync(kind.config, text);
        if (!set(kind, setting, value)) continue;
        await runOurs(kind);
        if (hasRun()) found.ours.add(setting);
        if (value !== PROGRAM) continue;
        for (const args of PLAIN) git(kind.folder, args);
        if (hasRun()) found.plain.add(setting);
      }
    }
    writeFileSync(kind.config, text);
    hits += found.ours.size;
    rows.push({
      kind: kind.kind,
      tried: settings.length,
      "plain git": found.plain.size,
      shapelog: found.ours.size,
    });
    const names = found.plain.size > 20 ? "whatever is set" : [...found.plain].join(", ") || "none";
    console.log(`${kind.kind}: plain git ran a program by ${names}`);
    if (found.ours.size > 0) console.log(`${kind.kind}: SHAPELOG RAN ONE by ${[...found.ours].join(", ")}`);
  }
  console.table(rows);
  process.exitCode = hits > 0 ? 1 : 0;
}

/** Every setting, with `x` in place of what is chosen freely. */
function listSettings() {
  const known = execFileSync("git", ["help", "--config"], { encoding: "utf8" }).split("\n");
  const ours = [...OVERRIDES.map(({ name }) => name), ...UNREACHED.flatMap(({ names }) => names)];
  const names = [...known, ...ours].map((name) => name.trim().replaceAll(/<[^>]*>|\*/g, "x"));
  return [...new Set(names)].filter((name) => /^[\w-]+(?:\..+)?\.[A-Za-z][\w-]*$/.test(name)).sort();
}

/** @returns {Kind[]} */
function createKinds() {
  const tree = createModels(join(home, "tree"));
  git(home, [...IDENTITY, "clone", "--quiet", "--mirror", "tree", "bare.git"]);
  const worktreeSource = createModels(join(home, "main"));
  git(worktreeSource, ["worktree", "add", "--quiet", "--detach", "../linked"]);
  const outer = createModels(join(home, "outer"));
  git(outer, [...IDENTITY, "submodule", "--quiet", "add", "../tree", "part"]);
  const partial = createModels(join(home, "partial"));
  for (const name of [`HEAD~1:${MODEL}`]) removeObject(partial, name);
  appendFileSync(
    join(partial, ".git/config"),
    `[core]\n repositoryFormatVersion = 1\n[extensions]\n partialClone = origin\n[remote "origin"]\n promisor = true\n url = ext::${PROGRAM}\n[protocol "ext"]\n allow = always\n`,
  );
  const nested = createModels(join(home, "nested"));
  git(nested, [...IDENTITY, "clone", "--quiet", "--mirror", "../tree", "vendor.git"]);
  return [
    { kind: "work tree", config: join(tree, ".git/config"), folder: tree },
    { kind: "bare", config: join(home, "bare.git/config"), folder: join(home, "bare.git") },
    { kind: "linked work tree", config: join(worktreeSource, ".git/config"), folder: join(home, "linked") },
    { kind: "submodule", config: join(outer, ".git/modules/part/config"), folder: join(outer, "part") },
    { kind: "partial clone", config: join(partial, ".git/config"), folder: partial },
    {
      kind: "bare in a work tree",
      config: join(nested, "vendor.git/config"),
      folder: join(nested, "vendor.git"),
    },
  ];
}

/** @param {string} folder */
function createModels(folder) {
  mkdirSync(join(folder, "models/events"), { recursive: true });
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  for (const member of ["a", "b"]) {
    const text = `$version: "2"\nnamespace example\nservice Events { version: "1", operations: [] }\nstructure S { ${member}: String }\n`;
    writeFileSync(join(folder, MODEL), text);
    writeFileSync(join(folder, ".gitattributes"), "* filter=x diff=x merge=x\n");
    git(folder, ["add", "--all"]);
    git(folder, [...IDENTITY, "commit", "--quiet", "--message", member]);
  }
  signHead(folder);
  return folder;
}

/**
 * Puts a signed commit in the place of the last one.
 * @param {string} folder
 */
function signHead(folder) {
  const [tree, parent] = ["HEAD^{tree}", "HEAD~1"].map((name) => git(folder, ["rev-parse", name]).trim());
  const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----";
  const person = "a <a@example.com> 1600000000 +0000";
  const text = `tree ${tree}\nparent ${parent}\nauthor ${person}\ncommitter ${person}\n${signature}\n\nb\n`;
  const id = git(folder, ["hash-object", "-t", "commit", "-w", "--stdin"], text).trim();
  git(folder, ["update-ref", "HEAD", id]);
}

/**
 * @param {string} folder
 * @param {string} name
 */
function removeObject(folder, name) {
  const id = git(folder, ["rev-parse", name]).trim();
  rmSync(join(folder, ".git/objects", id.slice(0, 2), id.slice(2)));
}

/**
 * Writes a setting, with what it takes to be followed; returns whether git takes its name.
 * @param {Kind} kind
 * @param {string} setting
 * @param {string} value
 */
function set({ config }, setting, value) {
  const more = setting.startsWith("gpg.") ? [["log.showSignature", "true"]] : [];
  const all =
    setting === "log.showSignature"
      ? [
          ["gpg.program", value],
          [setting, "true"],
        ]
      : [[setting, value], ...more];
  return all.every(
    ([name = "", text = ""]) => spawnSync("git", ["config", "--file", config, name, text]).status === 0,
  );
}

/** @param {Kind} kind */
async function runOurs({ folder }) {
  const out = join(home, "out");
  await command(home, "history", folder, "--out", out, "--workers", "0");
  await command(folder, "ast", `git:HEAD:${MODEL}`);
  await command(folder, "ast", `git:HEAD~1:./${MODEL}`);
  rmSync(out, { recursive: true, force: true });
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
async function command(cwd, ...args) {
  const terminal = {
    ...{ cwd, out: () => undefined, err: () => undefined, color: false, interactive: false, width: 100 },
    ...{
      readInput: async () => Buffer.alloc(0),
      today: () => "2024-01-01",
      untilStopped: async () => undefined,
    },
  };
  await run(args, terminal, "0.0.0");
}

function hasRun() {
  const ran = existsSync(MARK);
  rmSync(MARK, { force: true });
  return ran;
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {string} [input]
 */
function git(cwd, args, input = "") {
  return spawnSync("git", args, { cwd, input, env: ENVIRONMENT, encoding: "utf8" }).stdout;
}
