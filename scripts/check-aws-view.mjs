// Checks the `aws` view against awsapichanges.com's saved page of 2022-08-18: makes the page from botocore's history and
// prints the first line that differs. Without a saved page, prints ours.
//
//   node scripts/check-aws-view.mjs BOTOCORE_GIT_DIR [SAVED_PAGE]
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { readBotocore } from "../packages/botocore/dist/index.js";
import { createAwsDelta, printAwsPage } from "../packages/diff/dist/index.js";

const COMMIT = "5694764e6";
const FILE = "botocore/data/cognito-idp/2016-04-18/service-2.json";
const NOTES = ".changes/1.27.55.json";
const RELEASE = "1.27.55";

const [gitDir, savedPage] = process.argv.slice(2);
if (!gitDir) {
  console.error("usage: node scripts/check-aws-view.mjs BOTOCORE_GIT_DIR [SAVED_PAGE]");
  process.exit(2);
}

function show(object) {
  const { status, stdout, stderr } = spawnSync("git", ["--git-dir", gitDir, "show", object], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const read = (revision) => readBotocore({ file: FILE, text: show(`${revision}:${FILE}`) }).model;
const before = read(`${COMMIT}^`);
const after = read(COMMIT);
const notes = JSON.parse(show(`${RELEASE}:${NOTES}`));
const note = notes
  .filter(({ category }) => category.replaceAll("`", "") === "cognito-idp")
  .map(({ description }) => description)
  .join("\n");
const page = printAwsPage(createAwsDelta(before, after), after, { date: "2022-08-18", note });
if (!savedPage) console.log(page);
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
