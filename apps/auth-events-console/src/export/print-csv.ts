import type { StoredEvent } from "../events/stored-event.js";
import { showUnseen } from "../events/visible-text.js";

type Event = StoredEvent["event"];

/** The columns, named by the members' paths. */
const COLUMNS: Readonly<Record<string, (event: Event) => string | boolean | Date | undefined>> = {
  EventId: (event) => event.EventId,
  CreationDate: (event) => event.CreationDate,
  EventType: (event) => event.EventType,
  EventResponse: (event) => event.EventResponse,
  "EventRisk.RiskLevel": (event) => event.EventRisk?.RiskLevel,
  "EventRisk.RiskDecision": (event) => event.EventRisk?.RiskDecision,
  "EventRisk.CompromisedCredentialsDetected": (event) => event.EventRisk?.CompromisedCredentialsDetected,
  ChallengeResponses: (event) =>
    event.ChallengeResponses?.map(
      (each) => `${each.ChallengeName ?? ""}:${each.ChallengeResponse ?? ""}`,
    ).join(" "),
  "EventContextData.IpAddress": (event) => event.EventContextData?.IpAddress,
  "EventContextData.DeviceName": (event) => event.EventContextData?.DeviceName,
  "EventContextData.Timezone": (event) => event.EventContextData?.Timezone,
  "EventContextData.City": (event) => event.EventContextData?.City,
  "EventContextData.Country": (event) => event.EventContextData?.Country,
  "EventFeedback.FeedbackValue": (event) => event.EventFeedback?.FeedbackValue,
  "EventFeedback.Provider": (event) => event.EventFeedback?.Provider,
  "EventFeedback.FeedbackDate": (event) => event.EventFeedback?.FeedbackDate,
};

/** What a spreadsheet takes as the start of a formula, the wide forms of East Asian keyboards included. */
const FORMULA = /^\s*[=+\-@|%＝＋－＠]/u;

/** The first line of a CSV file (RFC 4180). */
export const CSV_HEADER = `${Object.keys(COLUMNS).join(",")}\r\n`;

/**
 * Returns an event's line of a CSV file. No field of it is a formula to a spreadsheet, and none acts on a terminal or
 * turns the writing direction: what is unseen is printed as its code point.
 */
export function printCsvLine({ event }: StoredEvent): string {
  const fields = Object.values(COLUMNS).map((read) => printField(read(event)));
  return `${fields.join(",")}\r\n`;
}

function printField(value: string | boolean | Date | undefined): string {
  if (value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  const text = showUnseen(String(value));
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
