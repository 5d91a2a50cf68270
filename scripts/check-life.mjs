// Follows a stranger's whole life with our packages as npm would get them, in temporary folders and with a registry on this
// machine: the quick start of the README, word by word, with npm and with pnpm, and then an edit, two branches, a merge and
// releases, used each time in a third folder with TypeScript 5.9 and 7.
import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { root } from "./install.mjs";
import { installTools } from "./life/install-tools.mjs";
import { publishOurs } from "./life/publish-ours.mjs";
import { startRegistry } from "./life/start-registry.mjs";
import { Stranger, strangerEnvironment } from "./life/stranger.mjs";

const MODEL = "models/events/model.smithy";
const compilers = [root, join(root, "packages/cli")].map((from) =>
  join(createRequire(join(from, "package.json")).resolve("typescript/package.json"), "../bin/tsc"),
);
/** What one who uses the package writes: a switch without a default would not compile where a value is new. */
const PROGRAM = `
import { type Item, ItemStatusValues } from "@example/events";
import { readGetItemResponseBody, validateItemId } from "@example/events/validators";

const id = validateItemId("1").ok ? "ok" : "refused";
const page = readGetItemResponseBody({ item: { id: "1", status: "GONE" } });
if (!page.ok) throw new Error(page.errors[0]?.message);
const item: Item = { id: "1", status: "OPEN" };
const drift = page.drift.map(({ path }) => path).join();
if (item.status !== "OPEN") throw new Error(item.status);
process.stdout.write(ItemStatusValues.join(" ") + "; id: " + id + "; new: " + drift + "\\n");

declare const process: { stdout: { write(text: string): void } };
`;

