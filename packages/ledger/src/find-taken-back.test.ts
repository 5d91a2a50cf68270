import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { expect, it } from "vitest";
import { appendRevision } from "./append-revision.js";
import { findTakenBack } from "./find-taken-back.js";
import type { Ledger, Revision } from "./ledger.js";

const { before, after } = AUTH_EVENTS_VALUES;

/** Returns which revisions take back which, by their places, after models with these values were recorded. */
function findIn(...models: readonly (readonly [types: readonly string[], responses: readonly string[]])[]) {
  let ledger: Ledger = { service: "events", revisions: [] };
  for (const [eventType, eventResponse] of models) {
    const model = authEventsModel({ eventType, eventResponse });
    const { revision } = appendRevision(ledger, model, { date: "2026-06-01" });
    ledger = { ...ledger, revisions: [...ledger.revisions, revision!] };
  }
  const place = (revision: unknown) => ledger.revisions.indexOf(revision as Revision);
  return [...findTakenBack(ledger.revisions)].map(([revision, taken]) => [place(revision), taken.map(place)]);
}

const [old, responses] = [before.eventType, before.eventResponse];
const [more, others] = [after.eventType, after.eventResponse];

it.each([
  [
    "a change right after it",
    [
      [old, responses],
      [more, responses],
      [old, responses],
    ],
    [[2, [1]]],
  ],
  [
    "several changes at once",
    [
      [old, responses],
      [more, responses],
      [more, others],
      [old, responses],
    ],
    [[3, [1, 2]]],
  ],
  [
    "a change with another in between",
    [
      [old, responses],
      [more, responses],
      [more, others],
      [old, others],
    ],
    [[3, [1]]],
  ],
] as const)("a revision takes back %s", (_, models, expected) => {
  expect(findIn(...models)).toEqual(expected);
});

it("is taken back once: what comes again is a change", () => {
  expect(findIn([old, responses], [more, responses], [old, responses], [more, responses])).toEqual([
    [2, [1]],
  ]);
});

it("takes back nothing where a part stays", () => {
  expect(findIn([old, responses], [more, responses], [more.slice(0, 4), responses])).toEqual([]);
});
