import { describe, expect, it } from "vitest";
import { readContent, readSdkPage } from "./read-content.js";

const drift = (value: unknown) =>
  readContent(value).drift.map(({ path, kind, value: of }) => [path, kind, of]);

describe("readContent", () => {
  it("reads an event", () => {
    const event = { EventType: "x", EventResponse: "y", EventRisk: { RiskLevel: "z" }, CreationDate: 1.5 };
    expect(readContent(event).events).toEqual([{ position: 0, time: 1500, event }]);
  });

  it("reads a page, as the service sends it and as JSON.stringify prints what the SDK returns", () => {
    const page = { AuthEvents: [{ CreationDate: 1 }, { CreationDate: "1970-01-01T00:00:02.000Z" }] };
    const times = [1000, 2000];
    for (const value of [
      page,
      { ...page, NextToken: "t" },
      { $metadata: { httpStatusCode: 200 }, ...page },
    ]) {
      const content = readContent(value);
      expect(content.events.map(({ time }) => time)).toEqual(times);
      expect(content).toMatchObject({ drift: [], problems: [] });
    }
  });

  it.each([[{ AuthEvents: [] }], [{ AuthEvents: null }], [{ NextToken: "t" }], [{ $metadata: {} }]])(
    "reads %j as a page without events",
    (page) => {
      expect(readContent(page)).toEqual({ events: [], drift: [], fullLists: 0, problems: [] });
    },
  );

  it("shows values and members that the model does not know, with the same path for an event and a page", () => {
    const event = {
      EventResponse: "Success",
      Extra: 1,
      ChallengeResponses: [{}, { ChallengeName: "Dance" }],
    };
    const expected = [
      ["AuthEvents[].EventResponse", "unknown-value", "Success"],
      ["AuthEvents[].Extra", "unknown-member", "Extra"],
      ["AuthEvents[].ChallengeResponses[].ChallengeName", "unknown-value", "Dance"],
    ];
    expect(drift(event)).toEqual(expect.arrayContaining(expected));
    expect(drift(event)).toHaveLength(3);
    expect(drift({ AuthEvents: [event], More: 1 })).toEqual([
      ["More", "unknown-member", "More"],
      ...drift(event),
    ]);
  });

  it("says that a list of drift is full", () => {
    const challenges = Array.from({ length: 150 }, (_, index) => ({ ChallengeName: `${index}` }));
    expect(readContent({ ChallengeResponses: challenges })).toMatchObject({ fullLists: 1 });
    expect(readContent({ ChallengeResponses: challenges.slice(0, 99) })).toMatchObject({ fullLists: 0 });
  });

  it.each([
    ["a number", 1, "value: expected an object, got a number"],
    ["a list", [], "value: expected an object, got a list"],
    ["a wrong type", { EventId: 1 }, "EventId: expected a string, got a number"],
    [
      "two wrong types",
      { EventId: 1, EventType: 2 },
      "EventId: expected a string, got a number (and 1 more error)",
    ],
    ["a page whose events are no list", { AuthEvents: 1 }, "AuthEvents: expected a list, got a number"],
    [
      "an event of a page that is none",
      { AuthEvents: [{}, 1] },
      "AuthEvents[1]: expected an object, got a number",
    ],
    [
      "an event of a page",
      { AuthEvents: [{ EventId: 1 }] },
      "AuthEvents[0].EventId: expected a string, got a number",
    ],
  ])("says what is wrong with %s", (_, value, problem) => {
    expect(readContent(value).problems).toEqual([problem]);
  });

  it("keeps the good events of a page with a broken one", () => {
    const content = readContent({ AuthEvents: [{ EventType: "x" }, { EventId: 1 }, { EventType: "y" }] });
    expect(content.events.map(({ event }) => event.EventType)).toEqual(["x", "y"]);
    expect(content.problems).toHaveLength(1);
  });

  it.each([
    ["an event", { Username: "a" }, ["a"]],
    ["a page", { Username: "a", AuthEvents: [{}, {}] }, ["a", "a"]],
    ["events of a page", { AuthEvents: [{ Username: "a" }, {}] }, ["a", "owner"]],
    ["none", {}, ["owner"]],
  ])("takes the user from %s, and from where it stands", (_, value, users) => {
    const content = readContent(value, "owner");
    expect(content.events.map(({ username }) => username)).toEqual(users);
    expect(content).toMatchObject({ drift: [], problems: [] });
  });

  it("takes a username that is no text for drift", () => {
    expect(drift({ Username: 1 })).toEqual([["AuthEvents[].Username", "unknown-member", "Username"]]);
  });

  it("takes names that objects inherit for what they are", () => {
    const event = JSON.parse('{"__proto__":{"AuthEvents":[1]},"constructor":1,"EventType":"__proto__"}');
    expect(drift(event)).toEqual(
      expect.arrayContaining([
        ["AuthEvents[].__proto__", "unknown-member", "__proto__"],
        ["AuthEvents[].constructor", "unknown-member", "constructor"],
        ["AuthEvents[].EventType", "unknown-value", "__proto__"],
      ]),
    );
  });
});

describe("readSdkPage", () => {
  it("reads events with dates, and numbers them through all pages", () => {
    const content = readSdkPage(
      [{ CreationDate: new Date(5), EventType: "x" }, { CreationDate: 5 }],
      60,
      "jane",
    );
    expect(content.events).toMatchObject([
      { position: 60, username: "jane", time: 5, event: { EventType: "x" } },
    ]);
    expect(content.drift).toMatchObject([{ path: "AuthEvents[].EventType", value: "x" }]);
    expect(content.problems).toEqual([
      "AuthEvents[61].CreationDate: expected a Date that holds a time, got a number",
    ]);
  });
});
