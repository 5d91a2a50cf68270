import { parseAuthEventType } from "@shapelog/cognito-identity-provider/parse";
import {
  type Drift,
  type Invalid,
  readAdminListUserAuthEventsResponse,
} from "@shapelog/cognito-identity-provider/validators/AdminListUserAuthEvents";
import { readAuthEventType as readSdkEvent } from "@shapelog/cognito-identity-provider/validators/sdk";
import type { ReadEvents } from "../events/stored-event.js";
import { isObject, normalizeTimes } from "./iso-times.js";

/** The members by which a page of events is told from an event. `$metadata` is what the AWS SDK adds to an output. */
const PAGE_MEMBERS = ["AuthEvents", "NextToken", "$metadata"];

/**
 * Reads an event, a page of them, or a list of either, in its JSON form. Events of a page are read one by one: a broken one does not take
 * the others with it. `place` stands before what is said of problems.
 */
export function readJsonEvents(value: unknown, place: string): ReadEvents {
  if (Array.isArray(value))
    return mergeEvents(value.map((each, index) => readJsonEvents(each, `${place}, item ${index + 1}`)));
  if (!isObject(value) || !PAGE_MEMBERS.some((name) => Object.hasOwn(value, name)))
    return readOne(value, place);
  const { $metadata: _, AuthEvents: events, ...rest } = value;
  const page = readAdminListUserAuthEventsResponse({
    ...rest,
    AuthEvents: Array.isArray(events) ? [] : events,
  });
  const envelope: ReadEvents = page.ok
    ? { events: [], problems: [], drift: page.drift }
    : { events: [], problems: [describeProblem(page, place)], drift: [] };
  const list: readonly unknown[] = Array.isArray(events) ? events : [];
  return mergeEvents([
    envelope,
    ...list.map((event, index) => readOne(event, `${place}, event ${index + 1}`)),
  ]);
}

/** Reads events as the AWS SDK returns them, with `Date` objects. `first` is the index of the first of them. */
export function readClientEvents(events: readonly unknown[], first: number): ReadEvents {
  return mergeEvents(
    events.map((event, index) => createRead(readSdkEvent(event), `event ${first + index + 1}`)),
  );
}

function readOne(value: unknown, place: string): ReadEvents {
  return createRead(parseAuthEventType(normalizeTimes(value)), place);
}

function createRead(result: ReturnType<typeof readSdkEvent>, place: string): ReadEvents {
  if (!result.ok) return { events: [], problems: [describeProblem(result, place)], drift: [] };
  const drift = result.drift.map(generalizeDrift);
  return { events: [{ event: result.value, drift }], problems: [], drift: [] };
}

/** Gives a drift the path of its member in the operation's output, the same for every event and index. */
function generalizeDrift(drift: Drift): Drift {
  const joint = drift.path.startsWith("[") || drift.path === "" ? "" : ".";
  return { ...drift, path: `AuthEvents[]${joint}${drift.path.replace(/\[\d+\]/g, "[]")}` };
}

function describeProblem({ errors }: Invalid, place: string): string {
  const [{ path, expected, actual }, ...more] = errors;
  const rest = more.length === 0 ? "" : `, and ${more.length} more`;
  return `${place}: ${path || "value"} should be ${expected}, and is ${actual}${rest}`;
}

function mergeEvents(parts: readonly ReadEvents[]): ReadEvents {
  return {
    events: parts.flatMap(({ events }) => events),
    problems: parts.flatMap(({ problems }) => problems),
    drift: parts.flatMap(({ drift }) => drift),
  };
}
