import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedSite, serveSite } from "./serve-site.js";

const folder = mkdtempSync(join(tmpdir(), "shapelog-serve-"));
let site: ServedSite;

beforeAll(async () => {
  mkdirSync(join(folder, "site/a/b"), { recursive: true });
  const files = {
    "secret.txt": "secret",
    "site/index.html": "home",
    "site/404.html": "not here",
    "site/a/index.html": "a",
    "site/a/b/notes.md": "notes",
    "site/site.css": "css",
    "site/.hidden": "hidden",
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  symlinkSync(join(folder, "secret.txt"), join(folder, "site/link.txt"));
  symlinkSync(folder, join(folder, "site/out"));
  symlinkSync(join(folder, "site/site.css"), join(folder, "site/own.css"));
  const served = await serveSite(join(folder, "site"), 0);
  if (!served.ok) throw new Error(served.diagnostics[0]?.message);
  site = served.value;
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path just as it is written, which `fetch` would put right. */
function ask(path: string, method = "GET") {
  const { port } = new URL(site.url);
  return new Promise<{ status: number; type: string; location: string; body: string }>((answered, failed) => {
    request({ host: "127.0.0.1", port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => {
        body += text;
      });
      response.on("end", () => {
        const { "content-type": type = "", location = "" } = response.headers;
        answered({ status: response.statusCode ?? 0, type, location, body });
      });
    })
      .on("error", failed)
      .end();
  });
}

describe("serving a site", () => {
  it.each([
    ["/", "home", "text/html; charset=utf-8"],
    ["/a/", "a", "text/html; charset=utf-8"],
    ["/a/b/notes.md?again=1", "notes", "text/markdown; charset=utf-8"],
    ["/site.css", "css", "text/css; charset=utf-8"],
    ["/%73ite.css", "css", "text/css; charset=utf-8"],
    ["/own.css", "css", "text/css; charset=utf-8"],
  ])("answers %s with the file", async (path, body, type) => {
    expect(await ask(path)).toEqual({ status: 200, type, location: "", body });
  });

  it.each([
    ["what is not there", "/nothing/"],
    ["a folder without a page", "/a/b/"],
    ["a file with a slash", "/site.css/"],
    ["bytes that are no text", "/%ff"],
    ["half an escape", "/%"],
    ["an empty name", "//"],
    ["the folder above", "/../secret.txt"],
    ["the folder above, escaped", "/%2e%2e%2fsecret.txt"],
    ["the folder above, with a backslash", "/..%5csecret.txt"],
    ["a zero byte", "/site.css%00"],
    ["a hidden file", "/.hidden"],
    ["a link to a file that is not in the folder", "/link.txt"],
    ["a link to a folder that is not in the folder", "/out/secret.txt"],
  ])("answers %s with the site's page for that", async (_name, path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: "not here" });
    expect(await ask("/")).toMatchObject({ status: 200 });
  });

  it("leads to the slash at the end of a folder, and keeps the query", async () => {
    expect(await ask("/a?q=1")).toMatchObject({ status: 301, location: "/a/?q=1" });
    expect(await ask("//a")).toMatchObject({ status: 404 });
  });

  it("answers HEAD without a body, and nothing that would change something", async () => {
    expect(await ask("/", "HEAD")).toMatchObject({ status: 200, type: "text/html; charset=utf-8", body: "" });
    expect(await ask("/", "POST")).toMatchObject({ status: 405 });
  });

  it("is for this computer alone", () => {
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("takes no other port where the one is taken, and names it", async () => {
    const port = Number(new URL(site.url).port);
    const second = await serveSite(folder, port);
    expect(second.ok).toBe(false);
    expect(second.diagnostics.map(({ message }) => message)).toEqual([
      `--port ${port} cannot be used: another program uses it; give another, or 0 for any that is free.`,
    ]);
  });
});
