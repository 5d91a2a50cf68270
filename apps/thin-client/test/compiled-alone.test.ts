import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const TEST = join(import.meta.dirname, "../.test");

/** The strictest of those who import a package: without the types of Node and of the DOM, and with declarations checked. */
const OPTIONS = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
};

const USE = `
import { type AdminListUserAuthEventsCommandOutput, type Operations, isEventType } from "@shapelog/cognito-identity-provider";
import type { AuthEventType } from "@shapelog/cognito-identity-provider/wire";
import { readAdminListUserAuthEventsResponse } from "@shapelog/cognito-identity-provider/validators";
import { validateAdminListUserAuthEventsResponse } from "@shapelog/cognito-identity-provider/validators/sdk";
const page = readAdminListUserAuthEventsResponse({});
export const event: AuthEventType | undefined = undefined;
export const drift = page.ok ? page.drift : [];
export const told = validateAdminListUserAuthEventsResponse({}).ok && isEventType("SignIn");
export const status = (output: AdminListUserAuthEventsCommandOutput): number | undefined => output.$metadata.httpStatusCode;
export const nameOf = (error: Operations["AdminListUserAuthEvents"]["errors"]): string => error.name;
`;

it("the package compiles without the types of Node and of the DOM, whoever checks declarations", () => {
  mkdirSync(TEST, { recursive: true });
  const folder = mkdtempSync(join(TEST, "compiled-alone-"));
  try {
    writeFileSync(join(folder, "use.ts"), USE);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: OPTIONS, include: ["use.ts"] }),
    );
    const { stdout } = spawnSync(process.execPath, [TSC, "-p", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
