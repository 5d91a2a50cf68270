import { Buffer } from "node:buffer";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORTS } from "../src/reports/all-reports.js";
import { jsonLines, runProgram } from "./run-program.js";

const SAMPLE = fileURLToPath(new URL("../sample/auth-events.jsonl", import.meta.url));

async function runJson(input: string | readonly Uint8Array[], ...args: string[]) {
  const { exit, out } = await runProgram(["--format", "json", ...args], input);
  return { exit, report: JSON.parse(out) };
}

describe("the report", () => {
  it("shows what the sample file holds", async () => {
    const { exit, out, err } = await runProgram([SAMPLE]);
    expect({ exit, err }).toEqual({ exit: 1, err: "" });
    const start = `19 events in 19 lines or pages, 2021-03-04 to 2026-01-01
2 broken

By type
  type              value           events  percent
  Sign-in           SignIn              11     57.9
  Forgot password   ForgotPassword       2     10.5
  Password change   PasswordChange       2     10.5
  Sign-up           SignUp               2     10.5
  Code sent again   ResendCode           1      5.3
  not in the model  PasskeyRemoved       1      5.3

By response
  response          value       events  percent
  Passed            Pass             9     47.4
  Failed            Fail             3     15.8
  Not finished      InProgress       3     15.8
  not in the model  Success          3     15.8
  not in the model  Failure          1      5.3

By risk
`;
    expect(out.slice(0, start.length)).toBe(start);
    expect(out).toContain("Drift: values and members that the model does not know\n");
    expect(out).toMatch(
      /Success +AuthEvents\[\]\.EventResponse +unknown-value +3 +.*auth-events\.jsonl +1\n/,
    );
    expect(out).toMatch(/auth-events\.jsonl +12 +not JSON \(column 93\)\n/);
  });

  it("counts stored outcomes that the model has lost, as drift and as events", async () => {
    const { exit, report } = await runJson(
      jsonLines({ EventResponse: "Success" }, { EventResponse: "Success" }),
    );
    expect(exit).toBe(0);
    expect(report.reports.responses.rows).toEqual([
      { response: "not in the model", value: "Success", events: 2, percent: 100 },
    ]);
    expect(report.reports.drift.rows).toEqual([
      {
        path: "AuthEvents[].EventResponse",
        kind: "unknown-value",
        value: "Success",
        seen: 2,
        first_source: "standard input",
        first_line: 1,
      },
    ]);
  });

  it("counts every event in every table, whatever it lacks", async () => {
    const { report } = await runJson(
      jsonLines({}, { EventType: "Foo" }, { EventRisk: { RiskLevel: "Low" } }),
    );
    const { types, responses, risks } = report.reports;
    for (const { rows } of [types, responses, risks]) {
      expect(rows.reduce((sum: number, { events }: { events: number }) => sum + events, 0)).toBe(3);
    }
  });

  it("names the time of the first and the last event, in whichever form they come", async () => {
    const { report } = await runJson(
      jsonLines(
        { CreationDate: 1660816800 },
        { AuthEvents: [{ CreationDate: "2021-01-01T01:00:00+01:00" }] },
      ),
    );
    const period = { from: "2021-01-01T00:00:00.000Z", to: "2022-08-18T10:00:00.000Z" };
    expect(report.summary.period).toEqual(period);
  });

  it("is short where there is nothing", async () => {
    const { exit, out } = await runProgram([], "");
    expect(exit).toBe(0);
    expect(out).toMatch(/^0 events\n\nBy type: no events\n/);
    expect(out).toContain("Broken lines: none");
  });

  it("escapes what is hostile in the data, and fits the screen", async () => {
    const hostile = "\u001b[2J\u202e\u0000\r\nevil א".repeat(20);
    const input = jsonLines({ EventType: hostile, EventResponse: "\u009b31m", [hostile]: hostile });
    const tables = ["--report", "types", "--report", "responses", "--report", "drift"];
    const { out } = await runProgram(tables, input, { width: 70 });
    expect(out).toMatch(/^[\n -~…]+$/);
    expect(out).toContain("\\u{1b}[2J");
    expect(Math.max(...out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(70);
    expect((await runProgram(["--format", "json"], input)).out).toMatch(/^[\n -~]+$/);
  });

  it("shows some rows of a table and counts the others", async () => {
    const input = jsonLines(...Array.from({ length: 30 }, (_, index) => ({ EventType: `type-${index}` })));
    const { out } = await runProgram(["--report", "types", "--rows", "3"], input);
    expect(out).toContain("type-0");
    expect(out).not.toContain("type-20");
    expect(out).toContain("  and 27 more; --rows shows them\n");
  });

  it("is colored on a screen alone", async () => {
    const command = "\u001b[";
    expect((await runProgram([SAMPLE], "", { color: true })).out).toContain(command);
    expect((await runProgram([SAMPLE])).out).not.toContain(command);
  });

  it("names users in reports about users alone, and in no message", async () => {
    const risky = { EventRisk: { RiskLevel: "High" } };
    const input = `${jsonLines({ ...risky, Username: "jane.doe" }, { EventId: 5, Username: "jane.doe" })}{"Username":jane.doe}\njane.doe\n`;
    for (const { name } of REPORTS) {
      const { out, err } = await runProgram(["--report", name], input);
      const isAboutUsers = name === "users-at-risk" || name === "events";
      expect([name, (out + err).includes("jane")]).toEqual([name, isAboutUsers]);
    }
  });
});

describe("broken lines", () => {
  const INPUT = `{"EventType":"a"}\n{\n\n{"EventId":[]}\n{"AuthEvents":[1,{},2]}\r\n{"EventType":"b"}`;

  it("are counted and listed with their number, and do not stop the run", async () => {
    const { exit, report } = await runJson(INPUT);
    expect(exit).toBe(1);
    expect(report.summary).toMatchObject({ units: 5, events: 3, broken: 3 });
    expect(report.reports.rejects.rows).toMatchObject([
      { line: 2, reason: expect.stringContaining("not JSON") },
      { line: 4, reason: "EventId: expected a string, got a list" },
      { line: 5, reason: "AuthEvents[0]: expected an object, got a number" },
      { line: 5, reason: "AuthEvents[2]: expected an object, got a number" },
    ]);
  });

  it("are written to a file of their own, which is whole or not there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "auth-events-"));
    const file = join(folder, "rejects.jsonl");
    await runProgram(["--rejects", file], INPUT);
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))[1]).toEqual({
      file: "standard input",
      line: 4,
      reason: "EventId: expected a string, got a list",
    });
    expect(lines).toHaveLength(4);
    expect(await readdir(folder)).toEqual(["rejects.jsonl"]);
    await rm(folder, { recursive: true });
  });

  it("can be bytes of any kind", async () => {
    const lines = [[0xff], [0x00], [0x22, 0xc3, 0x28, 0x22], [...Buffer.from('{"EventType":"ü"}')]];
    const bytes = Buffer.from(lines.flatMap((line) => [...line, 0x0a]));
    const chunks = Array.from({ length: bytes.length }, (_, index) => bytes.subarray(index, index + 1));
    const { report } = await runJson(chunks);
    expect(report.summary).toMatchObject({ units: 4, events: 1, broken: 3 });
    expect(report.reports.types.rows).toMatchObject([{ value: "ü" }]);
  });
});

