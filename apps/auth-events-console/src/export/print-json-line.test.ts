import { expect, it } from "vitest";
import { readJsonEvents } from "../data/read-events.js";
import type { StoredEvent } from "../events/stored-event.js";
import { printJsonLine } from "./print-json-line.js";

const STORED: StoredEvent = {
  event: {
    EventId: "e-1",
    CreationDate: new Date("2026-11-30T10:00:00.250Z"),
    EventType: "Teleport",
    EventContextData: { DeviceName: "\u001b[2J\u009b \u202egnp \ud800 \u2028", City: "Köln 🦊" },
  },
  drift: [],
};

it("prints what the page reads again, unchanged", () => {
  const read = readJsonEvents(JSON.parse(printJsonLine(STORED)), "Line 1");
  expect(read.events.map(({ event }) => event)).toEqual([STORED.event]);
});

it("prints nothing that acts on a terminal or turns the writing direction", () => {
  const line = printJsonLine(STORED);
  expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}]/u);
  expect(line).toContain("Köln 🦊");
});
