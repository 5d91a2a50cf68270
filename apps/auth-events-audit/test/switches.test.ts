import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { EventResponseTypeValues, EventTypeValues } from "@shapelog/cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CompileError, type CopiedWorkspace, copyWorkspace, ROOT } from "./copied-workspace.js";

const SWITCHES = ["src/reports/describe-event-type.ts", "src/reports/describe-event-response.ts"];
const SOURCES = join(ROOT, "apps/auth-events-audit/src");

/** Returns what the files are that a build of the package could write to, and what they hold. */
async function readFingerprints(): Promise<readonly string[]> {
  const fingerprints: string[] = [];
  for (const folder of ["models", "packages/generated/cognito-identity-provider"]) {
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || /[\\/](dist|node_modules|\.turbo|\.test)[\\/]/.test(path)) continue;
      fingerprints.push(
        `${path} ${createHash("sha256")
          .update(await readFile(path))
          .digest("hex")}`,
      );
    }
  }
  return fingerprints.sort();
}

async function readLine({ file, line }: CompileError): Promise<string> {
  const lines = (await readFile(join(SOURCES, "..", file), "utf8")).split("\n");
  return lines[line - 1]?.trim() ?? "";
}

describe("with the package as it was the day before the outcomes were replaced", () => {
  let before: readonly string[];
  let workspace: CopiedWorkspace;
  let errors: readonly CompileError[];

  beforeAll(async () => {
    before = await readFingerprints();
    workspace = await copyWorkspace("2022-08-17");
    errors = await workspace.findErrors();
  });
  afterAll(() => workspace.remove());

  it("the app fails to compile at its switches and tables, and nowhere else", async () => {
    expect([...new Set(errors.map(({ file }) => file))].sort()).toEqual(SWITCHES.toSorted());
    const lines = await Promise.all(errors.map(readLine));
    expect(lines.toSorted()).toEqual([
      "...EVENT_RESPONSES[value],",
      "Pass: { hasPassed: true, hasFailed: false },",
      "PasswordChange: { isSignIn: false, changesPassword: true },",
      'case "Fail":',
      'case "InProgress":',
      'case "Pass":',
      'case "PasswordChange":',
      'case "ResendCode":',
      "return unreachable(response);",
    ]);
  });

  it("the build wrote to its own folder alone", async () => {
    expect(before.length).toBeGreaterThan(20);
    expect(await readFingerprints()).toEqual(before);
  });
});

describe("with the package as it is", () => {
  it("the copied app compiles", async () => {
    const workspace = await copyWorkspace();
    try {
      expect(await workspace.findErrors()).toEqual([]);
    } finally {
      await workspace.remove();
    }
  });

  it("the values that the switches are about are named nowhere else", async () => {
    const names = await readdir(SOURCES, { recursive: true });
    const files = names
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => /(?<!\.test)\.ts$/.test(name));
    const naming: string[] = [];
    for (const name of files) {
      const text = await readFile(join(SOURCES, name), "utf8");
      const values = [...EventTypeValues, ...EventResponseTypeValues];
      if (values.some((value) => new RegExp(`\\b${value}\\b`).test(text))) naming.push(`src/${name}`);
    }
    expect(naming.sort()).toEqual(SWITCHES.toSorted());
  });
});
