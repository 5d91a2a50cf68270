// What GitHub runs: reviews the change with the repository's own `shapelog`, and keeps one comment on the pull request.
import process from "node:process";
import { keepComment } from "./comment.mjs";
import { createApi } from "./github-api.mjs";
import { ActionError, readInputs } from "./inputs.mjs";
import { readPullRequest } from "./pull-request.mjs";
import { fitComment, nothingText } from "./report.mjs";
import { runReview } from "./run-review.mjs";
import { annotate, say, setOutputs, writeSummary } from "./workflow.mjs";

/** How the step ends: as `shapelog` does, and with a code of its own where the comment could not be written. */
const EXIT = { usage: 2, bug: 3, noComment: 4 };

try {
  process.exitCode = await main(process.env);
} catch (error) {
  const isOurs = !(error instanceof ActionError);
  say("error", error instanceof Error ? error.message : String(error));
  process.exitCode = isOurs ? EXIT.bug : EXIT.usage;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
async function main(env) {
  const inputs = readInputs(env);
  const pull = readPullRequest(env);
  const review = await runReview({ inputs, pull, env });
  writeSummary(env, review.summary);
  if (inputs.annotations) annotate(review.annotations);
  const comment =
    inputs.comment && pull ? await tryComment({ inputs, pull, review, env }) : { state: "none", url: "" };
  const { outcome, verdict, bump } = review;
  setOutputs(env, { outcome, verdict, bump, comment: comment.state, "comment-url": comment.url });
  if (review.exit !== 0) say("error", review.line);
  return review.exit === 0 && comment.state === "failed" ? EXIT.noComment : review.exit;
}

/**
 * Keeps the comment. A token that cannot write is no failure of those who sent the pull request from a fork.
 * @param {{
 *   inputs: import("./inputs.mjs").Inputs,
 *   pull: import("./pull-request.mjs").PullRequest,
 *   review: import("./run-review.mjs").Reviewed,
 *   env: NodeJS.ProcessEnv,
 * }} options
 * @returns {Promise<import("./comment.mjs").KeptComment>}
 */
async function tryComment({ inputs, pull, review, env }) {
  const api = createApi({ token: inputs.token, env });
  const { mark, isNothing } = review;
  const body = isNothing ? nothingText(review.comment, mark) : fitComment(review.comment, { mark, env });
  const kept = await keepComment(api, { pull, mark, body, isNothing });
  if (kept.state === "failed") say("error", `The comment could not be written: ${kept.reason}`);
  if (kept.state !== "refused") return kept;
  if (pull.isReadOnly) {
    const who = "pull requests from forks and of Dependabot have a token that only reads";
    say("notice", `No comment was written, as ${who}. The review is in the summary of this job.`);
    return kept;
  }
  say(
    "error",
    `The comment could not be written: ${kept.reason}. The job needs: permissions: pull-requests: write`,
  );
  return { ...kept, state: "failed" };
}
