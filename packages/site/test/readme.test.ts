import { expect, it } from "vitest";
import { renderSite } from "../src/index.js";
import { authEventService } from "./auth-events.js";

it("does what the README shows", () => {
  const { pages, diagnostics } = renderSite({
    title: "Our APIs",
    baseUrl: "https://docs.example.com/",
    services: [authEventService()],
  });
  const written = new Map<string, string>();
  for (const { path, text } of pages) written.set(path, text);
  expect(diagnostics).toEqual([]);
  expect(written.has("api/cognito-identity-provider/AdminListUserAuthEvents/index.html")).toBe(true);
  expect(written.has("api/cognito-identity-provider/types/EventResponseType/index.md")).toBe(true);
  expect(written.has("changes/cognito-identity-provider/2022-08-18-1.27.55/index.json")).toBe(true);
});
