import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { digestText } from "../src/files/file-record.js";
import { CONFIG, createService, findPath, modelText } from "./workspace.js";

const CHANGESET = /^\.changeset\/events-2022-08-18-/;

describe("shapelog check of a policy", () => {
  /** Returns a service with a change that is recorded, and this policy. */
  async function createPoliced(policy: unknown) {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record", "--note", "New words: Success and Failure left EventResponseType.");
    await workspace.run("build");
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, policy }, null, 2));
    return workspace;
  }
  const entry = (selector: object) => ({ ...selector, suppress: true, reason: "agreed" });

  it("warns at an entry that matched no change of any revision, and passes", async () => {
    const rules = [{ shape: "EventType" }, { shape: "AuthEvent" }, { rule: "operation.removed" }].map(entry);
    const { exit, err } = await (await createPoliced({ rules })).run("check");
    expect(exit).toBe(0);
    expect(err).toMatch(/shapelog\.config\.json:\d+:\d+ \(\/policy\/rules\/1\)/);
    expect(err).toContain('for shape "AuthEvent", matches no change of any revision');
    expect(err.match(/diff\/unmatched-entry/g)).toHaveLength(1);
  });

  it("takes a change that is not recorded yet for one", async () => {
    const rules = [entry({ shape: "EventType", direction: "response" })];
    const workspace = await createService();
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, policy: { rules } }));
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    expect((await workspace.run("check")).err).not.toContain("diff/unmatched-entry");
  });

  it("says nothing before there is a change", async () => {
    const workspace = await createService();
    const policy = { rules: [entry({ shape: "EventType" })] };
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, policy }));
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("says nothing where another service can be meant that is not looked at", async () => {
    const workspace = await createPoliced({ rules: [entry({ shape: "Other" })] });
    const services = { ...CONFIG.services, other: { ...CONFIG.services.events, model: "missing.json" } };
    const config = { services, policy: { rules: [entry({ shape: "Other" })] } };
    expect((await workspace.run("check")).err).toContain("diff/unmatched-entry");
    workspace.write("shapelog.config.json", JSON.stringify(config));
    expect((await workspace.run("check", "--service", "events")).err).not.toContain("diff/unmatched-entry");
    expect((await workspace.run("check")).err).not.toContain("diff/unmatched-entry");
  });

  it.each([
    ["that is not there", "none.json", 2, "cli/unknown-policy"],
    ["that is none", { rules: 5 }, 1, "diff/bad-policy"],
  ])("fails at one %s", async (_, policy, exit, code) => {
    const workspace = await createPoliced(policy);
    const found = await workspace.run("check");
    expect(found.exit).toBe(exit);
    expect(found.err).toContain(code);
  });
});

