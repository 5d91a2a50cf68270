import { execFile, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { AdminListUserAuthEventsCommandInput } from "@aws-sdk/client-cognito-identity-provider";
import { readAdminListUserAuthEventsResponse } from "@shapelog/cognito-identity-provider/validators";
import { validateAdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider/validators/sdk";
import { beforeAll, expect, it } from "vitest";
import { buildTestSite, OPERATION, readFiles } from "./built-site.js";

const FOLDER = fileURLToPath(new URL("../.test/samples-code/", import.meta.url));
const COMPILER = fileURLToPath(new URL("../../../node_modules/typescript/lib/tsc.js", import.meta.url));

interface Example {
  readonly request: string;
  readonly response: string;
  readonly samples: readonly { readonly language: string; readonly code: string }[];
}

let example: Example;

beforeAll(async () => {
  const files = await readFiles(await buildTestSite("samples"));
  [example] = JSON.parse(files.get(`${OPERATION.slice(1)}index.json`) ?? "").view.examples;
});

function sampleOf(language: string): string {
  const found = example.samples.find((sample) => sample.language === language);
  if (!found) throw new Error(`there is no sample of ${language}`);
  return found.code;
}

/** Returns what the compiler says of a module, which is checked as strictly as it can be. */
async function compile(name: string, code: string): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.ts`);
  await writeFile(file, `${code}\ndeclare const body: string;\nexport {};\n`);
  const options = "--strict --noEmit --skipLibCheck --target es2023 --module nodenext --types node".split(
    " ",
  );
  const args = [COMPILER, ...options, "--ignoreConfig", file];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: FOLDER, encoding: "utf8" }, (_error, stdout) => resolve(stdout));
  });
}

it.each(["package", "sdk"])("the sample of %s compiles against the real package", async (language) => {
  expect(await compile(language, sampleOf(language))).toBe("");
});

it.each(["package", "sdk"])("the sample of %s would not compile with another member", async (language) => {
  expect(await compile(`${language}-wrong`, sampleOf(language).replace("Username:", "UserName:"))).toContain(
    "UserName",
  );
});

it("has a request and a response that the package takes", () => {
  const request: AdminListUserAuthEventsCommandInput = JSON.parse(example.request);
  expect(validateAdminListUserAuthEventsRequest(request).ok).toBe(true);
  const response = JSON.parse(example.response);
  for (const event of response.AuthEvents) event.CreationDate = Date.parse(event.CreationDate) / 1000;
  const read = readAdminListUserAuthEventsResponse(response);
  expect(read.ok ? read.drift : read.errors).toEqual([]);
});

const PYTHON = spawnSync("python3", ["-c", "pass"]).status === 0;

it.skipIf(!PYTHON)("has Python that parses (skipped without python3)", () => {
  const program = "import ast, sys; ast.parse(sys.stdin.read())";
  expect(spawnSync("python3", ["-c", program], { input: sampleOf("boto3") }).status).toBe(0);
});
