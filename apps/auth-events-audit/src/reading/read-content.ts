import type { AuthEventType } from "@shapelog/cognito-identity-provider";
import {
  type Drift,
  type Invalid,
  type Open,
  readAdminListUserAuthEventsResponse,
  readAuthEventType,
} from "@shapelog/cognito-identity-provider/validators";
import { readAuthEventType as readSdkEvent } from "@shapelog/cognito-identity-provider/validators/sdk";
import { isObject, normalizeTimes } from "./normalize-times.js";

/** An event as it is kept. */
export interface AuditedEvent {
  /** Its index in its page; 0 for an event on its own line. */
  readonly position: number;
  /** From the members beside the event or page; the service's own answer does not say. */
  readonly username: string | undefined;
  /** Milliseconds since 1970. */
  readonly time: number | undefined;
  readonly feedbackTime: number | undefined;
  readonly event: EventTexts;
}

/** The members of an event that are no times, in the wire form and in the SDK's alike. */
type EventTexts = Pick<
  Open<AuthEventType>,
  "EventId" | "EventType" | "EventResponse" | "EventRisk" | "EventContextData" | "ChallengeResponses"
> & { readonly EventFeedback?: FeedbackTexts | undefined };

interface FeedbackTexts {
  readonly FeedbackValue?: string | undefined;
  readonly Provider?: string | undefined;
}

/** What the model does not know of an event (or of a page, whose position is 0). */
export interface AuditedDrift extends Drift {
  readonly position: number;
}

/** What a JSON value, or a page of the service, holds. */
export interface Content {
  readonly events: readonly AuditedEvent[];
  /** Paths are those of the operation's output, such as `AuthEvents[].EventResponse`. */
  readonly drift: readonly AuditedDrift[];
  /** Events with as much drift as validators list; they may hold more that is not in `drift`. */
  readonly fullLists: number;
  /** What is wrong, one sentence for each event or page that does not fit. */
  readonly problems: readonly string[];
}

const EMPTY: Content = { events: [], drift: [], fullLists: 0, problems: [] };

/** How many drifts a validator lists for one value. */
const DRIFT_LIMIT = 100;

/** The members by which a page of events is told from an event. `$metadata` is what the AWS SDK adds to an output. */
const PAGE_MEMBERS = ["AuthEvents", "NextToken", "$metadata"];

/** What whoever exports events may put beside an event or a page, to say whose they are. */
const USERNAME = "Username";

/**
 * Reads an event, or a page of them, in its JSON form. Events of a page are checked one by one: a broken one does not
 * take the others with it, and a page may be as long as its sender likes. `owner` is whose they are where they do not
 * say.
 */
export function readContent(value: unknown, owner?: string): Content {
  const { username = owner, rest: named } = takeUsername(value);
  if (!isObject(named) || !PAGE_MEMBERS.some((name) => Object.hasOwn(named, name))) {
    return readEvent(named, { username, position: 0, place: "" });
  }
  const { $metadata: _, AuthEvents: events, ...rest } = named;
  const page = readAdminListUserAuthEventsResponse({
    ...rest,
    AuthEvents: Array.isArray(events) ? [] : events,
  });
  const envelope: Content = page.ok
    ? { ...EMPTY, drift: page.drift.map((one) => ({ ...one, position: 0 })) }
    : { ...EMPTY, problems: [describeProblem(page, "")] };
  const contents = Array.isArray(events)
    ? events.map((value: unknown, position) => {
        const { username: own = username, rest: event } = takeUsername(value);
        return readEvent(event, { username: own, position, place: `AuthEvents[${position}]` });
      })
    : [];
  return mergeContents([envelope, ...contents]);
}

/** Reads a page as the AWS SDK returns it, with `Date` objects. `first` is the index of its first event. */
export function readSdkPage(events: readonly unknown[], first: number, username?: string): Content {
  return mergeContents(
    events.map((event, index) => {
      const position = first + index;
      const result = readSdkEvent(event);
      if (!result.ok) return { ...EMPTY, problems: [describeProblem(result, `AuthEvents[${position}]`)] };
      const { CreationDate: time, EventFeedback: feedback, ...texts } = result.value;
      const audited: AuditedEvent = {
        position,
        username,
        time: time?.getTime(),
        feedbackTime: feedback?.FeedbackDate?.getTime(),
        event: { ...texts, EventFeedback: feedback },
      };
      return createContent(audited, result.drift);
    }),
  );
}

interface EventPlace {
  readonly username: string | undefined;
  readonly position: number;
  readonly place: string;
}

function readEvent(value: unknown, { username, position, place }: EventPlace): Content {
  const result = readAuthEventType(normalizeTimes(value));
  if (!result.ok) return { ...EMPTY, problems: [describeProblem(result, place)] };
  const event = result.value;
  const audited: AuditedEvent = {
    position,
    username,
    time: toMilliseconds(event.CreationDate),
    feedbackTime: toMilliseconds(event.EventFeedback?.FeedbackDate),
    event,
  };
  return createContent(audited, result.drift);
}

/** Tells the name beside an event or page from what the model is asked about. What is no name stays, as drift. */
function takeUsername(value: unknown): { readonly username?: string; readonly rest: unknown } {
  if (!isObject(value) || !Object.hasOwn(value, USERNAME) || typeof value[USERNAME] !== "string") {
    return { rest: value };
  }
  const { [USERNAME]: username, ...rest } = value;
  return { username: String(username), rest };
}

function toMilliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

function createContent(event: AuditedEvent, drift: readonly Drift[]): Content {
  const events = [event];
  if (drift.length === 0) return { events, drift: [], fullLists: 0, problems: [] };
  const { position } = event;
  return {
    events,
    drift: drift.map((one) => ({ ...one, path: generalizePath(one.path), position })),
    fullLists: drift.length >= DRIFT_LIMIT ? 1 : 0,
    problems: [],
  };
}

/** Returns the path of an event's member in the operation's output, the same for every event and index. */
function generalizePath(path: string): string {
  const joint = path.startsWith("[") ? "" : ".";
  return `AuthEvents[]${joint}${path.replace(/\[\d+\]/g, "[]")}`;
}

function describeProblem({ errors }: Invalid, place: string): string {
  const [{ path, expected, actual }, ...more] = errors;
  const where = place !== "" && path !== "" ? `${place}.${path}` : place + path;
  const rest =
    more.length === 0 ? "" : ` (and ${more.length} more ${more.length === 1 ? "error" : "errors"})`;
  return `${where || "value"}: expected ${expected}, got ${actual}${rest}`;
}

function mergeContents(contents: readonly Content[]): Content {
  return {
    events: contents.flatMap(({ events }) => events),
    drift: contents.flatMap(({ drift }) => drift),
    fullLists: contents.reduce((sum, { fullLists }) => sum + fullLists, 0),
    problems: contents.flatMap(({ problems }) => problems),
  };
}
