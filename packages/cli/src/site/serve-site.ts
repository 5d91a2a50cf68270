import { type FileHandle, open } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError, errorCode } from "../files/describe-error.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { CONTENT_TYPES } from "./content-types.js";
import { findSiteFile } from "./find-site-file.js";

/** A site that is being served. */
export interface ServedSite {
  /** Without a slash at its end. */
  readonly url: string;
  /** Ends connections too. */
  close(): Promise<void>;
}

const HOST = "127.0.0.1";
const HEADERS = { "x-content-type-options": "nosniff", "cache-control": "no-cache" };

/**
 * Serves a folder to this computer alone, as a static host would: `index.html` of folders, a redirect to the slash at
 * their end, and `404.html` for what is not there. A port that is taken is a diagnostic; 0 is any that is free.
 */
export async function serveSite(folder: string, port: number): Promise<Outcome<ServedSite>> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  });
  try {
    await listen(server, port);
  } catch (error) {
    const data = { option: `--port ${port}`, reason: describeListenError(error) };
    return failed(cliDiagnostics.create("bad-option", undefined, data));
  }
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return succeeded({ url: `http://${HOST}:${bound}`, close: () => close(server) });
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    sendText(response, 405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
    return;
  }
  const found = await findSiteFile(folder, request.url ?? "/");
  if (found.kind === "redirect") {
    sendText(response, 301, `See ${found.location}`, { location: found.location });
    return;
  }
  if (found.kind === "file" && (await sendFile(response, 200, found.path))) return;
  const missing = await findSiteFile(folder, "/404.html");
  if (missing.kind === "file" && (await sendFile(response, 404, missing.path))) return;
  sendText(response, 404, "There is no such page.");
}

/** Sends a file, and returns whether it was there. To `HEAD` Node sends no body. */
async function sendFile(response: ServerResponse, status: number, path: string): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch {
    return false;
  }
  const { size } = await file.stat();
  response.writeHead(status, {
    ...HEADERS,
    "content-type": CONTENT_TYPES.get(extname(path)) ?? "application/octet-stream",
    "content-length": size,
  });
  await pipeline(file.createReadStream(), response);
  return true;
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...HEADERS, ...headers, "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((listening, refused) => {
    server.once("error", refused);
    server.listen(port, HOST, listening);
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

function describeListenError(error: unknown): string {
  if (errorCode(error) === "EADDRINUSE")
    return "another program uses it; give another, or 0 for any that is free";
  return describeError(error);
}
