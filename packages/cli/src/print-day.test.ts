import { afterEach, expect, it } from "vitest";
import { printDay } from "./print-day.js";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it.each([
  ["UTC", "2026-06-01"],
  ["Pacific/Auckland", "2026-06-02"],
  ["America/Los_Angeles", "2026-06-01"],
  ["Asia/Tokyo", "2026-06-02"],
])("is the day by the calendar of %s", (name, expected) => {
  process.env.TZ = name;
  expect(printDay(new Date("2026-06-01T18:00:00Z"))).toBe(expected);
});

it("has two digits for month and day", () => {
  process.env.TZ = "UTC";
  expect(printDay(new Date("2026-01-02T00:00:00Z"))).toBe("2026-01-02");
});
