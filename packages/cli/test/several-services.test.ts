import { existsSync } from "node:fs";
import { join } from "node:path";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { startCommand } from "./running-command.js";
import {
  CONFIG,
  createService,
  createWorkspace,
  findRevision,
  modelText,
  type Workspace,
} from "./workspace.js";

const MODEL = "models/events/model.json";

/** Returns a workspace with the service `events`, and before it one whose model is not valid. */
async function createPair(broken: string): Promise<Workspace> {
  const workspace = await createService();
  const other = {
    model: "models/other/model.json",
    ledger: "models/other/ledger",
    package: { name: "@example/other", folder: "packages/other" },
  };
  workspace.write("models/other/model.json", broken);
  workspace.write("shapelog.config.json", JSON.stringify({ services: { other, ...CONFIG.services } }));
  return workspace;
}

describe.each([
  ["is cut off", modelText().slice(0, 400)],
  ["is no model", "{}"],
])("with a service whose model %s", (_, broken) => {
  it("build makes the packages of the others, and fails", async () => {
    const workspace = await createPair(broken);
    const { exit, out, err } = await workspace.run("build");
    expect(exit).toBe(2);
    expect(out).toMatch(/^packages\/events: 0 files written/m);
    expect(err).toContain("models/other/model.json");
  });

  it("site has the pages of the others, keeps those of an earlier run, and fails", async () => {
    const workspace = await createPair(modelText());
    await workspace.run("record", "--service", "other", "--no-changeset");
    await workspace.run("site");
    const page = Object.keys(workspace.snapshot()).find((path) =>
      /^site\/.*\bother\b.*index\.html$/.test(path),
    );
    workspace.write("models/other/model.json", broken);
    const { exit, out, err } = await workspace.run("site");
    expect(exit).toBe(2);
    expect(out).toMatch(/^site: /m);
    expect(err).toContain("site was written without other");
    expect(existsSync(join(workspace.folder, page ?? "none"))).toBe(true);
  });

  it("validate tells of all", async () => {
    const workspace = await createPair(broken);
    const { exit, out, err } = await workspace.run("validate");
    expect(exit).not.toBe(0);
    expect(`${out}${err}`).toContain("models/other/model.json");
    expect(out).toMatch(/\d\d shapes: /);
  });

  it("diff compares the others", async () => {
    const workspace = await createPair(broken);
    workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    const { exit, out, err } = await workspace.run("diff");
    expect(exit).toBe(2);
    expect(out).toContain("− Success   − Failure");
    expect(err).toContain("other");
  });
});

describe("shapelog diff without inputs", () => {
  it("compares the last recorded model with the one that is there", async () => {
    const workspace = await createService();
    workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    const { exit, out, err } = await workspace.run("diff", "--fail-on", "never");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toContain("− Success   − Failure");
    expect(out).not.toContain("suppressions");
    const compared = await workspace.run("diff", "ledger:events", MODEL, "--fail-on", "never");
    expect(compared.out).toContain("− Success   − Failure");
  });

  it("finds nothing in what was just recorded, with metadata for validators, too", async () => {
    const json = JSON.parse((await (await createService()).run("diff", "--format", "json")).out);
    expect(json.changes ?? json.findings).toEqual([]);
  });

  it("has a line for each service without a change, and an array of them in JSON", async () => {
    const workspace = await createPair(modelText());
    await workspace.run("record", "--service", "other", "--no-changeset");
    const { exit, out } = await workspace.run("diff");
    expect(exit).toBe(0);
    expect(out).toMatch(/^ledger:other: nothing changed since 2022-08-18$/m);
    expect(out).toMatch(/^ledger:events: nothing changed since 2017-11-28$/m);
    const json = JSON.parse((await workspace.run("diff", "--format", "json")).out);
    expect(json).toHaveLength(2);
    const sarif = JSON.parse((await workspace.run("diff", "--view", "sarif")).out);
    expect(sarif.runs).toHaveLength(2);
    expect((await workspace.run("diff", "--view", "aws")).err).toContain("name it with --service");
    const one = JSON.parse((await workspace.run("diff", "--service", "events", "--format", "json")).out);
    expect(Array.isArray(one)).toBe(false);
  });

  it("asks which service one input is of, where it does not tell", async () => {
    const workspace = await createPair(modelText());
    expect((await workspace.run("diff", MODEL)).err).toContain("Say which service");
    expect((await workspace.run("diff", MODEL, "--service", "events")).exit).toBe(0);
    expect((await workspace.run("diff", "ledger:events@2017-11-28")).exit).toBe(0);
  });
});

describe("an input of a ledger", () => {
  const facts = (id: string) => `<!-- shapelog:facts events ${id} -->\nfacts\n<!-- /shapelog:facts -->\n`;

  async function createReleased(): Promise<Workspace> {
    const workspace = await createService();
    workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record", "--no-changeset");
    const factsOf = (date: string) => facts(findRevision(workspace, date));
    workspace.write(
      "packages/events/CHANGELOG.md",
      `# events\n\n## 2.0.0\n\n${factsOf("2022-08-18")}\n## 1.0.0\n\n${factsOf("2017-11-28")}`,
    );
    return workspace;
  }

  it.each([
    ["ledger:events", "InProgress"],
    ["ledger:events@latest", "InProgress"],
    ["ledger:events@2.0.0", "InProgress"],
    ["ledger:events@v2.0.0", "InProgress"],
    ["ledger:events@1.0.0", "Failure"],
    ["ledger:events@2022-08-17", "Failure"],
    ["ledger:events@2017-11-28", "Failure"],
  ])("%s is the model with %s", async (input, value) => {
    const { exit, out } = await (await createReleased()).run("select", "enum > member", input);
    expect(exit).toBe(0);
    expect(out).toContain(`#EventResponseType$${value}\n`.replace("$", "$"));
  });

  it.each([
    ["ledger:events@3.0.0", "it has 2.0.0, 1.0.0."],
    ["ledger:events@soon", "bad-date"],
    ["ledger:event", "did you mean events?"],
  ])("%s is told to be none", async (input, said) => {
    const { exit, err } = await (await createReleased()).run("ast", input);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });
});

describe("shapelog build --watch", () => {
  it("builds again when a model changes, and goes on after one that cannot be read", async () => {
    const workspace = await createService();
    const page = () => workspace.read("packages/events/openapi.json");
    const running = startCommand(workspace.folder, "build", "--watch");
    await running.waitFor("Watching for changes.");
    expect(page()).not.toContain("InProgress");
    workspace.write(MODEL, "{");
    await running.waitFor("models/events/model.json:1");
    workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    await expect.poll(page, { timeout: 120_000 }).toContain("InProgress");
    expect(await running.stop()).toBe(0);
  });

  it("ends at once where the command was used wrongly", async () => {
    expect((await createWorkspace().run("build", "--watch")).exit).toBe(2);
  });
});
