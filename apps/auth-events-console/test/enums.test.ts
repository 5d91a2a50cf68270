import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const APP = fileURLToPath(new URL("..", import.meta.url));
const ROOT = join(APP, "../..");
/** Inside the app, so that what the other package imports is found. */
const FOLDER = join(APP, ".test/package-before");
const PACKAGE = "@shapelog/cognito-identity-provider";

const run = promisify(execFile);

/** Writes the package as the model was on a day, and a configuration by which the app is compiled against it. */
async function buildPackage(day: string): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const command = join(ROOT, "packages/cli/bin/shapelog.js");
  const args = [
    "build",
    "--service",
    "cognito-identity-provider",
    "--at",
    day,
    "--out",
    join(FOLDER, "package"),
  ];
  await run(process.execPath, [command, ...args], { cwd: ROOT });
  const paths = {
    [PACKAGE]: ["./package/src/index.ts"],
    [`${PACKAGE}/parse`]: ["./package/src/parse.ts"],
    [`${PACKAGE}/validators/sdk`]: ["./package/src/validators-sdk.ts"],
    [`${PACKAGE}/validators/*`]: ["./package/src/validators/*.ts"],
  };
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { paths },
    include: ["../../src/main.tsx", "../../src/data/event-worker.ts"],
  };
  await writeFile(join(FOLDER, "tsconfig.json"), JSON.stringify(config));
}

/** Returns the files of the app that do not compile, and what the compiler says of each. */
async function findErrors(): Promise<ReadonlyMap<string, string>> {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const { stdout } = await run(process.execPath, [compiler, "-p", FOLDER, "--pretty", "false"], {
    cwd: APP,
  }).catch((error: { readonly stdout: string }) => error);
  const files = new Map<string, string>();
  for (const [, file = "", text = ""] of stdout.matchAll(/^(\S+?)\(\d+,\d+\): error (.*)$/gm))
    files.set(file, `${files.get(file) ?? ""}${text}\n`);
  return files;
}

describe("with the package as it was the day before the responses were replaced", () => {
  let errors: ReadonlyMap<string, string>;

  beforeAll(async () => {
    await buildPackage("2022-08-17");
    errors = await findErrors();
  });
  afterAll(() => rm(FOLDER, { recursive: true, force: true }));

  it("the compiler stops at the tables, the switches and the errors, and nowhere else", () => {
    expect([...errors.keys()].sort()).toEqual([
      "src/events/describe-event.ts",
      "src/events/looks.ts",
      "src/service/describe-failure.ts",
    ]);
  });

  it("it names what is missing and what is too much", () => {
    expect(errors.get("src/events/looks.ts")).toMatch(/'PasswordChange' does not exist/);
    expect(errors.get("src/events/looks.ts")).toMatch(/'Pass' does not exist/);
    expect(errors.get("src/events/describe-event.ts")).toMatch(/not assignable to parameter of type 'never'/);
    expect(errors.get("src/service/describe-failure.ts")).toMatch(/isOperationNotEnabledException/);
  });
});
