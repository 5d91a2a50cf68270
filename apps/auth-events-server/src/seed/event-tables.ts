import type {
  ChallengeName,
  ChallengeResponse,
  EventResponseType,
  EventType,
  FeedbackValueType,
  RiskDecisionType,
  RiskLevelType,
} from "@shapelog/cognito-identity-provider";
import { unreachable } from "../unreachable.js";

/** How often something of a kind happens to one user by itself, in a working week. */
export const PER_WEEK = {
  SignIn: 14,
  SignUp: 0,
  ForgotPassword: 0.2,
  PasswordChange: 0.2,
  ResendCode: 0.15,
} satisfies Record<EventType, number>;

/** How what users do by themselves ends, in 100. */
export const RESPONSES = {
  Pass: 92,
  Fail: 6,
  InProgress: 2,
} satisfies Record<EventResponseType, number>;

/** How something ends, in this program's words. */
export type Outcome = "passed" | "failed" | "waiting";

/** The model's value for each outcome. */
export const RESPONSE_OF: Readonly<Record<Outcome, EventResponseType>> = {
  passed: "Pass",
  failed: "Fail",
  waiting: "InProgress",
};

/** How risky an event looks that is decided about, by weight; nothing where no risk was found. */
export const RISK_LEVELS = {
  NoRisk: undefined,
  AccountTakeover: { Low: 2, Medium: 5, High: 1 },
  Block: { Low: 0, Medium: 0, High: 1 },
} satisfies Record<RiskDecisionType, Readonly<Record<RiskLevelType, number>> | undefined>;

/** Who says so of an event. */
export const FEEDBACK_PROVIDERS = {
  Valid: "User",
  Invalid: "Admin",
} satisfies Record<FeedbackValueType, string>;

/** How many in 100 of wrong answers are to a challenge, where both are asked for. */
export const WRONG_ANSWERS = {
  Password: 75,
  Mfa: 25,
} satisfies Record<ChallengeName, number>;

/** What a challenge comes to. */
export const ANSWER_OF: Readonly<Record<"right" | "wrong", ChallengeResponse>> = {
  right: "Success",
  wrong: "Failure",
};

/** Returns what users are asked for. A type that the model gains or loses stops the compiler here. */
export function listChallenges(type: EventType): readonly ChallengeName[] {
  switch (type) {
    case "SignIn":
      return ["Password", "Mfa"];
    case "PasswordChange":
      return ["Password"];
    case "SignUp":
    case "ForgotPassword":
    case "ResendCode":
      return [];
    default:
      return unreachable(type);
  }
}

/** Returns how an event ended, in this program's words. A response that the model gains or loses stops the compiler here. */
export function readOutcome(response: EventResponseType): Outcome {
  switch (response) {
    case "Pass":
      return "passed";
    case "Fail":
      return "failed";
    case "InProgress":
      return "waiting";
    default:
      return unreachable(response);
  }
}
