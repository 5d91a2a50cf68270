import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { renderSite } from "@shapelog/site";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  largeService,
  MANY_ENTRIES,
  MANY_TEXTS,
  MANY_VALUES,
} from "../../../packages/site/test/large-service.js";
import { LONG_NAME } from "../../../packages/site/test/large-shapes.js";
import { CHROMIUM, CHROMIUM_ARGUMENTS, WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";

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
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TYPES = new Map([
  ["css", "text/css"],
  ["js", "text/javascript"],
  ["svg", "image/svg+xml"],
  ["json", "application/json"],
]);

function changeOf(date: string): string {
  const index = (Number(date.slice(0, 4)) - 2014) * 4 + (Number(date.slice(5, 7)) - 3) / 3;
  return `/changes/harbor/${date}-1.${index}.0/`;
}

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  if (CHROMIUM === undefined) throw new Error("There is no Chromium; set CHROMIUM to its path.");
  const wanted = new Set(PAGES.map((url) => `${url.slice(1)}index.html`));
  const files = new Map<string, string>();
  for (const { path, text } of renderSite({ title: "Harbors", services: [largeService()] }).pages)
    if (wanted.has(path) || path.startsWith("assets/")) files.set(path, text);
  server = createServer(({ url = "/" }, response) => {
    const path = url.slice(1).replace(/\/$/, "/index.html");
    const text = files.get(path);
    response.writeHead(text === undefined ? 404 : 200, {
      "content-type": TYPES.get(path.slice(path.lastIndexOf(".") + 1)) ?? "text/html; charset=utf-8",
    });
    response.end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

async function visit(
  path: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(origin + path, { waitUntil: "load" });
  await act(page);
  await context.close();
  expect(problems).toEqual([]);
}

async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run({
      runOnly: { type: "tag", values },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))}`,
    );
  }, RULES);
}

describe.skipIf(WITHOUT_BROWSER)(
  "pages of the largest size, in a browser (skipped where there is none)",
  () => {
    const wide = { colorScheme: "light", viewport: { width: 1280, height: 900 } } as const;
    const narrow = { colorScheme: "dark", viewport: { width: 320, height: 700 } } as const;

    it.each(PAGES)("axe finds nothing on %s, and nothing is wider than the window", async (path) => {
      for (const view of [wide, narrow]) {
        await visit(path, view, async (page) => {
          expect(await findViolations(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          ).toBeLessThanOrEqual(0);
        });
      }
    });

    it("has what to do on the first two screens where an enum has 193 new values", async () => {
      for (const view of [wide, narrow]) {
        await visit(changeOf(MANY_VALUES), view, async (page) => {
          const box = await page.locator(".advice dt").first().boundingBox();
          expect(box?.y).toBeLessThan(2 * view.viewport.height);
        });
      }
    });

    it("narrows operations down by name, and opens the groups they are in", async () => {
      await visit(SERVICE, wide, async (page) => {
        await page.getByLabel("Filter operations").fill("describe crane");
        await expect.poll(() => page.locator(".name-list > li:visible").allInnerTexts()).toHaveLength(2);
        expect(await page.locator("[data-filter-status]").innerText()).toMatch(/^2 of 70\d$/);
      });
    });

    it("filters, folds and unfolds the entries of a large change", async () => {
      await visit(changeOf(MANY_ENTRIES), wide, async (page) => {
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
      await visit(SERVICE, { ...wide, javaScriptEnabled: false }, async (page) => {
        expect(await page.locator(".entry-tools").isVisible()).toBe(false);
        await page.locator("#about-Crane summary").first().click();
        expect(await page.getByRole("link", { name: "DescribeCrane", exact: true }).isVisible()).toBe(true);
      });
    });
  },
);