describe("shapelog check", () => {
  it("is content with what record and build made", async () => {
    const workspace = await createService();
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("finds an edited enum value that was neither built nor recorded, and says what to run", async () => {
    const workspace = await createService();
    workspace.write(
      "models/events/model.json",
      workspace.read("models/events/model.json").replaceAll('"SignUp"', '"Join"'),
    );
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err).toContain("models/events/model.json is not the model that the ledger of events ends with");
    expect(err).toContain("npx shapelog record --service events");
    expect(err).toContain("packages/events: 5 files are stale, which follows from the above");
    expect(err.match(/^(?:error|danger|warning) /gm)).toHaveLength(1);
  });

  it("is content again after record and build, with the facts waiting in a changeset", async () => {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    const recorded = await workspace.run(
      "record",
      "--note",
      "New words: Success and Failure left EventResponseType.",
    );
    expect(recorded).toMatchObject({ exit: 0 });
    expect(recorded.out).toContain("− Success   − Failure");
    expect(workspace.read(findPath(workspace, CHANGESET))).toContain('"@example/events": major');
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("finds a fact in a changeset that is not true, and record puts it right", async () => {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record");
    await workspace.run("build");
    const path = findPath(workspace, CHANGESET);
    const told = workspace.read(path);
    workspace.write(path, told.replace("removed `Success` and `Failure`; ", ""));
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err).toMatch(/\.changeset\/events-2022-08-18-[0-9a-f]{8}\.md:\d+:1/);
    await workspace.run("record", "--changeset-only");
    expect(workspace.read(path)).toBe(told);
  });

  it("finds a missing changeset, which record writes anew", async () => {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record", "--no-changeset");
    await workspace.run("build");
    expect((await workspace.run("check")).err).toContain("changelog/missing-facts");
    await workspace.run("record", "--changeset-only");
    expect(await workspace.run("check")).toMatchObject({ exit: 0 });
  });

  it("leaves the licence of a package to those who put it there, and so does build", async () => {
    const workspace = await createService();
    workspace.write("packages/events/LICENSE", "Ours.\n");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
    await workspace.run("build");
    expect(workspace.read("packages/events/LICENSE")).toBe("Ours.\n");
  });

  it("finds a generated file that was edited, is missing, or is one too many", async () => {
    const workspace = await createService();
    const [first = "", second = ""] = Object.keys(workspace.snapshot()).filter((path) =>
      path.startsWith("packages/events/src/"),
    );
    workspace.write(first, `${workspace.read(first)}// edited\n`);
    workspace.write("packages/events/src/extra.ts", "");
    workspace.write("packages/events/src/mine.ts", "");
    const record = workspace.read("packages/events/.shapelog-files");
    workspace.write("packages/events/.shapelog-files", `${record}${digestText("")}  src/extra.ts\n`);
    rmSync(join(workspace.folder, second));
    const { err } = await workspace.run("check");
    expect(err).toContain(`1 generated file of events was edited by hand: ${first}.`);
    expect(err).toContain(`npx shapelog build --service events --replace ${first} `);
    expect(err).toContain(
      "packages/events: 1 file is missing, 1 file is made no more. Run: npx shapelog build",
    );
    const listed = (await workspace.run("check", "--verbose")).err;
    expect(listed).toContain(`${first} is not what the model makes`);
    expect(listed).toContain(`Run: npx shapelog build --replace ${first}`);
    expect(listed).toContain(`${second} is missing`);
    expect(listed).toContain("packages/events/src/extra.ts is not made from the model any more");
    expect(listed).not.toContain("mine.ts");
    expect(await workspace.run("build")).toMatchObject({ exit: 2 });
    await workspace.run("build", "--replace", first);
    expect(existsSync(join(workspace.folder, "packages/events/src/extra.ts"))).toBe(false);
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("finds an edited ledger", async () => {
    const workspace = await createService();
    const path = findPath(workspace, /ledger\/2017-11-28-/);
    workspace.write(path, workspace.read(path).replaceAll('"SignUp"', '"Join"'));
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err).toContain("ledger/edited");
    expect(err).toMatch(/2017-11-28-[0-9a-f]{8}\.json:\d+:\d+/);
  });

  it("prints what it found as JSON, SARIF or annotations on the standard output", async () => {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    const json = await workspace.run("check", "--format", "json");
    expect(JSON.parse(json.out).map((diagnostic: { code: string }) => diagnostic.code)).toContain(
      "changelog/unrecorded-change",
    );
    expect(JSON.parse((await workspace.run("check", "--format", "sarif")).out).version).toBe("2.1.0");
    expect((await workspace.run("check", "--format", "github")).out).toMatch(
      /^::error title=changelog\/unrecorded-change,file=models/m,
    );
    expect((await workspace.run("check", "--fail-on", "never")).exit).toBe(0);
  });
});

describe("shapelog build", () => {
  it("writes the same bytes twice", async () => {
    const workspace = await createService();
    const first = workspace.snapshot();
    const { out } = await workspace.run("build");
    expect(out).toMatch(/0 files written, \d+ unchanged/);
    expect(workspace.snapshot()).toEqual(first);
  });

  it("builds an earlier day's package beside the present one", async () => {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record");
    await workspace.run("build");
    await workspace.run("build", "--at", "2022-08-17", "--out", "before");
    expect(workspace.read("before/openapi.json")).toContain("ForgotPassword");
    expect(workspace.read("before/openapi.json")).not.toContain("PasswordChange");
    expect(workspace.read("packages/events/openapi.json")).toContain("PasswordChange");
  });
});
