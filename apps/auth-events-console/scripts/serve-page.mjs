// Serves the built page, and opens a browser to look at it. Measurements and the picture of the README use it.
import { chromium } from "playwright-core";
import { preview } from "vite";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../../../scripts/find-chromium.mjs";

/**
 * Calls a function with the page's address and a browser, and closes both.
 * @param {(url: string, browser: import("playwright-core").Browser) => Promise<void>} act
 */
export async function servePage(act) {
  if (CHROMIUM === undefined) throw new Error("There is no Chromium; set CHROMIUM to its path.");
  const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  try {
    await act(server.resolvedUrls?.local[0] ?? "", browser);
  } finally {
    await browser.close();
    await new Promise((resolve) => server.httpServer.close(resolve));
  }
}
