import { xmlElement } from "../feeds/xml.js";

/** An address in a sitemap, absolute, and the day of its last change. */
export interface SitemapRow {
  readonly url: string;
  readonly updated?: string;
}

const OPEN = '<?xml version="1.0" encoding="utf-8"?>';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Returns a sitemap (sitemaps.org 0.9). */
export function printSitemap(rows: readonly SitemapRow[]): string {
  const lines = rows.map(({ url, updated }) => `  <url>${xmlElement("loc", url)}${modified(updated)}</url>`);
  return `${[OPEN, `<urlset xmlns="${NAMESPACE}">`, ...lines, "</urlset>"].join("\n")}\n`;
}

/** Returns a sitemap of sitemaps. */
export function printSitemapIndex(rows: readonly SitemapRow[]): string {
  const lines = rows.map(
    ({ url, updated }) => `  <sitemap>${xmlElement("loc", url)}${modified(updated)}</sitemap>`,
  );
  return `${[OPEN, `<sitemapindex xmlns="${NAMESPACE}">`, ...lines, "</sitemapindex>"].join("\n")}\n`;
}

function modified(updated: string | undefined): string {
  return updated === undefined ? "" : xmlElement("lastmod", updated);
}
