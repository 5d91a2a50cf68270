// Holds validators and schemas against the examples of AWS's own documentation: each input and output of an
// `examples-1.json` is judged by the validators of both forms and by ajv on the JSON Schemas.
//
//   node scripts/check-examples.mjs CLONE [--service NAME] [--update] [--verbose]
//
// CLONE is a clone of boto/botocore, bare or not; build first. Examples that are refused are listed in
// scripts/check-examples/refused.json, each with why: most are wrong themselves. The list may only shrink: one that is
// refused and not in it, and one in it that is taken, both fail. --update takes what is taken out of it. Exits with 1 then,
// and where one of the three judges takes what another one refuses.
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { runGit } from "../packages/cli/dist/git/start-git.js";
import { judgeService } from "./check-examples/judge-service.mjs";
import { openGit } from "./open-git.mjs";

const LIST = new URL("check-examples/refused.json", import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    service: { type: "string" },
    update: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});
const [clone] = positionals;
if (!clone) {
  console.error("usage: node scripts/check-examples.mjs CLONE [--service NAME] [--update] [--verbose]");
  process.exit(2);
}
const git = openGit(clone);
/** @type {Record<string, string>} */
const known = JSON.parse(readFileSync(LIST, "utf8"));
const counts = { services: 0, inputs: 0, outputs: 0, refused: 0, disagreements: 0 };
/** @type {string[]} */
const fresh = [];
/** @type {Set<string>} */
const seen = new Set();
/** @type {Set<string>} */
const refused = new Set();

for (const [name, folder] of await findNewest()) {
  if (values.service !== undefined && values.service !== name) continue;
  const { examples } = JSON.parse(await show(`${folder}/examples-1.json`));
  if (Object.keys(examples).length === 0) continue;
  counts.services++;
  const file = `${folder}/service-2.json`;
  for (const { id, role, problems, isSplit } of judgeService({ file, text: await show(file) }, examples)) {
    const key = `${name} ${id}`;
    seen.add(key);
    counts[role === "input" ? "inputs" : "outputs"]++;
    if (problems.length === 0) continue;
    counts.refused++;
    refused.add(key);
    if (isSplit) counts.disagreements++;
    const isKnown = Object.hasOwn(known, key);
    if (!isKnown) fresh.push(key);
    if (!isKnown || isSplit || values.verbose)
      console.log(`${isSplit ? "SPLIT" : "REFUSED"} ${key}\n  ${problems.join("\n  ")}`);
  }
}

const stale = Object.keys(known).filter(
  (key) => !refused.has(key) && (values.service === undefined || seen.has(key)),
);
if (values.update && stale.length > 0) {
  const left = Object.entries(known).filter(([key]) => !stale.includes(key));
  writeFileSync(LIST, `${JSON.stringify(Object.fromEntries(left), null, 2)}\n`);
} else for (const key of stale) console.log(`TAKEN NOW ${key}: take it out of the list with --update`);
console.log(
  `${counts.services} services, ${counts.inputs} inputs, ${counts.outputs} outputs: ${counts.refused} refused, ` +
    `${fresh.length} of them not listed, ${counts.disagreements} judged otherwise by another judge`,
);
const isWrong = counts.services === 0 || fresh.length > 0 || (stale.length > 0 && !values.update);
if (isWrong || counts.disagreements > 0) process.exitCode = 1;

/** Returns the folder of the newest version of each service that has examples. */
async function findNewest() {
  const files = (await runGit(git, ["ls-tree", "-r", "--name-only", "HEAD", "botocore/data"])).split("\n");
  /** @type {Map<string, string>} */
  const folders = new Map();
  for (const file of files.filter((each) => each.endsWith("/examples-1.json")).sort()) {
    const folder = file.slice(0, file.lastIndexOf("/"));
    folders.set(folder.split("/").at(-2) ?? "", folder);
  }
  return folders;
}

/** @param {string} path */
async function show(path) {
  return runGit(git, ["cat-file", "blob", `HEAD:${path}`]);
}
