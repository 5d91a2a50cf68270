import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, CHROMIUM_ARGUMENTS, WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";
import { CHANGE, OPERATION, serveTestSite, type TestSite } from "./built-site.js";
import { findViolations } from "./open-site.js";

const SERVICE = "/api/cognito-identity-provider/";
const PAGES = [
  "/",
  SERVICE,
  OPERATION,
  `${SERVICE}types/EventResponseType/`,
  CHANGE,
  "/changes/",
  "/about/severity/",
  "/guides/",
  "/guides/quick-start/",
  "/guides/apps/",
  "/guides/commands/diff/",
];
const LIGHT: BrowserContextOptions = { colorScheme: "light", viewport: { width: 1280, height: 900 } };
const VIEWS: readonly (readonly [name: string, paths: readonly string[], options: BrowserContextOptions])[] =
  [
    ["light", PAGES, LIGHT],
    ["dark", PAGES, { ...LIGHT, colorScheme: "dark" }],
    ["320 px wide", PAGES, { ...LIGHT, viewport: { width: 320, height: 700 } }],
    ["forced colours", [OPERATION, CHANGE], { ...LIGHT, forcedColors: "active" }],
  ];

let browser: Browser;
let site: TestSite;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  if (CHROMIUM === undefined) throw new Error("There is no Chromium; set CHROMIUM to its path.");
  site = await serveTestSite("browser");
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: CHROMIUM_ARGUMENTS,
  });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens an address as a reader who has never been here, and does something. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const problems: string[] = [];
  const page = await openPage(context, problems);
  await page.goto(site.url + path, { waitUntil: "load" });
  await act(page);
  await context.close();
  expect(problems).toEqual([]);
}

/** Opens an empty page that adds any console message, error or failed request to `problems`. */
async function openPage(context: BrowserContext, problems: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url)) problems.push(`another host: ${request.url()}`);
  });
  return page;
}

