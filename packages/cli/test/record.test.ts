import { AUTH_EVENTS_VALUES, type AuthEventsValues } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { CONFIG, createService, createWorkspace, findPath, modelText, type Workspace } from "./workspace.js";

const MODEL = "models/events/model.json";
const ENTRY = /^models\/events\/ledger\/2022-/;
const CHANGESET = /^\.changeset\/events-2022-/;
const { before, after } = AUTH_EVENTS_VALUES;
const MORE_TYPES: AuthEventsValues = { ...before, eventType: after.eventType };

/** Returns a service whose model has these values and is not recorded so yet. */
async function createEdited(values: AuthEventsValues = after): Promise<Workspace> {
  const workspace = await createService();
  workspace.write(MODEL, modelText(values));
  return workspace;
}

async function createRecorded(values: AuthEventsValues = after): Promise<Workspace> {
  const workspace = await createEdited(values);
  expect(
    (
      await workspace.run(
        "record",
        "--date",
        "2022-08-17",
        "--note",
        "New words: Success and Failure left EventResponseType.",
      )
    ).exit,
  ).toBe(0);
  return workspace;
}

/** Returns what an entry says; its seal is of that, and of the file's name. */
function entryOf(workspace: Workspace) {
  const { seal: _, ...entry } = JSON.parse(workspace.read(findPath(workspace, ENTRY)));
  return entry;
}

/** Expects a command to be refused with a code and to leave every file as it is; returns what it said, on one line. */
async function expectRefused(
  workspace: Workspace,
  code: string,
  ...args: readonly string[]
): Promise<string> {
  const files = workspace.snapshot();
  const { exit, err } = await workspace.run("record", ...args);
  expect([exit, err]).toEqual([2, expect.stringContaining(`[${code}]`)]);
  expect(workspace.snapshot()).toEqual(files);
  return err.replaceAll(/\s+/g, " ");
}

describe("a model that is not to be recorded", () => {
  it.each([
    [
      "has an error of validation",
      modelText().replace(
        '"com.example.events#ListAuthEvents": {\n      "type": "operation",',
        '$&\n      "traits": { "smithy.api#http": { "method": "GET", "uri": "/{Missing}" } },',
      ),
      "HttpLabelTrait",
    ],
    ["has lost every operation", '{ "smithy": "2.0" }', "cli/removes-everything"],
    [
      "has two services",
      modelText().replace(
        '"shapes": {',
        '$&\n    "com.example.events#Other": { "type": "service", "version": "1", "operations": [{ "target": "com.example.events#ListAuthEvents" }] },',
      ),
      "cli/several-services",
    ],
  ])("%s", async (_, text, code) => {
    const workspace = await createService();
    workspace.write(MODEL, text);
    const said = await expectRefused(workspace, "cli/not-recorded");
    expect(said).toContain(code);
    expect(said).toContain('--force "..."');
    expect(await workspace.run("record", "--dry-run")).toMatchObject({ exit: 2 });
    expect((await workspace.run("record", "--force", "It is what the vendor has.")).exit).toBe(0);
    expect(entryOf(workspace)).toMatchObject({ forced: "It is what the vendor has." });
  });

  it("has no service, as a first revision", async () => {
    const workspace = createWorkspace();
    workspace.write("shapelog.config.json", JSON.stringify(CONFIG));
    workspace.write(MODEL, '{ "smithy": "2.0", "shapes": { "a#A": { "type": "string" } } }');
    expect(await expectRefused(workspace, "cli/not-recorded")).toContain("[cli/no-service-shape]");
  });

  it("is one with errors: a reason is not written down where there are none", async () => {
    const workspace = await createEdited();
    await workspace.run("record", "--force", "No need.");
    expect(entryOf(workspace)).not.toHaveProperty("forced");
  });

  it("is not recorded for a reason without words", async () => {
    expect((await (await createEdited()).run("record", "--force", " ")).exit).toBe(2);
  });
});