/** @type {NodeJS.ProcessEnv} */
let env = {};
const folder = mkdtempSync(join(tmpdir(), "shapelog-life-"));
const tools = installTools();
const registry = await startRegistry(join(folder, "registry"), tools.verdaccio);
try {
  env = createEnvironment();
  const tarballs = join(folder, "tarballs");
  mkdirSync(tarballs);
  const published = await publishOurs(tarballs, registry.url, env);
  const blocks = readQuickStart();
  const team = new Stranger(join(folder, "events"), env);
  for (const line of blocks.npm) team.run(line);
  await expectVersion("0.1.0");
  use("0.1.0", "OPEN DONE");
  startRepository(team);
  releaseEdit(team);
  await expectVersion("0.2.0");
  use("0.2.0", "OPEN DONE LATE");
  mergeTwoBranches(team);
  await expectVersion("1.0.0");
  use("1.0.0", "OPEN DONE LATE LOST");
  refuseUnbuilt(team);
  const other = new Stranger(join(folder, "with-pnpm"), env);
  // Of what the environment says of scopes pnpm hands nothing on to the scripts that it runs.
  other.write(".npmrc", readFileSync(registry.npmrc, "utf8"));
  for (const line of blocks.pnpm) other.run(line);
  await expectVersion("0.1.0", "@example/orders");
  const counts = `${blocks.npm.length} and ${blocks.pnpm.length} commands of the README`;
  console.log(`${published} of our packages published; ${counts}, 4 versions released and used; no problem`);
} finally {
  await registry.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** pnpm is found as one who has it would. */
function createEnvironment() {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "pnpm"), `#!/bin/sh\nexec "${process.execPath}" "${tools.pnpm}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(bin, "pnpm.cmd"), `@"${process.execPath}" "${tools.pnpm}" %*\r\n`);
  const path = `${bin}${delimiter}${process.env.PATH}`;
  return { ...strangerEnvironment(folder), PATH: path, npm_config_globalconfig: registry.npmrc };
}

/** Returns the commands of the README's quick start, as they stand there. */
function readQuickStart() {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const [, section = ""] = /^## Quick start\n([\s\S]*?)^## /m.exec(text) ?? [];
  const [npm = [], pnpm = []] = [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = ""]) =>
    block.split("\n").filter((line) => line !== ""),
  );
  for (const block of [npm, pnpm]) assert(block.length > 0 && block.length <= 4, "four commands at most");
  return { npm, pnpm };
}

/**
 * @param {string} version
 * @param {string} [name]
 */
async function expectVersion(version, name = "@example/events") {
  // A connection that is kept would be closed meanwhile: commands are waited for without looking at it.
  const answer = await fetch(`${registry.url}${name.replace("/", "%2f")}`, {
    headers: { connection: "close" },
  });
  assert.equal((await answer.json())["dist-tags"]?.latest, version, name);
}

/** @param {Stranger} team */
function startRepository(team) {
  team.run("git init --quiet --initial-branch main");
  team.commit("Start");
  assert.match(team.run("npx shapelog init"), /kept shapelog\.config\.json/);
  team.run("npx shapelog check");
}

/**
 * An edit is compared, recorded, built, checked and released.
 * @param {Stranger} team
 */
function releaseEdit(team) {
  team.edit(MODEL, "    DONE\n", "    DONE\n\n    /// It came too late.\n    LATE\n");
  team.run("npx shapelog fmt --check models");
  const diff = team.run(`npx shapelog diff git:HEAD:${MODEL} ${MODEL}`);
  assert.match(diff, /\+ LATE/);
  assert.match(team.run("npx shapelog check", 1), /npx shapelog record/);
  team.run('npx shapelog record --note "Items can be late."');
  team.run("npm run api:build");
  team.run("npx shapelog check");
  team.commit("Items can be late");
  team.run("npm run api:release");
  team.commit("Release");
}

/**
 * Two branches record, one after the other is merged, and what both recorded is released.
 * @param {Stranger} team
 */
function mergeTwoBranches(team) {
  team.run("git checkout --quiet -b lost");
  team.edit(MODEL, "    LATE\n", "    LATE\n\n    /// Nobody knows where it is.\n    LOST\n");
  recordAndBuild(team, "Items can be lost.");
  team.run("git checkout --quiet main");
  team.run("git checkout --quiet -b shorter");
  team.edit(MODEL, "@length(min: 1, max: 64)", "@length(min: 1, max: 32)");
  recordAndBuild(team, "Ids are shorter.");
  team.run("git checkout --quiet main");
  team.run("git merge --quiet lost");
  team.run("git merge --quiet shorter || git checkout --theirs packages");
  assert.match(team.run("npx shapelog check", 1), /npx shapelog record --service events --rebase/);
  team.run("npx shapelog record --rebase");
  team.run("npm run api:build");
  team.run("npx shapelog check");
  team.commit("Merge");
  team.run("npm run api:release");
  team.commit("Release");
  team.run("npx shapelog check");
}

/**
 * @param {Stranger} team
 * @param {string} note
 */
function recordAndBuild(team, note) {
  team.run(`npx shapelog record --note "${note}"`);
  team.run("npm run api:build");
  team.commit(note);
}

/** @param {Stranger} team */
function refuseUnbuilt(team) {
  rmSync(join(team.home, "packages/events/dist"), { recursive: true });
  assert.match(team.run("npm publish --dry-run -w @example/events", 1), /Run: npm run build/);
}

/**
 * Installs a version in a folder that has nothing else, compiles a program against it and runs that.
 * @param {string} version
 * @param {string} values
 */
function use(version, values) {
  const user = new Stranger(mkdtempSync(join(folder, "user-")), env);
  user.write("package.json", '{ "private": true, "type": "module" }\n');
  user.run(`npm install @example/events@${version}`);
  user.write("use.ts", PROGRAM);
  const options = { strict: true, module: "nodenext", target: "es2022", types: [] };
  user.write("tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["use.ts"] }));
  for (const compiler of compilers) user.run(`"${process.execPath}" "${compiler}"`);
  assert.equal(user.run("node use.js").trim(), `${values}; id: ok; new: item.status`);
}
