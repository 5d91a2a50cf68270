import { createServer } from "node:http";
import { listen } from "@shapelog/testing/listen";

/** A note on a merge request as GitLab's API has it. */
export interface Note {
  readonly id: number;
  body: string;
  readonly author: { readonly id: number };
}

/** What stands in for GitLab's API: the notes of one merge request, kept in memory. */
export interface Gitlab {
  readonly url: string;
  readonly notes: Note[];
  /** The requests that changed something. */
  readonly writes: string[];
  /** The tokens that were sent. */
  readonly tokens: Set<string>;
  /** How many of the next requests fail. */
  failures: number;
  add(author: number, body: string): Note;
}

export const OWN = 42;
const NOTES = "/projects/5/merge_requests/7/notes";

/** Starts it; it is stopped when the test is over. */
export async function startGitlab(): Promise<Gitlab> {
  const notes: Note[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = new URLSearchParams(Buffer.concat(chunks).toString("utf8")).get("body") ?? "";
    gitlab.tokens.add(String(request.headers["private-token"]));
    if (gitlab.failures > 0) {
      gitlab.failures--;
      response.writeHead(503, { "retry-after": "0" }).end();
      return;
    }
    const { method = "", url = "" } = request;
    if (method !== "GET") gitlab.writes.push(`${method} ${url}`);
    const { value, headers = {} } = answer(gitlab, { method, url, body });
    response.writeHead(value === undefined ? 404 : 200, headers).end(JSON.stringify(value ?? {}));
  });
  const url = await listen(server);
  const gitlab: Gitlab = {
    url,
    notes,
    writes: [],
    tokens: new Set(),
    failures: 0,
    add(author, body) {
      const note = { id: notes.length + 1, body, author: { id: author } };
      notes.push(note);
      return note;
    },
  };
  return gitlab;
}

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

function answer(
  gitlab: Gitlab,
  { method, url, body }: Request,
): { readonly value?: unknown; readonly headers?: Readonly<Record<string, string>> } {
  const { pathname, searchParams } = new URL(url, gitlab.url);
  if (pathname === "/user") return { value: { id: OWN } };
  if (pathname === NOTES && method === "POST") return { value: gitlab.add(OWN, body) };
  if (pathname === NOTES) {
    const page = Number(searchParams.get("page"));
    const size = Number(searchParams.get("per_page"));
    const next = page * size < gitlab.notes.length ? String(page + 1) : "";
    return { value: gitlab.notes.slice((page - 1) * size, page * size), headers: { "x-next-page": next } };
  }
  const note = gitlab.notes.find(({ id }) => pathname === `${NOTES}/${id}`);
  if (note && method === "PUT") note.body = body;
  return { value: note };
}
