import { afterEach, expect, it } from "vitest";
import { type RunningServer, startServer } from "./running-server.js";
import { CALL_HEADERS } from "./send-raw.js";

const ORIGIN = "http://localhost:5173";
/** What the SDK adds to a call from a browser. */
const SDK_HEADERS =
  "amz-sdk-invocation-id,amz-sdk-request,authorization,content-type,x-amz-content-sha256,x-amz-date,x-amz-security-token,x-amz-target,x-amz-user-agent";

let server: RunningServer;
afterEach(() => server.close());

/** Asks what a browser asks before a call. */
function preflight(origin: string): Promise<Response> {
  const headers = {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": SDK_HEADERS,
  };
  return fetch(server.endpoint, { method: "OPTIONS", headers });
}

it("a page of an origin that is let in may call, and see the error's type and the request's id", async () => {
  server = await startServer({ allowOrigin: [ORIGIN, "http://localhost:4173"] });
  const asked = await preflight(ORIGIN);
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  expect(asked.headers.get("access-control-allow-methods")).toContain("POST");
  expect(asked.headers.get("access-control-allow-headers")?.replaceAll(" ", "")).toBe(SDK_HEADERS);
  const { host: _, ...headers } = CALL_HEADERS;
  const called = await fetch(server.endpoint, {
    method: "POST",
    headers: { ...headers, origin: ORIGIN },
    body: "{}",
  });
  expect(called.status).toBe(400);
  expect(called.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  expect(called.headers.get("access-control-expose-headers")).toBe("x-amzn-requestid, x-amzn-errortype");
});

it("a page of another origin may not", async () => {
  server = await startServer({ allowOrigin: [ORIGIN] });
  expect((await preflight("http://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
});

it("any page may where all are let in", async () => {
  server = await startServer({ allowOrigin: ["*"] });
  expect((await preflight("http://any.example")).headers.get("access-control-allow-origin")).toBe("*");
});

it("no page may by default", async () => {
  server = await startServer();
  const asked = await preflight(ORIGIN);
  expect(asked.headers.get("access-control-allow-origin")).toBeNull();
});
