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

/** What the audit counts of an event. Who it is about, and from where, is left behind. */
export interface AuditedEvent {
  readonly type: string | undefined;
  readonly response: string | undefined;
  readonly level: string | undefined;
  readonly decision: string | undefined;
  /** Milliseconds since 1970. */
  readonly time: number | undefined;
}

/** What a JSON value, or a page of the service, holds. */
export interface Content {
  readonly events: readonly AuditedEvent[];
  /** Paths are those of the operation's output, such as `AuthEvents[].EventResponse`. */
  readonly drift: readonly Drift[];
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

/**
 * Reads an event, or a page of them, in its JSON form. Events of a page are checked one by one: a broken one does not
 * take the others with it, and a page may be as long as its sender likes.
 */
export function readContent(value: unknown): Content {
  if (!isObject(value) || !PAGE_MEMBERS.some((name) => Object.hasOwn(value, name))) {
    return readEvent(value, "");
  }
  const { $metadata: _, AuthEvents: events, ...rest } = value;
  const page = readAdminListUserAuthEventsResponse({
    ...rest,
    AuthEvents: Array.isArray(events) ? [] : events,
  });
  const envelope: Content = page.ok
    ? { ...EMPTY, drift: page.drift }
    : { ...EMPTY, problems: [describeProblem(page, "")] };
  const contents = Array.isArray(events)
    ? events.map((event: unknown, index) => readEvent(event, `AuthEvents[${index}]`))
    : [];
  return mergeContents([envelope, ...contents]);
}

/** Reads a page as the AWS SDK returns it, with `Date` objects. `first` is the index of its first event. */
export function readSdkPage(events: readonly unknown[], first: number): Content {
  return mergeContents(
    events.map((event, index) => {
      const place = `AuthEvents[${first + index}]`;
      const result = readSdkEvent(event);
      if (!result.ok) return { ...EMPTY, problems: [describeProblem(result, place)] };
      return createContent(result.value, result.value.CreationDate?.getTime(), result.drift);
    }),
  );
}

function readEvent(value: unknown, place: string): Content {
  const result = readAuthEventType(normalizeTimes(value));
  if (!result.ok) return { ...EMPTY, problems: [describeProblem(result, place)] };
  const { CreationDate: seconds } = result.value;
  return createContent(result.value, seconds === undefined ? undefined : seconds * 1000, result.drift);
}

type Counted = Pick<Open<AuthEventType>, "EventType" | "EventResponse" | "EventRisk">;

function createContent(event: Counted, time: number | undefined, drift: readonly Drift[]): Content {
  return {
    events: [
      {
        type: event.EventType,
        response: event.EventResponse,
        level: event.EventRisk?.RiskLevel,
        decision: event.EventRisk?.RiskDecision,
        time,
      },
    ],
    drift: drift.map((one) => ({ ...one, path: generalizePath(one.path) })),
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
