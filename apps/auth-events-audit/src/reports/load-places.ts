import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, VARCHAR } from "@duckdb/node-api";
import cityTimezones from "city-timezones";

/** Makes the table `cities`: where the cities of the world are that have a place in the library's list. */
export async function loadPlaces(connection: DuckDBConnection): Promise<void> {
  const cities = cityTimezones.cityMapping;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE cities (
      city VARCHAR, country VARCHAR, iso2 VARCHAR, iso3 VARCHAR, latitude DOUBLE, longitude DOUBLE)`,
  );
  const appender = await connection.createAppender("cities", "main", "temp");
  // The library's type says that all are texts; where a country has no code of two letters, a number stands there.
  const types = [VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, DOUBLE];
  for (let start = 0; start < cities.length; start += 2048) {
    const part = cities.slice(start, start + 2048);
    const chunk = DuckDBDataChunk.create(types);
    chunk.setRows(part.map((one) => [one.city, one.country, String(one.iso2), one.iso3, one.lat, one.lng]));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await connection.run(`
CREATE OR REPLACE TEMP MACRO place_key(name) AS lower(trim(strip_accents(name)));
CREATE OR REPLACE TEMP TABLE country_names AS SELECT DISTINCT place_key(name) AS name, iso3 FROM (
  SELECT country AS name, iso3 FROM cities UNION ALL SELECT iso3, iso3 FROM cities
  -- Of some countries the list has a number here that is none.
  UNION ALL SELECT iso2, iso3 FROM cities WHERE length(iso2) = 2
  UNION ALL SELECT * FROM (VALUES ('United States', 'USA'), ('UK', 'GBR'), ('Great Britain', 'GBR'),
    ('Russian Federation', 'RUS'), ('Republic of Korea', 'KOR'), ('Czechia', 'CZE')));`);
}
