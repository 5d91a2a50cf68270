import type { AuditedEvent, Content } from "./read-content.js";
import { Tally } from "./tally.js";

/** What events come in. */
export type Unit = "line" | "page";

/** Where something was found: the line of a file, or the page of a call. */
export interface Place {
  readonly source: string;
  /** The line or page, from 1. */
  readonly number: number;
}

/** A line or page, or an event in it, that does not fit. */
export interface Problem extends Place {
  readonly message: string;
}

/** What the model does not know, and where it was first seen. */
export interface SeenDrift {
  readonly path: string;
  readonly kind: "unknown-value" | "unknown-member";
  /** The value, or the member's name; `undefined` where it is sensitive. */
  readonly value: string | undefined;
  readonly first: Place;
}

/** What is known of the events so far. Its size does not grow with their number. */
export interface Audit {
  readonly unit: Unit;
  /** The files, or the operation that is called. */
  readonly sources: readonly string[];
  /** Lines or pages, empty lines left out. */
  units: number;
  events: number;
  /** Lines or pages with at least one problem. */
  broken: number;
  /** The first problems, up to a limit; `problemCount` counts all. */
  readonly problems: Problem[];
  problemCount: number;
  fullLists: number;
  /** The first and last time of an event, in milliseconds since 1970. */
  first: number;
  last: number;
  readonly types: Tally<string | undefined>;
  readonly responses: Tally<string | undefined>;
  readonly risks: Tally<readonly [level: string | undefined, decision: string | undefined]>;
  readonly drift: Tally<SeenDrift>;
}

/** Values longer than this are cut, so that what is kept of hostile lines is bounded. */
const VALUE_LIMIT = 200;

/** Starts an audit. */
export function createAudit(unit: Unit, sources: readonly string[]): Audit {
  return {
    unit,
    sources,
    units: 0,
    events: 0,
    broken: 0,
    problems: [],
    problemCount: 0,
    fullLists: 0,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    types: new Tally(),
    responses: new Tally(),
    risks: new Tally(),
    drift: new Tally(),
  };
}

/** Adds what a line or page holds. */
export function addToAudit(audit: Audit, content: Content, place: Place, problemLimit: number): void {
  audit.units++;
  audit.fullLists += content.fullLists;
  for (const event of content.events) addEventToAudit(audit, event);
  for (const { path, kind, value: full } of content.drift) {
    const value = full === undefined ? undefined : cut(String(full));
    audit.drift.add(JSON.stringify([path, kind, value]), () => ({ path, kind, value, first: place }));
  }
  if (content.problems.length > 0) audit.broken++;
  audit.problemCount += content.problems.length;
  for (const message of content.problems) {
    if (audit.problems.length >= problemLimit) break;
    audit.problems.push({ ...place, message });
  }
}

function addEventToAudit(audit: Audit, { type, response, level, decision, time }: AuditedEvent): void {
  audit.events++;
  if (time !== undefined) {
    audit.first = Math.min(audit.first, time);
    audit.last = Math.max(audit.last, time);
  }
  audit.types.add(keyOf(type), () => cutOrAbsent(type));
  audit.responses.add(keyOf(response), () => cutOrAbsent(response));
  audit.risks.add(`${keyOf(level)} ${keyOf(decision)}`, () => [cutOrAbsent(level), cutOrAbsent(decision)]);
}

/** Returns a text that tells apart all values, and no value. */
function keyOf(value: string | undefined): string {
  return value === undefined ? "" : JSON.stringify(cut(value));
}

function cutOrAbsent(value: string | undefined): string | undefined {
  return value === undefined ? undefined : cut(value);
}

function cut(value: string): string {
  if (value.length <= VALUE_LIMIT) return value;
  // A slice keeps the text that it is part of in memory; what JSON reads is a copy.
  const start: unknown = JSON.parse(JSON.stringify(value.slice(0, VALUE_LIMIT)));
  return `${String(start)}… (${value.length} characters)`;
}
