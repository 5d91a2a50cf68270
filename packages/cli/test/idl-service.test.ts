import { printIdl } from "@shapelog/smithy";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import {
  CONFIG,
  createService,
  createWorkspace,
  eventsModel,
  modelText,
  type Workspace,
} from "./workspace.js";

/** Returns a workspace whose model is said to be in a folder that is not there yet. */
function createEmptyService(model = "models/events"): Workspace {
  const workspace = createWorkspace();
  const events = { ...CONFIG.services.events, model };
  workspace.write("shapelog.config.json", JSON.stringify({ services: { events } }));
  workspace.write("source.json", modelText());
  workspace.write("later.json", modelText(AUTH_EVENTS_VALUES.after));
  return workspace;
}

async function createIdlService(): Promise<Workspace> {
  const workspace = createEmptyService("models/events/model.smithy");
  workspace.write("models/events/model.smithy", printIdl(eventsModel()));
  await workspace.run("record", "--date", "2017-11-28", "--no-changeset");
  await workspace.run("build");
  return workspace;
}

describe("a service whose model is Smithy IDL", () => {
  it("is recorded and built as one in JSON AST is, but for the name of the model's file", async () => {
    const [idl, json] = [await createIdlService(), await createService()];
    expect(await idl.run("check")).toMatchObject({ exit: 0, err: "" });
    const made = ({ snapshot }: Workspace, name: string) =>
      Object.entries(snapshot()).flatMap(([path, text]) =>
        /^(models\/events\/ledger|packages)\//.test(path) && !path.endsWith("/.shapelog-files")
          ? [[path, text.replaceAll(name, "model")]]
          : [],
      );
    expect(made(idl, "model.smithy")).toEqual(made(json, "model.json"));
  });

  it("has edits recorded, and what is wrong with it told at the lines of the file", async () => {
    const workspace = await createIdlService();
    const edited = workspace.read("models/events/model.smithy").replace("    SignUp\n", "    Join\n");
    workspace.write("models/events/model.smithy", edited);
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err).toMatch(/\[changelog\/unrecorded-change]\n {2}at models\/events\/model\.smithy:\d+:5\n/);
    expect((await workspace.run("record", "--note", "SignUp is Join.")).exit).toBe(0);
    await workspace.run("build");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("does not notice order, layout and comments", async () => {
    const workspace = await createIdlService();
    const text = workspace.read("models/events/model.smithy");
    workspace.write("models/events/model.smithy", `${text.replaceAll("\n\n", "\n\n\n// a comment\n")}`);
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });
});

describe("shapelog import", () => {
  it("writes Smithy IDL for a new service, and keeps to JSON where that is there", async () => {
    const workspace = createEmptyService();
    workspace.write("models/events/README.md", "");
    expect((await workspace.run("import", "source.json")).out).toMatch(
      /^models\/events\/model\.smithy: .*written\nshapelog\.config\.json: events follows source\.json, .*\n$/,
    );
    const { events } = JSON.parse(workspace.read("shapelog.config.json")).services;
    expect(events.from).toEqual({ input: "source.json", operations: "all", docs: true });
    expect(workspace.read("models/events/model.smithy")).toBe(printIdl(eventsModel()));
    const other = createEmptyService();
    other.write("models/events/model.json", modelText());
    expect((await other.run("import", "later.json")).out).toMatch(/^models\/events\/model\.json: /);
  });

  it.each(["new.smithy", "new.json"])(
    "writes the format that the name of the file says: %s",
    async (name) => {
      const workspace = createEmptyService();
      expect((await workspace.run("import", "source.json", "--out", name)).exit).toBe(0);
      expect((await workspace.run("ast", name)).out).toBe(modelText());
    },
  );

  it("leaves a file that says the same as it is", async () => {
    const workspace = createEmptyService();
    const text = printIdl(eventsModel()).replaceAll("\n\n", "\n// mine\n\n");
    workspace.write("mine.smithy", text);
    expect((await workspace.run("import", "source.json", "--out", "mine.smithy")).out).toContain("unchanged");
    expect(workspace.read("mine.smithy")).toBe(text);
  });

  it("keeps order, comments, texts and suppressions of the file it writes over", async () => {
    const workspace = createEmptyService();
    const model = printIdl(eventsModel());
    const [head = "", ...shapes] = model.trimEnd().split(/\n\n(?=(?:\/\/\/|@|[a-z]+ \w+ ?\{|[a-z]+ \w+$))/m);
    const mine = [head, ...shapes.reverse()]
      .join("\n\n")
      .replace("enum EventType", "// Kinds.\nenum EventType");
    workspace.write(
      "mine.smithy",
      `${mine.replace("    SignUp\n", "    // Up.\n    SignUp\n")}\n\n// The end.\n`,
    );
    const before = (await workspace.run("ast", "mine.smithy")).out;
    expect(before).toBe(modelText());
    workspace.write(
      "later.json",
      modelText(AUTH_EVENTS_VALUES.after).replace(/"metadata": \{[^}]*\}[^}]*\},/, ""),
    );
    expect((await workspace.run("import", "later.json", "--out", "mine.smithy")).exit).toBe(0);
    const after = workspace.read("mine.smithy");
    expect((await workspace.run("ast", "mine.smithy")).out).toBe(modelText(AUTH_EVENTS_VALUES.after));
    expect(after).toContain("// Kinds.\nenum EventType");
    expect(after).toContain("    // Up.\n    SignUp\n");
    expect(after.endsWith("\n// The end.\n")).toBe(true);
    const order = (text: string) =>
      [...text.matchAll(/^(?:structure|enum|list|service) (\w+)/gm)].map(([, name]) => name);
    expect(order(after)).toEqual(order(mine));
  });

  it("refuses several namespaces in one IDL file", async () => {
    const workspace = createEmptyService();
    workspace.write(
      "two.json",
      '{"smithy":"2.0","shapes":{"a#A":{"type":"string"},"b#B":{"type":"string"}}}',
    );
    const { exit, err } = await workspace.run("import", "two.json", "--out", "two.smithy");
    expect(exit).toBe(2);
    expect(err).toContain("[cli/several-namespaces]");
  });
});
