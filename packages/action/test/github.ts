import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "@shapelog/testing/listen";

/** A comment as GitHub's API has it. */
export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
}

/** A request that was made, without its headers but for the token. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly token: string;
}

/** What stands in for GitHub's API: comments of one pull request, kept in memory. */
export interface Github {
  readonly url: string;
  readonly comments: Comment[];
  readonly requests: Request[];
  /** Answers a request in GitHub's place; nothing where it is to be answered as always. */
  answer?: ((request: Request) => Answer | undefined) | undefined;
  /** Adds a comment of somebody. */
  add(login: string, body: string): Comment;
  /** Returns the requests that would change something. */
  writes(): readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it is done all the same. */
  readonly isDone?: boolean;
}

export const TOKEN = "ghs_secret0123456789";
export const BOT = "github-actions[bot]";
const COMMENTS = "/repos/acme/events/issues/7/comments";

/** Starts it; it is stopped when the test is over. */
export async function startGithub(): Promise<Github> {
  let id = 0;
  const server = createServer((request, response) => void serve(github, request, response));
  const url = await listen(server);
  const github: Github = {
    url,
    comments: [],
    requests: [],
    add(login, body) {
      id++;
      const comment = { id, body, user: { login } };
      github.comments.push(comment);
      return comment;
    },
    writes: () =>
      github.requests.flatMap(({ method, path }) =>
        method === "GET" || path === "/graphql" ? [] : [`${method} ${path}`],
      ),
  };
  return github;
}

async function serve(github: Github, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "", url = "", headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
  const request = { method, path: url, token: headers.authorization ?? "" };
  github.requests.push(request);
  const special = github.answer?.(request);
  const usual = !special || special.isDone ? act(github, request, body) : undefined;
  const status = special?.status ?? usual?.status ?? 500;
  const value = special ? { message: special.message ?? "" } : usual?.value;
  response.writeHead(status, { "content-type": "application/json", ...usual?.headers, ...special?.headers });
  response.end(status === 204 ? undefined : JSON.stringify(value));
}

interface Done {
  readonly status: number;
  readonly value?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function act(github: Github, { method, path }: Request, body: { readonly body?: string }): Done {
  const { comments, url } = github;
  const show = (comment: Comment) => ({ ...comment, html_url: `https://github.test/c/${comment.id}` });
  const { pathname, searchParams } = new URL(path, url);
  if (pathname === "/graphql") return { status: 200, value: { data: { viewer: { login: BOT } } } };
  if (pathname === COMMENTS && method === "POST") {
    if ((body.body ?? "").length > 65_536) return { status: 422, value: { message: "body is too long" } };
    return { status: 201, value: show(github.add(BOT, body.body ?? "")) };
  }
  if (pathname === COMMENTS) {
    const size = Number(searchParams.get("per_page") ?? 30);
    const page = Number(searchParams.get("page") ?? 1);
    const next = `<${url}${COMMENTS}?per_page=${size}&page=${page + 1}>; rel="next"`;
    const isLast = page * size >= comments.length;
    const value = comments.slice((page - 1) * size, page * size).map(show);
    return { status: 200, value, headers: isLast ? {} : { link: next } };
  }
  const index = comments.findIndex(({ id }) => pathname === `/repos/acme/events/issues/comments/${id}`);
  const comment = comments[index];
  if (!comment) return { status: 404, value: { message: "Not Found" } };
  if (method === "DELETE") {
    comments.splice(index, 1);
    return { status: 204 };
  }
  comment.body = body.body ?? "";
  return { status: 200, value: show(comment) };
}
