import { describe, expect, it } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.js";

const MODEL = "models/events/model.smithy";

/** What a vendor's model says, in parts that tests replace. */
interface Parts {
  readonly operations?: string;
  readonly kind?: string;
  readonly limit?: string;
  readonly name?: string;
  readonly more?: string;
  readonly docs?: string;
}

function vendorModel({
  operations = "List",
  kind = "A",
  limit = "max: 9",
  name = "",
  more = "",
  docs = "",
}: Parts) {
  return `$version: "2.0"

namespace vendor.events

${docs}@title("Events")
service Events {
    version: "1"
    operations: [
        ${operations.split(" ").join("\n        ")}
    ]
}

${docs}operation List {
    input := {
        name: Name
    }
    output := {
        kind: Kind
    }
}

operation Put {
    input := {
        kind: Kind
    }
}

operation Ping {
    input := {}
}

enum Kind {
    ${kind.split(" ").join("\n    ")}
}

${name}@length(${limit})
string Name
${more}`;
}

/** The team's model: the vendor's, with words and traits of its own. */
async function createTeam(edit: (text: string) => string = (text) => text): Promise<Workspace> {
  const workspace = createWorkspace();
  const service = { model: MODEL, ledger: "models/events/ledger" };
  const config = { services: { events: { ...service, package: { name: "@example/events", folder: "p" } } } };
  workspace.write("shapelog.config.json", `${JSON.stringify(config, null, 2)}\n`);
  workspace.write("vendor.smithy", vendorModel({ operations: "List Put Ping" }));
  const done = await workspace.run("import", "vendor.smithy", "--operations", "List", "--no-docs");
  expect(done.exit).toBe(0);
  await workspace.run("record", "--date", "2022-01-01", "--source", "vendor", "--no-changeset");
  const text = workspace.read(MODEL);
  const edited = edit(text);
  if (edited === text) return workspace;
  workspace.write(MODEL, edited);
  const own = await workspace.run("record", "--date", "2022-02-01", "--note", "Ours.");
  expect(own.exit).toBe(0);
  return workspace;
}

async function take(workspace: Workspace, parts: Parts, ...args: readonly string[]) {
  workspace.write("vendor.smithy", vendorModel({ operations: "List Put Ping", ...parts }));
  return workspace.run("record", "--from", "vendor.smithy", "--date", "2022-03-01", ...args);
}

