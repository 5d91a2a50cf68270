import { renderSite } from "@shapelog/site";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";
import { findServices, SILENT_NOTE } from "./find-service.js";
import { findViolations, openSite, type Reader } from "./open-site.js";

const PAGES = [
  "/search/?q=event",
  "/search/e/",
  "/search/i/",
  "/",
  "/services/",
  "/changes/2022/",
  "/changes/2022/08/",
  "/check/",
  "/breaking/silent/",
  "/mine/",
];
const WIDE = { colorScheme: "light", viewport: { width: 1280, height: 900 } } as const;
const DARK = { ...WIDE, colorScheme: "dark" } as const;
const NARROW = { ...WIDE, viewport: { width: 320, height: 700 } } as const;
const OPERATION = "/api/cognito-identity-provider/AdminListUserAuthEvents/";

let site: Reader;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  const options = { title: "Site", baseUrl: "https://docs.example.com/", services: findServices() };
  site = await openSite(renderSite(options).pages);
}, 120_000);
afterAll(() => site?.close());

/** Types a query, and returns what the list shows once all has been looked through. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.locator("#search").focus();
  await page.getByRole("combobox").fill(query);
  await expect.poll(() => status(page)).toMatch(/^(?:[\d,]+ found|Nothing found for “.*”)$/);
  await page.waitForTimeout(300);
  return (await page.getByRole("option").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
}

function status(page: Page): Promise<string> {
  return page.locator(".search-status").innerText();
}

describe.skipIf(WITHOUT_BROWSER)("finding, in a browser (skipped where there is none)", () => {
  it.each(PAGES)("axe finds nothing on %s, and nothing is wider than the window", async (path) => {
    for (const view of [WIDE, DARK, NARROW]) {
      await site.visit(path, view, async (page) => {
        await page.waitForLoadState("networkidle");
        expect(await findViolations(page)).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      });
    }
  });

  it.each([
    ["lua", "AdminListUserAuthEvents operation, Amazon Cognito Identity Provider"],
    ["list_user", "AdminListUserAuthEvents operation, Amazon Cognito Identity Provider"],
    ["admin-list-user", "AdminListUserAuthEvents operation, Amazon Cognito Identity Provider"],
    ["eventresp", "EventResponseType enum, Amazon Cognito Identity Provider"],
    [
      "AuthEvents[].EventResponse",
      "EventResponse field in AdminListUserAuthEvents, Amazon Cognito Identity Provider",
    ],
    ["PasswordChange", "PasswordChange value in AdminListUserAuthEvents, Amazon Cognito Identity Provider"],
    ["1.27.55", "2022-08-18 (1.27.55) Check your code, Amazon Cognito Identity Provider"],
    ["2021-02", "2021-02-03 (1.20.0) Breaking, Harbor"],
    ["berths", "Harbor service"],
    ["Harbor Master", "Harbor service"],
    ["old-harbor", "Harbor service"],
    ["harbor list", "ListBerths operation, Harbor"],
    ["faster crane", "2021-02-03 (1.20.0) note of a change, Harbor"],
    ["response.enum.values-repl", "response.enum.values-replaced rule"],
  ])("finds by %s", async (query, expected) => {
    await site.visit("/", {}, async (page) => {
      const [first] = await search(page, query);
      expect(first).toBe(expected);
    });
  });

  it("is a combobox: arrows choose, Escape closes, Enter goes there", async () => {
    await site.visit("/", WIDE, async (page, requests) => {
      expect(requests.filter((url) => /search/.test(url))).toEqual([]);
      const options = await search(page, "event");
      const input = page.getByRole("combobox", { name: "Search" });
      const chosen = () => page.locator('[role="option"][aria-selected="true"]').allInnerTexts();
      expect(await input.getAttribute("aria-expanded")).toBe("true");
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press("ArrowUp");
      expect((await chosen())[0]).toMatch(/^All results for “event”/);
      await page.keyboard.press("ArrowDown");
      expect((await chosen())[0]?.replace(/\s+/g, " ")).toBe(options[0]);
      const active = await input.getAttribute("aria-activedescendant");
      expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("Escape");
      expect(await input.getAttribute("aria-expanded")).toBe("false");
      expect(await page.getByRole("listbox").isVisible()).toBe(false);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/api/cognito-identity-provider/**");
    });
  });

  it("says how much it found, and that it found nothing", async () => {
    await site.visit(OPERATION, NARROW, async (page) => {
      await search(page, "user");
      expect(await status(page)).toMatch(/^\d+ found$/);
      expect(await search(page, "xyzzy")).toEqual([]);
      expect(await status(page)).toBe("Nothing found for “xyzzy”");
      expect(await page.getByRole("status").filter({ hasText: "Nothing" }).isVisible()).toBe(true);
    });
  });

  it("shows a query as text, whatever it holds", async () => {
    const query = '<img src=x onerror="alert(1)">\u202e';
    await site.visit(`/search/?q=${encodeURIComponent(query)}`, {}, async (page) => {
      await expect.poll(() => page.locator("[data-found-status]").innerText()).toContain("Nothing found");
      await search(page, query);
      expect(await page.locator("img").count()).toBe(0);
    });
  });

  it("Enter without a choice leads to the page with all results, which has its own address", async () => {
    await site.visit("/", WIDE, async (page) => {
      await search(page, "event");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search/?q=event");
      const found = page.getByRole("list", { name: "What was found" }).getByRole("link");
      await expect.poll(() => found.count()).toBeGreaterThan(5);
      expect(await page.locator("[data-found-status]").innerText()).toMatch(/^\d+ found for “event”$/);
      await page.getByLabel("Search for").fill("berth state");
      await page.getByRole("button", { name: "Search" }).click();
      await page.waitForURL("**/search/?q=berth%20state");
      await expect.poll(() => found.first().innerText()).toBe("BerthState");
      await page.goBack();
      await expect.poll(() => found.count()).toBeGreaterThan(5);
    });
  });

  it("tells what broke without a word of the vendor, with the vendor's words beside", async () => {
    await site.visit("/breaking/silent/", { javaScriptEnabled: false }, async (page) => {
      const row = page.getByRole("listitem").filter({ hasText: "Depth" }).first();
      expect(await row.locator("blockquote").innerText()).toBe(SILENT_NOTE);
      expect(await row.locator("figcaption").innerText()).toContain(
        "The vendor’s note, quoted from botocore 1.20.0",
      );
    });
  });

  it("keeps what a reader chose, and shows its changes alone", async () => {
    await site.visit("/mine/", WIDE, async (page) => {
      const titles = () => page.locator("[data-mine-changes] .change-head").allInnerTexts();
      const box = page.getByRole("checkbox", { name: "Choose Harbor" });
      await box.check();
      await expect.poll(() => titles()).toHaveLength(2);
      await page.reload();
      await expect.poll(() => box.isChecked()).toBe(true);
      expect(await findViolations(page)).toEqual([]);
      expect(await page.getByRole("textbox", { name: "Feed" }).inputValue()).toBe(
        `${site.url}/api/harbor/feed.atom`,
      );
      await page.getByLabel("Only those that break").check();
      await expect.poll(() => titles()).toHaveLength(1);
      await page.getByLabel("Only some operations").fill("nothing");
      await page.getByRole("button", { name: "Add an operation of Harbor" }).click();
      await expect.poll(() => page.locator(".chosen").innerText()).toContain("There is no operation nothing");
      await page.getByLabel("Only some operations").fill("listberths");
      await page.getByRole("button", { name: "Add an operation of Harbor" }).click();
      await page.getByRole("button", { name: "Leave out ListBerths" }).waitFor();
      await expect.poll(() => titles()).toHaveLength(1);
      await page.getByRole("button", { name: "Remove Harbor" }).click();
      await expect.poll(() => titles()).toEqual([]);
      expect(await box.isChecked()).toBe(false);
    });
  });

  it("leads to lists and feeds of services without JavaScript", async () => {
    await site.visit("/mine/", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("[data-mine]").isVisible()).toBe(false);
      expect(await page.getByText("Choosing needs JavaScript").isVisible()).toBe(true);
      await page
        .locator(".choices > li")
        .filter({ hasText: /^Harbor/ })
        .getByText("Changes")
        .click();
      await page.waitForURL("**/changes/harbor/");
    });
  });
});
