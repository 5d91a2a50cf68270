import {
  type AuthEventType,
  type EventResponseType,
  type EventType,
  isEventResponseType,
  isEventType,
  type Open,
} from "@shapelog/cognito-identity-provider";
import { unreachable } from "./unreachable.js";

/** Returns what happened, in one sentence. Values that are not in the model are told as they are. */
export function describeEvent({ EventType: type, EventResponse: response }: Open<AuthEventType>): string {
  const act = type === undefined ? "did something" : isEventType(type) ? describeAct(type) : `did “${type}”`;
  if (response === undefined) return `The user ${act}; how it ended is not said.`;
  const end = isEventResponseType(response) ? describeEnd(response) : `it ended as “${response}”.`;
  return `The user ${act}; ${end}`;
}

/** A type that the model gains or loses stops the compiler here. */
function describeAct(type: EventType): string {
  switch (type) {
    case "SignIn":
      return "tried to sign in";
    case "SignUp":
      return "signed up";
    case "ForgotPassword":
      return "asked for a new password";
    case "PasswordChange":
      return "went to change the password";
    case "ResendCode":
      return "asked for a code to be sent again";
    default:
      return unreachable(type);
  }
}

/** A response that the model gains or loses stops the compiler here. */
function describeEnd(response: EventResponseType): string {
  switch (response) {
    case "Pass":
      return "it went through.";
    case "Fail":
      return "it failed.";
    case "InProgress":
      return "a challenge still waits for its answer.";
    default:
      return unreachable(response);
  }
}
