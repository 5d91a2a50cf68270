import { createModel } from "@shapelog/model";
import { printSmithyJson } from "@shapelog/smithy";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { DIFF_VIEWS } from "../src/diff-views.js";
import { CONFIG, createWorkspace, modelText } from "./workspace.js";

function createPair() {
  const workspace = createWorkspace();
  workspace.write("before.json", modelText());
  workspace.write("after.json", modelText(AUTH_EVENTS_VALUES.after));
  const diff = (...args: readonly string[]) => workspace.run("diff", "before.json", "after.json", ...args);
  return { workspace, diff };
}

/** Lets everything pass; each entry is about one of the two enums. */
const LENIENT = {
  rules: [
    { rule: "response.enum.values-replaced", severity: "note", reason: "We do not read it." },
    { shape: "EventType", suppress: true, reason: "We log unknown types." },
  ],
};

describe("diff", () => {
  it("prints text, and fails at what breaks a compile", async () => {
    const { diff } = createPair();
    const { exit, out, err } = await diff();
    expect({ exit, err }).toEqual({ exit: 1, err: "" });
    expect(out).toContain("− Success   − Failure");
    expect((await diff("--fail-on", "never")).exit).toBe(0);
  });

  it("prints JSON with --format json alone", async () => {
    const { diff } = createPair();
    const { out } = await diff("--format", "json");
    expect(JSON.parse(out)).toMatchObject({ format: "shapelog-diff/1", summary: { bump: "major" } });
    expect((await diff("--view", "json")).out).toBe(out);
  });

  it.each([
    ["markdown", /^### Example Events/],
    ["html", /^<section class="shapelog-diff">/],
    ["github", /^::error title=response\.enum\.values-replaced,file=after\.json,line=\d+,col=\d+::/],
    ["smithy", /^\[ERROR] com\.example\.events#EventResponseType: /],
    ["aws", /EventType/],
  ])("prints the %s view", async (view, start) => {
    const { exit, out } = await createPair().diff("--view", view);
    expect(exit).toBe(1);
    expect(out).toMatch(start);
  });

  it("places the SARIF view's results in the model file", async () => {
    const { out } = await createPair().diff("--view", "sarif");
    const [place] = JSON.parse(out).runs[0].results[0].locations;
    expect(place.physicalLocation).toMatchObject({ artifactLocation: { uri: "after.json" } });
    expect(place.physicalLocation.region.startLine).toBeGreaterThan(1);
  });

  it("prints the aws and smithy views as JSON too", async () => {
    const { diff } = createPair();
    const smithy = await diff("--view", "smithy", "--format", "json");
    expect(JSON.parse(smithy.out)[0]).toMatchObject({ severity: "ERROR" });
    const aws = await diff("--view", "aws", "--format", "json");
    expect(JSON.parse(aws.out)).toMatchObject({ ops_added: [] });
  });

  it.each([
    [["--view", "text", "--format", "json"], "cli/bad-option"],
    [["--title", "x"], "cli/bad-option"],
    [["--view", "aws", "--date", "yesterday"], "cli/bad-option"],
    [["--policy", "stern"], "cli/unknown-policy"],
    [["--operations", "ListAuthEvent"], "did you mean ListAuthEvents?"],
  ])("refuses %j", async (args, message) => {
    const { exit, out, err } = await createPair().diff(...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(message);
  });

  it("has colour when it is asked for", async () => {
    const { diff } = createPair();
    expect((await diff("--color", "always")).out).toContain("\u001b[33m");
    expect((await diff("--color", "auto")).out).not.toContain("\u001b");
  });
});

describe("diff --view aws", () => {
  const structure = (id: string, members: readonly (readonly [string, string])[]) =>
    ({
      kind: "structure",
      id: `example#${id}`,
      traits: {},
      members: members.map(([name, target]) => ({ name, target, traits: {} })),
    }) as const;
  const operation = {
    kind: "operation",
    id: "example#Get",
    traits: {},
    input: "smithy.api#Unit",
    output: "example#L0",
    errors: [],
  } as const;
  /** Structures that hold the next one twice: there are two to the power of `layers` paths to the last. */
  const fan = (layers: number, last: readonly (readonly [string, string])[]) =>
    printSmithyJson(
      createModel([
        operation,
        ...Array.from({ length: layers }, (_, index) =>
          structure(`L${index}`, [
            ["A", `example#L${index + 1}`],
            ["B", `example#L${index + 1}`],
          ]),
        ),
        structure(`L${layers}`, last),
      ]),
    );

  it.each(["text", "json"])("says where it was cut, and still prints: %s", async (format) => {
    const { workspace, diff } = createPair();
    workspace.write("before.json", fan(40, []));
    workspace.write("after.json", fan(40, [["X", "smithy.api#String"]]));
    const { exit, out, err } = await diff("--view", "aws", "--format", format, "--fail-on", "never");
    expect(exit).toBe(0);
    expect(out).toContain(format === "json" ? '"..."' : "'...'");
    expect(err).toMatch(/^warning The aws view is not complete: .* \[cli\/aws-view-cut\]\n$/);
  });

  it("says nothing where all is told", async () => {
    expect((await createPair().diff("--view", "aws")).err).toBe("");
  });

  it("ends without a line feed as a page, as awsapichanges' does, and with one as JSON", async () => {
    const { diff } = createPair();
    expect((await diff("--view", "aws")).out).not.toMatch(/\n$/);
    expect((await diff("--view", "aws", "--format", "json")).out).toMatch(/[^\n]\n$/);
  });
});

describe("diff under a policy", () => {
  it("takes it from a file, and shows its reasons", async () => {
    const { workspace, diff } = createPair();
    workspace.write("policy.json", JSON.stringify(LENIENT));
    const { exit, out } = await diff("--policy", "policy.json");
    expect(exit).toBe(0);
    expect(out).toContain("We do not read it.");
    expect(out).toContain("We log unknown types.");
    expect(out).toContain("1 suppressed");
  });

  it.each([
    ["itself", LENIENT],
    ["a file beside it", "policies/lenient.json"],
  ])("takes it from the configuration: %s", async (_, policy) => {
    const { workspace, diff } = createPair();
    workspace.write("policies/lenient.json", JSON.stringify(LENIENT));
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, policy }));
    expect((await diff()).exit).toBe(0);
    expect((await diff("--policy", "default")).exit).toBe(1);
  });

  it("points at a rule that is not known, in the configuration", async () => {
    const { workspace, diff } = createPair();
    const policy = { rules: [{ rule: "response.enum.value-aded", suppress: true, reason: "r" }] };
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, policy }, null, 2));
    const { exit, err } = await diff();
    expect(exit).toBe(2);
    expect(err).toMatch(/did you mean response\.enum\.value-added\?/);
    expect(err).toMatch(/shapelog\.config\.json:\d+:\d+ \(\/policy\/rules\/0\/rule\)/);
  });

  it("warns at an entry for an operation that neither model has, and suppresses by the others", async () => {
    const workspace = createWorkspace();
    const service = (names: readonly string[]) =>
      [
        `$version: "2"\nnamespace ex\nservice S { version: "1", operations: [${names}] }`,
        ...names.map((name) => `operation ${name} {}`),
      ].join("\n");
    workspace.write("before.smithy", service(["Health", "HealthLive", "HealthReady", "Keep"]));
    workspace.write("after.smithy", service(["Keep"]));
    const entry = (operation: string) => ({
      ...{ rule: "operation.removed", operation, suppress: true, reason: "agreed" },
    });
    const rules = ["Health", "HealthLive", "Nope"].map(entry);
    workspace.write("policy.json", JSON.stringify({ rules }, null, 2));
    const { exit, out, err } = await workspace.run(
      ...["diff", "before.smithy", "after.smithy", "--policy", "policy.json"],
    );
    expect(exit).toBe(1);
    expect(out).toContain("HealthReady");
    expect(out).toContain("2 suppressed");
    expect(err).toMatch(/policy\.json:17:\d+ \(\/rules\/2\/operation\)/);
    expect(err).toContain(
      'Neither model has an operation "Nope", so this entry of the policy does nothing here.',
    );
    expect(err.match(/diff\/unknown-target/g)).toHaveLength(1);
  });

  it("fails at warnings in responses under strict", async () => {
    const { workspace } = createPair();
    const added = {
      ...AUTH_EVENTS_VALUES.before,
      eventType: [...AUTH_EVENTS_VALUES.before.eventType, "New"],
    };
    workspace.write("added.json", modelText(added));
    const diff = (...args: readonly string[]) => workspace.run("diff", "before.json", "added.json", ...args);
    expect((await diff()).exit).toBe(0);
    expect((await diff("--policy", "strict")).exit).toBe(1);
  });
});

