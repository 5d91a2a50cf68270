import { expect, it } from "vitest";
import type { SiteFile } from "../options.js";
import type { Page } from "./page.js";
import { startTwinPacks } from "./twin-packs.js";

/** A page as packs see one: its kind, address and day. */
function page(kind: string, url: string, updated?: string): Page {
  return { url, updated, view: { kind } } as unknown as Page;
}

function pack(pages: readonly Page[], markdown = (url: string) => `# ${url}`): ReadonlyMap<string, string> {
  const packs = startTwinPacks("svc");
  const files: SiteFile[] = [];
  for (const each of pages)
    files.push(...packs.add(each, { markdown: markdown(each.url), json: `{"url":"${each.url}"}\n` }));
  files.push(...packs.end());
  const paths = files.map(({ path }) => path);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  return new Map(files.map(({ path, text }) => [path, text]));
}

const ROWS = [
  page("service", "/api/svc/"),
  page("operation", "/api/svc/Add/"),
  page("operation", "/api/svc/Zip/"),
  page("operation", "/api/svc/attach/"),
  page("type", "/api/svc/types/~1a/"),
  page("change", "/changes/svc/2019-12-31/", "2019-12-31"),
  page("change", "/changes/svc/2020-01-01/", "2020-01-01"),
  page("list", "/changes/svc/"),
];

it("gathers pages by kind and initial, and changes by year, under names that differ on any disk", () => {
  expect([...pack(ROWS).keys()].sort()).toEqual([
    "twins/svc/changes-2019.jsonl",
    "twins/svc/changes-2020.jsonl",
    "twins/svc/index.json",
    "twins/svc/operations-a-2.jsonl",
    "twins/svc/operations-a.jsonl",
    "twins/svc/operations-z.jsonl",
    "twins/svc/pages.jsonl",
    "twins/svc/types-other.jsonl",
  ]);
});

it("says where each page is among the bytes, whatever letters there are", () => {
  const files = pack(ROWS, (url) => `# ${url} – ± \u2028 \u{1f600}\n\n"quoted"`);
  const { pages } = JSON.parse(files.get("twins/svc/index.json") ?? "");
  expect(pages.map(([url]: [string]) => url).sort()).toEqual(ROWS.map(({ url }) => url).sort());
  for (const [url, file, offset, length] of pages) {
    const bytes = Buffer.from(files.get(`twins/svc/${file}`) ?? "").subarray(offset, offset + length);
    expect(JSON.parse(bytes.toString())).toEqual({
      url,
      markdown: `# ${url} – ± \u2028 \u{1f600}\n\n"quoted"`,
      page: { url },
    });
  }
});

it("begins another file where one would be too large", () => {
  const many = Array.from({ length: 5 }, (_, index) => page("operation", `/api/svc/Get${index}/`));
  const files = pack(many, () => "x".repeat(3_000_000));
  expect([...files.keys()]).toEqual([
    "twins/svc/operations-g.jsonl",
    "twins/svc/operations-g-2.jsonl",
    "twins/svc/operations-g-3.jsonl",
    "twins/svc/index.json",
  ]);
});
