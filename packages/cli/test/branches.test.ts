import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRepository, type Repository } from "./history-repository.js";
import { CONFIG, createWorkspace, findPath, type Workspace } from "./workspace.js";

const MODEL = "models/events/model.smithy";
const LEDGER = "models/events/ledger";

/** Returns a model with two enums, far enough from each other that git merges edits of both. */
function modelText(kinds: readonly string[], levels: readonly string[]): string {
  const values = (names: readonly string[]) => names.map((name) => `    ${name}\n`).join("");
  return `$version: "2.0"

namespace example

use aws.protocols#awsJson1_1

@awsJson1_1
@title("Events")
service Events {
    version: "1"
    operations: [
        ListEvents
    ]
}

operation ListEvents {
    output := {
        Kind: Kind
        Level: Level
    }
}

enum Kind {
${values(kinds)}}

/// How much it matters.
enum Level {
${values(levels)}}
`;
}

/** A workspace in a git repository with a service. */
interface Project extends Workspace {
  readonly repository: Repository;
  git(...args: readonly string[]): string;
  /** Runs git where a conflict may be what comes of it. */
  try(...args: readonly string[]): void;
  /** Edits the model, records it, and commits both. */
  record(model: string, date: string, note: string): Promise<void>;
  commit(): void;
  /** The notes of the ledger's revisions in the order that `diff` and pages take them. */
  notes(): Promise<readonly string[]>;
}

const BASE = modelText(["SIGN_IN"], ["LOW"]);
const WITH_KIND = modelText(["SIGN_IN", "SIGN_UP"], ["LOW"]);
const WITH_LEVEL = modelText(["SIGN_IN"], ["LOW", "HIGH"]);
const WITH_BOTH = modelText(["SIGN_IN", "SIGN_UP"], ["LOW", "HIGH"]);

async function createProject(): Promise<Project> {
  const workspace = createWorkspace();
  const repository = createRepository(workspace.folder);
  const events = { ...CONFIG.services.events, model: MODEL };
  const project: Project = {
    ...workspace,
    run: (...args) => workspace.run(...args),
    repository,
    git: repository.git,
    try(...args) {
      try {
        repository.git(...args);
      } catch {
        // a conflict, which is what the test is about
      }
    },
    commit: () => void repository.commit({}),
    async record(model, date, note) {
      workspace.write(MODEL, model);
      const { exit, err } = await workspace.run("record", "--date", date, "--note", note);
      expect([exit, err]).toEqual([0, ""]);
      project.commit();
    },
    async notes() {
      const ids = readdirSync(join(workspace.folder, LEDGER)).map((name) => name.replace(".json", ""));
      const read = ids.map((id) => JSON.parse(workspace.read(`${LEDGER}/${id}.json`)));
      const chain: string[] = [];
      for (let at: string | null = null; ; ) {
        const next = read.find(({ before }) => before === at);
        if (!next) return chain;
        chain.push(next.note ?? "");
        at = next.after;
      }
    },
  };
  workspace.write("shapelog.config.json", JSON.stringify({ services: { events } }));
  workspace.write(MODEL, BASE);
  workspace.write(".gitignore", "packages/\n");
  await workspace.run("record", "--date", "2022-01-01", "--note", "The start.");
  await workspace.run("build");
  project.commit();
  return project;
}

/** Returns a project whose main branch and `feature` both recorded. */
async function createFork(mainDate: string, featureDate: string): Promise<Project> {
  const project = await createProject();
  project.git("checkout", "--quiet", "-b", "feature");
  await project.record(WITH_LEVEL, featureDate, "Of the feature.");
  project.git("checkout", "--quiet", "main");
  await project.record(WITH_KIND, mainDate, "Of main.");
  return project;
}

/** Returns what a ledger's entries say that must not change when they are put behind others. */
function sayOf(project: Project): unknown {
  const files = readdirSync(join(project.folder, LEDGER)).sort();
  return files.map((name) => {
    const { date, note, source, service } = JSON.parse(project.read(`${LEDGER}/${name}`));
    return { name, date, note, source, service };
  });
}

