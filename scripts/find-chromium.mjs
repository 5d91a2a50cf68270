// Finds the browser that tests and checks use.
import { existsSync } from "node:fs";
import process from "node:process";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser that `CHROMIUM` names, or one in a usual place.
 * @type {string | undefined}
 */
export const CHROMIUM = process.env.CHROMIUM ?? USUAL.find((path) => existsSync(path));

/** Whether to leave out what needs a browser: where there is none, but never in CI, where that is a failure. */
export const WITHOUT_BROWSER = CHROMIUM === undefined && process.env.CI !== "true";

/** How a browser is started: it asks nobody anything, and shows no window. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
