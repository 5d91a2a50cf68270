// Runs the `shapelog` that the repository has installed.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { ActionError } from "./inputs.mjs";

/**
 * @typedef {object} Reviewed
 * @property {number} exit that of the command
 * @property {string} outcome
 * @property {string} verdict empty where nothing changed
 * @property {string} bump empty where no release is asked for
 * @property {boolean} isNothing whether there is nothing that a reviewer has to know
 * @property {string} line the verdict in one line
 * @property {string} comment Markdown that a comment holds, with its mark in the last line
 * @property {string} summary Markdown that a summary holds
 * @property {string} mark
 * @property {readonly string[]} annotations commands of the workflow
 */

const FORMAT = "shapelog-review/1";

/**
 * Reviews the change that is checked out.
 * @param {{
 *   inputs: import("./inputs.mjs").Inputs,
 *   pull: import("./pull-request.mjs").PullRequest | undefined,
 *   env: NodeJS.ProcessEnv,
 * }} options
 * @returns {Promise<Reviewed>}
 */
export async function runReview({ inputs, pull, env }) {
  const folder = resolve(env.GITHUB_WORKSPACE ?? process.cwd(), inputs.folder);
  if (!existsSync(folder))
    throw new ActionError(`There is no folder ${inputs.folder}. Is the repository checked out?`);
  const command = findCommand(folder);
  const temporary = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "shapelog-"));
  try {
    const text = join(temporary, "pull-request.md");
    if (pull) writeFileSync(text, pull.text);
    const args = [
      ...["review", "--format", "json", "--fail-on", inputs.failOn],
      ...(inputs.base === "" ? [] : [`--base=${inputs.base}`]),
      ...(inputs.service === "" ? [] : [`--service=${inputs.service}`]),
      ...(pull ? ["--pull-request-text", text] : []),
    ];
    const { exit, output } = await run([command, ...args], { cwd: folder, env: withoutSecrets(env) });
    return readReview(exit, output);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Returns the file of the command that is installed for a folder, whichever package manager did it.
 * @param {string} folder
 */
function findCommand(folder) {
  try {
    const manifest = createRequire(join(folder, "package.json")).resolve("@shapelog/cli/package.json");
    const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
    return join(dirname(manifest), bin.shapelog);
  } catch {
    throw new ActionError(
      `@shapelog/cli is not installed for ${folder}. Install what the repository needs in a step before, such as by npm ci.`,
    );
  }
}

/**
 * The command has no use for the token, nor for what lets a program write to the workflow.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutSecrets(env) {
  const secret =
    /^(?:INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GH_TOKEN|GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secret.test(name)));
}

/**
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ exit: number, output: string }>}
 */
function run(args, options) {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => settle({ exit: code ?? 3, output: Buffer.concat(chunks).toString("utf8") }));
  });
}

/**
 * @param {number} exit
 * @param {string} output
 * @returns {Reviewed}
 */
function readReview(exit, output) {
  const review = parse(output);
  if (review?.format !== FORMAT) {
    const reason =
      exit === 3
        ? "it met a mistake of its own, which the log tells"
        : "this version of @shapelog/cli has no review that the action reads";
    throw new ActionError(`shapelog review gave no report: ${reason}.`);
  }
  const { comment, whole } = review.markdown;
  const lines = comment.trimEnd().split("\n");
  return {
    exit,
    outcome: review.outcome,
    verdict: review.verdict ?? "",
    bump: review.bump ?? "",
    isNothing: review.verdict === null && !listTold(review).some(isNews),
    line: lines[0].replaceAll("*", ""),
    comment,
    summary: whole,
    mark: lines.at(-1),
    annotations: review.annotations,
  };
}

/**
 * @param {any} review
 * @returns {readonly { severity: string, exit?: string }[]}
 */
function listTold(review) {
  return [review, ...review.services].flatMap(({ diagnostics }) => diagnostics);
}

/**
 * Returns whether reviewers have to know, though nothing changed. A warning is as old as the model, where that is the same.
 * @param {{ severity: string, exit?: string }} diagnostic
 */
function isNews({ severity, exit }) {
  return severity === "error" || severity === "danger" || exit === "usage";
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
