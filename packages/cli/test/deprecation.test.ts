import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { CONFIG, createService, findRevision, modelText, type Workspace } from "./workspace.js";

const DEPRECATION = { removeAfter: { days: 180, releases: 1 } };

/** Returns a service of which two values are removed, and the configuration that asks for deprecation. */
async function createEdited(config: object): Promise<Workspace> {
  const workspace = await createService();
  workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
  workspace.write("shapelog.config.json", JSON.stringify(config));
  return workspace;
}

const withOwn = (deprecation: object) => ({
  ...CONFIG,
  deprecation: DEPRECATION,
  services: { events: { ...CONFIG.services.events, deprecation } },
});

describe("shapelog check of what is removed", () => {
  it("is an error of the edit at its place in the model, and of the revision at its change", async () => {
    const workspace = await createEdited({ ...CONFIG, deprecation: DEPRECATION });
    const edited = await workspace.run("check");
    expect(edited.exit).toBe(1);
    expect(edited.err).toContain("EventResponseType.Success is removed in the model, and was not deprecated");
    expect(edited.err).toMatch(/at models\/events\/model\.json:\d+:\d+/);
    await workspace.run("record", "--note", "New words: Success and Failure left EventResponseType.");
    await workspace.run("build");
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err.match(/changelog\/undeprecated-removal/g)).toHaveLength(2);
    const file = `models/events/ledger/${findRevision(workspace, "2022-08-18")}.json`;
    expect(err).toMatch(new RegExp(`at ${file}:\\d+:\\d+ \\(/changes/\\d+\\)`));
  });

  it("is a warning of what is released", async () => {
    const workspace = await createEdited({ ...CONFIG, deprecation: DEPRECATION });
    await workspace.run("record", "--no-changeset");
    const facts = (date: string) =>
      `<!-- shapelog:facts events ${findRevision(workspace, date)} -->\nfacts\n<!-- /shapelog:facts -->\n`;
    workspace.write(
      "packages/events/CHANGELOG.md",
      `# events\n\n## 2.0.0\n\n${facts("2022-08-18")}\n## 1.0.0\n\n${facts("2017-11-28")}`,
    );
    const { err } = await workspace.run("check");
    expect(err).toContain("Version 2.0.0 was released without EventResponseType.Failure");
    expect(err).not.toContain("undeprecated-removal");
  });

  it.each([
    ["is not asked for", CONFIG],
    ["is not asked of this service", withOwn({ removeAfter: {} })],
    ["is asked of a later day", withOwn({ ...DEPRECATION, from: "2022-08-19" })],
  ])("is nothing where deprecation %s", async (_, config) => {
    const { err } = await (await createEdited(config)).run("check");
    expect(err).toContain("changelog/unrecorded-change");
    expect(err).not.toContain("removal");
  });

  it("is looked at again when the configuration asks for more, though no other byte changed", async () => {
    const workspace = await createEdited(CONFIG);
    workspace.code = "one";
    workspace.write("node_modules/.keep", "");
    await workspace.run("record");
    await workspace.run("build");
    expect((await workspace.run("check")).exit).toBe(0);
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, deprecation: DEPRECATION }));
    expect((await workspace.run("check")).exit).toBe(1);
  });

  it("asks a service without a package for days alone", async () => {
    const { package: _, ...events } = CONFIG.services.events;
    const deprecation = { removeAfter: { releases: 2 } };
    const workspace = await createEdited({ services: { events }, deprecation });
    expect((await workspace.run("check")).err).not.toContain("removal");
    workspace.write(
      "shapelog.config.json",
      JSON.stringify({ services: { events }, deprecation: DEPRECATION }),
    );
    expect((await workspace.run("check")).err).toContain("asks for 180 days in between");
  });
});
