import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEventLines, HOSTILE_TEXTS } from "../scripts/create-events.mjs";
import { jsonLines, runProgram } from "./run-program.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "auth-events-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function report(name: string, events: readonly object[], ...args: string[]) {
  const { out, err } = await runProgram(
    ["--report", name, "--format", "json", ...args],
    jsonLines(...events),
  );
  expect(err).toBe("");
  return JSON.parse(out).reports[name];
}

const at = (hour: number, day = 1) => Date.UTC(2026, 0, day, hour) / 1000;

const signIn = (username: string, hour: number, city?: string, country?: string, response = "Pass") => ({
  Username: username,
  EventId: `${username}-${hour}`,
  EventType: "SignIn",
  EventResponse: response,
  CreationDate: at(hour),
  EventContextData: { City: city, Country: country, IpAddress: "203.0.113.7" },
});

describe("failures", () => {
  it("counts sign-ins alone, by country and hour, and tells unknown outcomes apart", async () => {
    const { rows } = await report("failures", [
      signIn("a", 3, "Porto", "Portugal", "Fail"),
      signIn("b", 3, "Porto", "Portugal"),
      signIn("c", 3, "Lisbon", "Portugal", "Failure"),
      signIn("d", 4, "Porto", "Portugal"),
      { ...signIn("e", 3, "Porto", "Portugal", "Fail"), EventType: "SignUp" },
    ]);
    expect(rows).toEqual([
      { country: "Portugal", hour: 3, failed: 1, sign_ins: 3, percent: 33.3, outcome_unknown: 1 },
    ]);
  });
});

describe("compromised", () => {
  const hit = (username: string, hour: number) => ({
    ...signIn(username, hour),
    EventRisk: { CompromisedCredentialsDetected: true },
  });

  it("says who signed in with a stolen password, and whether it was changed since", async () => {
    const change = (username: string, hour: number) => ({
      ...signIn(username, hour),
      EventType: "PasswordChange",
    });
    const { rows } = await report("compromised", [hit("a", 3), change("a", 2), hit("b", 3), change("b", 4)]);
    expect(rows).toMatchObject([
      { username: "a", events: 1, signed_in: 1, first_seen: "2026-01-01T03:00:00Z", changed_since: false },
      { username: "b", changed_since: true },
    ]);
  });

  it("says how many events name no user", async () => {
    const { rows, note } = await report("compromised", [
      { EventRisk: { CompromisedCredentialsDetected: true } },
    ]);
    expect(rows).toMatchObject([{ username: null, events: 1 }]);
    expect(note).toContain("1 event does not say whose it is");
  });
});

describe("users-at-risk", () => {
  it("lists users with a risky event, what was stolen first", async () => {
    const risk = (username: string, EventRisk: object) => ({ ...signIn(username, 1), EventRisk });
    const { rows } = await report("users-at-risk", [
      risk("fine", { RiskLevel: "Low", RiskDecision: "NoRisk", CompromisedCredentialsDetected: false }),
      risk("high", { RiskLevel: "High", RiskDecision: "NoRisk" }),
      risk("blocked", { RiskDecision: "Block", RiskLevel: "Medium" }),
      risk("stolen", { CompromisedCredentialsDetected: true }),
    ]);
    expect(rows.map(({ username }: { username: string }) => username)).toEqual(["stolen", "blocked", "high"]);
    expect(rows[1]).toMatchObject({ risky: 1, passed: 1, failed: 0, events: 1 });
  });
});

describe("travel", () => {
  const travel = async (events: readonly object[], ...args: string[]) =>
    (await report("travel", events, ...args)).rows;

  it("finds sign-ins that are farther apart than anyone goes in the time between", async () => {
    const rows = await travel([
      signIn("a", 1, "Berlin", "Germany"),
      signIn("a", 3, "Tokyo", "Japan"),
      signIn("b", 1, "Berlin", "Germany"),
      signIn("b", 23, "Tokyo", "Japan"),
    ]);
    expect(rows).toMatchObject([
      {
        username: "a",
        from_city: "Berlin",
        to_city: "Tokyo",
        km_per_hour: expect.any(Number),
        known_by: "cities",
      },
    ]);
    // 8,900 km by the great circle.
    expect(Math.abs(rows[0].kilometres - 8900)).toBeLessThan(100);
    expect(rows[0].km_per_hour).toBe(Math.round(rows[0].kilometres / 2));
  });

  it("takes the speed that it is given", async () => {
    const events = [signIn("a", 1, "Berlin", "Germany"), signIn("a", 23, "Tokyo", "Japan")];
    expect(await travel(events)).toEqual([]);
    expect(await travel(events, "--speed", "300")).toHaveLength(1);
  });

  it("falls back to the countries' nearest cities where a city is not known", async () => {
    const rows = await travel([
      signIn("a", 1, "Nowhere", "Germany"),
      signIn("a", 2, undefined, "AU"),
      signIn("b", 1, undefined, "Germany"),
      signIn("b", 2, undefined, "France"),
    ]);
    expect(rows).toMatchObject([
      { username: "a", known_by: "countries", from_country: "Germany", to_country: "AU" },
    ]);
    expect(rows[0].kilometres).toBeGreaterThan(10_000);
  });

  it("takes the nearest of the cities that share a name", async () => {
    // There is a Springfield at 290 km from Chicago, and one at 1,200 km.
    const events = [
      signIn("a", 1, "Chicago", "United States"),
      signIn("a", 2, "Springfield", "United States"),
    ];
    expect(await travel(events)).toEqual([]);
  });

  it("passes over sign-ins that failed, users without a name, and places that nobody knows", async () => {
    const rows = await travel([
      signIn("a", 1, "Berlin", "Germany"),
      signIn("a", 2, "Tokyo", "Japan", "Fail"),
      { ...signIn("", 1, "Berlin", "Germany"), Username: undefined, EventId: "x" },
      { ...signIn("", 2, "Tokyo", "Japan"), Username: undefined, EventId: "y" },
      signIn("c", 1, "Berlin", "Germany"),
      signIn("c", 2, "Tokyo", "Atlantis"),
    ]);
    expect(rows).toEqual([]);
  });

  it("can be asked of a database that nothing is read into", async () => {
    const database = join(folder, "travel.duckdb");
    const events = jsonLines(signIn("a", 1, "Berlin", "Germany"), signIn("a", 2, "Tokyo", "Japan"));
    await runProgram(["--database", database, "--report", "types", "-"], events);
    const { out, err } = await runProgram(["--database", database, "--report", "travel"]);
    expect(err).toBe("");
    expect(out).toContain("Berlin");
  });

  it("says what it can know", async () => {
    const { note } = await report("travel", [
      signIn("a", 1, "Berlin", "Germany"),
      signIn("b", 1, "Nowhere", "Germany"),
      signIn("c", 1, "Berlin", "Atlantis"),
      { ...signIn("", 1), Username: undefined },
    ]);
    expect(note).toContain(
      "Of 4 sign-ins that passed, 1 have a known city, 1 a known country alone, 1 no known place, and 1 no user.",
    );
  });
});

