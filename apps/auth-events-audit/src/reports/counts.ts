import type { Report } from "./report.js";

const SHARE = "round(100 * events / sum(events) OVER (), 1)::DOUBLE AS percent";
const UNKNOWN = "'not in the model'";

/** Events by type. */
export const types: Report = {
  name: "types",
  title: "By type",
  empty: "no events",
  needs: "events",
  sql: `SELECT coalesce(t.label, CASE WHEN e.event_type IS NULL THEN '(none)' ELSE ${UNKNOWN} END) AS type,
  e.event_type AS value, events, ${SHARE}
FROM (SELECT event_type, count(*) AS events FROM events GROUP BY 1) e LEFT JOIN event_types t ON t.value = e.event_type
ORDER BY t.value IS NULL, events DESC, e.event_type`,
};

/** Events by outcome. */
export const responses: Report = {
  name: "responses",
  title: "By response",
  empty: "no events",
  needs: "events",
  sql: `SELECT coalesce(t.label, CASE WHEN e.event_response IS NULL THEN '(none)' ELSE ${UNKNOWN} END) AS response,
  e.event_response AS value, events, ${SHARE}
FROM (SELECT event_response, count(*) AS events FROM events GROUP BY 1) e
  LEFT JOIN event_responses t ON t.value = e.event_response
ORDER BY t.value IS NULL, events DESC, e.event_response`,
};

/** Events by what was made of their risk. */
export const risks: Report = {
  name: "risks",
  title: "By risk",
  empty: "no events",
  needs: "events",
  sql: `SELECT risk_level AS level, risk_decision AS decision, events, ${SHARE},
  (risk_level IS NULL OR l.value IS NOT NULL) AND (risk_decision IS NULL OR d.value IS NOT NULL) AS known
FROM (SELECT risk_level, risk_decision, count(*) AS events FROM events GROUP BY ALL) e
  LEFT JOIN risk_levels l ON l.value = risk_level LEFT JOIN risk_decisions d ON d.value = risk_decision
ORDER BY events DESC, risk_level, risk_decision`,
};

/** What the model does not know, and where it was first seen. */
export const drift: Report = {
  name: "drift",
  title: "Drift: values and members that the model does not know",
  empty: "none",
  needs: "database",
  sql: `SELECT value, path, kind, count(*) AS seen, arg_min(source, (source_id, line, position)) AS first_source,
  arg_min(line, (source_id, line, position)) AS first_line
FROM drift GROUP BY ALL ORDER BY seen DESC, path, value`,
};

/** Lines that could not be read. */
export const rejects: Report = {
  name: "rejects",
  title: "Broken lines",
  empty: "none",
  needs: "database",
  sql: "SELECT source, line, reason FROM rejects ORDER BY source_id, line, reason",
};

/** The events themselves: to look at, or to take to another machine as Parquet. */
export const events: Report = {
  name: "events",
  title: "Events",
  empty: "no events",
  needs: "events",
  sql: "SELECT * FROM events",
};
