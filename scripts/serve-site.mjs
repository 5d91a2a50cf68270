// Serves the built site on localhost until it is stopped.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { root } from "./install.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".rss": "application/rss+xml; charset=utf-8",
  ".atom": "application/atom+xml; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Serves `apps/docs/dist` on 127.0.0.1. A port that is taken is passed over for the next. */
export async function serveSite(port, folder = join(root, "apps/docs/dist")) {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.writeHead(500).end());
  });
  const address = await listen(server, port);
  console.log(`Site       ${address}\nPress Ctrl+C to stop.`);
}

async function answer(folder, request, response) {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  const isInside = file.startsWith(folder + sep);
  const found =
    isInside &&
    (await stat(file).then(
      (stats) => stats.isFile(),
      () => false,
    ));
  const shown = found ? file : join(folder, "404.html");
  response.writeHead(found ? 200 : 404, {
    "content-type": TYPES[extname(shown)] ?? "application/octet-stream",
  });
  createReadStream(shown)
    .on("error", () => response.end())
    .pipe(response);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port < 65_535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve(`http://localhost:${server.address().port}/`));
  });
}