describe("Parquet", () => {
  it("takes events to another machine, where the same reports are asked of many files", async () => {
    const files = [1, 2].map((seed) => join(folder, `machine-${seed}.parquet`));
    const lines = (seed: number) => [...createEventLines({ count: 1500, seed })].join("");
    for (const [index, output] of files.entries()) {
      await runProgram(["--report", "events", "--format", "parquet", "--output", output], lines(index + 1));
    }
    const ask = ["--report", "users-at-risk", "--report", "types", "--report", "travel", "--format", "json"];
    const far = await runProgram(["--events", join(folder, "machine-*.parquet"), ...ask]);
    const near = await runProgram(ask, lines(1) + lines(2));
    expect(far).toMatchObject({ exit: 0, err: "" });
    const { reports } = JSON.parse(far.out);
    expect(reports).toEqual(JSON.parse(near.out).reports);
    expect(reports["users-at-risk"].rows.length).toBeGreaterThan(5);
  });

  it("counts an event once that is in several files", async () => {
    const one = join(folder, "twice-1.parquet");
    await runProgram(
      ["--report", "events", "--format", "parquet", "--output", one],
      jsonLines({ EventId: "1" }, {}),
    );
    await writeFile(join(folder, "twice-2.parquet"), await readFile(one));
    const sql = "SELECT event_id, count(*) AS events FROM events GROUP BY 1 ORDER BY 1";
    const { out } = await runProgram([
      "--events",
      join(folder, "twice-*.parquet"),
      "--sql",
      sql,
      "--format",
      "csv",
    ]);
    expect(out).toBe("event_id,events\r\n1,1\r\n,2\r\n");
  });

  it("has no drift and no broken lines, and says so", async () => {
    const one = join(folder, "plain.parquet");
    await runProgram(["--report", "events", "--format", "parquet", "--output", one], jsonLines({}));
    const { exit, err } = await runProgram(["--events", one, "--report", "drift"]);
    expect({ exit, err }).toMatchObject({ exit: 2, err: expect.stringContaining("hold no drift") });
  });
});

describe("hostile events", () => {
  const LINES = [...createEventLines({ count: 1000, hostile: true, broken: 100 })].join("");
  const REPORT_NAMES = ["events", "users-at-risk", "travel", "drift", "rejects"];

  it.each(REPORT_NAMES)("command no spreadsheet and no terminal: %s", async (name) => {
    const csv = (await runProgram(["--report", name, "--format", "csv", "--exit-zero"], LINES)).out;
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(csv).not.toMatch(/(?:^|,)"?\s*[=+@]/m);
    const { out } = await runProgram(["--report", name, "--rows", "5000", "--exit-zero"], LINES);
    expect(out).not.toMatch(/[^\n -~\u00a1-\u024f…]/);
  });

  it("are kept as they came, but for what no text can hold", async () => {
    const input = jsonLines(...HOSTILE_TEXTS.map((text) => ({ EventContextData: { DeviceName: text } })));
    const sql = "SELECT device_name FROM events ORDER BY line";
    const { out } = await runProgram(["--sql", sql, "--format", "json"], input);
    const kept = JSON.parse(out).reports.sql.rows.map((row: { device_name: string }) => row.device_name);
    expect(kept).toEqual(HOSTILE_TEXTS.map((text) => text.replace("\ud800", "\ufffd")));
  });

  it("as long as a megabyte are cut or refused, and the others counted", async () => {
    const long = "x".repeat(1e6);
    const lines = Array.from({ length: 10 }, (_, index) => ({
      EventId: `${index}`,
      EventType: `${index}${long}`,
    }));
    const { out, exit } = await runProgram(
      ["--format", "json", "--workers", "0"],
      jsonLines(...lines, { EventId: "good" }),
    );
    const { summary, reports } = JSON.parse(out);
    expect(exit).toBe(summary.broken === 0 ? 0 : 1);
    expect(summary.events + summary.broken).toBe(11);
    expect(out.length).toBeLessThan(200_000);
    expect(reports.types.rows.length).toBeGreaterThan(0);
  });
});
