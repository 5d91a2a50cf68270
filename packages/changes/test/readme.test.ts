import { equalModels } from "@shapelog/model";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { expect, it } from "vitest";
import { applyChanges, diffModels, invert } from "../src/index.js";

it("does what the README shows", () => {
  const before = authEventsModel(AUTH_EVENTS_VALUES.before);
  const after = authEventsModel(AUTH_EVENTS_VALUES.after);
  const changes = diffModels(before, after);
  expect(changes).toHaveLength(7);
  expect(equalModels(applyChanges(changes, before).model, after)).toBe(true);
  expect(equalModels(applyChanges(invert(changes), after).model, before)).toBe(true);
});