describe.skipIf(WITHOUT_BROWSER)("in a browser (skipped where there is none)", () => {
  describe.each(VIEWS)("%s", (_name, paths, options) => {
    const problems: string[] = [];
    let page: Page;

    // One page is led from address to address: its process has axe ready after the first.
    beforeAll(async () => {
      if (WITHOUT_BROWSER) return;
      page = await openPage(await browser.newContext(options), problems);
    });
    afterAll(() => page?.context().close());

    it.each(paths)("axe finds nothing on %s, and nothing is wider than the window", async (path) => {
      await page.goto(site.url + path, { waitUntil: "load" });
      expect(await findViolations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      expect(problems).toEqual([]);
    });
  });

  it("names Success and Failure as removed at their path", async () => {
    await visit(CHANGE, {}, async (page) => {
      const entry = page.getByRole("article").filter({
        has: page.getByRole("heading", { name: "AuthEvents[].EventResponse" }),
      });
      const removed = entry.locator(".mark-removed");
      await expect.poll(() => removed.innerText()).toMatch(/−\s*removed\s+Success\s+Failure/);
      expect(await removed.locator("del").allInnerTexts()).toEqual(["Success", "Failure"]);
      expect(await entry.innerText()).toContain(
        "AuthEvents[].ChallengeResponses[].ChallengeResponse keeps Success and Failure.",
      );
    });
  });

  it.each([OPERATION, CHANGE, "/", "/guides/write-a-model/"])(
    "the keyboard reaches everything on %s, visibly",
    async (path) => {
      await visit(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
        const expected = await page.evaluate(() => {
          const all = document.querySelectorAll<HTMLElement>(
            "a[href]:not(.skip), button, input:not([type='radio']:not(:checked)), summary, [tabindex='0']",
          );
          const shown = [...all].filter((element) => element.checkVisibility({ visibilityProperty: true }));
          for (const [index, element] of shown.entries()) element.dataset.order = String(index);
          return shown.length;
        });
        const reached = new Set<string>();
        for (let press = 0; press < expected + 5; press++) {
          await page.keyboard.press("Tab");
          const focused = await page.evaluate(() => {
            const element = document.activeElement;
            if (!(element instanceof HTMLElement) || element.dataset.order === undefined) return undefined;
            const box = element.getBoundingClientRect();
            const header = document.querySelector(".site-header");
            const isOutlined = getComputedStyle(element).outlineStyle !== "none";
            const covered =
              header?.contains(element) === false && box.bottom <= header.getBoundingClientRect().bottom;
            return {
              order: element.dataset.order,
              isOutlined,
              covered,
              text: element.outerHTML.slice(0, 80),
            };
          });
          if (!focused) continue;
          reached.add(focused.order);
          expect(focused.isOutlined, focused.text).toBe(true);
          expect(focused.covered, focused.text).toBe(false);
        }
        expect(reached.size).toBe(expected);
      });
    },
  );

  it("says everything without JavaScript", async () => {
    await visit(OPERATION, { javaScriptEnabled: false }, async (page) => {
      const text = (await page.locator("main").textContent()) ?? "";
      for (const part of [
        "UserPoolId",
        "EventResponse",
        "InProgress",
        "removed 2022-08-18",
        "First recorded",
      ]) {
        expect(text).toContain(part);
      }
      const folded = page.locator("details:not([open]) > summary").first();
      await folded.click();
      expect(await page.locator("[data-expand]").isVisible()).toBe(false);
      await page.getByRole("searchbox").fill("anything");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search/?q=anything");
      await page.getByRole("navigation", { name: "Operations and types by letter" }).getByText("A").click();
      await page.getByRole("link", { name: "AdminListUserAuthEvents" }).click();
      expect(page.url()).toBe(site.url + OPERATION);
    });
  });

  it("opens what an anchor is folded in", async () => {
    const id = "response.AuthEvents.item.EventFeedback.Provider";
    await visit(`${OPERATION}#${id}`, {}, async (page) => {
      expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    });
  });

  it("unfolds and folds everything", async () => {
    await visit(OPERATION, {}, async (page) => {
      const button = page.getByRole("button", { name: "Expand all" });
      await button.click();
      expect(await page.locator(".tree details:not([open])").count()).toBe(0);
      const collapse = page.getByRole("button", { name: "Collapse all" });
      expect(await collapse.getAttribute("aria-expanded")).toBe("true");
      await collapse.click();
      expect(await page.locator(".tree details[open]").count()).toBe(0);
    });
  });

  it("leads from a removed value to its tombstone by keyboard", async () => {
    await visit(CHANGE, {}, async (page) => {
      await page.getByRole("searchbox").focus();
      await page.getByRole("combobox").fill("Failure");
      const options = page.getByRole("option");
      await expect.poll(() => options.nth(0).innerText()).toMatch(/^Failure\s+value in /);
      expect(await options.nth(1).innerText()).toMatch(/^Failure\s+removed value in /);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/AdminListUserAuthEvents/#response.AuthEvents.item.EventResponse=Failure");
      const id = "response.AuthEvents.item.EventResponse=Failure";
      await expect.poll(() => page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    });
  });

  it("keeps the reader's theme", async () => {
    await visit("/", { colorScheme: "light" }, async (page) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      await page.getByRole("button", { name: "Theme: system" }).click();
      await page.getByRole("button", { name: "Theme: light" }).click();
      await page.getByRole("button", { name: "Theme: dark" }).waitFor();
      const dark = await background();
      expect(dark).not.toBe(light);
      await page.goto(site.url + OPERATION);
      expect(await background()).toBe(dark);
    });
  });

  it("copies a sample and says so", async () => {
    await visit(OPERATION, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.getByRole("radio", { name: "boto3" }).check();
      await page.getByRole("button", { name: "Copy boto3 sample" }).click();
      await expect.poll(() => page.getByRole("status").innerText()).toBe("Copied");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
        "client.admin_list_user_auth_events(",
      );
    });
  });

  it("shows samples in the reader's language, by keyboard, and remembers it", async () => {
    await visit(OPERATION, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const go = async (path: string) => {
        await page.waitForLoadState("networkidle");
        await page.goto(site.url + path);
      };
      const shown = () =>
        page
          .locator(".samples > .sample:visible")
          .evaluateAll((all) => all.map((each) => each.getAttribute("data-language")));
      expect(await shown()).toEqual(["package"]);
      const group = page.getByRole("group", { name: "Language of the sample" });
      await group.getByRole("radio", { name: "TypeScript" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await shown()).toEqual(["boto3"]);
      expect(new URL(page.url()).searchParams.get("lang")).toBe("boto3");
      await go(OPERATION);
      expect(await shown()).toEqual(["boto3"]);
      expect(await group.getByRole("radio", { name: "boto3" }).isChecked()).toBe(true);
      await go(`${OPERATION}?lang=cli`);
      expect(await shown()).toEqual(["cli"]);
      await go(`${OPERATION}?lang=cobol`);
      expect(await shown()).toEqual(["package"]);
      await page.waitForLoadState("networkidle");
    });
  });

  it("has all samples below each other without JavaScript, and the guides", async () => {
    await visit(OPERATION, { javaScriptEnabled: false }, async (page) => {
      const samples = page.locator(".samples > .sample:visible");
      expect(await samples.locator(".sample-head span").allInnerTexts()).toEqual([
        "TypeScript",
        "AWS SDK for JavaScript",
        "boto3",
        "AWS CLI",
      ]);
      expect(await page.getByRole("radio").count()).toBe(0);
      await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Guides" }).click();
      await page.getByRole("link", { name: "Read drift" }).click();
      await page.getByRole("link", { name: "Sample apps" }).last().click();
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Sample apps");
      expect(
        await page
          .getByRole("img")
          .first()
          .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
      ).toBe(440);
    });
  });

  it("shows a page of its own for an address that is not there", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const response = await page.goto(`${site.url}/api/nothing/at/all/`);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("There is no such page");
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
    await context.close();
  });
});
