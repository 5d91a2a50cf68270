// The one comment on a pull request.
import { ApiError, withRetries } from "./github-api.mjs";

/**
 * @typedef {object} KeptComment
 * @property {"created" | "updated" | "unchanged" | "none" | "refused" | "failed"} state
 * @property {string} url empty where there is none
 * @property {string} [reason] why it was not written
 */

/**
 * @typedef {object} CommentOptions
 * @property {import("./pull-request.mjs").PullRequest} pull
 * @property {string} mark the last line of the comment, by which it is found again
 * @property {string} body
 * @property {boolean} isNothing whether there is nothing to tell, so that no comment is made
 */

/** Who comments with the token of a workflow. */
const WORKFLOW = "github-actions[bot]";
/** The most pages of a hundred comments that are looked through. */
const PAGES = 50;

/**
 * Writes the comment: over the one that it wrote before, which is known by its mark and its author, else anew. A second
 * one, which two runs at once can leave behind, is removed.
 * @param {import("./github-api.mjs").Api} api
 * @param {CommentOptions} options
 * @returns {Promise<KeptComment>}
 */
export async function keepComment(api, options) {
  try {
    // Whoever tries again looks again: what seemed to fail may have been done.
    return await withRetries(() => writeComment(api, options));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isRefused = !error.mayPass && [401, 403, 404].includes(error.status);
    return { state: isRefused ? "refused" : "failed", url: "", reason: error.message };
  }
}

/**
 * @param {import("./github-api.mjs").Api} api
 * @param {CommentOptions} options
 * @returns {Promise<KeptComment>}
 */
async function writeComment(api, options) {
  const { pull, body, isNothing } = options;
  const issues = `repos/${pull.owner}/${pull.repository}/issues`;
  const [known, ...others] = await findOwn(api, `${issues}/${pull.number}/comments`, options);
  for (const { id } of others) await api.request("DELETE", `${issues}/comments/${id}`);
  if (!known && isNothing) return { state: "none", url: "" };
  if (known?.body.trimEnd() === body.trimEnd()) return { state: "unchanged", url: known.html_url };
  const { value } = known
    ? await api.request("PATCH", `${issues}/comments/${known.id}`, { body })
    : await api.request("POST", `${issues}/${pull.number}/comments`, { body });
  return { state: known ? "updated" : "created", url: String(value?.html_url ?? "") };
}

/**
 * @param {import("./github-api.mjs").Api} api
 * @param {string} path
 * @param {CommentOptions} options
 * @returns {Promise<{ id: number, body: string, html_url: string }[]>}
 */
async function findOwn(api, path, { mark }) {
  const found = [];
  /** @type {string | undefined} */
  let page = `${path}?per_page=100`;
  for (let count = 0; page !== undefined && count < PAGES; count++) {
    const { value, next } = await api.request("GET", page);
    for (const comment of Array.isArray(value) ? value : [])
      if (
        String(comment?.body ?? "")
          .trimEnd()
          .endsWith(mark)
      )
        found.push(comment);
    page = next;
  }
  if (found.length === 0) return [];
  const own = await findName(api);
  return found.filter(({ user }) => user?.login === own || user?.login === `${own}[bot]`);
}

/** @param {import("./github-api.mjs").Api} api */
async function findName(api) {
  try {
    return await api.findOwnName();
  } catch (error) {
    if (error instanceof ApiError && !error.mayPass) return WORKFLOW;
    throw error;
  }
}
