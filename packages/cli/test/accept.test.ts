import { AUTH_EVENTS_VALUES, type AuthEventsValues } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { createRepository } from "./history-repository.js";
import { createService, findPath, modelText, type Workspace } from "./workspace.js";

const MODEL = "models/events/model.json";
const ENTRY = /^models\/events\/ledger\/2022-/;
const CHANGESET = /^\.changeset\/events-2022-/;
const { before, after } = AUTH_EVENTS_VALUES;
const NOW = { ...before, eventResponse: after.eventResponse };
/** The ids of what the story changes: the values that took others' place, and those that came. */
const [REPLACED, ADDED] = ["605c4fcede10", "05b67a5541f5"];
const BECAUSE = ["--because", "Nobody compares them.", "--by", "Ada"];
const OF_ADA = { because: "Nobody compares them.", by: "Ada", date: "2022-08-18" };
const FROM_START = ["diff", "ledger:events@2017-11-28", "ledger:events"];

async function createEdited(values: AuthEventsValues = after): Promise<Workspace> {
  const workspace = await createService();
  workspace.write(MODEL, modelText(values));
  return workspace;
}

async function createRecorded(...accepted: readonly string[]): Promise<Workspace> {
  const workspace = await createEdited();
  const about = accepted.length === 0 ? [] : [...accepted.flatMap((id) => ["--accept", id]), ...BECAUSE];
  const { exit, err } = await workspace.run(
    "record",
    "--note",
    "New words: Success and Failure left EventResponseType.",
    ...about,
  );
  expect([exit, err]).toEqual([0, ""]);
  return workspace;
}

/** Returns what an entry says; its seal is of that, and of the file's name. */
function entryOf(workspace: Workspace) {
  const { seal: _, ...entry } = JSON.parse(workspace.read(findPath(workspace, ENTRY)));
  return entry;
}

function addToChangeset(workspace: Workspace, text: string): void {
  const path = findPath(workspace, CHANGESET);
  workspace.write(path, `${workspace.read(path)}\n${text}\n`);
}

/** Returns the ids of the findings of a diff that are accepted, and what it exits with. */
async function acceptedOf(workspace: Workspace, ...args: readonly string[]) {
  const { exit, out } = await workspace.run(...args, "--format", "json");
  const { findings } = JSON.parse(out) as { findings: readonly { id: string; accepted?: object }[] };
  return { exit, ids: findings.flatMap(({ id, accepted }) => (accepted ? [id] : [])) };
}

const comment = (id: string, because = "Nobody compares them.") =>
  `<!-- shapelog:accept events ${id} because ${because} -->`;

describe("shapelog record", () => {
  it("says of what asks for work how to accept it, by its id", async () => {
    const { out } = await (await createEdited()).run("record", "--dry-run");
    expect(out).toContain(`finding ${REPLACED}`);
    expect(out).toContain(
      'To live with one: npx shapelog record --service events --accept FINDING --because "..."',
    );
  });

  it("says nothing of it where nothing asks for work, or all is accepted", async () => {
    const workspace = await createRecorded(REPLACED, ADDED);
    const { out } = await workspace.run("record", "--amend", "--dry-run");
    expect(out).not.toContain("To live with");
    expect(out).not.toMatch(/finding [0-9a-f]{12}$/m);
    expect(out).toContain("Accepted by Ada on 2022-08-18: Nobody compares them.");
    expect(out).toContain("2 accepted.");
  });
});

