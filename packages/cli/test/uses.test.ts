import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createWorkspace } from "./workspace.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const APP = `import { CognitoIdentityProviderClient, AdminListUserAuthEventsCommand, ResourceNotFoundException, paginateAdminListUserAuthEvents } from "@aws-sdk/client-cognito-identity-provider";
import { isUserNotFoundException } from "@shapelog/cognito-identity-provider";
const client = new CognitoIdentityProviderClient({});
const input = { UserPoolId: "a_b", Username: "c", MaxResults: 10 };
export async function list() {
  try {
    const { AuthEvents: events = [] } = await client.send(new AdminListUserAuthEventsCommand(input));
    for await (const page of paginateAdminListUserAuthEvents({ client }, input)) events.push(...(page.AuthEvents ?? []));
    return events.filter(({ EventRisk: { RiskLevel } = {} }) => RiskLevel === "High");
  } catch (error) {
    if (error instanceof ResourceNotFoundException || isUserNotFoundException(error)) return [];
    if (error instanceof Error && error.name === "TooManyRequestsException") return undefined;
    throw error;
  }
}
`;

function createProject() {
  const workspace = createWorkspace();
  symlinkSync(join(ROOT, "node_modules"), join(workspace.folder, "node_modules"), "junction");
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, types: [], noEmit: true };
  workspace.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  workspace.write("package.json", `{ "type": "module" }`);
  workspace.write("src/app.ts", APP);
  return workspace;
}

it("lists operations, members, values and errors with their lines", async () => {
  const { exit, out, err } = await createProject().run("uses");
  expect([exit, err]).toEqual([0, ""]);
  const rows = out
    .split("\n")
    .flatMap((line) => /^ {2}(\d+):\d+ +(.+)$/.exec(line)?.slice(1).join(" ") ?? []);
  expect(rows.filter((row) => !row.includes("imports"))).toEqual([
    "4 builds AdminListUserAuthEventsRequest",
    "4 sets AdminListUserAuthEventsRequest.UserPoolId",
    "4 sets AdminListUserAuthEventsRequest.Username",
    "4 sets AdminListUserAuthEventsRequest.MaxResults",
    "7 reads AdminListUserAuthEventsResponse.AuthEvents",
    "7 calls AdminListUserAuthEvents (command)",
    "8 calls AdminListUserAuthEvents (paginator)",
    "8 reads AdminListUserAuthEventsResponse.AuthEvents",
    "9 reads AuthEventType.EventRisk",
    "9 reads EventRiskType.RiskLevel",
    '9 compares RiskLevelType "High"',
    "11 catches ResourceNotFoundException (by its class)",
    "11 catches UserNotFoundException (by its guard)",
    "12 catches TooManyRequestsException (by its name)",
  ]);
});

it("keeps to the packages that are asked for, and has all as JSON", async () => {
  const { out } = await createProject().run(
    ...["uses", ".", "--package", "@shapelog/cognito-identity-provider", "--format", "json"],
  );
  const [consumer] = JSON.parse(out).consumers;
  const kinds = consumer.uses.map((use: { kind: string; package: string }) => [use.kind, use.package]);
  const name = "@shapelog/cognito-identity-provider";
  expect(kinds).toEqual([
    ["name", name],
    ["catch", name],
    ["catch", name],
  ]);
});

it("writes nothing", async () => {
  const workspace = createWorkspace();
  workspace.write("app.js", "export const one = 1;\n");
  const before = workspace.snapshot();
  const { exit, err } = await workspace.run("uses");
  expect([exit, workspace.snapshot()]).toEqual([0, before]);
  expect(err).toContain(". has no tsconfig.json");
});

it("says what is wrong in one message", async () => {
  const { exit, err } = await createWorkspace().run("uses", "missing");
  expect(exit).toBe(2);
  expect(err).toContain("There is no file or folder missing.");
});