describe("the note of a revision", () => {
  it("is written from the findings where nobody is there to be asked", async () => {
    const workspace = await createEdited();
    await workspace.run("record");
    expect(entryOf(workspace).note).toMatch(/Pass/);
    expect(workspace.read(findPath(workspace, CHANGESET))).toContain(entryOf(workspace).note);
  });

  it("is asked for on a terminal, when the change was shown", async () => {
    const workspace = await createEdited();
    let asked = 0;
    workspace.answer = () => {
      asked++;
      return "  What I mean.  ";
    };
    const { exit, out, err } = await workspace.run("record");
    expect([exit, asked]).toEqual([0, 1]);
    expect(out).toContain("− Success   − Failure");
    expect(out.match(/− Success/g)).toHaveLength(1);
    expect(err).toContain("What is this change about?");
    expect(entryOf(workspace).note).toBe("What I mean.");
  });

  it("is the one from the findings where the answer is empty", async () => {
    const [asked, alone] = [await createEdited(), await createEdited()];
    asked.answer = () => "";
    for (const workspace of [asked, alone]) await workspace.run("record");
    expect(entryOf(asked)).toEqual(entryOf(alone));
  });

  it.each([["--note", "Mine."], ["--dry-run"], ["--changeset-only"], ["--undo"], ["--amend"]])(
    "is not asked for with %s",
    async (...args) => {
      const workspace = await createRecorded();
      workspace.write(MODEL, modelText(MORE_TYPES));
      workspace.answer = () => expect.fail("asked");
      expect((await workspace.run("record", ...args)).exit).toBe(0);
    },
  );

  it("is not written down where the model changed while it was asked for", async () => {
    const workspace = await createEdited();
    let files = {};
    workspace.answer = () => {
      workspace.write(MODEL, modelText(MORE_TYPES));
      files = workspace.snapshot();
      return "Of another change.";
    };
    const { exit, err } = await workspace.run("record");
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/changed-meanwhile]")]);
    expect(workspace.snapshot()).toEqual(files);
  });
});

describe("the date of a revision", () => {
  it("is today, and may be an earlier day", async () => {
    const workspace = await createEdited();
    await workspace.run("record");
    expect(entryOf(workspace).date).toBe("2022-08-18");
    expect(entryOf(await createRecorded()).date).toBe("2022-08-17");
  });

  it("is no day that has not come, but where that is said", async () => {
    const workspace = await createEdited();
    expect(await expectRefused(workspace, "cli/future-date", "--date", "2022-08-19")).toContain(
      "--allow-future",
    );
    expect((await workspace.run("record", "--date", "2022-08-19", "--allow-future")).exit).toBe(0);
  });

  it("is no day before the last revision, which is told", async () => {
    const workspace = await createRecorded();
    workspace.write(MODEL, modelText(MORE_TYPES));
    const said = await expectRefused(workspace, "ledger/date-before-last", "--date", "2022-08-16");
    expect(said).toContain("Give --date 2022-08-17 or a later one");
  });

  it("is tomorrow where it is tomorrow already for who recorded last", async () => {
    const workspace = await createEdited();
    await workspace.run("record", "--date", "2022-08-19", "--allow-future");
    workspace.write(MODEL, modelText(MORE_TYPES));
    expect((await workspace.run("record")).out).toMatch(/wrote models\/events\/ledger\/2022-08-19-/);
  });
});

describe("record --dry-run", () => {
  it("says what would be written, and writes nothing", async () => {
    const workspace = await createEdited();
    const files = workspace.snapshot();
    const { exit, out } = await workspace.run("record", "--dry-run", "--note", "Mine.");
    expect(exit).toBe(0);
    expect(out).toContain("− Success   − Failure");
    expect(workspace.snapshot()).toEqual(files);
    const { out: told } = await workspace.run("record", "--note", "Mine.");
    const paths = (text: string, word: string) =>
      text.split("\n").flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []));
    expect(paths(out, "would write ")).toEqual(paths(told, "wrote "));
    expect(paths(told, "wrote ")).toHaveLength(2);
  });
});

