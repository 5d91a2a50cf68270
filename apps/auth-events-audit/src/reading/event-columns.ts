import type { AuditedEvent } from "./read-content.js";

/** The columns of events that hold an index of `texts`, 0 for none. */
export const TEXT_COLUMNS = [
  "event_type",
  "event_response",
  "risk_level",
  "risk_decision",
  "challenges",
  "device_name",
  "city",
  "country",
  "timezone",
  "feedback_value",
  "feedback_provider",
] as const;

/** The columns of events that hold texts of their own, since few events share one; "" for none. */
export const OWN_TEXT_COLUMNS = ["username", "event_id", "ip_address"] as const;

/** A text, or none, for each name of a list. */
type TextsOf<Names extends readonly string[]> = { readonly [Index in keyof Names]: string | undefined };

/** Returns what stands in `TEXT_COLUMNS`. */
export function readTexts({ event }: AuditedEvent): TextsOf<typeof TEXT_COLUMNS> {
  const { EventRisk: risk, EventContextData: context, EventFeedback: feedback } = event;
  return [
    event.EventType,
    event.EventResponse,
    risk?.RiskLevel,
    risk?.RiskDecision,
    printChallenges(event),
    context?.DeviceName,
    context?.City,
    context?.Country,
    context?.Timezone,
    feedback?.FeedbackValue,
    feedback?.Provider,
  ];
}

/** Returns what stands in `OWN_TEXT_COLUMNS`. */
export function readOwnTexts({ username, event }: AuditedEvent): TextsOf<typeof OWN_TEXT_COLUMNS> {
  return [username, event.EventId, event.EventContextData?.IpAddress];
}

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
  const [first] = challenges;
  if (challenges.length === 1 && first)
    return `${first.ChallengeName ?? ""}:${first.ChallengeResponse ?? ""}`;
  return challenges
    .map(({ ChallengeName: name = "", ChallengeResponse: response = "" }) => `${name}:${response}`)
    .join(", ");
}
