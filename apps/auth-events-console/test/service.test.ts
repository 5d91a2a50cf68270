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
  type VisitOptions,
} from "./built-page.js";
import { startWireService, type WireService } from "./wire-service.js";

const EVENTS = createEvents({ count: 150, seed: 3 });
const PAGES = [
  { AuthEvents: EVENTS.slice(0, 60), NextToken: "two" },
  { AuthEvents: EVENTS.slice(60, 120), NextToken: "three" },
  { AuthEvents: EVENTS.slice(120) },
];

/** What a browser writes for each request that fails. */
const FAILED = /^Failed to load resource/;

let built: BuiltPage;
let service: WireService;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  [built, service] = await Promise.all([openBuiltPage(), startWireService()]);
});
afterAll(() => Promise.all([built?.close(), service?.close()]));

const count = (page: Page) => page.locator(".load-count");
const address = () =>
  `?${new URLSearchParams({ endpoint: service.endpoint, region: "eu-west-1", pool: "eu-west-1_abc", user: "ada" })}`;
const asking = (more: VisitOptions = {}): VisitOptions => ({
  ...LIGHT,
  search: address(),
  service: service.endpoint,
  ...more,
});

describe.skipIf(WITHOUT_BROWSER)("in a browser (skipped where there is none)", () => {
  it("asks a server on this machine that the address names, page by page to the end", async () => {
    service.answer(...PAGES);
    await built.visit(asking(), async (page) => {
      await eventually(() => count(page).textContent()).toBe("150 events");
      expect(await page.locator(".source-name").innerText()).toContain("ada");
    });
    expect(service.requests.map(({ body }) => body)).toEqual([
      { UserPoolId: "eu-west-1_abc", Username: "ada", MaxResults: 60 },
      { UserPoolId: "eu-west-1_abc", Username: "ada", MaxResults: 60, NextToken: "two" },
      { UserPoolId: "eu-west-1_abc", Username: "ada", MaxResults: 60, NextToken: "three" },
    ]);
  });

  it("shows what has come while more is to come, stops when told, and goes on from there", async () => {
    service.answer(...PAGES.slice(0, 1), "silence");
    await built.visit(asking(), async (page) => {
      await eventually(() => count(page).textContent()).toBe("60 events");
      await page.locator("tr[data-position]").first().waitFor();
      expect(await page.getByRole("progressbar", { name: "Loading" }).isVisible()).toBe(true);
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Stop" }).click();
      await page.getByText("Stopped; there may be more.").waitFor();
      service.answer(...PAGES.slice(1));
      await page.getByRole("button", { name: "Go on" }).click();
      await eventually(() => count(page).textContent()).toBe("150 events");
    });
    expect(service.requests.map(({ body }) => body.NextToken)).toEqual(["two", "three"]);
  });

  it("keeps what came before a failure, says it in plain words, and goes on when asked", async () => {
    service.answer(...PAGES.slice(0, 2), { error: "InternalErrorException", message: "disk \u202e full" });
    await built.visit(asking({ allowed: FAILED }), async (page) => {
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect((await alert.innerText()).replace(/\n+/g, "\n")).toBe(
        [
          "The service failed on its own account",
          "Try again in a moment.",
          "The service said: disk ⟨U+202E⟩ full",
          "The events that were loaded before are below.",
        ].join("\n"),
      );
      expect(await count(page).textContent()).toBe("120 events");
      expect(await findViolations(page)).toEqual([]);
      service.answer(...PAGES.slice(2));
      await page.getByRole("button", { name: "Try again" }).click();
      await eventually(() => count(page).textContent()).toBe("150 events");
    });
  });

  it.each([
    ["NotAuthorizedException", "These credentials may not list events"],
    ["TooManyRequestsException", "The service asks to slow down"],
    ["UserNotFoundException", "There is no such user in this pool"],
    ["UserPoolAddOnNotEnabledException", "This pool keeps no events"],
    [
      "com.example#QuotaExceededException",
      "The service answered with an error that this page does not know (QuotaExceededException)",
    ],
  ])("says %s in plain words", async (error, title) => {
    service.answer({ error });
    await built.visit(asking({ allowed: FAILED }), async (page) => {
      expect(await page.locator(".failure-title").textContent()).toBe(title);
    });
  });

  it("tells a network that is gone from an endpoint that is", async () => {
    service.answer(...PAGES.slice(0, 1), "silence");
    await built.visit(asking({ allowed: FAILED }), async (page) => {
      await eventually(() => count(page).textContent()).toBe("60 events");
      await page.getByRole("button", { name: "Stop" }).click();
      await page.context().setOffline(true);
      await page.getByRole("button", { name: "Go on" }).click();
      expect(await page.locator(".failure-title").textContent()).toBe("You are offline");
    });
    await built.visit(
      {
        ...LIGHT,
        allowed: FAILED,
        search: address().replace(/127\.0\.0\.1%3A\d+/, "127.0.0.1%3A9"),
        service: "http://127.0.0.1:9",
      },
      async (page) => {
        expect(await page.locator(".failure-title").textContent()).toBe("The endpoint cannot be reached");
      },
    );
  });

  it("asks nobody whom an address names but AWS and this machine", async () => {
    await built.visit({ ...LIGHT, search: address().replace("127.0.0.1", "evil.example") }, async (page) => {
      await page.getByLabel("Access key ID").fill("AKIA");
      await page.getByLabel("Secret access key").fill("secret");
      await page.getByRole("button", { name: "Show events" }).click();
      await page.getByText("This page asks AWS").waitFor();
    });
  });

  it("keeps credentials where it is told to, for the tab alone, and puts them nowhere else", async () => {
    service.answer(...PAGES);
    await built.visit({ ...LIGHT, service: service.endpoint }, async (page) => {
      const connect = async (keep: boolean) => {
        await page.getByLabel("User pool ID").fill("eu-west-1_abc");
        await page.getByLabel("Username").fill("ada");
        await page.getByLabel("Endpoint").fill(service.endpoint);
        await page.getByLabel("Access key ID").fill("AKIATEST");
        await page.getByLabel("Secret access key").fill("very-secret");
        if (keep) await page.getByText("Keep the credentials").click();
        await page.getByRole("button", { name: "Show events" }).click();
        await eventually(() => count(page).textContent()).toBe("150 events");
      };
      const kept = () =>
        page.evaluate(() => JSON.stringify([sessionStorage, localStorage, document.cookie, location.href]));
      await connect(false);
      expect(await kept()).not.toContain("very-secret");
      expect(service.requests[0]?.authorization).toContain("Credential=AKIATEST/");
      await page.getByRole("button", { name: "Close, and choose other events" }).click();
      service.answer(...PAGES);
      await connect(true);
      expect(await page.evaluate(() => Object.values(sessionStorage).join())).toContain("very-secret");
      expect(
        await page.evaluate(() => JSON.stringify([localStorage, document.cookie, location.href])),
      ).not.toContain("very-secret");
    });
  });
});
