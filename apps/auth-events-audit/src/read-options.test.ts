import { describe, expect, it } from "vitest";
import { readArguments } from "./read-options.js";

describe("readArguments", () => {
  it("reads files and options in any order", () => {
    const read = readArguments(["a.jsonl", "--report", "types", "-", "--report=drift", "--rows", "5"]);
    expect(read).toMatchObject({
      kind: "run",
      options: { files: ["a.jsonl", "-"], report: ["types", "drift"], rows: 5, format: "table" },
    });
  });

  it.each([
    [["--nope"], "unknown option '--nope'"],
    [["--format", "xml"], "Allowed choices are table, json, csv, parquet"],
    [["--report", "nope"], "Allowed choices are types, responses"],
    [["--rows", "0"], "whole number from 1"],
    [["--memory", "lots"], "a size such as 512MB"],
    [["--user-pool", "p"], "--user-pool goes with --username or --users"],
    [["--username", "u"], "--user-pool goes with --username or --users"],
    [["--region", "r"], "--region goes with --user-pool"],
    [["--events", "a.parquet", "b.jsonl"], "--events are read where they are"],
    [["--sql", "SELECT 1", "--report", "types"], "--sql or --report, not both"],
    [["--format", "csv"], "--format csv holds one table"],
    [["--format", "parquet", "--report", "events"], "--format parquet goes with --output"],
    [["--user-pool", "p", "--users", "-", "-"], "events or users, not both"],
  ])("says what is wrong with %j", (args, message) => {
    const read = readArguments(args);
    expect(read).toEqual({ kind: "wrong", message: expect.stringContaining(message) });
  });

  it("has help", () => {
    const read = readArguments(["--help"]);
    expect(read).toEqual({ kind: "help", text: expect.stringContaining("Exit codes:") });
  });
});
