import type { SitemapRow } from "../data/sitemap.js";
import type { SiteFile } from "../options.js";
import type { Page, RenderSetting } from "./page.js";
import { render } from "./render-page.js";

/** Returns a page's three files. */
export function* pageFiles(page: Page, setting: RenderSetting): Generator<SiteFile> {
  const { html, markdown, json } = render(page, setting);
  const folder = page.url.slice(1);
  yield { path: `${folder}index.html`, text: html };
  yield { path: `${folder}index.md`, text: markdown };
  yield { path: `${folder}index.json`, text: json };
}

/** Returns a page's row in a sitemap. */
export function sitemapRow(page: Page, baseUrl: string): SitemapRow {
  return {
    url: `${baseUrl}${page.url.slice(1)}`,
    ...(page.updated === undefined ? {} : { updated: page.updated }),
  };
}
