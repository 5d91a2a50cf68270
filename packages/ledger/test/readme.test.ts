import { AUTH_EVENTS_VALUES, authEventsModel, eventsId } from "@shapelog/testing/auth-events";
import { expect, it } from "vitest";
import { appendRevision, findLifespans, findModelAt, type Ledger } from "../src/index.js";

it("does what the README shows", () => {
  let ledger: Ledger = { service: "events", revisions: [] };
  for (const [date, values] of [
    ["2017-11-28", AUTH_EVENTS_VALUES.before],
    ["2022-08-18", AUTH_EVENTS_VALUES.after],
  ] as const) {
    const { revision } = appendRevision(ledger, authEventsModel(values), { date });
    ledger = { service: "events", revisions: [...ledger.revisions, revision!] };
  }
  expect(findModelAt(ledger, "2022-08-17").revision?.date).toBe("2017-11-28");
  expect(findLifespans(ledger).get(eventsId("EventResponseType$Success"))?.[0]?.removed).toBe("2022-08-18");
});
