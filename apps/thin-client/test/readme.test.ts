import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StubServer, startStubServer } from "./stub-server.js";

const require = createRequire(import.meta.url);
const TSC = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
const README = join(
  dirname(require.resolve("@shapelog/cognito-identity-provider/package.json")),
  "README.md",
);
const FOLDER = join(import.meta.dirname, "../.test/readme");

/** What the program of the README leaves to its reader. */
const SETTINGS = `
const endpoint: string = "ENDPOINT";
const region = "eu-central-1";
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
`;

const TSCONFIG = {
  extends: join(import.meta.dirname, "../../../tsconfig.base.json"),
  compilerOptions: { rootDir: ".", outDir: "dist", types: ["node"] },
  include: ["call.ts"],
};

let server: StubServer;

beforeAll(async () => {
  server = await startStubServer();
});

afterAll(async () => {
  await server.close();
  rmSync(FOLDER, { recursive: true, force: true });
});

it("the program of the generated package's README compiles and calls", async () => {
  const text = readFileSync(README, "utf8");
  const [program = ""] = /(?<=^```ts\n)import .*Protocol(?:.|\n)*?(?=^```$)/m.exec(text) ?? [];
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, "call.ts"),
    program.replace(/^(?=const errors)/m, SETTINGS.replace("ENDPOINT", server.endpoint)),
  );
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify(TSCONFIG));
  execFileSync(process.execPath, [TSC, "-p", FOLDER], { encoding: "utf8", stdio: "pipe" });
  const { call } = await import(/* @vite-ignore */ join(FOLDER, "dist/call.js"));

  const values = { UserPoolId: "eu-central-1_EXAMPLE", Username: "ann" };
  server.answer({ status: 200, body: '{"AuthEvents":[{"EventId":"1","CreationDate":1}]}' });
  expect(await call(values)).toMatchObject({ AuthEvents: [{ EventId: "1", CreationDate: new Date(1000) }] });
  expect(JSON.parse(server.received.at(-1)?.body ?? "")).toEqual(values);

  server.answer({ status: 500, body: '{"__type":"InternalErrorException","message":"no"}' });
  await expect(call(values)).rejects.toMatchObject({
    name: "InternalErrorException",
    message: "no",
    $fault: "server",
    $metadata: { httpStatusCode: 500 },
  });
});
