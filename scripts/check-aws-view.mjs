// Checks the `aws` view against awsapichanges.com's saved page of 2022-08-18: runs `shapelog diff --view aws` on
// botocore's history and prints the first line that differs, the end of the text included. Without a saved page, prints
// ours.
//
//   node scripts/check-aws-view.mjs BOTOCORE_GIT_DIR [SAVED_PAGE]
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { runGit } from "../packages/cli/dist/git/start-git.js";
import { openGit } from "./open-git.mjs";

const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));
const COMMIT = "5694764e6";
const FILE = "botocore/data/cognito-idp/2016-04-18/service-2.json";
const NOTES = ".changes/1.27.55.json";
const RELEASE = "1.27.55";

const [gitDir, savedPage] = process.argv.slice(2);
if (!gitDir) {
  console.error("usage: node scripts/check-aws-view.mjs BOTOCORE_GIT_DIR [SAVED_PAGE]");
  process.exit(2);
}

/** @param {string[]} args */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: gitDir,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** @type {{ category: string, description: string }[]} */
const notes = JSON.parse(await runGit(openGit(gitDir), ["cat-file", "blob", `${RELEASE}:${NOTES}`]));
const note = notes
  .filter(({ category }) => category.replaceAll("`", "") === "cognito-idp")
  .map(({ description }) => description)
  .join("\n");
const page = run(
  ...[CLI, "diff", `git:${COMMIT}^:${FILE}`, `git:${COMMIT}:${FILE}`, "--view", "aws", "--fail-on", "never"],
  ...["--date", "2022-08-18", "--note", note],
);
if (!savedPage) process.stdout.write(page);
else {
  // The saved text has the two bytes of a pilcrow read as ISO 8859-7.
  const saved = readFileSync(savedPage, "utf8").replaceAll("\u0392\u0386", "¶");
  const wanted = saved.split("\n");
  const got = page.split("\n");
  const line = got.findIndex((text, index) => text !== wanted[index]);
  if (page === saved) console.log("ok");
  else {
    const index = line === -1 ? got.length : line;
    console.log(
      `line ${index + 1}\n  saved ${JSON.stringify(wanted[index])}\n  ours  ${JSON.stringify(got[index])}`,
    );
    process.exitCode = 1;
  }
}
