import type { SitemapRow } from "../data/sitemap.js";
import type { SiteFile } from "../options.js";
import type { Page, RenderSetting } from "./page.js";
import { render } from "./render-page.js";
import type { TwinPacks } from "./twin-packs.js";

/** Returns a page's three files; with packs its HTML alone, and the packs that are full. */
export function* pageFiles(page: Page, setting: RenderSetting, packs?: TwinPacks): Generator<SiteFile> {
  const { html, markdown, json } = render(page, setting);
  const folder = page.url.slice(1);
  yield { path: `${folder}index.html`, text: html };
  if (packs) {
    yield* packs.add(page, { markdown, json });
    return;
  }
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
