import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";
import { createEvents } from "../scripts/create-events.mjs";
import {
  type BuiltPage,
  eventually,
  findViolations,
  LIGHT,
  openBuiltPage,
  openExport,
  type VisitOptions,
} from "./built-page.js";

const EVENTS = createEvents({ count: 300, seed: 7, drift: 40 });
const NARROW: VisitOptions = { ...LIGHT, viewport: { width: 320, height: 700 } };
const VIEWS: readonly (readonly [name: string, options: VisitOptions])[] = [
  ["light", LIGHT],
  ["dark", { ...LIGHT, colorScheme: "dark" }],
  ["320 px wide", NARROW],
  ["forced colours", { ...LIGHT, forcedColors: "active" }],
];

let built: BuiltPage;

beforeAll(async () => {
  if (!WITHOUT_BROWSER) built = await openBuiltPage();
});
afterAll(() => built?.close());

const rows = (page: Page) => page.locator("tr[data-position]");
const count = (page: Page) => page.locator(".load-count");
const filter = (page: Page, name: string) => page.getByRole("search").getByRole("button", { name }).first();

describe.skipIf(WITHOUT_BROWSER)("in a browser (skipped where there is none)", () => {
  describe.each(VIEWS)("%s", (_name, options) => {
    it("axe finds nothing: at the start, in events, a filter, what is not in the model, and details", async () => {
      await built.visit(options, async (page) => {
        await page.getByLabel("Endpoint").fill("http://evil.example");
        await page.getByRole("button", { name: "Show events" }).click();
        expect(await findViolations(page)).toEqual([]);
        await openExport(page, EVENTS);
        await page.locator(".recharts-bar-rectangle").first().waitFor();
        await filter(page, "Type").click();
        expect(await findViolations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "What, and where" }).click();
        expect(await findViolations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Show the timeline as a table" }).click();
        await rows(page).nth(1).click();
        expect(await findViolations(page)).toEqual([]);
      });
    });
  });

  it("says what is wrong with a request before anything is sent", async () => {
    await built.visit(LIGHT, async (page) => {
      await page.getByLabel("User pool ID").fill("nonsense");
      await page.getByLabel("Username").fill("ada");
      await page.getByLabel("Endpoint").fill("http://127.0.0.1:9");
      await page.getByRole("button", { name: "Show events" }).click();
      expect(await page.getByRole("alert").textContent()).toContain("UserPoolId: expected");
    });
  });

  it("is used by keys alone", async () => {
    await built.visit(LIGHT, async (page) => {
      await openExport(page, EVENTS);
      await page.getByRole("grid").getByRole("button", { name: "Time (UTC)" }).focus();
      for (let column = 0; column < 8; column++) await page.keyboard.press("Tab");
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));
      expect(await focused()).toBe("2");
      for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowUp"]) {
        await page.keyboard.press(key);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      }
      expect(await focused()).toBe("300");
      await page.keyboard.press("Enter");
      expect(await page.getByRole("complementary", { name: "Event" }).isVisible()).toBe(true);
      expect(await focused()).toBe("300");
    });
  });

  it("keeps the row with the focus when it is scrolled away", async () => {
    await built.visit(LIGHT, async (page) => {
      await openExport(page, EVENTS);
      await rows(page).first().focus();
      await page.locator(".table-card").evaluate((table) => table.scrollTo(0, 4000));
      await page.locator('tr[data-position="110"]').waitFor();
      await page.keyboard.press("ArrowDown");
      await page.locator('tr[data-position="1"]:focus').waitFor();
    });
  });

  it("narrows down by value, by words and by day, and takes it all back", async () => {
    await built.visit(LIGHT, async (page) => {
      const failed = EVENTS.filter(({ EventResponse }) => EventResponse === "Fail");
      const fromHanoi = failed.filter(({ EventContextData }) => EventContextData.Country === "Vietnam");
      await openExport(page, EVENTS);
      await filter(page, "Response").click();
      await page.getByRole("option", { name: "Failed" }).click();
      await page.keyboard.press("Escape");
      await eventually(() => count(page).textContent()).toBe(`${failed.length} of 300 events`);
      await page.getByRole("searchbox", { name: "Search in events" }).fill("hanoi");
      await eventually(() => count(page).textContent()).toBe(`${fromHanoi.length} of 300 events`);
      await page.getByRole("button", { name: "Clear all" }).click();
      await eventually(() => count(page).textContent()).toBe("300 events");
      await page.getByRole("button", { name: "Show the timeline as a table" }).click();
      await page.getByRole("button", { name: "2026-11-23" }).click();
      const onDay = EVENTS.filter(({ CreationDate: time }) =>
        new Date(time * 1000).toISOString().startsWith("2026-11-23"),
      );
      await eventually(() => count(page).textContent()).toBe(`${onDay.length} of 300 events`);
      expect(await page.getByRole("group", { name: "Days, in UTC" }).textContent()).toContain("23/11/2026");
    });
  });

  it("sorts by a column, and turns its order", async () => {
    await built.visit(LIGHT, async (page) => {
      await openExport(page, EVENTS);
      const first = () => rows(page).first().locator("time").textContent();
      const time = page.getByRole("columnheader", { name: "Time" });
      const newest = await first();
      await time.getByRole("button").click();
      await eventually(() => time.getAttribute("aria-sort")).toBe("ascending");
      await eventually(first).not.toBe(newest);
    });
  });

  it("tells what the model does not know, where and how often, and shows those events alone", async () => {
    await built.visit(LIGHT, async (page) => {
      const known = new Set([
        "Pass",
        "Fail",
        "InProgress",
        "SignIn",
        "ForgotPassword",
        "PasswordChange",
        "ResendCode",
      ]);
      const isNew = (event: (typeof EVENTS)[number]) =>
        !known.has(event.EventType) || !known.has(event.EventResponse) || "SessionId" in event;
      const passkeys = EVENTS.filter(({ EventType }) => EventType === "PasskeyRegistration").length;
      await openExport(page, EVENTS);
      await page.getByRole("button", { name: "What, and where" }).click();
      const line = page.getByRole("row", { name: "PasskeyRegistration" });
      expect(await line.textContent()).toBe(`PasskeyRegistrationAuthEvents[].EventType${passkeys}`);
      await page.getByText("Show these events alone").click();
      await eventually(() => count(page).textContent()).toBe(`${EVENTS.filter(isNew).length} of 300 events`);
    });
  });

  it("shows all of an event", async () => {
    await built.visit(LIGHT, async (page) => {
      const event = {
        EventId: "e-1",
        EventType: "SignIn",
        EventResponse: "Fail",
        CreationDate: 1_764_000_000,
        EventRisk: { RiskDecision: "Block", RiskLevel: "High", CompromisedCredentialsDetected: true },
        ChallengeResponses: [{ ChallengeName: "Mfa", ChallengeResponse: "Failure" }],
        EventContextData: {
          IpAddress: "192.0.2.1",
          DeviceName: "Netscape",
          City: "Köln",
          Country: "Germany",
          Timezone: "Europe/Berlin",
        },
        EventFeedback: { FeedbackValue: "Invalid", Provider: "admin", FeedbackDate: 1_764_003_600 },
      };
      await openExport(page, [event]);
      await rows(page).first().click();
      const text = await page.getByRole("complementary", { name: "Event" }).innerText();
      const wanted = [
        "The user tried to sign in; it failed.",
        "2025-11-24 16:00:00 UTC",
        "e-1",
        "Blocked",
        "High",
        "known from a leak",
        "Second factor",
        "Not answered rightly",
        "192.0.2.1",
        "Netscape",
        "Köln",
        "Germany",
        "Europe/Berlin",
        "It was somebody else",
        "admin",
        "2025-11-24 17:00:00 UTC",
      ];
      for (const each of wanted) expect(text).toContain(each);
    });
  });

  it("takes no harm from hostile data", async () => {
    const texts = [
      "<img src=x onerror=alert(1)>",
      "</script><script>alert(1)</script>",
      "\u001b[2J",
      "\ud800",
      "\u202egnp.exe",
      "x".repeat(131_072),
      "{{7*7}}",
      "__proto__",
    ];
    const [usual] = EVENTS;
    const events = texts.map((text) => ({
      ...usual,
      EventId: text,
      EventType: text,
      EventRisk: { RiskLevel: text, RiskDecision: text },
      EventContextData: { IpAddress: text, DeviceName: text, City: text, Country: text, Timezone: text },
      EventFeedback: { FeedbackValue: text, Provider: text },
      [text.slice(0, 100)]: text,
    }));
    await built.visit(LIGHT, async (page) => {
      await openExport(page, events);
      for (const facet of ["Type", "Risk", "Country"]) {
        await filter(page, facet).click();
        expect(await page.getByRole("option").count()).toBe(texts.length);
        await page.keyboard.press("Escape");
      }
      for (let row = 0; row < texts.length; row++) {
        await rows(page).nth(row).click();
        const shown = await page.locator(".details-body").innerText();
        for (const acting of ["\u001b", "\u202e", "\ud800"]) expect(shown).not.toContain(acting);
      }
      expect(await page.locator("main :is(img, script, iframe)").count()).toBe(0);
      expect(await findViolations(page)).toEqual([]);
    });
  });

  it("has a policy by which no script of a stranger runs, and nobody else is asked", async () => {
    await built.visit({ ...LIGHT, allowed: /Content Security Policy/ }, async (page) => {
      const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
      expect(policy).not.toContain("unsafe");
      const reached = await page.evaluate(async () => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = true'>");
        const answer = await fetch("https://evil.example/").then(
          () => "answered",
          () => "refused",
        );
        return [answer, Reflect.get(window, "ran")];
      });
      expect(reached).toEqual(["refused", undefined]);
    });
  });

  it("takes what is not readable out, and says so", async () => {
    await built.visit(LIGHT, async (page) => {
      await openExport(page, [{ EventId: "x".repeat(1_000_000) }, { EventId: 7 }, ...EVENTS.slice(0, 3)]);
      expect(await count(page).textContent()).toBe("3 events");
      await page.getByRole("button", { name: "2 not readable" }).click();
      expect(await page.getByRole("listitem").filter({ hasText: "Line 2" }).textContent()).toContain(
        "EventId should be",
      );
    });
  });

  it("says that there is nothing, and what there could be", async () => {
    await built.visit(LIGHT, async (page) => {
      await openExport(page, []);
      await page.getByText("There are no events here.").waitFor();
      expect(await findViolations(page)).toEqual([]);
    });
  });

  it("downloads what is narrowed down, and reads it again", async () => {
    await built.visit({ ...LIGHT, acceptDownloads: true }, async (page) => {
      await openExport(page, EVENTS);
      await page.getByRole("searchbox", { name: "Search in events" }).fill("lagos");
      await eventually(() => count(page).textContent()).toContain("of 300");
      const found = EVENTS.filter(({ EventContextData }) =>
        JSON.stringify(EventContextData).includes("Lagos"),
      );
      const save = async (name: string) => {
        await page.getByRole("button", { name: "Download" }).click();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("menuitem", { name }).click(),
        ]);
        return download.path();
      };
      const csv = await save("CSV");
      const json = await save("JSON lines");
      await page.locator("input[type=file]").first().setInputFiles(json);
      await eventually(() => count(page).textContent()).toBe(`${found.length} events`);
      const { readFile } = await import("node:fs/promises");
      expect((await readFile(csv, "utf8")).trimEnd().split("\r\n").length).toBe(found.length + 1);
    });
  });

  it("moves nothing that is in place while events come", async () => {
    await built.visit(LIGHT, async (page) => {
      await page.evaluate(() => {
        Object.assign(window, { shifts: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            Object.assign(window, { shifts: Reflect.get(window, "shifts") + Reflect.get(entry, "value") });
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.getByRole("button", { name: "Look at a sample" }).click();
      await page.locator(".recharts-bar-rectangle").first().waitFor();
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toBeLessThan(0.02);
    });
  });

  it.each([
    ["wide", LIGHT],
    ["narrow", NARROW],
    ["low", { ...LIGHT, viewport: { width: 1280, height: 400 } }],
  ])(
    "draws the rows in sight alone, however many there are, where the window is %s",
    async (_name, options) => {
      await built.visit(options, async (page) => {
        await openExport(page, createEvents({ count: 3000, days: 300 }));
        await eventually(() => page.getByRole("grid").getAttribute("aria-rowcount")).toBe("3001");
        expect(await rows(page).count()).toBeLessThan(50);
        expect(await page.locator("*").count()).toBeLessThan(1500);
      });
    },
  );
});
