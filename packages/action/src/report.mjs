// The text of the comment.

/** What GitHub takes, in characters, which are fewer than UTF-16 code units. */
const MOST = 65_536;

/**
 * Returns the comment with where the rest is, where it leaves some out. A report that is longer than GitHub takes, as
 * none of ours is, gives way to its first line.
 * @param {string} comment
 * @param {{ mark: string, env: NodeJS.ProcessEnv }} options
 */
export function fitComment(comment, { mark, env }) {
  const body = comment.trimEnd().slice(0, -mark.length).trimEnd();
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  const run =
    server && repository && id
      ? `[summary of the job](${server}/${repository}/actions/runs/${id})`
      : "summary of the job";
  const isCut = /^\*And \d+ more: /m.test(body);
  const told = isCut ? `${body}\n\nThe whole review is in the ${run}.` : body;
  const whole = `${told}\n\n${mark}\n`;
  if (whole.length <= MOST) return whole;
  return `${body.split("\n")[0]}\n\nThe review is too long for a comment; it is in the ${run}.\n\n${mark}\n`;
}

/**
 * Returns what a comment says that had something to say before.
 * @param {string} comment
 * @param {string} mark
 */
export function nothingText(comment, mark) {
  return `${comment.split("\n")[0]} Earlier versions of this pull request changed something.\n\n${mark}\n`;
}
