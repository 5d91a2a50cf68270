// Draws the picture of the README from the built page and its sample: npm run build, then node scripts/draw-picture.mjs
import process from "node:process";
import { fileURLToPath } from "node:url";
import { servePage } from "./serve-page.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

await servePage(async (url, browser) => {
  const context = await browser.newContext({
    locale: "en-GB",
    colorScheme: "light",
    viewport: { width: 1280, height: 860 },
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("button", { name: "Look at a sample" }).click();
  await page.locator(".recharts-bar-rectangle").first().waitFor();
  await page.getByRole("search").getByRole("button", { name: "Risk" }).click();
  await page.getByRole("option", { name: "High" }).click();
  await page.keyboard.press("Escape");
  await page.getByText("of 400 events").waitFor();
  await page.locator("tr[data-position]").nth(2).click();
  await page.screenshot({ path: "console.png" });
});
