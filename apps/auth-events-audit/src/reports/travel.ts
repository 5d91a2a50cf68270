import type { DuckDBConnection } from "@duckdb/node-api";
import { queryNumbers } from "../database/query-rows.js";
import { loadPlaces } from "./load-places.js";
import type { Report, ReportOptions } from "./report.js";

/** Nearer than this is what places of addresses are wrong by. */
const LEAST_KILOMETRES = 100;

/**
 * Users who signed in at two places with less time between than the way takes. Distances are the least that they can
 * be: between the nearest cities of a name, or, where a city is not known, of the two countries. So countries with a
 * border are never far, and what is listed cannot be explained by a name that several cities have.
 */
export const travel: Report = {
  name: "travel",
  title: "Impossible travel",
  empty: "none",
  needs: "events",
  prepare: prepareSteps,
  sql: `SELECT username, from_city, from_country, to_city, to_country, departed, arrived,
  round(kilometres)::INTEGER AS kilometres, round(least(speed, 999999))::INTEGER AS km_per_hour, known_by, from_ip, to_ip
FROM impossible_steps ORDER BY speed DESC, kilometres DESC, username, arrived`,
  describe: describePlaces,
};

async function prepareSteps(connection: DuckDBConnection, { speed }: ReportOptions): Promise<void> {
  await loadPlaces(connection);
  await connection.run(PLACES);
  await connection.run(STEPS);
  await connection.run(`CREATE OR REPLACE TEMP TABLE impossible_steps AS
SELECT *, kilometres / hours AS speed FROM (
  SELECT steps.*, kilometres, greatest(epoch(arrived - departed), 1) / 3600 AS hours,
    CASE WHEN a.is_city AND b.is_city THEN 'cities' WHEN a.is_city OR b.is_city THEN 'city and country' ELSE 'countries' END
      AS known_by
  FROM steps JOIN places a ON a.place = from_place JOIN places b ON b.place = to_place
  JOIN distances ON distances.one = least(from_place, to_place) AND distances.other = greatest(from_place, to_place))
WHERE kilometres >= ${LEAST_KILOMETRES} AND kilometres / hours > ${Number(speed)}`);
}

/** The pairs of city and country of the events, and all the points that each may be. */
const PLACES = `
CREATE OR REPLACE TEMP TABLE named_places AS
  SELECT row_number() OVER (ORDER BY country, city)::INTEGER AS id, city, country, iso3, is_city FROM (
  SELECT e.city, e.country, n.iso3, EXISTS (
    SELECT 1 FROM cities c WHERE c.iso3 = n.iso3 AND place_key(c.city) = place_key(e.city)) AS is_city
  FROM (SELECT DISTINCT city, country FROM events WHERE country IS NOT NULL) e
  JOIN country_names n ON n.name = place_key(e.country));
-- One place for all names of it: a country is one, whatever its cities are called that nobody knows.
CREATE OR REPLACE TEMP TABLE places AS SELECT DISTINCT
  CASE WHEN is_city THEN iso3 || '/' || place_key(city) ELSE iso3 END AS place, iso3, is_city,
  CASE WHEN is_city THEN place_key(city) END AS city_key FROM named_places;
CREATE OR REPLACE TEMP TABLE points AS SELECT p.place, radians(c.latitude) AS latitude, radians(c.longitude) AS longitude
  FROM places p JOIN cities c ON c.iso3 = p.iso3 AND (NOT p.is_city OR place_key(c.city) = p.city_key);`;

/** The sign-ins of each user that passed, each with the one before it, where the place is another. */
const STEPS = `
CREATE OR REPLACE TEMP TABLE steps AS SELECT * FROM (
  SELECT e.username, e.city AS to_city, e.country AS to_country, e.created_at AS arrived, e.ip_address AS to_ip,
    CASE WHEN n.is_city THEN n.iso3 || '/' || place_key(n.city) ELSE n.iso3 END AS to_place,
    lag(e.city) OVER user_events AS from_city, lag(e.country) OVER user_events AS from_country,
    lag(e.created_at) OVER user_events AS departed, lag(e.ip_address) OVER user_events AS from_ip,
    lag(CASE WHEN n.is_city THEN n.iso3 || '/' || place_key(n.city) ELSE n.iso3 END) OVER user_events AS from_place
  FROM events e JOIN event_types t ON t.value = e.event_type AND t.is_sign_in
    JOIN event_responses r ON r.value = e.event_response AND r.has_passed
    JOIN named_places n ON n.country = e.country AND n.city IS NOT DISTINCT FROM e.city
  WHERE e.username IS NOT NULL AND e.created_at IS NOT NULL
  WINDOW user_events AS (PARTITION BY e.username ORDER BY e.created_at, e.event_id))
WHERE from_place <> to_place;
CREATE OR REPLACE TEMP TABLE distances AS SELECT p.one, p.other, min(2 * 6371 * asin(least(1, sqrt(
    pow(sin((b.latitude - a.latitude) / 2), 2) +
    cos(a.latitude) * cos(b.latitude) * pow(sin((b.longitude - a.longitude) / 2), 2))))) AS kilometres
  FROM (SELECT DISTINCT least(from_place, to_place) AS one, greatest(from_place, to_place) AS other FROM steps) p
  JOIN points a ON a.place = p.one JOIN points b ON b.place = p.other GROUP BY 1, 2;`;

async function describePlaces(connection: DuckDBConnection): Promise<string> {
  const [all = 0, nameless = 0, placeless = 0, cities = 0] = await queryNumbers(
    connection,
    `SELECT count(*), count(*) FILTER (e.username IS NULL),
  count(*) FILTER (e.username IS NOT NULL AND n.id IS NULL), count(*) FILTER (e.username IS NOT NULL AND n.is_city)
FROM events e JOIN event_types t ON t.value = e.event_type AND t.is_sign_in
  JOIN event_responses r ON r.value = e.event_response AND r.has_passed
  LEFT JOIN named_places n ON n.country = e.country AND n.city IS NOT DISTINCT FROM e.city`,
  );
  const print = (count: number) => count.toLocaleString("en-US");
  return `Of ${print(all)} sign-ins that passed, ${print(cities)} have a known city, ${print(
    all - nameless - placeless - cities,
  )} a known country alone, ${print(placeless)} no known place, and ${print(
    nameless,
  )} no user. Distances are the least that the names allow; a proxy or a mobile network can look like travel.`;
}
