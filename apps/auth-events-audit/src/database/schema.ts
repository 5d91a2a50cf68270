import { COMPROMISED, OWN_TEXT_COLUMNS, TEXT_COLUMNS } from "../reading/event-columns.js";
import { listEventResponses } from "../reports/describe-event-response.js";
import { listEventTypes } from "../reports/describe-event-type.js";
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
  nullif(r.username, '') AS username, nullif(r.event_id, '') AS event_id, ${timeOf("r.created_at", "created_at")},
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
  const types = listEventTypes().map(
    (one) => `('${one.value}', '${one.label}', ${one.isSignIn}, ${one.changesPassword})`,
  );
  const responses = listEventResponses().map(
    (one) => `('${one.value}', '${one.label}', ${one.hasPassed}, ${one.hasFailed})`,
  );
  const risksOf = (table: Readonly<Record<string, { readonly isAtRisk: boolean }>>) =>
    Object.entries(table).map(([value, { isAtRisk }]) => `('${value}', ${isAtRisk})`);
  const create = (name: string, columns: string, rows: readonly string[]) =>
    `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT * FROM (VALUES ${rows.join(", ")}) t(${columns});`;
  return [
    create("event_types", "value, label, is_sign_in, changes_password", types),
    create("event_responses", "value, label, has_passed, has_failed", responses),
    create("risk_levels", "value, is_at_risk", risksOf(RISK_LEVELS)),
    create("risk_decisions", "value, is_at_risk", risksOf(RISK_DECISIONS)),
  ].join("\n");
}