describe("exit codes", () => {
  it.each([
    ["good lines", ["-"], '{"EventId":"1"}', 0],
    ["drift", ["-"], '{"EventType":"Foo"}', 0],
    ["drift with --strict", ["--strict", "-"], '{"EventType":"Foo"}', 1],
    ["good lines with --strict", ["--strict"], '{"EventId":"1"}', 0],
    ["a broken line", [], "x", 1],
    ["a broken line with --exit-zero", ["--exit-zero"], "x", 0],
    ["--help", ["--help"], "", 0],
    ["an unknown option", ["--nope"], "", 2],
    ["a file that is not there", ["no-such-file.jsonl"], "", 2],
    ["a folder", ["."], "", 2],
    ["a pattern that finds nothing", ["nothing-*.jsonl"], "", 2],
    ["a question that cannot be asked", ["--sql", "SELECT nothing"], "", 2],
  ])("%s", async (_, args, input, exit) => {
    expect((await runProgram(args, input)).exit).toBe(exit);
  });

  it("without a file, a person at the keyboard is told what to do", async () => {
    const { exit, err } = await runProgram([], "", { inputIsKeyboard: true });
    expect(exit).toBe(2);
    expect(err).toContain("name a file");
  });
});

describe("several files", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "auth-events-"));
    await writeFile(join(folder, "a.jsonl"), `\ufeff${jsonLines({ EventType: "a" })}`);
    await writeFile(join(folder, "b.jsonl"), `\ufeff\r\n${JSON.stringify({ EventType: "b" })}\r\nx`);
    await writeFile(join(folder, "empty.jsonl"), "");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("are one report; lines are numbered in each", async () => {
    const paths = ["a.jsonl", "empty.jsonl", "b.jsonl"].map((name) => join(folder, name));
    const { report } = await runJson(jsonLines({ EventType: "c" }), ...paths, "-");
    expect(report.summary).toMatchObject({ events: 3, units: 4 });
    expect(report.reports.rejects.rows).toEqual([{ source: paths[2], line: 3, reason: "not JSON" }]);
  });

  it("are found by patterns, packed or not, and can be called by their users", async () => {
    await writeFile(join(folder, "jane.doe.jsonl.gz"), gzipSync(jsonLines({}, {})));
    await writeFile(join(folder, "joe.jsonl"), jsonLines({}));
    const sql = "SELECT username, count(*) AS events FROM events GROUP BY 1 ORDER BY 1";
    const pattern = join(folder, "j*.jsonl*");
    const { out } = await runProgram(["--user-from-file-name", "--sql", sql, "--format", "csv", pattern]);
    expect(out).toBe("username,events\r\njane.doe,2\r\njoe,1\r\n");
  });
});
