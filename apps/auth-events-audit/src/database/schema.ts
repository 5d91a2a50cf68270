import {
  EventResponseTypeValues,
  EventTypeValues,
  RiskDecisionTypeValues,
  RiskLevelTypeValues,
} from "@shapelog/cognito-identity-provider";
import { COMPROMISED, OWN_TEXT_COLUMNS, TEXT_COLUMNS } from "../reading/event-columns.js";
import { describeEventResponse, EVENT_RESPONSES } from "../reports/describe-event-response.js";
import { describeEventType, EVENT_TYPES } from "../reports/describe-event-type.js";
import { RISK_DECISIONS, RISK_LEVELS } from "../reports/risk-values.js";

/** What a file says in `audit_format`. A file of another number is not read. */
export const FORMAT = 1;

/** The tables that are written while events are read. Texts that many events share stand once, in `texts`. */
export const TABLES = `
CREATE TABLE audit_format AS SELECT ${FORMAT} AS version;
CREATE TABLE sources (
  id INTEGER, kind VARCHAR, name VARCHAR, path VARCHAR, head_length INTEGER, head_digest VARCHAR, run INTEGER,
  bytes BIGINT, lines BIGINT, units BIGINT, broken BIGINT, full_lists BIGINT, is_finished BOOLEAN
);
CREATE TABLE texts (id INTEGER, text VARCHAR);
CREATE TABLE event_rows (
  source INTEGER, line INTEGER, position INTEGER,
  ${TEXT_COLUMNS.map((name) => `${name} INTEGER`).join(", ")},
  compromised INTEGER, created_at DOUBLE, feedback_at DOUBLE,
  ${OWN_TEXT_COLUMNS.map((name) => `${name} VARCHAR`).join(", ")}
);
CREATE TABLE drift_rows (source INTEGER, line INTEGER, position INTEGER, path INTEGER, kind INTEGER, value INTEGER);
CREATE TABLE reject_rows (source INTEGER, line INTEGER, reason VARCHAR);
CREATE TABLE audit_state AS 
  SELECT 0::BIGINT AS duplicates, true AS is_settled, 0 AS user_run, true AS is_user_run_finished;
`;

const textOf = (column: string) => `(SELECT text FROM texts WHERE id = ${column})`;
const timeOf = (column: string, name: string) =>
  `CASE WHEN isnan(${column}) THEN NULL ELSE make_timestamp((${column} * 1000)::BIGINT) END AS ${name}`;

/** What people ask: the rows as they would write them. */
export const VIEWS = `
CREATE VIEW events AS SELECT
  nullif(r.event_id, '') AS event_id, ${timeOf("r.created_at", "created_at")},
  ${TEXT_COLUMNS.map((name) => `t_${name}.text AS ${name}`).join(", ")},
  CASE r.compromised WHEN ${COMPROMISED.yes} THEN true WHEN ${COMPROMISED.no} THEN false END AS compromised_credentials,
  nullif(r.ip_address, '') AS ip_address, ${timeOf("r.feedback_at", "feedback_at")},
  s.name AS source, r.line, r.position
FROM event_rows r LEFT JOIN sources s ON s.id = r.source
${TEXT_COLUMNS.map((name) => `LEFT JOIN texts t_${name} ON t_${name}.id = r.${name}`).join("\n")};
CREATE VIEW drift AS SELECT
  ${textOf("r.path")} AS path, ${textOf("r.kind")} AS kind, ${textOf("r.value")} AS value,
  s.name AS source, r.line, r.position, r.source AS source_id
FROM drift_rows r LEFT JOIN sources s ON s.id = r.source;
CREATE VIEW rejects AS SELECT s.name AS source, r.line, r.reason, r.source AS source_id
FROM reject_rows r LEFT JOIN sources s ON s.id = r.source;
`;

/** Returns the tables that say what the reports ask of the model's values. They are made anew for each run. */
export function createValueTables(): string {
  return `
CREATE OR REPLACE TEMP TABLE event_types AS SELECT * FROM (VALUES
  ${EventTypeValues.map((value) => {
    const { isSignIn, changesPassword } = EVENT_TYPES[value];
    return `('${value}', '${describeEventType(value)}', ${isSignIn}, ${changesPassword})`;
  }).join(", ")}) t(value, label, is_sign_in, changes_password);
CREATE OR REPLACE TEMP TABLE event_responses AS SELECT * FROM (VALUES
  ${EventResponseTypeValues.map((value) => {
    const { hasPassed, hasFailed } = EVENT_RESPONSES[value];
    return `('${value}', '${describeEventResponse(value)}', ${hasPassed}, ${hasFailed})`;
  }).join(", ")}) t(value, label, has_passed, has_failed);
CREATE OR REPLACE TEMP TABLE risk_levels AS SELECT * FROM (VALUES
  ${RiskLevelTypeValues.map((value) => `('${value}', ${RISK_LEVELS[value].isAtRisk})`).join(", ")}) t(value, is_at_risk);
CREATE OR REPLACE TEMP TABLE risk_decisions AS SELECT * FROM (VALUES
  ${RiskDecisionTypeValues.map((value) => `('${value}', ${RISK_DECISIONS[value].isAtRisk})`).join(", ")}) t(value, is_at_risk);
`;
}
