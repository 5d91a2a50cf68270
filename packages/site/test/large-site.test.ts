import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { renderSite } from "../src/index.js";
import { authEventService } from "./auth-events.js";
import { createCrawl } from "./crawl.js";
import { largeService, MANY_ENTRIES, MANY_TEXTS, MANY_VALUES } from "./large-service.js";
import { LONG_NAME } from "./large-shapes.js";
import { elementsOf } from "./read-site.js";

/** What each kind of file may weigh (raw and compressed bytes) and hold (elements). */
const PAGE = { raw: 250_000, gzip: 40_000, elements: 5000 };
const OPTIONS = { title: "Site", baseUrl: "https://docs.example.com/" };

const kept = new Map<string, string>();
const tooLarge: string[] = [];
const crawl = createCrawl();
const small = createCrawl();

beforeAll(() => {
  for (const { path, text } of renderSite({ ...OPTIONS, services: [largeService()] }).pages) {
    const problem = findExcess(path, text);
    if (problem !== undefined) tooLarge.push(problem);
    if (path.endsWith(".html")) crawl.add(path, text);
    if (
      /VesselClass|^changes\/harbor\/|^api\/harbor\/index|^api\/harbor\/types\/(?:-v\/)?index|feed\.|Slip\/|^data/.test(
        path,
      )
    )
      kept.set(path, text);
  }
  for (const { path, text } of renderSite({ ...OPTIONS, services: [authEventService()] }).pages)
    if (path.endsWith(".html")) small.add(path, text);
}, 300_000);

function findExcess(path: string, text: string): string | undefined {
  const raw = Buffer.byteLength(text);
  if (/\.(?:atom|rss)$|feed\.json$|breaking\.json$/.test(path) && !path.startsWith("rules/"))
    return raw > 100_000 ? `${path}: ${raw} bytes` : undefined;
  if (path.startsWith("data/") && path.includes("/")) {
    const packed = raw > 300_000 ? gzipSync(text).length : 0;
    return packed > 300_000 ? `${path}: ${packed} bytes compressed` : undefined;
  }
  if (!path.endsWith(".html")) return undefined;
  const elements = text.match(/<[a-z]/g)?.length ?? 0;
  const packed = raw > 120_000 ? gzipSync(text).length : 0;
  const isFine = raw <= PAGE.raw && packed <= PAGE.gzip && elements <= PAGE.elements;
  return isFine ? undefined : `${path}: ${raw} bytes, ${packed} compressed, ${elements} elements`;
}

function read(path: string): string {
  const text = kept.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
}

const change = (date: string) => {
  const path = [...kept.keys()].find(
    (each) => each.startsWith(`changes/harbor/${date}-`) && each.endsWith(".html"),
  );
  return read(path ?? date);
};

describe("a service of the largest size", () => {
  it("has no page, feed or data file over its limit", () => {
    expect(tooLarge).toEqual([]);
  });

  it("leads to nothing that is not there", () => {
    expect(crawl.findBroken()).toEqual([]);
    expect(small.findBroken()).toEqual([]);
  });

  it("says once that an enum has 193 new values, what to do first, and folds the long list", () => {
    const html = change(MANY_VALUES);
    const articles = html.split("<article ").filter((part) => part.includes("VesselClass</code></h3>"));
    expect(articles).toHaveLength(1);
    expect(html.match(/<ins>/g)?.length ?? 0).toBeLessThan(20);
    expect(html.indexOf("What to do")).toBeLessThan(html.indexOf("mark-added"));
    expect(html).toContain("193 values");
  });

  it("shows many entries at a glance, foldable, and filtered by the script", () => {
    const html = change(MANY_ENTRIES);
    const elements = elementsOf(html);
    expect(html).toContain("At a glance");
    expect(
      elements.filter(
        ({ name, parent }) =>
          name === "details" && parent && "attribs" in parent && /^entry /.test(parent.attribs.class ?? ""),
      ).length,
    ).toBeGreaterThan(40);
    expect(html).toContain('data-filter="entry"');
    expect(html).toMatch(/And these, in short/);
  });

  it("shows texts by the words that changed, and never as markup", () => {
    const html = change(MANY_TEXTS);
    expect(html).toContain("<del>one</del>");
    expect(html).toContain("<ins>each</ins>");
    expect(html).not.toContain("&lt;p>");
  });

  it("has status and last changes before operations, and operations in groups", () => {
    const html = read("api/harbor/index.html");
    expect(html.indexOf('id="changes"')).toBeLessThan(html.indexOf('id="operations"'));
    expect(html).toContain('id="about-Berth"');
    expect(html).toContain(LONG_NAME);
    expect(read("api/harbor/types/index.html")).toContain('href="-v/"');
    expect(read("api/harbor/types/-v/index.html")).toContain("../VesselClass/");
  });

  it("shows a long enum by the changes its values came with", () => {
    const html = read("api/harbor/types/VesselClass/index.html");
    expect(html).toMatch(/2021-12-01<\/time>.*?<span class="more">193<\/span>/s);
  });

  it("keeps all values of a long enum in its data", () => {
    const { enums } = JSON.parse(read("data/harbor/paths/enums.json"));
    expect(enums).toHaveLength(1);
    expect(enums[0].values.length).toBe(620 + 39 * 3 + 190);
  });
});
