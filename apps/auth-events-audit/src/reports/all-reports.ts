import { drift, events, rejects, responses, risks, types } from "./counts.js";
import { failures } from "./failures.js";
import type { Report } from "./report.js";
import { travel } from "./travel.js";
import { compromised, usersAtRisk } from "./users.js";

/** All reports by name, in the order they are printed. */
export const REPORTS: readonly Report[] = [
  types,
  responses,
  risks,
  failures,
  compromised,
  usersAtRisk,
  travel,
  drift,
  rejects,
  events,
];

/** What is shown where nothing is asked for. The events themselves are to be asked for by name. */
export const DEFAULT_REPORTS = REPORTS.filter((report) => report !== events);
