import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";
import { OPERATION, serveTestSite, type TestSite } from "./built-site.js";
import { findViolations, openReader, type Reader } from "./open-site.js";

const COMPARE = "/compare/cognito-identity-provider/";
const NEIGHBOURS = `${COMPARE}?from=2020-03-16&to=2022-08-18`;
const HISTORY = `${OPERATION}history/`;
const ENUM = "/api/cognito-identity-provider/types/EventResponseType/";
const PAGES = [COMPARE, NEIGHBOURS, `${COMPARE}2022/`, HISTORY, ENUM];
const LIGHT: BrowserContextOptions = { colorScheme: "light", viewport: { width: 1280, height: 900 } };
const VIEWS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ["light", LIGHT],
  ["dark", { ...LIGHT, colorScheme: "dark" }],
  ["320 px wide", { ...LIGHT, viewport: { width: 320, height: 700 } }],
  ["forced colours", { ...LIGHT, forcedColors: "active" }],
];

let reader: Reader;
let site: TestSite;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  site = await serveTestSite("compare");
  reader = await openReader(site.url, "networkidle");
});

afterAll(async () => {
  await reader?.close();
  await site?.close();
});

function visit(
  path: string,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions = LIGHT,
): Promise<void> {
  return reader.visit(path, options, act);
}

const statusOf = (page: Page) => page.locator("[data-status]");
const rowsOf = (page: Page) => page.locator("[data-rows] .change");

describe.skipIf(WITHOUT_BROWSER)("comparisons in a browser (skipped where there is none)", () => {
  describe.each(VIEWS)("%s", (_name, options) => {
    it.each(PAGES)("axe finds nothing on %s, and nothing is wider than the window", async (path) => {
      await visit(
        path,
        async (page) => {
          expect(await findViolations(page)).toEqual([]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(wide).toBeLessThanOrEqual(0);
        },
        options,
      );
    });
  });

  it("tells what 2022-08-18 did, with links to the change and to the place", async () => {
    await visit(NEIGHBOURS, async (page) => {
      await expect.poll(() => statusOf(page).innerText()).toBe("2020-03-16 → 2022-08-18: 2 to check.");
      const row = rowsOf(page).filter({ hasText: "EventResponse" });
      expect(await row.locator("del").allInnerTexts()).toEqual(["Success", "Failure"]);
      expect(await row.locator("ins").allInnerTexts()).toEqual(["Pass", "Fail", "InProgress"]);
      const place = row.getByRole("link", { name: "AuthEvents[].EventResponse" });
      expect(await place.getAttribute("href")).toMatch(
        /AdminListUserAuthEvents\/#response\.AuthEvents\.item\.EventResponse$/,
      );
      await row.getByRole("link", { name: "2022-08-18" }).click();
      await page.waitForURL(/changes\/cognito-identity-provider\/2022-08-18-1\.27\.55\/#f-[0-9a-f]{12}$/);
      expect(await page.locator(":target").count()).toBe(1);
    });
  });

  it("compares over years, the worst first, without what did not change", async () => {
    await visit(`${COMPARE}?from=2017-11-28&to=latest`, async (page) => {
      await expect.poll(() => statusOf(page).innerText()).toMatch(/: 1 breaking, 3 to check, 4 safe\.$/);
      const badges = await rowsOf(page).locator(".badge").allInnerTexts();
      expect(badges[0]).toContain("Breaking");
      expect(await page.locator("[data-rows]").innerText()).not.toContain("ChallengeResponse");
    });
  });

  it("takes versions that are not recorded as those before them, and says so", async () => {
    await visit(COMPARE, async (page) => {
      await page.getByLabel("From", { exact: true }).fill("1.20.0");
      await page.getByLabel("To", { exact: true }).fill("1.28.3");
      await page.getByRole("button", { name: "Compare" }).click();
      await expect
        .poll(() => statusOf(page).innerText())
        .toContain("1.28.3 has the model of 2022-08-18 (1.27.55).");
      expect(new URL(page.url()).search).toBe("?from=1.20.0&to=1.28.3");
      expect(await rowsOf(page).count()).toBe(2);
    });
  });

  it("swaps what stands the wrong way round, and says so", async () => {
    await visit(`${COMPARE}?from=2022-08-18&to=2020-03-16`, async (page) => {
      await expect.poll(() => statusOf(page).innerText()).toContain("so the two were swapped");
      expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("2020-03-16");
      expect(await rowsOf(page).count()).toBe(2);
    });
  });

  it.each([
    ["?from=yesterday&to=latest", "There is no revision “yesterday”."],
    ["?from=2001-01-01&to=latest", "The record starts later than 2001-01-01: with 2017-11-28 (1.8.3)."],
    ["?from=&to=latest", "Two revisions are needed."],
    ["?from=latest&to=latest", "Both are the same revision."],
    [
      "?from=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&to=latest",
      "There is no revision “<img src=x onerror=alert(1)>”.",
    ],
  ])("says of %s what is wrong", async (query, message) => {
    await visit(COMPARE + query, async (page) => {
      await expect.poll(() => statusOf(page).innerText()).toContain(message);
      expect(await page.locator("[data-results]").isVisible()).toBe(false);
    });
  });

  it("keeps each comparison in the address, and goes back and forth", async () => {
    await visit(NEIGHBOURS, async (page) => {
      await expect.poll(() => rowsOf(page).count()).toBe(2);
      await page.getByLabel("To", { exact: true }).fill("2024-11-22");
      await page.keyboard.press("Enter");
      await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(2);
      await page.goBack();
      await expect.poll(() => rowsOf(page).count()).toBe(2);
      expect(await page.getByLabel("To", { exact: true }).inputValue()).toBe("2022-08-18");
    });
  });

  it("is used with the keyboard alone", async () => {
    await visit(COMPARE, async (page) => {
      await page.getByLabel("From", { exact: true }).focus();
      await page.keyboard.type("2022-08-18");
      await page.keyboard.press("Tab");
      await page.keyboard.type("2020-03-16");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("2020-03-16");
      await page.keyboard.press("Enter");
      await expect.poll(() => statusOf(page).innerText()).toBe("2020-03-16 → 2022-08-18: 2 to check.");
    });
  });

  it("leads without JavaScript to comparisons that are made already", async () => {
    await visit(
      COMPARE,
      async (page) => {
        expect(await page.locator("form.compare-form").isVisible()).toBe(false);
        await page.getByRole("link", { name: "2022", exact: true }).click();
        const row = page.locator(".compared .change").filter({ hasText: "EventResponse" });
        expect(await row.locator("del").allInnerTexts()).toEqual(["Success", "Failure"]);
      },
      { ...LIGHT, javaScriptEnabled: false },
    );
  });

  it("shows the picture of an enum with labels inside the window", async () => {
    await visit(
      ENUM,
      async (page) => {
        const picture = page.getByRole("img", {
          name: /^Success, Failure until 2022-08-18; Pass, Fail, InProgress since/,
        });
        const box = await picture.boundingBox();
        for (const label of await picture.locator("text").all()) {
          const own = await label.boundingBox();
          expect(own && box && own.x >= box.x - 1 && own.x + own.width <= box.x + box.width + 1).toBe(true);
        }
      },
      { ...LIGHT, viewport: { width: 320, height: 700 } },
    );
  });
});
