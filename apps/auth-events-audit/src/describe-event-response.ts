import type { EventResponseType } from "@shapelog/cognito-identity-provider";
import { unreachable } from "./unreachable.js";

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