describe("shapelog record --accept", () => {
  it("keeps what is accepted in the entry that it writes, with who and when, and changes no digest", async () => {
    const [plain, accepted] = [entryOf(await createRecorded()), entryOf(await createRecorded(REPLACED))];
    expect(accepted).toEqual({ ...plain, accepted: [{ finding: REPLACED, ...OF_ADA }] });
  });

  it("without a change keeps it in the entry that has the finding, and says that nothing is to be built", async () => {
    const workspace = await createRecorded();
    const files = workspace.snapshot();
    const { exit, out, err } = await workspace.run("record", "--accept", ADDED, ...BECAUSE);
    const path = findPath(workspace, ENTRY);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toBe(`events: finding ${ADDED} of ${path.slice(21, -5)} is accepted\nwrote ${path}\n`);
    expect(entryOf(workspace).accepted).toEqual([{ finding: ADDED, ...OF_ADA }]);
    expect({ ...workspace.snapshot(), [path]: "" }).toEqual({ ...files, [path]: "" });
  });

  it("of a released revision, too, and beside another change", async () => {
    const workspace = await createRecorded();
    const changeset = findPath(workspace, CHANGESET);
    workspace.write(
      "packages/events/CHANGELOG.md",
      `# x\n\n## 1.0.0\n\n${workspace.read(changeset).split("---\n").at(-1)}`,
    );
    workspace.write(MODEL, modelText({ ...after, eventType: [...after.eventType, "Another"] }));
    const first = findPath(workspace, ENTRY);
    await workspace.run("record", "--note", "One more.", "--accept", REPLACED, ...BECAUSE);
    expect(JSON.parse(workspace.read(first)).accepted).toEqual([{ finding: REPLACED, ...OF_ADA }]);
  });

  it("takes the last word of two on one finding", async () => {
    const workspace = await createRecorded(REPLACED, ADDED);
    await workspace.run("record", "--accept", REPLACED, "--because", "Now we know.", "--by", "Bo");
    expect(entryOf(workspace).accepted).toEqual([
      { finding: ADDED, ...OF_ADA },
      { finding: REPLACED, ...OF_ADA, because: "Now we know.", by: "Bo" },
    ]);
  });

  it("writes nothing with --dry-run", async () => {
    const workspace = await createRecorded();
    const files = workspace.snapshot();
    const { exit, out } = await workspace.run("record", "--accept", ADDED, ...BECAUSE, "--dry-run");
    expect([exit, out]).toEqual([0, expect.stringContaining("would write models/events/ledger/2022-")]);
    expect(workspace.snapshot()).toEqual(files);
  });

  it.each([
    ["that is none", "0123456789ab", `2022-08-18-`],
    ["of which it is the beginning", REPLACED.slice(0, 10), `did you mean ${REPLACED}?`],
    ["in capitals", REPLACED.toUpperCase(), `did you mean ${REPLACED}?`],
    ["with one letter wrong", `${REPLACED.slice(0, 11)}f`, `did you mean ${REPLACED}?`],
  ])("refuses a finding %s, and the change with it", async (_, id, said) => {
    const workspace = await createEdited();
    const files = workspace.snapshot();
    const { exit, err } = await workspace.run("record", "--accept", ADDED, "--accept", id, ...BECAUSE);
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/unknown-finding]")]);
    expect(err.replace(/\s+/g, " ")).toContain(said);
    expect(workspace.snapshot()).toEqual(files);
  });

  it.each([
    [["--accept", REPLACED]],
    [["--accept", REPLACED, "--because", " "]],
    [["--because", "x"]],
    [["--by", "x"]],
    [["--accept", REPLACED, "--because", "x", "--by", ""]],
    [["--accept", REPLACED, "--because", "x", "--undo"]],
    [["--accept", REPLACED, "--because", "x", "--rebase"]],
  ])("is used wrongly with %j", async (args) => {
    const workspace = await createEdited();
    const files = workspace.snapshot();
    expect((await workspace.run("record", ...args)).exit).toBe(2);
    expect(workspace.snapshot()).toEqual(files);
  });

  it("names who git knows, on one line", async () => {
    const workspace = await createEdited();
    const repository = createRepository(workspace.folder);
    repository.git("config", "user.name", "Ada \u001b[31m\u202e Lovelace");
    const { exit } = await workspace.run("record", "--accept", ADDED, "--because", "r");
    expect(exit).toBe(0);
    expect(entryOf(workspace).accepted[0].by).toBe("Ada \\u{1b}[31m\\u{202e} Lovelace");
  });
});

describe("shapelog record --amend", () => {
  it("keeps what was accepted and still is a finding", async () => {
    const workspace = await createRecorded(REPLACED);
    const { exit, err } = await workspace.run("record", "--amend", "--note", "In other words.");
    expect([exit, err]).toEqual([0, ""]);
    expect(entryOf(workspace)).toMatchObject({
      note: "In other words.",
      accepted: [{ finding: REPLACED, ...OF_ADA }],
    });
  });

  it("says of what it makes another finding that this is not accepted", async () => {
    const workspace = await createRecorded(REPLACED, ADDED);
    workspace.write(MODEL, modelText({ ...after, eventResponse: [...after.eventResponse, "Maybe"] }));
    const { exit, err } = await workspace.run("record", "--amend");
    expect([exit, err]).toEqual([0, expect.stringContaining("[cli/acceptance-dropped]")]);
    expect(err).toContain("Nobody compares them.");
    expect(entryOf(workspace).accepted).toEqual([{ finding: ADDED, ...OF_ADA }]);
  });

  it("accepts what it makes", async () => {
    const workspace = await createRecorded();
    await workspace.run("record", "--amend", "--accept", ADDED, ...BECAUSE);
    expect(entryOf(workspace).accepted).toEqual([{ finding: ADDED, ...OF_ADA }]);
  });
});

