// Measures the built page with many events: node scripts/measure.mjs [count]
// Milliseconds on the machine at hand: compare two runs on one machine, and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createEvents } from "./create-events.mjs";
import { servePage } from "./serve-page.mjs";

const count = Number(process.argv[2] ?? 100_000);
const all = count.toLocaleString("en");
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
// A real file: what a test hands over as bytes goes through the page's main thread.
const folder = mkdtempSync(join(tmpdir(), "auth-events-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @typedef {import("playwright-core").Page} Page */

/**
 * Returns the longest time that the page's main thread was busy without a pause while something was done, and how long
 * that took.
 * @param {Page} page
 * @param {() => Promise<void>} act
 */
async function measure(page, act) {
  await page.evaluate(() => Reflect.set(window, "longest", 0));
  const start = performance.now();
  await act();
  const took = Math.round(performance.now() - start);
  return { took, longest: Math.round(await page.evaluate(() => Reflect.get(window, "longest"))) };
}

/** @param {Page} page */
async function scroll(page) {
  await page.evaluate(async () => {
    const table = document.querySelector(".table-card");
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let step = 0; step < 60; step++) {
      table?.scrollBy(0, step % 10 === 9 ? 400_000 : 700);
      await frame();
    }
  });
}

await servePage(async (url, browser) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        Reflect.set(window, "longest", Math.max(Reflect.get(window, "longest"), duration));
    }).observe({ type: "longtask" });
  });
  const lines = createEvents({ count, days: 365, drift: 2 }).map((event) => JSON.stringify(event));
  const file = join(folder, "export.jsonl");
  writeFileSync(file, lines.join("\n"));
  const shown = (/** @type {string | RegExp} */ text) =>
    page.locator(".load-count", { hasText: text }).waitFor();
  const results = {
    open: await measure(page, async () => {
      await page.locator("input[type=file]").first().setInputFiles(file);
      await shown(`${all} events`);
      await page.getByRole("progressbar").waitFor({ state: "detached" });
    }),
    "narrow down": await measure(page, async () => {
      await page.getByRole("searchbox", { name: "Search in events" }).fill("hanoi");
      await shown(`of ${all} events`);
    }),
    "take back": await measure(page, async () => {
      await page.getByRole("searchbox", { name: "Search in events" }).fill("");
      await shown(new RegExp(`^${all} events$`));
    }),
    sort: await measure(page, async () => {
      await page.getByRole("columnheader", { name: "Device" }).getByRole("button").click();
      await page.getByText("Chrome 142, Windows 11").first().waitFor();
    }),
    "scroll, 60 frames": await measure(page, () => scroll(page)),
    "go to the end by key": await measure(page, async () => {
      await page.locator("tr[data-position]").first().focus();
      await page.keyboard.press("End");
      await page.locator(`tr[data-position="${count - 1}"]:focus`).waitFor();
    }),
  };
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([name, { took, longest }]) => [
        name,
        { ms: took, "longest task, ms": longest },
      ]),
    ),
  );
  console.log(
    `${await page.locator("*").count()} elements, ${await page.locator("tr[data-position]").count()} rows`,
  );
});
