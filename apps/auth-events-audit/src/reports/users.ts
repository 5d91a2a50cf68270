import type { DuckDBConnection } from "@duckdb/node-api";
import { queryNumbers } from "../database/query-rows.js";
import type { Report } from "./report.js";

async function describeNameless(connection: DuckDBConnection): Promise<string> {
  const [nameless = 0] = await queryNumbers(connection, "SELECT count(*) FROM events WHERE username IS NULL");
  if (nameless === 0) return "";
  const say = nameless === 1 ? "event does not say whose it is" : "events do not say whose they are";
  return `${nameless.toLocaleString("en-US")} ${say}.`;
}

/** Users who signed in with a password that is known to be stolen. */
export const compromised: Report = {
  name: "compromised",
  title: "Compromised credentials",
  empty: "none detected",
  needs: "events",
  sql: `WITH hits AS (
  SELECT e.username, count(*) AS events, count(*) FILTER (t.is_sign_in AND r.has_passed) AS signed_in,
    min(e.created_at) AS first_seen, max(e.created_at) AS last_seen
  FROM events e LEFT JOIN event_types t ON t.value = e.event_type
    LEFT JOIN event_responses r ON r.value = e.event_response
  WHERE e.compromised_credentials GROUP BY 1),
changes AS (
  SELECT e.username, max(e.created_at) AS changed FROM events e
    JOIN event_types t ON t.value = e.event_type AND t.changes_password
    JOIN event_responses r ON r.value = e.event_response AND r.has_passed
  WHERE e.username IN (SELECT username FROM hits) GROUP BY 1)
SELECT username, events, signed_in, first_seen, last_seen, coalesce(changed > last_seen, false) AS changed_since
FROM hits LEFT JOIN changes USING (username)
ORDER BY changed_since, signed_in DESC, events DESC, username`,
  describe: describeNameless,
};

/** Users of whom at least one event is of high risk, was taken for a takeover, was blocked, or was compromised. */
export const usersAtRisk: Report = {
  name: "users-at-risk",
  title: "Users at risk",
  empty: "none",
  needs: "events",
  sql: `SELECT * FROM (
  SELECT e.username, count(*) FILTER (l.is_at_risk OR d.is_at_risk OR e.compromised_credentials) AS risky,
    count(*) FILTER (e.compromised_credentials) AS compromised,
    count(*) FILTER ((l.is_at_risk OR d.is_at_risk) AND r.has_passed) AS passed,
    count(*) FILTER (t.is_sign_in AND r.has_failed) AS failed, count(*) AS events,
    approx_count_distinct(e.country) AS countries,
    max(e.created_at) FILTER (l.is_at_risk OR d.is_at_risk OR e.compromised_credentials) AS last_risky
  FROM events e LEFT JOIN event_types t ON t.value = e.event_type
    LEFT JOIN event_responses r ON r.value = e.event_response
    LEFT JOIN risk_levels l ON l.value = e.risk_level LEFT JOIN risk_decisions d ON d.value = e.risk_decision
  GROUP BY 1) WHERE risky > 0
ORDER BY compromised DESC, passed DESC, risky DESC, failed DESC, username`,
  describe: describeNameless,
};
