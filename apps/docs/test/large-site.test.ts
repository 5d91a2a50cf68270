import { renderSite, type SiteFile } from "@shapelog/site";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  largeService,
  MANY_ENTRIES,
  MANY_TEXTS,
  MANY_VALUES,
} from "../../../packages/site/test/large-service.js";
import { LONG_NAME } from "../../../packages/site/test/large-shapes.js";
import { WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";
import { findViolations, openSite, type Reader } from "./open-site.js";

const SERVICE = "/api/harbor/";
const ENUM = `${SERVICE}types/VesselClass/`;
const PAGES = [
  SERVICE,
  `${SERVICE}types/-v/`,
  `${SERVICE}${LONG_NAME}/`,
  `${SERVICE}DescribeAnchor/`,
  ENUM,
  changeOf(MANY_VALUES),
  changeOf(MANY_ENTRIES),
  changeOf(MANY_TEXTS),
];

function changeOf(date: string): string {
  const index = (Number(date.slice(0, 4)) - 2014) * 4 + (Number(date.slice(5, 7)) - 3) / 3;
  return `/changes/harbor/${date}-1.${index}.0/`;
}

let site: Reader;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  const wanted = new Set(PAGES.map((url) => `${url.slice(1)}index.html`));
  const { pages } = renderSite({ title: "Harbors", services: [largeService()] });
  const files: SiteFile[] = [];
  for (const file of pages) if (wanted.has(file.path) || file.path.startsWith("assets/")) files.push(file);
  site = await openSite(files);
}, 300_000);

afterAll(() => site?.close());

describe.skipIf(WITHOUT_BROWSER)(
  "pages of the largest size, in a browser (skipped where there is none)",
  () => {
    const wide = { colorScheme: "light", viewport: { width: 1280, height: 900 } } as const;
    const narrow = { colorScheme: "dark", viewport: { width: 320, height: 700 } } as const;

    it.each(PAGES)("axe finds nothing on %s, and nothing is wider than the window", async (path) => {
      for (const view of [wide, narrow]) {
        await site.visit(path, view, async (page) => {
          expect(await findViolations(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          ).toBeLessThanOrEqual(0);
        });
      }
    });

    it("has what to do on the first two screens where an enum has 193 new values", async () => {
      for (const view of [wide, narrow]) {
        await site.visit(changeOf(MANY_VALUES), view, async (page) => {
          const box = await page.locator(".advice dt").first().boundingBox();
          expect(box?.y).toBeLessThan(2 * view.viewport.height);
        });
      }
    });

    it("narrows operations down by name, and opens the groups they are in", async () => {
      await site.visit(SERVICE, wide, async (page) => {
        await page.getByLabel("Filter operations").fill("describe crane");
        await expect.poll(() => page.locator(".name-list > li:visible").allInnerTexts()).toHaveLength(2);
        expect(await page.locator("[data-filter-status]").innerText()).toMatch(/^2 of 70\d$/);
      });
    });

    it("filters, folds and unfolds the entries of a large change", async () => {
      await site.visit(changeOf(MANY_ENTRIES), wide, async (page) => {
        const all = await page.locator(".entry").count();
        await page.getByLabel("Filter", { exact: true }).fill("CraneState");
        await expect.poll(() => page.locator(".entry:visible").count()).toBeLessThan(all);
        await page.getByLabel("Filter", { exact: true }).fill("");
        await page.getByRole("button", { name: "Expand all" }).click();
        expect(await page.locator(".entry > details:not([open])").count()).toBe(0);
        await page.getByRole("button", { name: "Collapse all" }).click();
        expect(await page.locator(".entry > details[open]").count()).toBe(0);
      });
    });

    it("says everything without JavaScript", async () => {
      await site.visit(SERVICE, { ...wide, javaScriptEnabled: false }, async (page) => {
        expect(await page.locator(".entry-tools").isVisible()).toBe(false);
        await page.locator("#about-Crane summary").first().click();
        expect(await page.getByRole("link", { name: "DescribeCrane", exact: true }).isVisible()).toBe(true);
      });
    });
  },
);