const WAYS = [
  ["main is merged to the feature", ["checkout feature", "merge --no-edit main"]],
  ["the feature is merged to main", ["checkout main", "merge --no-edit feature"]],
  ["the feature is rebased on main", ["checkout feature", "rebase main"]],
] as const;
const DATES = [
  ["on one day", "2022-06-05", "2022-06-05"],
  ["on main first", "2022-06-01", "2022-06-05"],
  ["on the feature first", "2022-06-09", "2022-06-05"],
] as const;

describe.each(WAYS)("where %s", (_, commands) => {
  it.each(DATES)("the feature's entry goes behind main's, recorded %s", async (__, main, feature) => {
    const project = await createFork(main, feature);
    for (const command of commands) project.git(...command.split(" "), "--quiet");
    expect(project.read(MODEL)).toBe(WITH_BOTH);
    const before = sayOf(project);
    const [own, other] = ["Of the feature.", "Of main."].map(
      (note) =>
        Object.entries(project.snapshot()).find(([, text]) => text.includes(`"note": "${note}"`))?.[0],
    );
    const id = (path = "") => path.slice(LEDGER.length + 1, -".json".length);
    const checked = await project.run("check");
    expect(checked.exit).toBe(1);
    expect(checked.err).toContain("[ledger/fork]");
    const said = checked.err.replaceAll(/\s+/g, " ");
    expect(said).toContain(
      `Put ${id(own)} behind ${id(other)} with: npx shapelog record --service events --rebase`,
    );
    const rebased = await project.run("record", "--service", "events", "--rebase");
    expect([rebased.exit, rebased.err]).toEqual([0, ""]);
    expect(await project.notes()).toEqual(["The start.", "Of main.", "Of the feature."]);
    expect(sayOf(project)).toEqual(before);
    await project.run("build");
    expect(await project.run("check")).toMatchObject({ exit: 0, err: "" });
  });
});

