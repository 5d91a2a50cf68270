import { appendRevision, replay } from "@shapelog/ledger";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { expect, it } from "vitest";
import { checkChangelog, seedChangelog } from "../src/index.js";

it("does what the README shows", () => {
  const model = authEventsModel(AUTH_EVENTS_VALUES.before);
  const { revision } = appendRevision({ service: "events", revisions: [] }, model, { date: "2017-11-28" });
  const ledger = { service: "events", revisions: [revision!] };
  const { steps } = replay(ledger);
  const packageName = "@example/events";
  const text = seedChangelog({ packageName, service: "events", steps }).replace("12 shapes", "11 shapes");
  const changelog = { file: "CHANGELOG.md", text };
  const { diagnostics } = checkChangelog({ ledger, steps, packageName, changelog, changesets: [] });
  expect(diagnostics[0]?.code).toBe("changelog/wrong-facts");
});
