import { describe, expect, it } from "vitest";
import { CONFIG, createWorkspace, modelText, type Workspace } from "./workspace.js";

/** Files that each test finds: what is no model, what is a broken one, and a service whose model is one of them. */
function createFiles(model?: string): Workspace {
  const workspace = createWorkspace();
  workspace.write("good.json", modelText());
  workspace.write("other.json", '{ "hello": 1 }');
  workspace.write("cut.json", modelText().slice(0, 400));
  workspace.write("broken.smithy", '$version: "2"\nnamespace a\nstructure A { x: Missing }\n');
  workspace.write("ugly.smithy", '$version: "2"\nnamespace a\nstring    A\n');
  if (model !== undefined) {
    workspace.write("shapelog.config.json", JSON.stringify(CONFIG));
    workspace.write("models/events/model.json", model);
  }
  return workspace;
}

const NEEDS_A_MODEL = [
  ["ast"],
  ["ast", "--to", "idl"],
  ["diff", "good.json"],
  ["select", "*"],
  ["import", "--out", "made.json"],
] as const;

describe("a command that needs a model exits 2 without one", () => {
  const inputs = ["nothing", "other.json", "cut.json", "broken.smithy", "git:HEAD:x", "ledger:x@2020-01-01"];
  it.each(NEEDS_A_MODEL.flatMap((args) => inputs.map((input) => [[...args, input].join(" ")])))(
    "%s",
    async (line) => {
      const workspace = createFiles();
      const before = workspace.snapshot();
      const { exit, out, err } = await workspace.run(...line.split(" "));
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(err).toMatch(/^error /);
      expect(workspace.snapshot()).toEqual(before);
    },
  );
});

describe("a command that looks at models tells what it found from what it could not look at", () => {
  it.each([
    ["validate good.json", 0],
    ["validate broken.smithy", 1],
    ["validate cut.json", 1],
    ["validate broken.smithy --fail-on never", 0],
    ["validate other.json", 2],
    ["validate nothing", 2],
    ["validate other.json --fail-on never", 2],
    ["fmt --check ugly.smithy", 1],
    ["fmt --check ugly.smithy --fail-on never", 0],
    ["fmt nothing.smithy", 2],
    ["fmt other.json", 2],
    ["history . --out made", 2],
    ["diff good.json good.json", 0],
    ["diff good.json good.json --policy none", 2],
    ["diff good.json good.json --date today --view aws", 2],
    ["check", 2],
  ])("%s: %i", async (line, expected) => {
    const { exit } = await createFiles().run(...line.split(" "));
    expect(exit).toBe(expected);
  });
});

describe("the commands of a service", () => {
  it.each([
    ["a model with errors", modelText().replace('#EventType"\n', '#Missing"\n'), 1],
    ["a model that is cut off", modelText().slice(0, 400), 1],
    ["JSON that is no model", '{ "hello": 1 }', 2],
  ])("check %s, and can neither build nor record it", async (_, model, checked) => {
    const workspace = createFiles(model);
    expect((await workspace.run("check")).exit).toBe(checked);
    expect((await workspace.run("build")).exit).toBe(2);
    expect((await workspace.run("record")).exit).toBe(2);
  });

  it("exit 2 for a day that the ledger does not have", async () => {
    const workspace = createFiles(modelText());
    expect((await workspace.run("record", "--date", "2020-01-01")).exit).toBe(0);
    expect((await workspace.run("build", "--at", "2019-01-01")).exit).toBe(2);
    expect((await workspace.run("diff", "ledger:events@2019-01-01", "good.json")).exit).toBe(2);
    expect((await workspace.run("record", "--date", "2019-01-01")).exit).not.toBe(1);
  });
});
