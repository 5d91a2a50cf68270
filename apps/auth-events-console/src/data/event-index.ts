import {
  EventResponseTypeValues,
  EventTypeValues,
  FeedbackValueTypeValues,
  RiskLevelTypeValues,
} from "@shapelog/cognito-identity-provider";
import { findEventResponseLook, findEventTypeLook, findRiskLevelLook } from "../events/looks.js";
import type { StoredEvent } from "../events/stored-event.js";
import type { SortKey } from "./query.js";
import { TextColumn } from "./text-column.js";

/**
 * What of all events is searched and sorted: numbers in columns, so that 100,000 events are gone through in
 * milliseconds. The events themselves are not kept here.
 */
export class EventIndex {
  readonly columns: Readonly<Record<Exclude<SortKey, "time">, TextColumn>> = {
    type: new TextColumn(EventTypeValues),
    response: new TextColumn(EventResponseTypeValues),
    risk: new TextColumn(RiskLevelTypeValues),
    country: new TextColumn(),
    city: new TextColumn(),
    device: new TextColumn(),
    address: new TextColumn(),
    feedback: new TextColumn(FeedbackValueTypeValues),
  };
  /** Milliseconds since 1970; NaN where an event has no time. */
  readonly times: number[] = [];
  readonly texts: string[] = [];
  readonly drifts: boolean[] = [];
  #order: { readonly key: SortKey; readonly length: number; readonly indices: Uint32Array } | undefined;

  get length(): number {
    return this.times.length;
  }

  add({ event, drift }: StoredEvent): void {
    const { EventContextData: context = {}, EventRisk: risk = {}, EventFeedback: feedback } = event;
    this.times.push(event.CreationDate?.getTime() ?? Number.NaN);
    this.texts.push(collectText(event));
    this.drifts.push(drift.length > 0);
    this.columns.type.add(event.EventType);
    this.columns.response.add(event.EventResponse);
    this.columns.risk.add(risk.RiskLevel);
    this.columns.country.add(context.Country);
    this.columns.city.add(context.City);
    this.columns.device.add(context.DeviceName);
    this.columns.address.add(context.IpAddress);
    this.columns.feedback.add(feedback?.FeedbackValue);
  }

  /** Returns the indices of all events in ascending order; what is absent comes last. The last order is kept. */
  sortBy(key: SortKey): Uint32Array {
    if (this.#order?.key !== key || this.#order.length !== this.length)
      this.#order = { key, length: this.length, indices: this.#sort(key) };
    return this.#order.indices;
  }

  #sort(key: SortKey): Uint32Array {
    const indices = Uint32Array.from(this.times.keys());
    const times = Float64Array.from(this.times, (time) =>
      Number.isNaN(time) ? Number.POSITIVE_INFINITY : time,
    );
    const compareTimes = (a: number, b: number) => compareNumbers(times[a] ?? 0, times[b] ?? 0) || a - b;
    if (key === "time") return indices.sort(compareTimes);
    const column = this.columns[key];
    const ranks = column.rankCodes();
    const places = Uint32Array.from(indices, (index) => ranks[column.codeAt(index)] ?? 0);
    return indices.sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || compareTimes(a, b));
  }
}

/** Two that are infinite are equal; their difference is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Returns all that can be searched for in an event: its values as they are and as the page calls them. */
function collectText(event: StoredEvent["event"]): string {
  const { EventContextData: context = {}, EventRisk: risk = {}, EventFeedback: feedback } = event;
  const { EventType: type, EventResponse: response } = event;
  return [
    event.EventId,
    type,
    type && findEventTypeLook(type).label,
    response,
    response && findEventResponseLook(response).label,
    risk.RiskLevel && `${findRiskLevelLook(risk.RiskLevel).label} risk`,
    risk.RiskDecision,
    ...(event.ChallengeResponses ?? []).flatMap(({ ChallengeName: name, ChallengeResponse: end }) => [
      name,
      end,
    ]),
    context.IpAddress,
    context.DeviceName,
    context.Timezone,
    context.City,
    context.Country,
    feedback?.FeedbackValue,
    feedback?.Provider,
  ]
    .filter((text) => text !== undefined)
    .join("\n")
    .toLowerCase();
}
