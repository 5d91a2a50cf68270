// Requests to GitHub's API.
import { setTimeout as wait } from "node:timers/promises";

/** A request that was answered with an error, or not at all. */
export class ApiError extends Error {
  /**
   * @param {string} message
   * @param {{ status: number, retryAfter?: number | undefined, mayPass: boolean }} options
   */
  constructor(message, { status, retryAfter, mayPass }) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
    /** Whether the same request may be answered otherwise a little later. */
    this.mayPass = mayPass;
  }
}

/**
 * @typedef {object} Api
 * @property {(method: string, path: string, body?: object) => Promise<{ value: any, next: string | undefined }>} request
 *   `path` is below the API's address, or an address that was given as the next page
 * @property {() => Promise<string>} findOwnName whose comments the token writes
 */

/** How often something is tried, and the milliseconds before it is tried again: twice as many each time. */
const TRIES = 4;
const FIRST_WAIT = 1000;
/** The most seconds that are waited where GitHub says how many. */
const LONGEST = 60;
/** The milliseconds that a request may take. */
const PATIENCE = 30_000;

/**
 * Tries something that GitHub may refuse for a while: when it fails of its own, and when it has been asked too often.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withRetries(work) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiError) || !error.mayPass || attempt === TRIES) throw error;
      const asked = error.retryAfter;
      if (asked !== undefined && asked > LONGEST) throw error;
      await wait(asked === undefined ? FIRST_WAIT * 2 ** (attempt - 1) : asked * 1000);
    }
  }
}

/**
 * @param {{ token: string, env: NodeJS.ProcessEnv }} options
 * @returns {Api}
 */
export function createApi({ token, env }) {
  const address = (env.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, "");
  const graph = env.GITHUB_GRAPHQL_URL || `${address}/graphql`;
  /** @type {Api["request"]} */
  const request = async (method, path, body) => {
    const url = new URL(path, `${address}/`);
    if (url.origin !== new URL(address).origin)
      throw new TypeError("a page of another server is not asked for");
    return ask(url.href, { method, body, token });
  };
  return {
    request,
    // The token of a workflow may not ask for its user by the other API.
    async findOwnName() {
      const { value } = await ask(graph, { method: "POST", body: { query: "{ viewer { login } }" }, token });
      const login = value?.data?.viewer?.login;
      if (typeof login === "string") return login;
      throw new ApiError("GitHub does not say whose the token is", { status: 200, mayPass: false });
    },
  };
}

/**
 * @param {string} url
 * @param {{ method: string, body: object | undefined, token: string }} options
 */
async function ask(url, { method, body, token }) {
  const response = await fetch(url, {
    method,
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "user-agent": "shapelog-action",
      "x-github-api-version": "2022-11-28",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error) => {
    const reason = error?.cause?.code ?? error?.name ?? "unknown";
    throw new ApiError(`GitHub's API was not reached (${reason})`, { status: 0, mayPass: true });
  });
  const text = await response.text();
  const value = parse(text);
  if (!response.ok) throw toError(response, value);
  return { value, next: findNext(response.headers.get("link")) };
}

/**
 * @param {Response} response
 * @param {any} value
 */
function toError({ status, headers }, value) {
  const message = typeof value?.message === "string" ? value.message : "";
  const after = headers.get("retry-after") ?? "";
  const seconds = /^\d+$/.test(after) ? Number(after) : undefined;
  const isSpent = headers.get("x-ratelimit-remaining") === "0";
  const isTooOften = /secondary rate limit/i.test(message);
  const isLimited = status === 429 || (status === 403 && (seconds !== undefined || isSpent || isTooOften));
  return new ApiError(`GitHub answered ${status}${message === "" ? "" : `: ${message}`}`, {
    status,
    retryAfter: seconds ?? (isLimited ? findReset(headers) : undefined),
    mayPass: isLimited || status >= 500,
  });
}

/**
 * Returns the seconds until more may be asked; those that GitHub tells callers to wait where it does not say.
 * @param {Headers} headers
 */
function findReset(headers) {
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN);
  return Number.isFinite(reset) ? Math.max(0, reset - Math.floor(Date.now() / 1000)) : LONGEST;
}

/**
 * Returns the address of the next page (RFC 8288).
 * @param {string | null} link
 */
function findNext(link) {
  return link
    ?.split(",")
    .map((each) => /<([^>]+)>;.*\brel="next"/.exec(each)?.[1])
    .find(Boolean);
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
