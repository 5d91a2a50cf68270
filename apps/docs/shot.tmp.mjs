import { chromium } from "playwright-core";
const [,, ...list] = process.argv;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ") });
for (const item of list) {
  const [path, scheme, width, out, full] = item.split("|");
  const c = await browser.newContext({ colorScheme: scheme, viewport: { width: Number(width), height: 900 } });
  const p = await c.newPage();
  p.on("console", (m) => console.log(path, m.text())); p.on("pageerror", (e) => console.log(path, e.message));
  await p.goto("http://127.0.0.1:8971" + path); await p.waitForTimeout(200);
  const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) console.log("WIDE", path, wide);
  await p.screenshot({ path: `/tmp/guides-tmp/${out}.png`, fullPage: full === "full" });
  await c.close();
}
await browser.close();