describe("record --undo", () => {
  it("removes the last revision and its changeset, and leaves the model", async () => {
    const workspace = await createEdited();
    const files = workspace.snapshot();
    await workspace.run("record");
    const { exit, out } = await workspace.run("record", "--undo");
    expect(exit).toBe(0);
    expect(out).toMatch(
      /^removed models\/events\/ledger\/2022-08-18-\w+\.json\nremoved \.changeset\/events-/m,
    );
    expect(workspace.snapshot()).toEqual(files);
  });

  it("leaves what a changeset tells of other packages' revisions", async () => {
    const workspace = await createRecorded();
    const path = findPath(workspace, CHANGESET);
    const other = "<!-- shapelog:facts other 2022-08-01 -->\n**2022-08-01**\n<!-- /shapelog:facts -->\n";
    workspace.write(path, `${workspace.read(path)}\n${other}`);
    await workspace.run("record", "--undo");
    expect(workspace.read(path)).toContain(other);
    expect(workspace.read(path)).not.toContain("shapelog:facts events");
  });

  it.each(["--undo", "--amend"])(
    "refuses a released revision, as %s does, and says what to do",
    async (option) => {
      const workspace = await createService();
      expect(await expectRefused(workspace, "cli/released", option)).toContain("npx shapelog record");
    },
  );

  it.each(["--undo", "--amend"])("wants %s to know that a revision is not released", async (option) => {
    const workspace = await createEdited();
    await workspace.run("record", "--no-changeset");
    workspace.write(MODEL, modelText(MORE_TYPES));
    expect(await expectRefused(workspace, "cli/told-nowhere", option)).toContain("--changeset-only");
    await workspace.run("record", "--changeset-only");
    expect((await workspace.run("record", option)).exit).toBe(0);
  });

  it.each(["--undo", "--amend"])("has nothing to work on in an empty ledger: %s", async (option) => {
    const workspace = createWorkspace();
    workspace.write("shapelog.config.json", JSON.stringify(CONFIG));
    workspace.write(MODEL, modelText());
    await expectRefused(workspace, "cli/no-revision", option);
  });
});

