import { Buffer } from "node:buffer";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
    expect(out).toBe(`19 events in 19 lines, 2021-03-04 to 2026-01-01

By type
  Sign-in           SignIn          11   57.9 %
  Sign-up           SignUp           2   10.5 %
  Forgot password   ForgotPassword   2   10.5 %
  Password change   PasswordChange   2   10.5 %
  Code sent again   ResendCode       1    5.3 %
  not in the model  PasskeyRemoved   1    5.3 %

By response
  Passed            Pass        9   47.4 %
  Failed            Fail        3   15.8 %
  Not finished      InProgress  3   15.8 %
  not in the model  Success     3   15.8 %
  not in the model  Failure     1    5.3 %

By risk (level, decision)
  Low     NoRisk           12   63.2 %
  Medium  NoRisk            1    5.3 %
  Medium  AccountTakeover   1    5.3 %
  High    AccountTakeover   1    5.3 %
  High    Block             2   10.5 %
  (none)  (none)            2   10.5 %

Drift: 6 values or members that the model does not know
  Success           AuthEvents[].EventResponse        3  first: line 1
  Failure           AuthEvents[].EventResponse        1  first: line 3
  PasskeyRemoved    AuthEvents[].EventType            1  first: line 17
  member RiskScore  AuthEvents[].EventRisk.RiskScore  1  first: line 18

Broken: 2 lines
  line 12  not JSON (column 93)
  line 15  EventId: expected a string, got a number
`);
  });

  it("counts stored outcomes that the model has lost, as drift and as events", async () => {
    const { exit, report } = await runJson(
      jsonLines({ EventResponse: "Success" }, { EventResponse: "Success" }),
    );
    expect(exit).toBe(0);
    expect(report.responses).toEqual([{ value: "Success", label: null, known: false, events: 2 }]);
    expect(report.drift.seen).toEqual([
      {
        path: "AuthEvents[].EventResponse",
        kind: "unknown-value",
        value: "Success",
        first: { source: "standard input", number: 1 },
        count: 2,
      },
    ]);
  });

  it("counts every event in every table, whatever it lacks", async () => {
    const { report } = await runJson(
      jsonLines({}, { EventType: "Foo" }, { EventRisk: { RiskLevel: "Low" } }),
    );
    for (const rows of [report.types, report.responses, report.risks]) {
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
    expect(report.period).toEqual({ from: "2021-01-01T00:00:00.000Z", to: "2022-08-18T10:00:00.000Z" });
  });

  it("is short where there is nothing", async () => {
    const { exit, out } = await runProgram([], "");
    expect({ exit, out }).toEqual({ exit: 0, out: "0 events in 0 lines\n\nDrift: none\n\nBroken: none\n" });
  });

  it("escapes what is hostile in the data, and fits the screen", async () => {
    const hostile = "\u001b[2J\u202e\u0000\r\nevil א".repeat(20);
    const input = jsonLines({ EventType: hostile, EventResponse: "\u009b31m", [hostile]: hostile });
    const { out } = await runProgram([], input, { width: 60 });
    expect(out).toMatch(/^[\n -~…]+$/);
    expect(out).toContain("\\u{1b}[2J");
    expect(Math.max(...out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect((await runProgram(["--format", "json"], input)).out).toMatch(/^[\n -~]+$/);
  });

  it("is colored on a screen alone", async () => {
    const command = "\u001b[";
    expect((await runProgram([SAMPLE], "", { color: true })).out).toContain(command);
    expect((await runProgram([SAMPLE])).out).not.toContain(command);
  });

  it("never prints what an event says of its user", async () => {
    const private_ = { UserName: "jane.doe", EventContextData: { IpAddress: "jane.doe", City: 5 } };
    const input = `${jsonLines(private_, { AuthEvents: [{ Username: "jane.doe" }] })}{"Username":jane.doe}\njane.doe\n`;
    for (const format of ["text", "json"]) {
      const { out, err } = await runProgram(["--format", format], input);
      expect(out + err).not.toContain("jane");
    }
  });
});

describe("broken lines", () => {
  it("are counted and listed with their number, and do not stop the run", async () => {
    const input = `{"EventType":"a"}\n{\n\n{"EventId":[]}\n{"AuthEvents":[1,{},2]}\r\n{"EventType":"b"}`;
    const { exit, report } = await runJson(input);
    expect(exit).toBe(1);
    expect(report).toMatchObject({ units: 5, events: 3, broken: { units: 3, problems: 4 } });
    expect(
      report.broken.listed.map((one: { number: number; message: string }) => [one.number, one.message]),
    ).toEqual([
      [2, expect.stringContaining("not JSON")],
      [4, "EventId: expected a string, got a list"],
      [5, "AuthEvents[0]: expected an object, got a number"],
      [5, "AuthEvents[2]: expected an object, got a number"],
    ]);
  });

  it("are listed up to a limit, and all counted", async () => {
    const { out } = await runProgram(["--max-problems", "2"], "x\n".repeat(1234));
    expect(out).toContain("Broken: 1,234 lines\n  line 1  not JSON\n  line 2  not JSON\n");
    expect(out).toContain("and 1,232 more");
  });

  it("can be bytes of any kind", async () => {
    const lines = [[0xff], [0x00], [0x22, 0xc3, 0x28, 0x22], [...Buffer.from('{"EventType":"ü"}')]];
    const bytes = Buffer.from(lines.flatMap((line) => [...line, 0x0a]));
    const chunks = Array.from({ length: bytes.length }, (_, index) => bytes.subarray(index, index + 1));
    const { report } = await runJson(chunks);
    expect(report).toMatchObject({ units: 4, events: 1, broken: { units: 3 } });
    expect(report.types).toMatchObject([{ value: "ü" }]);
  });
});

describe("what is kept of hostile input", () => {
  it("is bounded, and everything is counted", async () => {
    const count = 3000;
    const events = Array.from({ length: count }, (_, index) => ({ EventType: `${index}${"x".repeat(300)}` }));
    const { report } = await runJson(jsonLines(...events));
    expect(report.types).toHaveLength(1000);
    expect(report.others).toMatchObject({ types: 2000, drift: 2000 });
    expect(report.drift.count).toBe(count);
    expect(report.types[0].value).toMatch(/^0x{199}… \(301 characters\)$/);
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
  ])("%s", async (_, args, input, exit) => {
    expect((await runProgram(args, input)).exit).toBe(exit);
  });

  it("without a file, a person at the keyboard is told what to do", async () => {
    const { exit, err } = await runProgram([], "", { inputIsKeyboard: true });
    expect(exit).toBe(2);
    expect(err).toContain("Usage:");
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
    expect(report).toMatchObject({ events: 3, units: 4 });
    expect(report.broken.listed).toEqual([{ source: paths[2], number: 3, message: "not JSON" }]);
    expect((await runProgram(paths)).out).toContain(`  ${paths[2]}:3  not JSON\n`);
  });
});
