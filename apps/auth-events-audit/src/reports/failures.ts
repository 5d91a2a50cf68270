import type { Report } from "./report.js";

/**
 * Sign-ins that failed, by country and hour of the day in UTC. What the model does not know, such as an outcome of
 * before August 2022, is neither: it stands in a column of its own.
 */
export const failures: Report = {
  name: "failures",
  title: "Sign-in failures by country and hour (UTC)",
  empty: "no sign-ins failed",
  needs: "events",
  sql: `SELECT e.country, hour(e.created_at)::INTEGER AS hour, count(*) FILTER (r.has_failed) AS failed, count(*) AS sign_ins,
  round(100 * count(*) FILTER (r.has_failed) / count(*), 1)::DOUBLE AS percent,
  count(*) FILTER (r.value IS NULL) AS outcome_unknown
FROM events e JOIN event_types t ON t.value = e.event_type AND t.is_sign_in
  LEFT JOIN event_responses r ON r.value = e.event_response
GROUP BY 1, 2 HAVING failed > 0 OR outcome_unknown > 0
ORDER BY failed DESC, outcome_unknown DESC, country, hour`,
};
