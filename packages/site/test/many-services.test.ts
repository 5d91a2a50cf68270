import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { joinSummaries, renderShared } from "../src/render-shared.js";
import { manySummaries } from "./many-services.js";

const files = new Map<string, string>();

beforeAll(() => {
  const parts = { joined: joinSummaries(manySummaries()), rules: [] };
  const setting = { siteTitle: "Harbors", baseUrl: "https://docs.example.com/" };
  for (const { path, text } of renderShared(parts, setting)) {
    if (files.has(path)) throw new Error(`${path} is there twice`);
    files.set(path, text);
  }
}, 300_000);

function read(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
}

const rowsOf = (html: string) => html.match(/<li class="change /g)?.length ?? 0;

describe("a site of 500 services and 12,000 changes", () => {
  it("has no page over its limits", () => {
    const pages = [...files].filter(([path]) => path.endsWith(".html"));
    const tooLarge = pages.flatMap(([path, html]) => {
      const elements = html.match(/<[a-z]/g)?.length ?? 0;
      const [raw, packed] = [Buffer.byteLength(html), gzipSync(html).length];
      const isFine = raw <= 250_000 && packed <= 40_000 && elements <= 5000;
      return isFine ? [] : [`${path}: ${raw} bytes, ${packed} compressed, ${elements} elements`];
    });
    expect(tooLarge).toEqual([]);
    expect(pages.length).toBeGreaterThan(300);
  });

  it("reads at most 100 KB before a search, and as much for a query", () => {
    const search = [...files].filter(([path]) => path.startsWith("search/") && path.endsWith(".json"));
    const data = search.filter(([path]) => !path.endsWith("index.json"));
    const tooLarge = data.filter(([, text]) => gzipSync(text).length > 100_000);
    expect(tooLarge.map(([path]) => path)).toEqual([]);
    expect(data.map(([path]) => path)).toContain("search/types/an.json");
  });

  it("leads from page to page, 100 rows each, to every change", () => {
    const urls = new Set<string>();
    for (let page = 1; page <= 120; page++) {
      const html = read(page === 1 ? "changes/index.html" : `changes/page/${page}/index.html`);
      expect(rowsOf(html)).toBe(100);
      for (const [, url = ""] of html.matchAll(/class="change-title"><a href="([^"]*)"/g))
        urls.add(url.replace(/^(?:\.\.\/)+/, "").replace(/^changes\//, ""));
    }
    expect(urls.size).toBe(12_000);
    expect(files.has("changes/page/121/index.html")).toBe(false);
    expect(read("changes/page/2/index.html")).toContain('href="../../" rel="prev"');
  });

  it("lists each year and month, with pages of their own", () => {
    const { view } = JSON.parse(read("changes/index.json"));
    const sum = view.periods.rows.reduce((all: number, { changes }: { changes: number }) => all + changes, 0);
    expect(sum).toBe(12_000);
    for (const { url, changes } of view.periods.rows) {
      const year = JSON.parse(read(`${url.slice(1)}index.json`)).view;
      expect(year.pages).toBe(Math.ceil(changes / 100));
      for (const month of year.periods.rows) {
        const own = JSON.parse(read(`${month.url.slice(1)}index.json`)).view;
        expect(
          own.changes.every(({ moment }: { moment: { date: string } }) =>
            month.url.includes(moment.date.slice(0, 4)),
          ),
        ).toBe(true);
      }
    }
    expect(read("changes/2025/12/index.html")).toContain('content="noindex"');
  });

  it("lists what to check and what is silent", () => {
    expect(JSON.parse(read("check/index.json")).view.pages).toBe(30);
    const silent = read("breaking/silent/index.html");
    expect(silent).toContain("The vendor’s note, quoted from botocore 1.0.0");
    expect(silent).toContain('<a href="../../changes/harbor-');
    expect(files.has("breaking/silent/page/60/index.html")).toBe(true);
  });

  it("leads to every operation and type by letter", () => {
    const { letters } = JSON.parse(read("search/index.json")).view;
    const sum = letters.reduce((all: number, { count }: { count: number }) => all + count, 0);
    expect(sum).toBe(500 * 60);
    const [first] = letters;
    expect(JSON.parse(read("search/a/index.json")).view.rows).toHaveLength(600);
    expect(files.has(`search/a/page/${Math.ceil(first.count / 600)}/index.html`)).toBe(true);
  });
});
