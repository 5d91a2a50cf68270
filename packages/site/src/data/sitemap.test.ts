import { expect, it } from "vitest";
import { createSitemaps } from "./sitemap.js";

const BASE = "https://docs.example.com/";
const rows = (count: number, path = "") =>
  Array.from({ length: count }, (_, index) => ({
    url: `${BASE}${path}${index}/`,
    updated: `20${10 + (index % 10)}-01-01`,
  }));

const addressesIn = (text: string) => text.match(/<loc>/g)?.length ?? 0;

it("puts all addresses into one sitemap as long as they fit", () => {
  const { files, rows: index } = createSitemaps("sitemaps/ec2", rows(50_000), BASE);
  expect(files.map(({ path, text }) => [path, addressesIn(text)])).toEqual([["sitemaps/ec2.xml", 50_000]]);
  expect(index).toEqual([{ url: `${BASE}sitemaps/ec2.xml`, updated: "2019-01-01" }]);
});

it("divides sitemaps by how many addresses one may have", () => {
  const { files, rows: index } = createSitemaps("sitemaps/ec2", rows(100_001), BASE);
  expect(files.map(({ path, text }) => [path, addressesIn(text)])).toEqual([
    ["sitemaps/ec2.xml", 50_000],
    ["sitemaps/ec2.2.xml", 50_000],
    ["sitemaps/ec2.3.xml", 1],
  ]);
  expect(index.map(({ updated }) => updated)).toEqual(["2019-01-01", "2019-01-01", "2010-01-01"]);
});

it("divides sitemaps by how long one may be", () => {
  const { files } = createSitemaps("sitemaps/long", rows(30_000, `${"x".repeat(2000)}/`), BASE);
  expect(files).toHaveLength(2);
  for (const { text } of files) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(50 * 1024 * 1024);
  expect(files.reduce((sum, { text }) => sum + addressesIn(text), 0)).toBe(30_000);
});

it("has a day in the index only where a page has one", () => {
  const { rows: index } = createSitemaps("sitemaps/x", [{ url: `${BASE}x/` }], BASE);
  expect(index).toEqual([{ url: `${BASE}sitemaps/x.xml` }]);
});
