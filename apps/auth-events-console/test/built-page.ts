import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { preview } from "vite";
import { expect } from "vitest";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../../scripts/find-chromium.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The built page, served as `npm start` serves it, and a browser to look at it. */
export interface BuiltPage {
  readonly url: string;
  /** Opens the page as somebody who has never been here, and does something. Nothing may be wrong at its end. */
  visit(options: VisitOptions, act: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** How a page is looked at. */
export interface VisitOptions extends BrowserContextOptions {
  /** What follows the page's address. */
  readonly search?: string;
  /** Another address that the page may ask. */
  readonly service?: string;
  /** What the browser may write to the console: a test of failures has some. */
  readonly allowed?: RegExp;
}

export const LIGHT: VisitOptions = { colorScheme: "light", viewport: { width: 1280, height: 900 } };

/** Serves the built page and starts a browser. */
export async function openBuiltPage(): Promise<BuiltPage> {
  if (CHROMIUM === undefined) throw new Error("There is no Chromium; set CHROMIUM to its path.");
  const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  const url = server.resolvedUrls?.local[0] ?? "";
  return {
    url,
    visit: (options, act) => visit({ browser, url }, options, act),
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.httpServer.close(resolve));
    },
  };
}

interface Place {
  readonly browser: Browser;
  readonly url: string;
}

async function visit(
  { browser, url }: Place,
  { search = "", service, allowed, ...options }: VisitOptions,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Asia/Tokyo", ...options });
  const problems: string[] = [];
  const page = await context.newPage();
  page.on("console", (message) => {
    if (!allowed?.test(message.text())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("dialog", (dialog) => problems.push(`a dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    const own = [url, "blob:", ...(service === undefined ? [] : [service])];
    if (!own.some((start) => request.url().startsWith(start))) problems.push(`asked ${request.url()}`);
  });
  await page.goto(url + search);
  await act(page);
  await context.close();
  expect(problems).toEqual([]);
}

/**
 * Returns what axe finds, and what is wider than the window. An open popover stands outside of the page's landmarks, as
 * dialogs do, and its first element, by which screen readers close it, is in none.
 */
export async function findViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const found = await window.axe.run({
      runOnly: { type: "tag", values },
      rules: { "target-size": { enabled: true }, region: { enabled: !document.querySelector(".popover") } },
      resultTypes: ["violations"],
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, RULES);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return wide > 0 ? [...violations, `${wide} pixels wider than the window`] : violations;
}

/** Expects what a page comes to say, however busy the machine is. */
export function eventually<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: 60_000, interval: 20 });
}

/** Opens events as an export, and waits until all are there. */
export async function openExport(page: Page, events: readonly object[]): Promise<void> {
  const text = events.map((event) => JSON.stringify(event)).join("\n");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "export.jsonl", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("progressbar").waitFor({ state: "detached" });
  if (events.length > 0) await page.locator("tr[data-position]").first().waitFor();
}
