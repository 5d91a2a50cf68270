import type { AuthEventType, EventFeedbackType } from "@shapelog/cognito-identity-provider";

/** The members of a structure that are times. A record by these names stops compiling when one is added or lost. */
type TimeMember<Shape> = keyof { [Name in keyof Shape as Date extends Shape[Name] ? Name : never]: true };

const EVENT_TIMES: Readonly<Record<TimeMember<AuthEventType>, true>> = { CreationDate: true };
const FEEDBACK_TIMES: Readonly<Record<TimeMember<EventFeedbackType>, true>> = { FeedbackDate: true };

/** `2022-08-18T10:00:00.123Z`, `2022-08-18T12:00:00+02:00`, and Python's `2022-08-18 10:00:00.123456+00:00`. */
const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))$/;

/**
 * Returns an event with its ISO times, which the AWS CLI and `JSON.stringify` print, as seconds since 1970, which is
 * what the service sends. Whatever is not an ISO time stays as it is: what to say about it is up to the validator.
 */
export function normalizeTimes(event: unknown): unknown {
  if (!isObject(event)) return event;
  const times = replaceTimes(event, Object.keys(EVENT_TIMES));
  if (!Object.hasOwn(times, "EventFeedback") || !isObject(times.EventFeedback)) return times;
  return { ...times, EventFeedback: replaceTimes(times.EventFeedback, Object.keys(FEEDBACK_TIMES)) };
}

/** Returns whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function replaceTimes(value: Readonly<Record<string, unknown>>, names: readonly string[]) {
  let replaced = value;
  for (const name of names) {
    const time = Object.hasOwn(value, name) ? value[name] : undefined;
    const seconds = typeof time === "string" ? readIsoTime(time) : undefined;
    if (seconds !== undefined) replaced = { ...replaced, [name]: seconds };
  }
  return replaced;
}

function readIsoTime(text: string): number | undefined {
  const [, year, month, day, rest] = ISO_TIME.exec(text) ?? [];
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // February 30 is read as March 2.
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(day)) return undefined;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${rest}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
