import { xmlElement } from "../feeds/xml.js";
import type { SiteFile } from "../options.js";

/** An address in a sitemap, absolute, and the day of its last change. */
export interface SitemapRow {
  readonly url: string;
  readonly updated?: string;
}

const OPEN = '<?xml version="1.0" encoding="utf-8"?>';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** What stands around the rows. */
const HEAD_BYTES = 200;

/** How many addresses and bytes a sitemap may have, by sitemaps.org. */
const MOST_ROWS = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;

/** Sitemaps as files, and their rows in an index. */
export interface Sitemaps {
  readonly files: readonly SiteFile[];
  readonly rows: readonly SitemapRow[];
}

/** Returns sitemaps, as many as it takes: the second of `sitemaps/ec2` is `sitemaps/ec2.2.xml`. */
export function createSitemaps(path: string, rows: readonly SitemapRow[], baseUrl: string): Sitemaps {
  const parts = divideRows(rows).map((part, index) => {
    const file = `${path}${index === 0 ? "" : `.${index + 1}`}.xml`;
    const days = part.flatMap(({ updated }) => updated ?? []).sort();
    const newest = days.at(-1);
    return {
      file: { path: file, text: printSitemap(part) },
      row: { url: `${baseUrl}${file}`, ...(newest === undefined ? {} : { updated: newest }) },
    };
  });
  return { files: parts.map(({ file }) => file), rows: parts.map(({ row }) => row) };
}

/** Returns the rows of each sitemap; the first one may have none. */
function divideRows(rows: readonly SitemapRow[]): SitemapRow[][] {
  const parts: SitemapRow[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    const length = Buffer.byteLength(printRow(row)) + 1;
    if ((parts.at(-1)?.length ?? 0) >= MOST_ROWS || bytes + length > MOST_BYTES - HEAD_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(row);
    bytes += length;
  }
  return parts;
}

/** Returns a sitemap (sitemaps.org 0.9). */
function printSitemap(rows: readonly SitemapRow[]): string {
  return `${[OPEN, `<urlset xmlns="${NAMESPACE}">`, ...rows.map(printRow), "</urlset>"].join("\n")}\n`;
}

/** Returns a sitemap of sitemaps. */
export function printSitemapIndex(rows: readonly SitemapRow[]): string {
  const lines = rows.map(
    ({ url, updated }) => `  <sitemap>${xmlElement("loc", url)}${modified(updated)}</sitemap>`,
  );
  return `${[OPEN, `<sitemapindex xmlns="${NAMESPACE}">`, ...lines, "</sitemapindex>"].join("\n")}\n`;
}

function printRow({ url, updated }: SitemapRow): string {
  return `  <url>${xmlElement("loc", url)}${modified(updated)}</url>`;
}

function modified(updated: string | undefined): string {
  return updated === undefined ? "" : xmlElement("lastmod", updated);
}