describe("shapelog diff", () => {
  it("marks what was accepted between its two models, and lets it pass", async () => {
    const [open, accepted] = [await createRecorded(), await createRecorded(REPLACED)];
    expect(await acceptedOf(open, ...FROM_START)).toEqual({ exit: 1, ids: [] });
    expect(await acceptedOf(accepted, ...FROM_START)).toEqual({ exit: 0, ids: [REPLACED] });
    expect((await accepted.run(...FROM_START, "--fail-on", "danger")).exit).toBe(1);
  });

  it("marks what a changeset accepts, and what its changelog does after the release", async () => {
    const workspace = await createRecorded();
    addToChangeset(workspace, comment(REPLACED));
    expect(await acceptedOf(workspace, ...FROM_START)).toEqual({ exit: 0, ids: [REPLACED] });
    const path = findPath(workspace, CHANGESET);
    const text = workspace.read(path).split("---\n").at(-1);
    workspace.write(path, "---\n---\n\nx\n");
    expect((await acceptedOf(workspace, ...FROM_START)).ids).toEqual([]);
    workspace.write("packages/events/CHANGELOG.md", `# x\n\n## 1.0.0\n\n${text}`);
    expect(await acceptedOf(workspace, ...FROM_START)).toEqual({ exit: 0, ids: [REPLACED] });
  });

  it("marks nothing that was accepted of another revision, or going back", async () => {
    const workspace = await createRecorded(REPLACED);
    workspace.write(MODEL, modelText());
    await workspace.run(
      "record",
      "--note",
      "Back: Pass, Fail and InProgress left EventResponseType, PasswordChange and ResendCode EventType.",
    );
    expect((await acceptedOf(workspace, "diff", "ledger:events", "ledger:events@2017-11-28")).ids).toEqual(
      [],
    );
    workspace.write(MODEL, modelText(NOW));
    await workspace.run("record", "--note", "Again.");
    const name = Object.keys(workspace.snapshot()).filter((path) => ENTRY.test(path));
    expect(name).toHaveLength(3);
    workspace.write(MODEL, modelText(after));
    expect((await acceptedOf(workspace, "diff")).ids).toEqual([]);
  });

  it("of what is not recorded marks what a changeset accepts that tells of nothing", async () => {
    const workspace = await createEdited();
    expect(await acceptedOf(workspace, "diff")).toEqual({ exit: 1, ids: [] });
    workspace.write(
      ".changeset/plan.md",
      `---\n"@example/events": major\n---\n\nSoon.\n\n${comment(REPLACED)}\n`,
    );
    expect(await acceptedOf(workspace, "diff")).toEqual({ exit: 0, ids: [REPLACED] });
    expect((await acceptedOf(workspace, "diff", "ledger:events", MODEL)).ids).toEqual([REPLACED]);
    expect((await acceptedOf(workspace, "diff", "ledger:events", "models/events")).ids).toEqual([REPLACED]);
  });

  it("marks it where a model is that of a commit", async () => {
    const workspace = await createService();
    const repository = createRepository(workspace.folder);
    repository.commit({});
    workspace.write(MODEL, modelText(after));
    await workspace.run("record", "--note", "n", "--accept", REPLACED, ...BECAUSE);
    for (const path of [MODEL, "models/events"])
      expect(await acceptedOf(workspace, "diff", `git:HEAD:${path}`, path)).toEqual({
        exit: 0,
        ids: [REPLACED],
      });
    repository.commit({});
    expect((await acceptedOf(workspace, "diff", `git:HEAD~1:${MODEL}`, `git:HEAD:${MODEL}`)).ids).toEqual([
      REPLACED,
    ]);
  });

  it("knows nothing of it for models that are no service's", async () => {
    const workspace = await createRecorded(REPLACED);
    workspace.write("old.json", modelText());
    workspace.write("new.json", modelText(after));
    expect(await acceptedOf(workspace, "diff", "old.json", "new.json")).toEqual({ exit: 1, ids: [] });
  });

  it("prints ids where they are asked for, in the text view", async () => {
    const workspace = await createEdited();
    expect((await workspace.run("diff", "--ids")).out).toContain(`finding ${REPLACED}`);
    expect((await workspace.run("diff")).out).not.toContain(REPLACED);
    expect(await workspace.run("diff", "--ids", "--view", "json")).toMatchObject({
      exit: 2,
      err: expect.stringContaining("[cli/bad-option]"),
    });
  });

  it("shows each view of it, and annotations as notices", async () => {
    const workspace = await createRecorded(REPLACED, ADDED);
    for (const view of ["text", "markdown", "html", "sarif", "github", "json"]) {
      const { exit, out } = await workspace.run(...FROM_START, "--view", view);
      expect([view, exit, out.replaceAll("\\", "")]).toEqual([
        view,
        0,
        expect.stringContaining("Nobody compares them."),
      ]);
    }
    expect((await workspace.run(...FROM_START, "--view", "github")).out).not.toContain("::error");
  });
});

