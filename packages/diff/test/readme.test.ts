import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { expect, it } from "vitest";
import { compareModels, createEntries } from "../src/index.js";

it("does what the README shows", () => {
  const before = { label: "before", model: authEventsModel(AUTH_EVENTS_VALUES.before) };
  const after = { label: "after", model: authEventsModel(AUTH_EVENTS_VALUES.after) };
  const [entry] = createEntries(compareModels(before, after));
  expect(entry?.paths).toEqual(["AuthEvents[].EventResponse"]);
  expect(entry?.removed).toEqual(["Success", "Failure"]);
  expect(entry?.verdict).toBe("check");
});
