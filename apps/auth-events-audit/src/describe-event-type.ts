import type { EventType } from "@shapelog/cognito-identity-provider";
import { unreachable } from "./unreachable.js";

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
