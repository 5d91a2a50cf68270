import {
  EventResponseTypeValues,
  EventTypeValues,
  isEventResponseType,
  isEventType,
  isRiskDecisionType,
  isRiskLevelType,
  RiskDecisionTypeValues,
  RiskLevelTypeValues,
} from "@shapelog/cognito-identity-provider";
import type { Audit, Problem, SeenDrift, Unit } from "./audit.js";
import { describeEventResponse } from "./describe-event-response.js";
import { describeEventType } from "./describe-event-type.js";
import type { Counted, Tally } from "./tally.js";

/** How many events have a value. */
export interface ValueCount {
  /** `null` for events without one. */
  readonly value: string | null;
  /** What people call it; `null` where the model does not know the value. */
  readonly label: string | null;
  readonly known: boolean;
  readonly events: number;
}

/** How many events have a risk level and a decision. */
export interface RiskCount {
  readonly level: string | null;
  readonly decision: string | null;
  readonly known: boolean;
  readonly events: number;
}

/** Something that the model does not know, and how often it was seen. */
export interface DriftCount extends Omit<SeenDrift, "value"> {
  /** `null` for a sensitive value. */
  readonly value: string | null;
  readonly count: number;
}

/** What an audit found: plain data, in the order to print it. */
export interface Report {
  readonly unit: Unit;
  /** The files, or the operation that is called. */
  readonly sources: readonly string[];
  /** Lines or pages, empty lines left out. */
  readonly units: number;
  readonly events: number;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly types: readonly ValueCount[];
  readonly responses: readonly ValueCount[];
  readonly risks: readonly RiskCount[];
  readonly drift: {
    readonly count: number;
    readonly seen: readonly DriftCount[];
    /** Events with so much drift that not all of it is counted. */
    readonly fullLists: number;
  };
  readonly broken: { readonly units: number; readonly problems: number; readonly listed: readonly Problem[] };
  /** Events or drifts with one value more than a table holds; counted, not named. */
  readonly others: Readonly<Record<"types" | "responses" | "risks" | "drift", number>>;
}

/** Returns the report of an audit: known values in the model's order, then what the model does not know. */
export function createReport(audit: Audit): Report {
  const { types, responses, risks, drift } = audit;
  const seen = drift.counts.map(({ value: { value = null, ...one }, count }) => ({ ...one, value, count }));
  return {
    unit: audit.unit,
    sources: audit.sources,
    units: audit.units,
    events: audit.events,
    period: audit.first <= audit.last ? { from: printTime(audit.first), to: printTime(audit.last) } : null,
    types: sortCounts(types, EventTypeValues).map((one) =>
      countValue(one, (value) => (isEventType(value) ? describeEventType(value) : undefined)),
    ),
    responses: sortCounts(responses, EventResponseTypeValues).map((one) =>
      countValue(one, (value) => (isEventResponseType(value) ? describeEventResponse(value) : undefined)),
    ),
    risks: countRisks(risks),
    drift: {
      count: seen.reduce((sum, { count }) => sum + count, 0) + drift.others,
      seen: seen.toSorted((a, b) => b.count - a.count),
      fullLists: audit.fullLists,
    },
    broken: { units: audit.broken, problems: audit.problemCount, listed: audit.problems },
    others: { types: types.others, responses: responses.others, risks: risks.others, drift: drift.others },
  };
}

function sortCounts(
  tally: Tally<string | undefined>,
  order: readonly string[],
): readonly Counted<string | undefined>[] {
  return tally.counts.toSorted((a, b) => rank(a.value, order) - rank(b.value, order) || b.count - a.count);
}

/** Known values in the model's order, then what it does not know, then what is absent. */
function rank(value: string | undefined, order: readonly string[]): number {
  if (value === undefined) return order.length + 1;
  const index = order.indexOf(value);
  return index === -1 ? order.length : index;
}

function countValue(
  { value, count }: Counted<string | undefined>,
  describe: (value: string) => string | undefined,
): ValueCount {
  const label = value === undefined ? undefined : describe(value);
  return {
    value: value ?? null,
    label: label ?? null,
    known: value === undefined || label !== undefined,
    events: count,
  };
}

function countRisks(risks: Audit["risks"]): RiskCount[] {
  return risks.counts
    .toSorted(
      ({ value: [levelA, decisionA] }, { value: [levelB, decisionB] }) =>
        rank(levelA, RiskLevelTypeValues) - rank(levelB, RiskLevelTypeValues) ||
        rank(decisionA, RiskDecisionTypeValues) - rank(decisionB, RiskDecisionTypeValues),
    )
    .map(({ value: [level, decision], count }) => ({
      level: level ?? null,
      decision: decision ?? null,
      known:
        (level === undefined || isRiskLevelType(level)) &&
        (decision === undefined || isRiskDecisionType(decision)),
      events: count,
    }));
}

function printTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
