import {
  ChallengeNameValues,
  ChallengeResponseValues,
  EventResponseTypeValues,
  EventTypeValues,
  FeedbackValueTypeValues,
  RiskDecisionTypeValues,
  RiskLevelTypeValues,
} from "@shapelog/cognito-identity-provider";
import { validateAdminListUserAuthEventsResponse } from "@shapelog/cognito-identity-provider/validators";
import { describe, expect, it } from "vitest";
import { createUsers, type SeedOptions } from "./create-users.js";

const OPTIONS: SeedOptions = { seed: 1, users: 6, days: 30, now: new Date("2026-03-31T18:00:00Z") };
const USERS = [...createUsers(OPTIONS)];
const EVENTS = USERS.flatMap(({ events }) => events);

/** Returns the events of a user. */
function eventsOf(name: string) {
  const user = USERS.find((each) => each.name === name);
  if (!user) throw new Error(`no user ${name}`);
  return user.events;
}

function hourOf({ CreationDate }: { CreationDate: number }): number {
  return new Date(CreationDate * 1000).getUTCHours();
}

describe("a month of events", () => {
  it("is the same for the same seed, and another one for another", () => {
    expect([...createUsers(OPTIONS)]).toEqual(USERS);
    expect([...createUsers({ ...OPTIONS, seed: 2 })]).not.toEqual(USERS);
  });

  it("is as the model has it", () => {
    expect(validateAdminListUserAuthEventsResponse({ AuthEvents: EVENTS })).toMatchObject({ ok: true });
  });

  it("has every value that the model has", () => {
    const seen = new Set(JSON.stringify(EVENTS).match(/(?<=:")\w+(?=")/g));
    const values = [
      ...EventTypeValues,
      ...EventResponseTypeValues,
      ...RiskDecisionTypeValues,
      ...RiskLevelTypeValues,
      ...ChallengeNameValues,
      ...ChallengeResponseValues,
      ...FeedbackValueTypeValues,
    ];
    expect(values.filter((value) => !seen.has(value))).toEqual([]);
  });

  it("is in order, within the days asked for, and each event has an id of its own", () => {
    const least = (OPTIONS.now.getTime() - 31 * 86_400_000) / 1000;
    for (const { events } of USERS) {
      const times = events.map(({ CreationDate }) => CreationDate);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(times.every((time) => time > least && time < OPTIONS.now.getTime() / 1000)).toBe(true);
    }
    expect(new Set(EVENTS.map(({ EventId }) => EventId)).size).toBe(EVENTS.length);
  });

  it("happens in office hours of working days for the most part", () => {
    const own = EVENTS.filter(({ EventRisk }) => EventRisk?.RiskDecision === "NoRisk");
    const atWork = own.filter((event) => {
      const day = new Date(event.CreationDate * 1000).getUTCDay();
      return day > 0 && day < 6 && hourOf(event) >= 6 && hourOf(event) <= 18;
    });
    expect(own.length).toBeGreaterThan(200);
    expect(atWork.length / own.length).toBeGreaterThan(0.85);
  });
});

describe("what happens to one user", () => {
  it("is that somebody abroad tries passwords until the door is shut", () => {
    const tries = eventsOf("ben.okafor").filter(({ EventContextData }) =>
      EventContextData?.DeviceName?.includes("python"),
    );
    expect(tries.length).toBeGreaterThan(10);
    expect(new Set(tries.map(({ EventResponse }) => EventResponse))).toEqual(new Set(["Fail"]));
    expect(tries.at(-1)).toMatchObject({
      EventRisk: { RiskDecision: "Block", RiskLevel: "High" },
      EventFeedback: { FeedbackValue: "Invalid" },
    });
  });

  it("is that the password turns up in a leak and is changed", () => {
    const events = eventsOf("chloe.martin");
    const index = events.findIndex(({ EventRisk }) => EventRisk?.CompromisedCredentialsDetected);
    const after = events.slice(index, index + 6).map(({ EventType }) => EventType);
    expect(after).toEqual(expect.arrayContaining(["ForgotPassword", "PasswordChange"]));
  });

  it("is a journey that nobody can make", () => {
    const events = eventsOf("dmitri.novak");
    const far = events.find(({ EventContextData }) => EventContextData?.Country === "Australia");
    const hourBefore = events.filter(
      ({ CreationDate }) => far && CreationDate < far.CreationDate && CreationDate > far.CreationDate - 3600,
    );
    expect(hourBefore.some(({ EventContextData }) => EventContextData?.Country !== "Australia")).toBe(true);
  });

  it("is a sign-up, before which there is nothing", () => {
    expect(eventsOf("farid.haddad")[0]).toMatchObject({ EventType: "SignUp", EventResponse: "InProgress" });
  });
});

it.each([
  { users: 1, days: 1 },
  { users: 20, days: 2 },
  { users: 2, days: 400 },
])("so many users and days can be had: %j", ({ users, days }) => {
  const created = [...createUsers({ ...OPTIONS, users, days })];
  expect(new Set(created.map(({ name }) => name)).size).toBe(users);
  expect(created.every(({ events }) => events.length >= days / 2)).toBe(true);
});
