import { type EventResponseType, EventResponseTypeValues } from "@shapelog/cognito-identity-provider";
import { unreachable } from "./unreachable.js";

/** What the reports ask of an outcome. An event that is not finished has neither passed nor failed. */
interface EventResponseTraits {
  readonly hasPassed: boolean;
  readonly hasFailed: boolean;
}

/** An outcome that the model gains or loses stops the compiler here. */
const EVENT_RESPONSES = {
  Pass: { hasPassed: true, hasFailed: false },
  Fail: { hasPassed: false, hasFailed: true },
  InProgress: { hasPassed: false, hasFailed: false },
} as const satisfies Record<EventResponseType, EventResponseTraits>;

/** Returns what people call the outcome of an event. An outcome that the model gains or loses stops the compiler here. */
export function describeEventResponse(response: EventResponseType): string {
  switch (response) {
    case "Pass":
      return "Passed";
    case "Fail":
      return "Failed";
    case "InProgress":
      return "Not finished";
    default:
      return unreachable(response);
  }
}

/** Returns all outcomes with what people call them and what the reports ask. */
export function listEventResponses() {
  return EventResponseTypeValues.map((value) => ({
    value,
    label: describeEventResponse(value),
    ...EVENT_RESPONSES[value],
  }));
}
