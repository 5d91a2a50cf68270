import { describe, expect, it } from "vitest";
import { readArguments } from "./read-arguments.js";

describe("readArguments", () => {
  it("reads files with the defaults", () => {
    expect(readArguments(["a", "-", "b"])).toEqual({
      kind: "run",
      options: {
        source: { kind: "files", paths: ["a", "-", "b"] },
        format: "text",
        strict: false,
        exitZero: false,
        problemLimit: 20,
      },
    });
  });

  it("reads a user and every option", () => {
    const args = ["--user-pool", "p", "--username=n", "--region", "r", "--format=json", "--strict"];
    expect(readArguments([...args, "--max-problems", "3", "--exit-zero"])).toEqual({
      kind: "run",
      options: {
        source: { kind: "user", userPoolId: "p", username: "n", region: "r" },
        format: "json",
        strict: true,
        exitZero: true,
        problemLimit: 3,
      },
    });
  });

  it.each([["--help"], ["-h"], ["x", "--help"]])("shows the help for %s %s", (...args) => {
    expect(readArguments(args.filter((arg) => arg !== undefined))).toEqual({ kind: "help" });
  });

  it.each([
    [["--format", "xml"], "--format is text or json"],
    [["--max-problems", "-1"], "--max-problems"],
    [["--user-pool", "p"], "--user-pool and --username go together"],
    [["--username", "n"], "--user-pool and --username go together"],
    [["--region", "r", "file"], "--region goes with --user-pool"],
    [["--user-pool", "p", "--username", "n", "file"], "not both"],
    [["--frobnicate"], "--frobnicate"],
  ])("refuses %j", (args, message) => {
    expect(readArguments(args)).toEqual({ kind: "wrong", message: expect.stringContaining(message) });
  });
});