describe("diff's exit code", () => {
  const views = [...DIFF_VIEWS];

  it.each(views)("is that of the findings under the policy, not of what is printed: %s", async (view) => {
    const { workspace, diff } = createPair();
    workspace.write("lenient.json", JSON.stringify(LENIENT));
    workspace.write(
      "harsh.json",
      JSON.stringify({ rules: [{ severity: "error", reason: "We freeze it." }] }),
    );
    workspace.write("described.json", modelText().replace('"metadata": {', '"metadata": { "a": 1,'));
    const exit = async (...args: readonly string[]) => (await diff("--view", view, ...args)).exit;
    expect(await exit()).toBe(1);
    expect(await exit("--policy", "lenient.json")).toBe(0);
    expect(await exit("--policy", "lenient.json", "--fail-on", "note")).toBe(1);
    expect(await exit("--fail-on", "never")).toBe(0);
    const harmless = (...args: readonly string[]) =>
      workspace.run("diff", "before.json", "described.json", "--view", view, ...args);
    expect((await harmless()).exit).toBe(0);
    expect((await harmless("--policy", "harsh.json")).exit).toBe(1);
    expect((await harmless("--policy", "harsh.json", "--operations", "ListAuthEvents")).exit).toBe(0);
  });

  it.each(["smithy", "aws"])("hangs on the policy where what is printed does not: %s", async (view) => {
    const { workspace, diff } = createPair();
    workspace.write("lenient.json", JSON.stringify(LENIENT));
    const plain = await diff("--view", view);
    const lenient = await diff("--view", view, "--policy", "lenient.json");
    expect(lenient.out).toBe(plain.out);
    expect([plain.exit, lenient.exit]).toEqual([1, 0]);
  });

  it("is told by --help", async () => {
    const { out } = await createWorkspace().run("diff", "--help");
    expect(out.replace(/\s+/g, " ")).toContain("all views of two models exit alike");
  });
});

