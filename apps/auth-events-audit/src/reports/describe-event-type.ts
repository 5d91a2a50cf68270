import { type EventType, EventTypeValues } from "@shapelog/cognito-identity-provider";
import { unreachable } from "./unreachable.js";

/** What the reports ask of a type of event. */
interface EventTypeTraits {
  /** Whether it is an attempt to sign in. */
  readonly isSignIn: boolean;
  /** Whether the user has another password after it. */
  readonly changesPassword: boolean;
}

/** A type that the model gains or loses stops the compiler here. */
const EVENT_TYPES = {
  SignIn: { isSignIn: true, changesPassword: false },
  SignUp: { isSignIn: false, changesPassword: false },
  ForgotPassword: { isSignIn: false, changesPassword: true },
  PasswordChange: { isSignIn: false, changesPassword: true },
  ResendCode: { isSignIn: false, changesPassword: false },
} as const satisfies Record<EventType, EventTypeTraits>;

/** Returns what people call a type of event. A type that the model gains or loses stops the compiler here. */
export function describeEventType(type: EventType): string {
  switch (type) {
    case "SignIn":
      return "Sign-in";
    case "SignUp":
      return "Sign-up";
    case "ForgotPassword":
      return "Forgot password";
    case "PasswordChange":
      return "Password change";
    case "ResendCode":
      return "Code sent again";
    default:
      return unreachable(type);
  }
}

/** Returns all types with what people call them and what the reports ask. */
export function listEventTypes() {
  return EventTypeValues.map((value) => ({ value, label: describeEventType(value), ...EVENT_TYPES[value] }));
}
