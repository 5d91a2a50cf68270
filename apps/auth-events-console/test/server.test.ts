import { type AuthEventsServer, createServer } from "@shapelog/auth-events-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";
import { type BuiltPage, eventually, LIGHT, openBuiltPage, type VisitOptions } from "./built-page.js";

const NOW = new Date("2026-11-30T12:00:00Z");
/** What a browser writes for each request that fails. */
const FAILED = /^Failed to load resource|blocked by CORS policy/;

let built: BuiltPage;
let server: AuthEventsServer;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  built = await openBuiltPage();
  server = await createServer({ allowOrigin: [new URL(built.url).origin], now: () => NOW });
});
afterAll(() => Promise.all([built?.close(), server?.close()]));

/** The user with the most events, and the pool. */
function pickUser() {
  const [pool] = server.listPools();
  const user = pool?.users.toSorted((a, b) => b.events - a.events)[0];
  if (!pool || !user) throw new Error("the server has no user");
  return { pool: pool.id, user: user.name, events: user.events };
}

function asking(
  changes: { readonly pool?: string; readonly user?: string; readonly endpoint?: string } = {},
): VisitOptions {
  const { pool, user } = pickUser();
  const target = { endpoint: server.endpoint, region: "us-east-1", pool, user, ...changes };
  return { ...LIGHT, search: `?${new URLSearchParams(target)}`, service: target.endpoint };
}

describe.skipIf(WITHOUT_BROWSER)("with the local server, in a browser (skipped where there is none)", () => {
  it("shows all events of a user, page by page", async () => {
    const { events } = pickUser();
    expect(events).toBeGreaterThan(60);
    await built.visit(asking(), async (page) => {
      await eventually(() => page.locator(".load-count").textContent()).toBe(`${events} events`);
      expect(await page.locator(".banner").innerText()).toContain("Every value is in this page’s model.");
    });
  });

  it("shows an event of a newer service, and tells what is new", async () => {
    const { pool, user, events } = pickUser();
    const response = await fetch(
      `${server.endpoint}/admin/pools/${pool}/users/${encodeURIComponent(user)}/events?unknown=allow`,
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ EventType: "PasskeyRegistration", EventResponse: "Challenged" }),
      },
    );
    expect(response.status).toBe(201);
    await built.visit(asking(), async (page) => {
      await eventually(() => page.locator(".load-count").textContent()).toBe(`${events + 1} events`);
      expect(await page.locator("tr[data-position]").first().innerText()).toContain("PasskeyRegistration");
      await page.getByRole("button", { name: "What, and where" }).click();
      expect(await page.getByRole("dialog").getByRole("row", { name: "Challenged" }).textContent()).toContain(
        "AuthEvents[].EventResponse",
      );
    });
  });

  it.each([
    ["another user", { user: "nobody-of-that-name" }, "There is no such user in this pool"],
    ["another pool", { pool: "us-east-1_Nowhere" }, "There is no such user pool"],
  ])("says in plain words that there is no such thing as %s", async (_name, changes, title) => {
    await built.visit({ ...asking(changes), allowed: FAILED }, async (page) => {
      expect(await page.locator(".failure-title").textContent()).toBe(title);
    });
  });

  it("says what may be wrong where the server does not let this page ask", async () => {
    const closed = await createServer({ now: () => NOW });
    await built.visit({ ...asking({ endpoint: closed.endpoint }), allowed: FAILED }, async (page) => {
      expect(await page.locator(".failure").innerText()).toContain("lets pages of this address ask (CORS)");
    });
    await closed.close();
  });
});