describe("what a team keeps when it takes a vendor's model", () => {
  it("is its words, its comments, its order and the writing of its traits", async () => {
    const workspace = await createTeam((text) =>
      text
        .replace("@length(", "// Ours.\n/// A name of ours.\n@length(")
        .replace("enum Kind", "/// A kind of ours.\nenum Kind"),
    );
    const before = workspace.read(MODEL);
    const { exit } = await take(workspace, { kind: "A B" });
    expect(exit).toBe(0);
    expect(workspace.read(MODEL)).toBe(before.replace(/(\n +)A\n/, "$1A$1B\n"));
  });

  it("is a trait that it added, with its definition, and that is said", async () => {
    const workspace = await createTeam(
      (text) =>
        `${text.replace("@length(", '@owner(team: "a")\n@sensitive\n@length(')}\n@trait\nstructure owner {\n    team: Team\n}\n\nstring Team\n`,
    );
    const { exit, err } = await take(workspace, { kind: "A B" });
    expect(exit).toBe(0);
    const text = workspace.read(MODEL);
    expect(text).toContain('@owner(team: "a")');
    expect(text).toContain("structure owner");
    expect(text).toContain("@sensitive");
    expect(err).toMatch(
      /note Kept of your own revisions.*@smithy\.api#sensitive of vendor\.events#Name \(2022-02-01/,
    );
  });

  it("is no trait that the vendor had and has no more", async () => {
    const workspace = await createTeam();
    workspace.write("vendor.smithy", vendorModel({}).replace("@length(max: 9)\n", ""));
    const { exit } = await workspace.run("record", "--from", "vendor.smithy", "--date", "2022-03-01");
    expect(exit).toBe(0);
    expect(workspace.read(MODEL)).not.toContain("@length");
  });

  it("is no fact of its own where the vendor says otherwise, and that is said", async () => {
    const workspace = await createTeam((text) =>
      text.replace("max: 9", "max: 5").replace(/(\n +)A\n/, "$1A$1OURS\n"),
    );
    const { exit, err } = await take(workspace, { kind: "A B" });
    expect(exit).toBe(0);
    expect(workspace.read(MODEL)).toContain("max: 9");
    expect(workspace.read(MODEL)).not.toContain("OURS");
    expect(err).toMatch(
      /warning .*@smithy\.api#length of vendor\.events#Name, .* 2022-02-01-\w+, is changed/,
    );
    expect(err).toMatch(/warning .*vendor\.events#Kind\$OURS, .* is removed/);
  });

  it("is its suppressions, which are about the file", async () => {
    const suppression =
      'metadata suppressions = [\n    {\n        id: "EnumShape"\n        namespace: "*"\n    }\n]\n\nnamespace';
    const workspace = await createTeam();
    workspace.write(MODEL, workspace.read(MODEL).replace("namespace", suppression));
    expect((await take(workspace, { kind: "A B" })).exit).toBe(0);
    expect(workspace.read(MODEL)).toContain('id: "EnumShape"');
  });
});

describe("what is taken of a vendor's model", () => {
  it("is its operations that the model has, and the others that use its types are named", async () => {
    const workspace = await createTeam();
    const { out } = await take(workspace, { kind: "A B" });
    expect(workspace.read(MODEL)).not.toMatch(/operation (?:Put|Ping)/);
    expect(out).toContain(
      "events: operations that use its types, not taken: Put\nTake one with: --operations Put\n",
    );
  });

  it("is all of it, new operations too, where all was imported", async () => {
    const workspace = createWorkspace();
    const service = { model: MODEL, ledger: "models/events/ledger" };
    workspace.write("shapelog.config.json", `{ "services": { "events": ${JSON.stringify(service)} } }\n`);
    workspace.write("vendor.smithy", vendorModel({}));
    await workspace.run("import", "vendor.smithy");
    await workspace.run("record", "--date", "2022-01-01");
    workspace.write("vendor.smithy", vendorModel({ operations: "List Put" }));
    expect((await workspace.run("record", "--from", "--date", "2022-03-01")).exit).toBe(0);
    expect(workspace.read(MODEL)).toContain("operation Put");
  });

  it("is that an operation is gone, unless that leaves none", async () => {
    const workspace = await createTeam();
    await take(workspace, {}, "--operations", "Put");
    const gone = await take(workspace, { operations: "Put Ping" });
    expect([gone.exit, gone.out]).toEqual([0, expect.stringContaining("operation.removed")]);
    expect(workspace.read(MODEL)).not.toContain("operation List");
    const before = workspace.snapshot();
    const { exit, err } = await take(workspace, { operations: "Ping" });
    expect([exit, err]).toEqual([2, expect.stringContaining("cli/removes-everything")]);
    expect({ ...workspace.snapshot(), "vendor.smithy": "" }).toEqual({ ...before, "vendor.smithy": "" });
  });

  it("is the same in another namespace", async () => {
    const workspace = await createTeam();
    workspace.write(
      "vendor.smithy",
      vendorModel({ kind: "A B" })
        .replace("vendor.events", "vendor.v2")
        .replace("service Events", "service EventsV2"),
    );
    const { exit, out } = await workspace.run("record", "--from", "vendor.smithy", "--date", "2022-03-01");
    expect([exit, out]).toEqual([0, expect.stringContaining("1 to check, 0 breaking")]);
    expect(workspace.read(MODEL)).toContain("namespace vendor.events");
  });

  it("is its documentation where the configuration says so, but for words of ours", async () => {
    const workspace = await createTeam((text) => text.replace("operation List", "/// Ours.\noperation List"));
    const config = JSON.parse(workspace.read("shapelog.config.json"));
    config.services.events.from.docs = true;
    workspace.write("shapelog.config.json", JSON.stringify(config));
    expect((await take(workspace, { docs: "/// Theirs.\n" })).exit).toBe(0);
    expect(workspace.read(MODEL)).toMatch(/\/\/\/ Theirs\.\n@title/);
    expect(workspace.read(MODEL)).toMatch(/\/\/\/ Ours\.\noperation List/);
  });
});

describe("what is refused", () => {
  it("is a model with edits that are not recorded", async () => {
    const workspace = await createTeam();
    workspace.write(MODEL, workspace.read(MODEL).replace("max: 9", "max: 7"));
    const { exit, err } = await take(workspace, { kind: "A B" });
    expect([exit, err]).toEqual([2, expect.stringContaining("cli/record-first")]);
  });

  it("is a model of several files", async () => {
    const workspace = await createTeam();
    const config = workspace.read("shapelog.config.json").replace(MODEL, "models/events");
    workspace.write("shapelog.config.json", config);
    expect((await take(workspace, { kind: "A B" })).exit).toBe(0);
    workspace.write(
      "models/events/more.smithy",
      '$version: "2.0"\n\nnamespace vendor.events\n\nstring More\n',
    );
    await workspace.run("record", "--date", "2022-03-02", "--note", "More.");
    const { exit, err } = await workspace.run("record", "--from", "vendor.smithy", "--date", "2022-03-03");
    expect([exit, err]).toEqual([2, expect.stringContaining("cli/not-one-file")]);
  });

  it("is --from without anything to follow, and its options without --from", async () => {
    const workspace = await createTeam();
    const config = JSON.parse(workspace.read("shapelog.config.json"));
    expect(config.services.events.from).toEqual({ input: "vendor.smithy" });
    config.services.events.from = undefined;
    workspace.write("shapelog.config.json", JSON.stringify(config));
    const { exit, err } = await workspace.run("record", "--from");
    expect([exit, err]).toEqual([2, expect.stringContaining("cli/follows-nothing")]);
    for (const args of [
      ["--operations", "A"],
      ["--vendor-note", "a"],
      ["--from", "vendor.smithy", "--amend"],
      ["--undo", "--from"],
    ])
      expect((await workspace.run("record", ...args)).exit).toBe(2);
  });
});

it("the last revision that is amended keeps the vendor's note", async () => {
  const workspace = await createTeam();
  workspace.write("note.md", "The vendor's words.");
  await take(workspace, { kind: "A B" }, "--vendor-note", "note.md");
  expect(
    (
      await workspace.run(
        "record",
        "--amend",
        "--note",
        "Better: Success and Failure left EventResponseType.",
      )
    ).exit,
  ).toBe(0);
  const path = Object.keys(workspace.snapshot()).find((each) => each.includes("ledger/2022-03-01")) ?? "";
  expect(JSON.parse(workspace.read(path))).toMatchObject({
    note: "Better: Success and Failure left EventResponseType.",
    vendor: { source: "vendor", file: "note.md", text: "The vendor's words." },
  });
});