describe("record --amend", () => {
  it("makes the last revision anew under its name, with its date and note, and its changeset", async () => {
    const [amended, direct] = [await createRecorded(MORE_TYPES), await createRecorded()];
    const path = findPath(amended, ENTRY);
    amended.write(MODEL, modelText(after));
    expect((await amended.run("record", "--amend")).exit).toBe(0);
    expect(findPath(amended, ENTRY)).toBe(path);
    expect(entryOf(amended)).toEqual(entryOf(direct));
    expect(amended.read(findPath(amended, CHANGESET))).toContain('"@example/events": major');
    await amended.run("build");
    expect(await amended.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("takes another date and note, and goes by another name with the date", async () => {
    const workspace = await createRecorded(MORE_TYPES);
    workspace.write(MODEL, modelText(after));
    const { out } = await workspace.run(
      "record",
      "--amend",
      "--date",
      "2022-08-18",
      "--note",
      "Better: Success and Failure left EventResponseType.",
    );
    expect(out).toMatch(/^removed models\/events\/ledger\/2022-08-17-/m);
    expect(entryOf(workspace)).toMatchObject({
      date: "2022-08-18",
      note: "Better: Success and Failure left EventResponseType.",
    });
    expect(workspace.read(findPath(workspace, CHANGESET))).toContain(
      "Better: Success and Failure left EventResponseType.",
    );
    await workspace.run("build");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("writes a note anew that was written from the findings", async () => {
    const workspace = await createEdited(MORE_TYPES);
    await workspace.run("record");
    const { note } = entryOf(workspace);
    workspace.write(MODEL, modelText(after));
    await workspace.run("record", "--amend");
    expect(note).not.toContain("EventResponse");
    expect(entryOf(workspace).note).toContain("EventResponse");
  });

  it("leaves the words of a changeset that people wrote, and puts facts and bump right", async () => {
    const workspace = await createRecorded(MORE_TYPES);
    const path = findPath(workspace, CHANGESET);
    workspace.write(
      path,
      workspace
        .read(path)
        .replace("New words: Success and Failure left EventResponseType.", "What users should know."),
    );
    workspace.write(MODEL, modelText(after));
    await workspace.run("record", "--amend", "--date", "2022-08-18");
    const text = workspace.read(path);
    expect(text).toContain("What users should know.");
    expect(text).toContain('"@example/events": major');
    await workspace.run("build");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("says to undo a revision of which nothing is left", async () => {
    const workspace = await createRecorded();
    workspace.write(MODEL, modelText());
    expect(await expectRefused(workspace, "cli/nothing-left", "--amend")).toContain("--undo");
  });
});

describe("a change and its revert before a release", () => {
  async function createReverted(): Promise<Workspace> {
    const workspace = await createRecorded();
    workspace.write(MODEL, modelText());
    expect(
      (
        await workspace.run(
          "record",
          "--note",
          "Back: Pass, Fail and InProgress left EventResponseType, PasswordChange and ResendCode EventType.",
        )
      ).exit,
    ).toBe(0);
    return workspace;
  }
  const changesets = (workspace: Workspace) =>
    [/events-2022-08-17/, /events-2022-08-18/].map((day) =>
      workspace.read(findPath(workspace, new RegExp(`changeset/${day.source}`))),
    );

  it("ask for no bump, and say so", async () => {
    const workspace = await createReverted();
    const [change = "", revert = ""] = changesets(workspace);
    expect(change).toMatch(/^---\n"@example\/events": none # taken back by 2022-08-18-\w+\n---\n/);
    expect(revert).toMatch(/^---\n"@example\/events": none\n---\n/);
    expect(revert).toMatch(/^This takes back 2022-08-17-\w+, which was not released/m);
    await workspace.run("build");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("need no facts when a release tool has removed their changesets", async () => {
    const workspace = await createReverted();
    const files = workspace.snapshot();
    const left = createWorkspace();
    for (const [path, text] of Object.entries(files))
      if (!path.startsWith(".changeset/")) left.write(path, text);
    await left.run("build");
    expect(await left.run("check")).toMatchObject({ exit: 0, err: "" });
    expect((await left.run("record", "--changeset-only")).out).toBe("");
  });

  it("ask for their own again when the revert is undone", async () => {
    const workspace = await createRecorded();
    const files = workspace.snapshot();
    workspace.write(MODEL, modelText());
    await workspace.run("record");
    await workspace.run("record", "--undo");
    workspace.write(MODEL, modelText(after));
    expect(workspace.snapshot()).toEqual(files);
  });

  it("are two changes where the first is released", async () => {
    const workspace = await createRecorded();
    const path = findPath(workspace, CHANGESET);
    const [block = ""] = /<!-- shapelog:facts[\s\S]*-->/.exec(workspace.read(path)) ?? [];
    const changelog = "packages/events/CHANGELOG.md";
    workspace.write(changelog, `${workspace.read(changelog)}\n## 1.0.0\n\n${block}\n`);
    workspace.write(path, '---\n"@example/events": patch\n---\n\nAnother.\n');
    workspace.write(MODEL, modelText());
    await workspace.run("record");
    expect(workspace.read(findPath(workspace, /changeset\/events-2022-08-18/))).toContain(
      '"@example/events": major',
    );
  });
});

describe("a service that has a new name", () => {
  it("is told in one message what to run, and has its ledger and its facts under the new one then", async () => {
    const workspace = await createRecorded();
    const services = { sessions: CONFIG.services.events };
    workspace.write("shapelog.config.json", JSON.stringify({ services }));
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(2);
    expect(err.match(/^error/gm)).toHaveLength(1);
    expect(err.replaceAll(/\s+/g, " ")).toContain(
      "npx shapelog record --service sessions --rename-from events",
    );
    const renamed = await workspace.run("record", "--service", "sessions", "--rename-from", "events");
    expect([renamed.exit, renamed.err]).toEqual([0, ""]);
    await workspace.run("build");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("is refused a name that its ledger does not have", async () => {
    const workspace = await createRecorded();
    await expectRefused(workspace, "cli/renamed-service", "--rename-from", "other");
  });
});

describe("what does not go together", () => {
  it.each([
    ["--amend", "--undo"],
    ["--rebase", "--amend"],
    ["--undo", "--note", "x"],
    ["--changeset-only", "--date", "2022-01-01"],
    ["--onto", "2022-01-01"],
    ["--source-version", "1"],
  ])("%s %s", async (...args) => {
    const workspace = await createRecorded();
    const files = workspace.snapshot();
    expect((await workspace.run("record", ...args)).exit).toBe(2);
    expect(workspace.snapshot()).toEqual(files);
  });
});
