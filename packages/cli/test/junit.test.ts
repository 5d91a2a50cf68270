import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { readJunit } from "@shapelog/testing/read-junit";
import { describe, expect, it } from "vitest";
import { CONFIG, createService, createWorkspace, findPath, modelText, type Workspace } from "./workspace.js";

/** Returns what each case of a suite came to. */
async function report(workspace: Workspace, suite: string, ...args: readonly string[]) {
  const { exit, out } = await workspace.run(...args);
  const cases = readJunit(out)[suite] ?? [];
  return { exit, ...Object.fromEntries(cases.map(({ name, kind = "passed" }) => [name, kind])) };
}

const PASSED = {
  "the model is valid": "passed",
  "the ledger replays": "passed",
  "the model is recorded": "passed",
  "the changelog, changesets and versions are true": "passed",
  "the package is what the model makes": "passed",
};

describe("shapelog check --format junit", () => {
  const check = (workspace: Workspace, ...args: readonly string[]) =>
    report(workspace, "events", "check", "--format", "junit", ...args);

  /** Returns a service with what `check` asks for. */
  async function createRight(): Promise<Workspace> {
    const workspace = await createService();
    await workspace.run("record", "--changeset-only");
    return workspace;
  }

  it("has a case for each thing that is held, and none for what is not asked", async () => {
    const workspace = await createRight();
    expect(await check(workspace)).toEqual({ exit: 0, ...PASSED });
    const deprecation = { removeAfter: { days: 1 } };
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, deprecation }));
    expect(await check(workspace)).toEqual({
      exit: 0,
      ...PASSED,
      "what is removed was deprecated before": "passed",
    });
  });

  it("fails the case that something is wrong with", async () => {
    const workspace = await createRight();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    const { exit, out } = await workspace.run("check", "--format", "junit");
    expect(exit).toBe(1);
    expect(readJunit(out).events?.find(({ name }) => name === "the model is recorded")).toMatchObject({
      kind: "failure",
      type: "changelog/unrecorded-change",
      classname: "shapelog.check.events",
      text: expect.stringMatching(
        /\[changelog\/unrecorded-change\]\n {2}at models\/events\/model\.json:\d+:\d+/,
      ),
    });
    expect(await check(workspace, "--fail-on", "never")).toEqual({ exit: 0, ...PASSED });
  });

  it("skips what could not be looked at", async () => {
    const workspace = await createRight();
    workspace.write("models/events/model.json", "{");
    expect(await check(workspace)).toEqual({
      exit: 1,
      "the model is valid": "failure",
      "the ledger replays": "skipped",
      "the model is recorded": "skipped",
      "the changelog, changesets and versions are true": "skipped",
      "the package is what the model makes": "skipped",
    });
    const gone = { events: { ...CONFIG.services.events, model: "none.json" } };
    workspace.write("shapelog.config.json", JSON.stringify({ services: gone }));
    expect(await check(workspace)).toMatchObject({ exit: 2, "the model is valid": "error" });
  });

  it("skips what rests on a ledger that does not replay", async () => {
    const workspace = await createRight();
    const file = findPath(workspace, /^models\/events\/ledger\//);
    workspace.write(
      file,
      workspace.read(file).replace(/"after": "sha256:[0-9a-f]{4}/, '"after": "sha256:0000'),
    );
    expect(await check(workspace)).toMatchObject({
      exit: 1,
      "the model is valid": "passed",
      "the ledger replays": "failure",
      "the model is recorded": "skipped",
    });
  });

  it("is the same from run to run, also when nothing is looked at again", async () => {
    const workspace = await createRight();
    workspace.code = "one";
    workspace.write("node_modules/.keep", "");
    const first = await workspace.run("check", "--format", "junit");
    expect(await workspace.run("check", "--format", "junit")).toEqual(first);
  });

  it("has a suite for the policy, where there is one", async () => {
    const workspace = await createRight();
    const policy = { rules: [{ shape: "Nothing", suppress: true, reason: "agreed" }] };
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, policy }));
    const { out } = await workspace.run("check", "--format", "junit");
    expect(readJunit(out).policy).toMatchObject([{ name: "the policy matches changes" }]);
  });
});

const BAD = `$version: "2.0"
namespace example
structure City { @length(min: -1) name: String }
`;

describe("shapelog validate --format junit", () => {
  it("has a case for each rule, and fails those that found something", async () => {
    const workspace = createWorkspace();
    workspace.write("city.smithy", BAD);
    const found = await report(workspace, "city.smithy", "validate", "city.smithy", "--format", "junit");
    expect(found).toMatchObject({ exit: 1, LengthTrait: "failure", "the model can be read": "skipped" });
    workspace.write("city.smithy", BAD.replace("-1", "1"));
    const right = await report(workspace, "city.smithy", "validate", "city.smithy", "--format", "junit");
    expect(right).toMatchObject({ exit: 0, LengthTrait: "passed", "the model can be read": "passed" });
    expect(Object.keys(right).length).toBeGreaterThan(80);
  });

  it("says of a model that cannot be read no more than that", async () => {
    const workspace = createWorkspace();
    workspace.write("city.smithy", "structure {");
    const found = await report(workspace, "city.smithy", "validate", "city.smithy", "--format", "junit");
    expect(found).toMatchObject({ exit: 1, "the model can be read": "failure", LengthTrait: "skipped" });
    const gone = await workspace.run("validate", "none.smithy", "--format", "junit");
    expect(gone.exit).toBe(2);
    expect(gone.err).toContain("none.smithy");
  });
});

it("fmt --format junit has a case for each file", async () => {
  const workspace = createWorkspace();
  workspace.write("a.smithy", '$version: "2.0"\n\nnamespace example\n');
  workspace.write("b.smithy", '$version:  "2.0"\nnamespace example\n');
  expect(await report(workspace, "fmt", "fmt", "--check", "--format", "junit")).toEqual({
    exit: 1,
    "a.smithy": "passed",
    "b.smithy": "failure",
  });
});

it("diff --view junit has a suite for each service, and fails as the command does", async () => {
  const workspace = await createService();
  const services = { ...CONFIG.services, others: { model: "m.json", ledger: "models/others/ledger" } };
  workspace.write("shapelog.config.json", JSON.stringify({ services }));
  workspace.write("m.json", modelText());
  await workspace.run("record", "--service", "others", "--no-changeset");
  workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
  const { exit, out } = await workspace.run("diff", "--view", "junit", "--fail-on", "warning");
  expect(exit).toBe(1);
  expect(out.match(/<testsuite /g)).toHaveLength(2);
  expect(out).toContain("<failure ");
  const never = await workspace.run("diff", "--view", "junit", "--fail-on", "never");
  expect(never.exit).toBe(0);
  expect(never.out).not.toContain("<failure ");
});
