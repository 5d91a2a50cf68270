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

/** The browser that `CHROMIUM` names, or one in a usual place. */
export const CHROMIUM: string | undefined = process.env.CHROMIUM ?? USUAL.find((path) => existsSync(path));

/** Whether to leave browser tests out: where there is no browser, but never in CI, where that is a failure. */
export const WITHOUT_BROWSER: boolean = CHROMIUM === undefined && process.env.CI !== "true";