describe("shapelog check", () => {
  const codesOf = async (workspace: Workspace) => {
    await workspace.run("build");
    const { exit, out } = await workspace.run("check", "--format", "json");
    const found: { code: string; location?: { file: string; pointer?: string } }[] =
      JSON.parse(out).diagnostics ?? JSON.parse(out);
    return {
      exit,
      found: found.filter(({ code }) => code.includes("acceptance") || code.includes("reason")),
    };
  };

  it("takes what is accepted in an entry and in a changeset", async () => {
    const workspace = await createRecorded(REPLACED);
    addToChangeset(workspace, comment(ADDED));
    expect(await codesOf(workspace)).toEqual({ exit: 0, found: [] });
  });

  it("fails at an acceptance that matches nothing, in an entry and in a changeset", async () => {
    const workspace = await createRecorded(REPLACED);
    const path = findPath(workspace, ENTRY);
    const { seal: _, ...entry } = JSON.parse(workspace.read(path).replace(REPLACED, "0123456789ab"));
    workspace.write(path, JSON.stringify(entry));
    await workspace.run("record", "--seal");
    addToChangeset(workspace, comment("0123456789ab"));
    const { exit, found } = await codesOf(workspace);
    expect(exit).toBe(1);
    expect(found).toMatchObject([
      { code: "changelog/unmatched-acceptance", location: { file: path, pointer: "/accepted/0" } },
      { code: "changelog/unmatched-acceptance", location: { file: findPath(workspace, CHANGESET) } },
    ]);
  });

  it("warns of two reasons, and fails where there is none", async () => {
    const workspace = await createRecorded(REPLACED);
    addToChangeset(workspace, comment(REPLACED, "another reason"));
    expect(await codesOf(workspace)).toMatchObject({ exit: 0, found: [{ code: "changelog/two-reasons" }] });
    addToChangeset(workspace, `<!-- shapelog:accept events ${ADDED} because -->`);
    expect((await codesOf(workspace)).found.map(({ code }) => code)).toContain(
      "changelog/acceptance-without-reason",
    );
  });
});

it("a service that is renamed takes what was accepted along", async () => {
  const workspace = await createRecorded(REPLACED);
  addToChangeset(workspace, comment(ADDED));
  const config = workspace.read("shapelog.config.json").replace('"events":', '"sessions":');
  workspace.write("shapelog.config.json", config);
  const { exit } = await workspace.run("record", "--service", "sessions", "--rename-from", "events");
  expect(exit).toBe(0);
  expect(entryOf(workspace)).toMatchObject({ service: "sessions", accepted: [{ finding: REPLACED }] });
  expect(workspace.read(findPath(workspace, CHANGESET))).toContain(`<!-- shapelog:accept sessions ${ADDED}`);
});

describe("the site", () => {
  it("shows what was accepted in the ledger and in a changeset", async () => {
    const workspace = await createRecorded(REPLACED);
    addToChangeset(workspace, comment(ADDED, "So it is."));
    expect((await workspace.run("site", "--out", "site")).exit).toBe(0);
    const page = workspace.read(findPath(workspace, /^site\/changes\/events\/2022-[^/]*\/index\.md$/));
    expect(page).toContain("Accepted by Ada on 2022-08-18: Nobody compares them.");
    expect(page).toContain("Accepted: So it is.");
  });
});
