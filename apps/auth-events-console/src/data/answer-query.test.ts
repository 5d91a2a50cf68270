import {
  EventResponseTypeValues,
  EventTypeValues,
  RiskLevelTypeValues,
} from "@shapelog/cognito-identity-provider";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredEvent } from "../events/stored-event.js";
import { answerQuery } from "./answer-query.js";
import { EventIndex } from "./event-index.js";
import { EVERYTHING, FACETS, type Facet, type FacetValue, type Query } from "./query.js";

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const COUNTRIES = ["Germany", "Portugal", "", "__proto__"];

const storedEvent: fc.Arbitrary<StoredEvent> = fc
  .record({
    EventType: maybe(fc.constantFrom<string>(...EventTypeValues, "Teleport")),
    EventResponse: maybe(fc.constantFrom<string>(...EventResponseTypeValues, "Success")),
    EventRisk: maybe(fc.record({ RiskLevel: maybe(fc.constantFrom<string>(...RiskLevelTypeValues)) })),
    EventContextData: maybe(fc.record({ Country: maybe(fc.constantFrom(...COUNTRIES)) })),
    CreationDate: maybe(fc.integer({ min: 0, max: 5000 }).map((time) => new Date(time))),
  })
  .map((event) => ({ event, drift: [] }));

const chosen = (...values: readonly FacetValue[]) => fc.subarray([...values, null]);
const query: fc.Arbitrary<Query> = fc.record({
  facets: fc.record({
    type: chosen("SignIn", "Teleport"),
    response: chosen("Pass", "Success", "NotThere"),
    risk: chosen("High"),
    country: chosen("Germany", ""),
  }),
  from: maybe(fc.integer({ min: 0, max: 5000 })),
  to: maybe(fc.integer({ min: 0, max: 5000 })),
  text: fc.constantFrom("", "germany", "sign-in risk"),
  driftOnly: fc.constant(false),
  sort: fc.record({ key: fc.constantFrom("time", "type", "country"), descending: fc.boolean() }),
  grouping: fc.constantFrom("type", "response", "risk"),
});

function read({ event }: StoredEvent, facet: Facet): FacetValue {
  const values = {
    type: event.EventType,
    response: event.EventResponse,
    risk: event.EventRisk?.RiskLevel,
    country: event.EventContextData?.Country,
  };
  return values[facet] ?? null;
}

/** Says of one event what the index says of all: the same rules, written as plainly as can be. */
function isWanted(event: StoredEvent, { facets, from, to }: Query, but?: Facet): boolean {
  const time = event.event.CreationDate?.getTime();
  if (from !== undefined && (time === undefined || time < from)) return false;
  if (to !== undefined && (time === undefined || time >= to)) return false;
  return FACETS.every(
    (facet) => facet === but || facets[facet].length === 0 || facets[facet].includes(read(event, facet)),
  );
}

function createIndex(events: readonly StoredEvent[]): EventIndex {
  const index = new EventIndex();
  for (const event of events) index.add(event);
  return index;
}

describe("a query of any events", () => {
  it("finds those that a plain filter finds, and counts each facet without its own choice", () => {
    fc.assert(
      fc.property(fc.array(storedEvent, { maxLength: 40 }), query, (events, asked) => {
        const plain = { ...asked, text: "" };
        const answer = answerQuery(createIndex(events), plain);
        const wanted = [...events.keys()].filter((at) => isWanted(events[at]!, plain));
        expect([...answer.order].sort((a, b) => a - b)).toEqual(wanted);
        for (const facet of FACETS) {
          const counted = events.filter((event) => isWanted(event, plain, facet));
          const counts = answer.facets[facet].reduce((sum, { count }) => sum + count, 0);
          expect(counts).toBe(counted.length);
          for (const { value, count } of answer.facets[facet])
            expect(count).toBe(counted.filter((event) => read(event, facet) === value).length);
        }
      }),
    );
  });

  it("draws each event that has a time once, in few bars that follow each other", () => {
    fc.assert(
      fc.property(fc.array(storedEvent, { maxLength: 40 }), query, (events, asked) => {
        const { order, timeline } = answerQuery(createIndex(events), asked);
        const drawn = timeline.bins.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
        expect(drawn + timeline.timeless).toBe(order.length);
        expect(timeline.bins.length).toBeLessThan(60);
        for (const [at, { from }] of timeline.bins.entries())
          expect(from).toBe(timeline.bins[at - 1]?.to ?? from);
      }),
    );
  });
});

describe("the order", () => {
  const events = ["Resend", undefined, "SignIn", "SignUp"].map((EventType, at) => ({
    event: { EventType: EventType === "Resend" ? "ResendCode" : EventType, CreationDate: new Date(at) },
    drift: [],
  }));

  it("is that of the model's values, with what is not said at the end", () => {
    const sort = { key: "type", descending: false } as const;
    expect([...answerQuery(createIndex(events), { ...EVERYTHING, sort }).order]).toEqual([2, 3, 0, 1]);
  });

  it("of time is the newest first", () => {
    expect([...answerQuery(createIndex(events), EVERYTHING).order]).toEqual([3, 2, 1, 0]);
  });
});

it("finds words anywhere in an event, as they are and as the page calls them", () => {
  const index = createIndex([
    { event: { EventType: "PasswordChange", EventContextData: { City: "Köln" } }, drift: [] },
    { event: { EventType: "SignIn", EventContextData: { City: "Berlin" } }, drift: [] },
  ]);
  const find = (text: string) => [...answerQuery(index, { ...EVERYTHING, text }).order];
  expect([find("köln"), find("sign-in"), find("PASSWORD change"), find("berlin köln")]).toEqual([
    [0],
    [1],
    [0],
    [],
  ]);
});

describe("the timeline", () => {
  it("holds the first and the last time that there can be", () => {
    const times = [-8.64e15, 0, 8.64e15].map((time) => ({
      event: { CreationDate: new Date(time) },
      drift: [],
    }));
    const { timeline } = answerQuery(createIndex(times), EVERYTHING);
    const counts = timeline.bins.flatMap((bin) => bin.counts).filter((count) => count > 0);
    expect(counts).toEqual([1, 1, 1]);
    expect(timeline.bins.length).toBeLessThan(60);
    for (const { from } of timeline.bins) expect(Number.isNaN(new Date(from).getTime())).toBe(false);
  });

  it("puts values that are not in the model together, after those of the model", () => {
    const events = ["Teleport", "SignIn", "Levitate"].map((EventType, at) => ({
      event: { EventType, CreationDate: new Date(at) },
      drift: [],
    }));
    const { timeline } = answerQuery(createIndex(events), { ...EVERYTHING, grouping: "type" });
    expect(timeline.series).toEqual([{ kind: "known", value: "SignIn" }, { kind: "unknown" }]);
    expect(timeline.bins.map(({ counts }) => counts)).toEqual([[1, 2]]);
  });
});