describe("what was accepted on a branch", () => {
  const idOf = async (project: Project, rule: string) => {
    const { out } = await project.run(
      "diff",
      "ledger:events@2022-01-01",
      "ledger:events",
      "--format",
      "json",
    );
    const { findings } = JSON.parse(out) as { findings: readonly { id: string; rule: string }[] };
    return findings.find((each) => each.rule === rule)?.id ?? "";
  };
  const acceptedIn = (project: Project) =>
    Object.entries(project.snapshot())
      .filter(([path]) => path.startsWith(LEDGER))
      .flatMap(([, text]) => JSON.parse(text).accepted ?? [])
      .map(({ finding }: { finding: string }) => finding);

  it("stays accepted where its entry is put behind others", async () => {
    const project = await createFork("2022-06-05", "2022-06-05");
    project.git("checkout", "--quiet", "feature");
    const id = await idOf(project, "response.enum.value-added");
    expect((await project.run("record", "--accept", id, "--because", "r")).exit).toBe(0);
    project.commit();
    project.git("merge", "--no-edit", "--quiet", "main");
    const { exit, err } = await project.run("record", "--rebase");
    expect([exit, err, acceptedIn(project)]).toEqual([0, "", [id]]);
    await project.run("build");
    expect(await project.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("is told of where the merge makes another finding of it", async () => {
    const project = await createProject();
    project.git("checkout", "--quiet", "-b", "feature");
    await project.record(
      modelText(["SIGN_IN", "SIGN_UP", "RESET"], ["LOW"]),
      "2022-06-05",
      "Of the feature.",
    );
    const id = await idOf(project, "response.enum.value-added");
    await project.run("record", "--accept", id, "--because", "Nobody minds.");
    project.commit();
    project.git("checkout", "--quiet", "main");
    await project.record(WITH_KIND, "2022-06-05", "Of main.");
    project.try("merge", "--no-edit", "--quiet", "feature");
    project.write(MODEL, modelText(["SIGN_IN", "SIGN_UP", "RESET"], ["LOW"]));
    project.commit();
    const { exit, err } = await project.run("record", "--rebase");
    expect([exit, err]).toEqual([0, expect.stringContaining("[cli/acceptance-dropped]")]);
    expect(err).toContain("Nobody minds.");
    expect(acceptedIn(project)).toEqual([]);
  });
});

describe("record after a merge of two branches", () => {
  async function createMerged(): Promise<Project> {
    const project = await createFork("2022-06-01", "2022-06-05");
    project.git("checkout", "--quiet", "feature");
    project.git("merge", "--quiet", "--no-edit", "main");
    return project;
  }

  it("adds nothing before one branch is behind the other, and says how", async () => {
    const project = await createMerged();
    project.write(MODEL, WITH_BOTH.replace("    HIGH\n", "    HIGH\n    TOP\n"));
    const before = project.snapshot();
    const { exit, err } = await project.run("record", "--note", "More.");
    expect([exit, err]).toEqual([2, expect.stringContaining("--rebase")]);
    expect(project.snapshot()).toEqual(before);
  });

  it("says with --rebase --dry-run what would be written, and writes nothing", async () => {
    const project = await createMerged();
    const before = project.snapshot();
    const { exit, out } = await project.run("record", "--rebase", "--dry-run");
    expect(exit).toBe(0);
    expect(out).toMatch(
      /^events: 2022-06-05-\w{8} put behind 2022-06-01-\w{8} \(it stays, as main has it\)$/m,
    );
    expect(out).toMatch(/^would write models\/events\/ledger\/2022-06-05-\w{8}\.json$/m);
    expect(project.snapshot()).toEqual(before);
  });

  it("puts main's behind the feature's where --onto says so", async () => {
    const project = await createMerged();
    const onto = findPath(project, /ledger\/2022-06-05-/).slice(LEDGER.length + 1, -".json".length);
    expect((await project.run("record", "--rebase", "--onto", onto)).exit).toBe(0);
    expect(await project.notes()).toEqual(["The start.", "Of the feature.", "Of main."]);
  });

  it.each(["2022-01-01", "none"])("refuses --onto %s, which is on no branch", async (onto) => {
    const { exit, err } = await (await createMerged()).run("record", "--rebase", "--onto", onto);
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/bad-option]")]);
  });

  it("has the facts in changesets put right, and leaves what people wrote there", async () => {
    const project = await createMerged();
    const path = findPath(project, /\.changeset\/events-2022-06-05/);
    project.write(path, project.read(path).replace("Of the feature.", "Of the feature, as we say it."));
    const told = project.read(path);
    expect((await project.run("record", "--rebase")).exit).toBe(0);
    expect(project.read(path)).toBe(told);
    expect((await project.run("check")).err).not.toContain("changelog/");
  });

  it("says that there is nothing to do where there is not", async () => {
    const project = await createProject();
    const before = project.snapshot();
    const { exit, err } = await project.run("record", "--rebase");
    expect([exit, err]).toEqual([0, expect.stringContaining("[cli/nothing-to-rebase]")]);
    expect(project.snapshot()).toEqual(before);
  });

  it("refuses an entry that was edited by hand", async () => {
    const project = await createMerged();
    const path = findPath(project, /ledger\/2022-06-05-/);
    project.write(path, project.read(path).replaceAll("HIGH", "TOP"));
    const { exit, err } = await project.run("record", "--rebase");
    expect([exit, err]).toEqual([2, expect.stringContaining("[ledger/edited]")]);
    expect(err.replaceAll(/\s+/g, " ")).toContain(`git restore ${path}`);
  });

  it("leaves an edit that was not recorded to be recorded next", async () => {
    const project = await createMerged();
    project.write(MODEL, WITH_BOTH.replace("Level: Level\n", "Level: Level\n        Text: String\n"));
    const { exit, err } = await project.run("record", "--rebase");
    expect([exit, err]).toEqual([0, expect.stringContaining("[cli/not-on-branch]")]);
    expect((await project.run("record", "--note", "Text.")).out).toContain("Text");
    await project.run("build");
    expect(await project.run("check")).toMatchObject({ exit: 0 });
  });

  it("goes by the dates without git, and says so", async () => {
    const project = await createMerged();
    const copy = createWorkspace();
    for (const [path, text] of Object.entries(project.snapshot()))
      if (!path.startsWith(".git/")) copy.write(path, text);
    const { out } = await copy.run("record", "--rebase");
    expect(out).toContain("(it stays, as its date is the older one)");
  });
});

describe("two branches that changed the same place", () => {
  it("have their conflict in the model named, and its settlement in the ledger", async () => {
    const project = await createProject();
    project.git("checkout", "--quiet", "-b", "feature");
    await project.record(modelText(["SIGN_OFF"], ["LOW"]), "2022-06-05", "SIGN_OUT left.");
    project.git("checkout", "--quiet", "main");
    await project.record(modelText(["SIGN_OUT"], ["LOW"]), "2022-06-01", "SIGN_IN left.");
    project.try("merge", "--no-edit", "feature");
    const checked = await project.run("check");
    expect([checked.exit, checked.err]).toEqual([2, expect.stringContaining("[cli/conflict]")]);
    expect(checked.err).toMatch(/at models\/events\/model\.smithy:\d+:1\n/);
    expect(checked.err.replaceAll(/\s+/g, " ")).toContain("HEAD against feature");
    expect((await project.run("record", "--rebase")).exit).toBe(2);
    project.write(MODEL, modelText(["SIGN_OFF"], ["LOW"]));
    const { exit, err } = await project.run("record", "--rebase");
    expect([exit, err]).toEqual([0, expect.stringContaining("[cli/model-decided]")]);
    expect(err).toContain("The branches changed example#Kind$SIGN_OUT differently.");
    expect(await project.notes()).toEqual(["The start.", "SIGN_IN left.", "SIGN_OUT left."]);
    await project.run("build");
    expect(await project.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("and recorded the same have one entry, and the other's note is told", async () => {
    const project = await createProject();
    project.git("checkout", "--quiet", "-b", "feature");
    await project.record(WITH_KIND, "2022-06-05", "Ours.");
    project.git("checkout", "--quiet", "main");
    await project.record(WITH_KIND, "2022-06-05", "Theirs.");
    project.git("merge", "--quiet", "--no-edit", "feature");
    const { exit, err, out } = await project.run("record", "--rebase");
    expect([exit, err]).toEqual([0, expect.stringContaining("[cli/nothing-kept]")]);
    expect(err).toContain("Ours.");
    expect(out).toMatch(/^removed \.changeset\/events-2022-06-05-\w+\.md$/m);
    expect(await project.notes()).toEqual(["The start.", "Theirs."]);
    await project.run("build");
    expect(await project.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("on which the same was recorded alike have one file, and no fork", async () => {
    const project = await createProject();
    project.git("checkout", "--quiet", "-b", "feature");
    await project.record(WITH_KIND, "2022-06-05", "Alike.");
    project.git("checkout", "--quiet", "main");
    await project.record(WITH_KIND, "2022-06-05", "Alike.");
    project.git("merge", "--quiet", "--no-edit", "feature");
    expect(await project.notes()).toEqual(["The start.", "Alike."]);
    expect((await project.run("record", "--rebase")).err).toContain("[cli/nothing-to-rebase]");
  });
});

it("two entries of a branch go behind main's, in their order, and a branch that goes on from one of them follows", async () => {
  const project = await createFork("2022-06-01", "2022-06-05");
  project.git("checkout", "--quiet", "feature");
  const top = modelText(["SIGN_IN"], ["LOW", "HIGH", "TOP"]);
  await project.record(top, "2022-06-06", "More of the feature.");
  project.git("checkout", "--quiet", "-b", "stacked");
  await project.record(
    top.replace("Level: Level\n", "Level: Level\n        Text: String\n"),
    "2022-06-07",
    "Stacked.",
  );
  project.git("checkout", "--quiet", "feature");
  project.git("merge", "--quiet", "--no-edit", "main");
  expect((await project.run("record", "--rebase")).err).toBe("");
  expect(await project.notes()).toEqual([
    "The start.",
    "Of main.",
    "Of the feature.",
    "More of the feature.",
  ]);
  project.commit();
  project.git("checkout", "--quiet", "stacked");
  project.git("merge", "--quiet", "--no-edit", "feature");
  expect((await project.run("check")).err).toContain("[ledger/broken-chain]");
  expect((await project.run("record", "--rebase")).err).toBe("");
  expect(await project.notes()).toEqual([
    ...["The start.", "Of main.", "Of the feature.", "More of the feature.", "Stacked."],
  ]);
  await project.run("build");
  expect(await project.run("check")).toMatchObject({ exit: 0, err: "" });
});

describe("which branch stays", () => {
  it("is the one that is released, whatever git says", async () => {
    const project = await createFork("2022-06-01", "2022-06-05");
    project.git("checkout", "--quiet", "feature");
    project.git("merge", "--quiet", "--no-edit", "main");
    const path = findPath(project, /\.changeset\/events-2022-06-05/);
    const [, block = ""] = /(<!-- shapelog:facts[\s\S]*-->)/.exec(project.read(path)) ?? [];
    const changelog = "packages/events/CHANGELOG.md";
    project.write(changelog, `${project.read(changelog)}\n## 1.0.0\n\n${block}\n`);
    const manifest = "packages/events/package.json";
    project.write(manifest, project.read(manifest).replace('"version": "0.0.0"', '"version": "1.0.0"'));
    project.git("rm", "--quiet", path);
    const main = findPath(project, /ledger\/2022-06-01-/).slice(LEDGER.length + 1, -".json".length);
    const refused = await project.run("record", "--rebase", "--onto", main);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining("[cli/released]")]);
    expect((await project.run("record", "--rebase")).out).toContain("as it is released");
    expect(await project.notes()).toEqual(["The start.", "Of the feature.", "Of main."]);
    await project.run("build");
    expect(await project.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("is what the remote's main branch has, where the local one has both", async () => {
    const project = await createFork("2022-06-09", "2022-06-05");
    project.git("update-ref", "refs/remotes/origin/main", "feature");
    project.git("merge", "--quiet", "--no-edit", "feature");
    const { out } = await project.run("record", "--rebase");
    expect(out).toContain("as origin/main has it");
    expect(await project.notes()).toEqual(["The start.", "Of the feature.", "Of main."]);
  });

  it("is what is merged, on a branch without a main one", async () => {
    const project = await createFork("2022-06-09", "2022-06-05");
    project.git("branch", "--quiet", "-m", "main", "trunk");
    project.git("checkout", "--quiet", "feature");
    project.git("merge", "--quiet", "--no-commit", "trunk");
    expect((await project.run("record", "--rebase")).out).toContain("as what is merged has it");
    expect(await project.notes()).toEqual(["The start.", "Of main.", "Of the feature."]);
  });
});

describe("a conflict that a merge left", () => {
  const CONFLICT = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> feature\n";

  it.each([
    ["an entry of the ledger", () => `${LEDGER}/2022-06-05.json`, "git checkout --ours or --theirs"],
    ["a changeset", () => ".changeset/mine.md", "npx shapelog record --changeset-only"],
    ["the changelog", () => "packages/events/CHANGELOG.md", "npx shapelog record --changeset-only"],
    ["the model", () => MODEL, "npx shapelog check"],
  ])("in %s is named with its place and what to run", async (_, path, fix) => {
    const project = await createProject();
    project.write(path(), `first\n${CONFLICT}`);
    const { exit, err } = await project.run("check");
    expect(exit).toBe(2);
    expect(err.match(/^error/gm)).toHaveLength(1);
    expect(err).toContain(`at ${path()}:2:1\n`);
    expect(err.replaceAll(/\s+/g, " ")).toContain(fix);
  });
});
