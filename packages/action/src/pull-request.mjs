// The pull request that a run is about.
import { readFileSync } from "node:fs";

/**
 * @typedef {object} PullRequest
 * @property {string} owner
 * @property {string} repository
 * @property {number} number
 * @property {string} text its title and description
 * @property {boolean} isReadOnly whether GitHub gives the run a token that can write nothing
 */

/**
 * Returns the pull request of the event; nothing where it is of none, such as a push.
 * @param {NodeJS.ProcessEnv} env
 * @returns {PullRequest | undefined}
 */
export function readPullRequest(env) {
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const pull = event.pull_request;
  const [owner = "", repository = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
  if (!Number.isInteger(pull?.number) || owner === "" || repository === "") return undefined;
  const source = pull.head?.repo?.full_name;
  const isFork = source !== env.GITHUB_REPOSITORY;
  const isTarget = env.GITHUB_EVENT_NAME === "pull_request_target";
  return {
    owner,
    repository,
    number: pull.number,
    text: `${pull.title ?? ""}\n\n${pull.body ?? ""}\n`,
    isReadOnly: !isTarget && (isFork || env.GITHUB_ACTOR === "dependabot[bot]"),
  };
}

/**
 * @param {string | undefined} path
 * @returns {any} what GitHub says of the event, of which nothing is certain
 */
function readEvent(path) {
  try {
    return JSON.parse(readFileSync(path ?? "", "utf8")) ?? {};
  } catch {
    return {};
  }
}
