import type { AuditedEvent } from "./read-content.js";

type EventText = (event: AuditedEvent) => string | undefined;

/** The columns of events that hold an index of `texts`, 0 for none, and what is in them. */
export const TEXT_COLUMNS = {
  event_type: ({ event }) => event.EventType,
  event_response: ({ event }) => event.EventResponse,
  risk_level: ({ event }) => event.EventRisk?.RiskLevel,
  risk_decision: ({ event }) => event.EventRisk?.RiskDecision,
  challenges: ({ event }) => printChallenges(event),
  device_name: ({ event }) => event.EventContextData?.DeviceName,
  city: ({ event }) => event.EventContextData?.City,
  country: ({ event }) => event.EventContextData?.Country,
  timezone: ({ event }) => event.EventContextData?.Timezone,
  feedback_value: ({ event }) => event.EventFeedback?.FeedbackValue,
  feedback_provider: ({ event }) => event.EventFeedback?.Provider,
} as const satisfies Record<string, EventText>;

/** The columns of events that hold texts of their own, since few events share one; "" for none. */
export const OWN_TEXT_COLUMNS = {
  username: ({ username }) => username,
  event_id: ({ event }) => event.EventId,
  ip_address: ({ event }) => event.EventContextData?.IpAddress,
} as const satisfies Record<string, EventText>;

/** How `compromised_credentials` is kept. */
export const COMPROMISED = { unknown: 0, no: 1, yes: 2 } as const;

/** What a block holds, by columns: what is cheap to hand from one thread to another, and to a database. */
export interface EncodedBlock {
  /** All lines, empty ones too. */
  readonly lines: number;
  /** Lines that are not empty. */
  readonly units: number;
  /** Lines with at least one problem. */
  readonly broken: number;
  readonly fullLists: number;
  readonly events: EventColumns;
  readonly drift: DriftColumns;
  readonly rejects: RejectColumns;
  /** What the columns of indices point to, from 1. */
  readonly texts: readonly string[];
}

/** Events by columns. Lines are counted from 0, from the start of the block. */
export interface EventColumns {
  readonly count: number;
  readonly lines: Int32Array;
  readonly positions: Int32Array;
  /** One column for each of `TEXT_COLUMNS`. */
  readonly texts: readonly Int32Array[];
  readonly compromised: Int32Array;
  /** Milliseconds since 1970; not a number for none. */
  readonly times: Float64Array;
  readonly feedbackTimes: Float64Array;
  /** One column for each of `OWN_TEXT_COLUMNS`. */
  readonly ownTexts: readonly (readonly string[])[];
}

/** What the model does not know, by columns. */
export interface DriftColumns {
  readonly count: number;
  readonly lines: Int32Array;
  readonly positions: Int32Array;
  /** Path, kind and value, as indices of `texts`. */
  readonly texts: readonly Int32Array[];
}

/** What is broken, by columns. */
export interface RejectColumns {
  readonly lines: readonly number[];
  readonly reasons: readonly string[];
}

/** Returns `Password:Success, SmsMfa:Failure`, which is one text for thousands of events. */
function printChallenges({ ChallengeResponses: challenges }: AuditedEvent["event"]): string | undefined {
  if (challenges === undefined || challenges.length === 0) return undefined;
  return challenges
    .map(({ ChallengeName: name = "", ChallengeResponse: response = "" }) => `${name}:${response}`)
    .join(", ");
}
