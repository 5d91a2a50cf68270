import { expect, it } from "vitest";
import { isPlaceholder } from "./is-placeholder.js";

it.each<[string, boolean]>([
  ["Update events client to latest version", true],
  ["Update events command to latest version.", true],
  ["Update to latest version", true],
  ["The Event Store client has been updated to the latest version.", true],
  ["Update events client to latest version\n\nUpdate old-events client to latest version", true],
  ["Update events client to latest version\n\nAdds Kind.", false],
  ["Update the runtime of events to latest version", false],
  ["The events client has been updated to the latest version of the API, without Kind.", false],
  ["This release is a documentation update", false],
  ["", false],
])("knows %j: %j", (note, expected) => {
  expect(isPlaceholder(note)).toBe(expected);
});
