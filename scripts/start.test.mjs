import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createBuildReport } from "./build-quietly.mjs";
import { readStartOptions, refusePort } from "./start-options.mjs";

const START = fileURLToPath(new URL("start.mjs", import.meta.url));

it.each([
  [[], { once: false, port: "4173" }],
  [["--once"], { once: true, port: "4173" }],
  [["--port", "0"], { once: false, port: "0" }],
])("takes %j", (args, expected) => {
  expect(readStartOptions(args)).toEqual(expected);
});

it.each([
  [["--prot", "1"], "--prot"],
  [["site"], "site"],
  [["--port"], "--port"],
  [["--port", "70000"], "from 0 to 65535"],
])("says what can be given for %j, and builds nothing", (args, said) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], { encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(said);
  expect(stderr).toContain("npm start -- --port 8080");
  expect(stderr).not.toMatch(/\n {4}at /);
});

it("helps", () => {
  const { status, stdout } = spawnSync(process.execPath, [START, "--help"], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout).toContain("npm start -- --once");
});

it("says that a port is taken, and how to choose another", async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = String(typeof address === "object" ? address?.port : "");
  expect(await refusePort(port)).toBe(
    `Port ${port} is used by another program. Choose another one:  npm start -- --port 0`,
  );
  await new Promise((resolve) => server.close(() => resolve(undefined)));
  expect(await refusePort(port)).toBeUndefined();
});

const TURBO = `• Packages in scope: @a/one, @a/two
• Running build in 2 packages
@a/one:build: cache miss, executing 0123
@a/one:build: fine
@a/two:build: cache miss, executing 4567
@a/two:build: src/x.ts(1,1): error TS1
 ERROR  @a/two#build: command (/a/two) npm run build exited (2)
`;

it("tells how many packages were begun, and of those that failed what they said", () => {
  const report = createBuildReport();
  for (const line of TURBO.split("\n").slice(0, 4)) report.add(line);
  expect(report.progress()).toBe("1 of 2 packages");
  for (const line of TURBO.split("\n").slice(4)) report.add(line);
  expect(report.explain()).toBe(
    "@a/two cannot be built:\ncache miss, executing 4567\nsrc/x.ts(1,1): error TS1",
  );
});
