import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SiteFile } from "@shapelog/site";
import axe from "axe-core";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../../scripts/find-chromium.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TYPES = new Map([
  ["css", "text/css"],
  ["js", "text/javascript"],
  ["svg", "image/svg+xml"],
  ["json", "application/json"],
]);

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** A browser that reads a site. */
export interface Reader {
  readonly url: string;
  /** Opens an address as a reader who has never been here. Fails on any message in the console, or another host. */
  readonly visit: (
    path: string,
    options: BrowserContextOptions,
    act: (page: Page, requests: readonly string[]) => Promise<void>,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a browser for the site at an address. */
export async function openReader(url: string, waitUntil: "load" | "networkidle" = "load"): Promise<Reader> {
  if (CHROMIUM === undefined) throw new Error("There is no Chromium; set CHROMIUM to its path.");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  return {
    url,
    async visit(path, options, act) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const problems: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("request", (request) => {
        requests.push(request.url().slice(url.length));
        if (!request.url().startsWith(url)) problems.push(`another host: ${request.url()}`);
      });
      await page.goto(url + path, { waitUntil });
      await act(page, requests);
      await context.close();
      expect(problems).toEqual([]);
    },
    close: () => browser.close(),
  };
}

/** Serves files to a browser of their own. */
export async function openSite(files: Iterable<SiteFile>): Promise<Reader> {
  const texts = new Map([...files].map(({ path, text }) => [path, text]));
  const server = createServer(({ url = "/" }, response) => {
    const path = (url.split("?")[0] ?? "").slice(1).replace(/(^|\/)$/, "$1index.html");
    const text = texts.get(path);
    response.writeHead(text === undefined ? 404 : 200, {
      "content-type": TYPES.get(path.slice(path.lastIndexOf(".") + 1)) ?? "text/html; charset=utf-8",
    });
    response.end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const reader = await openReader(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    ...reader,
    async close() {
      await reader.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Returns what axe finds on a page. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run({
      runOnly: { type: "tag", values },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, RULES);
}
