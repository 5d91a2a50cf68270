import { chromium } from "playwright-core";

const b = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const line of process.argv.slice(2)) {
  const [name, url, w = "1280", scheme = "light", type = "", full = ""] = line.split("|");
  const c = await b.newContext({ viewport: { width: +w, height: 900 }, colorScheme: scheme });
  const p = await c.newPage();
  p.on("console", (m) => console.log(name, m.text()));
  p.on("pageerror", (e) => console.log(name, e.message));
  await p.goto(url, { waitUntil: "networkidle" });
  if (type) {
    await p.locator("#search").click();
    await p.locator("#search").fill(type);
    await p.waitForTimeout(1200);
  }
  console.log(name, await p.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  await p.screenshot({ path: `/tmp/14/find-${name}.png`, fullPage: !!full });
  await c.close();
}
await b.close();
