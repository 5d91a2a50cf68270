import {
  type ChallengeName,
  type ChallengeResponse,
  type EventResponseType,
  type EventType,
  type FeedbackValueType,
  isChallengeName,
  isChallengeResponse,
  isEventResponseType,
  isEventType,
  isFeedbackValueType,
  isRiskDecisionType,
  isRiskLevelType,
  type RiskDecisionType,
  type RiskLevelType,
} from "@shapelog/cognito-identity-provider";

/** The icons that values have, by the names under which `value-icon.tsx` draws them. */
export type IconName =
  | "ban"
  | "check"
  | "clock"
  | "cross"
  | "eye"
  | "key"
  | "key-round"
  | "log-in"
  | "mail"
  | "question"
  | "shield"
  | "shield-alert"
  | "chevrons-up"
  | "minus"
  | "chevron-up"
  | "smartphone"
  | "user-plus";

/** How a value looks: in words, in colour, and in a shape for those who do not see the colour. */
export interface Look {
  readonly label: string;
  /** The name of a custom property of `tokens.css`, without its dashes. */
  readonly color: string;
  readonly icon: IconName;
}

/** Each table has a row for every value of its enum: a value that the model gains or loses stops the compiler here. */
export const EVENT_TYPES = {
  SignIn: { label: "Sign-in", color: "sign-in", icon: "log-in" },
  SignUp: { label: "Sign-up", color: "sign-up", icon: "user-plus" },
  ForgotPassword: { label: "Forgot password", color: "forgot-password", icon: "question" },
  PasswordChange: { label: "Password change", color: "password-change", icon: "key" },
  ResendCode: { label: "Code sent again", color: "resend-code", icon: "mail" },
} as const satisfies Record<EventType, Look>;

export const EVENT_RESPONSES = {
  Pass: { label: "Passed", color: "pass", icon: "check" },
  Fail: { label: "Failed", color: "fail", icon: "cross" },
  InProgress: { label: "Not finished", color: "in-progress", icon: "clock" },
} as const satisfies Record<EventResponseType, Look>;

export const RISK_LEVELS = {
  Low: { label: "Low", color: "risk-low", icon: "minus" },
  Medium: { label: "Medium", color: "risk-medium", icon: "chevron-up" },
  High: { label: "High", color: "risk-high", icon: "chevrons-up" },
} as const satisfies Record<RiskLevelType, Look>;

export const RISK_DECISIONS = {
  NoRisk: { label: "No risk", color: "risk-low", icon: "shield" },
  AccountTakeover: { label: "Account takeover", color: "risk-high", icon: "shield-alert" },
  Block: { label: "Blocked", color: "risk-high", icon: "ban" },
} as const satisfies Record<RiskDecisionType, Look>;

export const CHALLENGE_NAMES = {
  Password: { label: "Password", color: "neutral", icon: "key-round" },
  Mfa: { label: "Second factor", color: "neutral", icon: "smartphone" },
} as const satisfies Record<ChallengeName, Look>;

export const CHALLENGE_RESPONSES = {
  Success: { label: "Answered rightly", color: "pass", icon: "check" },
  Failure: { label: "Not answered rightly", color: "fail", icon: "cross" },
} as const satisfies Record<ChallengeResponse, Look>;

export const FEEDBACK_VALUES = {
  Valid: { label: "It was the user", color: "pass", icon: "check" },
  Invalid: { label: "It was somebody else", color: "fail", icon: "cross" },
} as const satisfies Record<FeedbackValueType, Look>;

/** How a value looks that is not in the model: as it is, in a neutral colour. */
export interface FoundLook extends Look {
  readonly known: boolean;
}

type LookFinder = (value: string) => FoundLook;

/** Returns how to find the look of any value, also of one that a newer service, or an older record, has. */
function createLookFinder<Value extends string>(
  looks: Readonly<Record<Value, Look>>,
  isKnown: (value: unknown) => value is Value,
): LookFinder {
  return (value) =>
    isKnown(value)
      ? { ...looks[value], known: true }
      : { label: value, color: "unknown", icon: "eye", known: false };
}

export const findEventTypeLook = createLookFinder(EVENT_TYPES, isEventType);
export const findEventResponseLook = createLookFinder(EVENT_RESPONSES, isEventResponseType);
export const findRiskLevelLook = createLookFinder(RISK_LEVELS, isRiskLevelType);
export const findRiskDecisionLook = createLookFinder(RISK_DECISIONS, isRiskDecisionType);
export const findChallengeNameLook = createLookFinder(CHALLENGE_NAMES, isChallengeName);
export const findChallengeResponseLook = createLookFinder(CHALLENGE_RESPONSES, isChallengeResponse);
export const findFeedbackValueLook = createLookFinder(FEEDBACK_VALUES, isFeedbackValueType);
