import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".atom": "application/atom+xml",
  ".rss": "application/rss+xml",
};

/**
 * Serves a folder on 127.0.0.1 as a static host would: `index.html` of folders, `404.html` for what is not there.
 *
 * @param {string} folder
 * @param {number} [port] Default: any that is free. A port that is taken throws.
 */
export async function serveSite(folder, port = 0) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = resolve(root, `.${path.endsWith("/") ? `${path}index.html` : path}`);
    const found = file.startsWith(root + sep) && (await stat(file).catch(() => undefined))?.isFile();
    const shown = found ? file : join(root, "404.html");
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[extname(shown)] ?? "application/octet-stream",
      "x-content-type-options": "nosniff",
    });
    createReadStream(shown).pipe(response);
  });
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => listening(undefined));
  });
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () => new Promise((closed) => server.close(() => closed(undefined))),
  };
}