describe("diff for some operations", () => {
  it("counts what touches them", async () => {
    expect((await createPair().diff("--operations", "ListAuthEvents")).exit).toBe(1);
  });

  it("shows the others' changes and does not count them", async () => {
    const { workspace } = createPair();
    const model = (name: string, own: string[]) => {
      const operation = (id: string, output: string) =>
        ({ kind: "operation", id, traits: {}, input: "smithy.api#Unit", output, errors: [] }) as const;
      const members = own.map((key) => ({ name: key, target: "smithy.api#String", traits: {} }));
      const output = { kind: "structure", id: "example#Out", traits: {}, members } as const;
      workspace.write(
        name,
        printSmithyJson(
          createModel([
            operation("example#Mine", "smithy.api#Unit"),
            operation("example#Other", output.id),
            output,
          ]),
        ),
      );
    };
    model("old.json", ["a", "b"]);
    model("new.json", ["b"]);
    const { exit, out } = await workspace.run("diff", "old.json", "new.json", "--operations", "Mine");
    expect(exit).toBe(0);
    expect(out).toContain("Other operations: not yours, not counted");
    expect((await workspace.run("diff", "old.json", "new.json", "--operations", "Other")).exit).toBe(1);
  });
});

describe("diff of two services", () => {
  it("says so, and compares them anyway with --force", async () => {
    const { workspace } = createPair();
    const moved = modelText().replaceAll("com.example.events", "com.example.other");
    workspace.write("other.json", moved.replaceAll("ListAuthEvents", "FindOthers"));
    const { exit, out, err } = await workspace.run("diff", "before.json", "other.json");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toBe(
      "error These are two services: com.example.events#Events and com.example.other#Events share 0 of 12 shapes. With --force they are compared anyway. [cli/different-services]\n",
    );
    const forced = await workspace.run("diff", "before.json", "other.json", "--force", "--fail-on", "never");
    expect(forced.exit).toBe(0);
    expect(forced.out).toContain("operation");
  });

  it("takes the same service in another namespace for the same", async () => {
    const { workspace } = createPair();
    workspace.write("moved.json", modelText().replaceAll("com.example.events", "com.example.moved"));
    const { exit, out, err } = await workspace.run("diff", "before.json", "moved.json");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toContain("The namespace is com.example.moved now; it was com.example.events.");
    expect(out).toContain("Release: patch, because");
  });
});
