import { cpSync } from "node:fs";
import { join } from "node:path";
import { kindsText } from "@shapelog/testing/kinds-text";
import markdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { createRepository, type Repository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const MODEL = "models/events/model.smithy";

const BASE = kindsText(["IN", "OUT"]);
const WITH_VALUE = kindsText(["IN", "OUT", "UP"]);
const BREAKING = kindsText(["IN", "OUT"], { input: "@required\n        Text: String" });

function service(name: string, model = `models/${name}/model.smithy`) {
  return { model, ledger: `models/${name}/ledger` };
}

function configText(services: Readonly<Record<string, object>> = { events: service("events") }): string {
  return JSON.stringify({ services });
}

/** A workspace that is a git repository, with a recorded service on `main` and `feature` checked out. */
interface Project extends Workspace {
  readonly repository: Repository;
  git(...args: readonly string[]): string;
  commit(files?: Readonly<Record<string, string | undefined>>): string;
  /** Clones it to a folder beside the configuration. */
  clone(to: string, ...options: readonly string[]): void;
}

function toProject(workspace: Workspace, repository: Repository): Project {
  return Object.assign(workspace, {
    repository,
    git: repository.git,
    commit: (files: Readonly<Record<string, string | undefined>> = {}) => repository.commit(files),
    clone(to: string, ...options: readonly string[]) {
      repository.git(
        "clone",
        "--quiet",
        ...options,
        `file://${workspace.folder}`,
        join(workspace.folder, to),
      );
    },
  });
}

async function createProject(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const workspace = createWorkspace();
  const repository = createRepository(workspace.folder);
  workspace.write("shapelog.config.json", configText());
  workspace.write(MODEL, BASE);
  workspace.write(".gitignore", "/clone/\n/event.json\n");
  for (const [path, text] of Object.entries(files)) workspace.write(path, text);
  await workspace.run("record", "--date", "2022-01-01", "--note", "The start.");
  repository.commit({});
  repository.git("checkout", "--quiet", "-b", "feature");
  return toProject(workspace, repository);
}

/** Edits a model of a project, records it, and commits both. */
async function change(project: Project, model: string, path = MODEL): Promise<void> {
  project.write(path, model);
  await project.run("record", "--date", "2022-02-01", "--note", "A change.");
  project.commit();
}

const firstLine = (text: string) => text.split("\n")[0];

async function reviewJson(project: Project, ...args: readonly string[]) {
  const { exit, out } = await project.run("review", "--format", "json", ...args);
  return { exit, review: JSON.parse(out) };
}

describe("what a review says", () => {
  it.each([
    [
      "a value is new",
      WITH_VALUE,
      "**Check your code**: 1 to check, in 1 of 1 service. Release: **minor**.",
      0,
    ],
    [
      "a member has to be set",
      BREAKING,
      "**Breaking**: 1 breaking, in 1 of 1 service. Release: **major**.",
      1,
    ],
    ["nothing is else", BASE, "**Nothing changed** in 1 service.", 0],
  ])("has the verdict in the first line: %s", async (_, model, line, exit) => {
    const project = await createProject();
    if (model !== BASE) await change(project, model);
    const found = await project.run("review", "--base", "main", "--format", "markdown");
    expect([firstLine(found.out), found.exit, found.err]).toEqual([line, exit, ""]);
  });

  it("is of what is not committed, too, and has what check finds with its place", async () => {
    const project = await createProject();
    project.write(MODEL, WITH_VALUE);
    const { out, exit } = await project.run("review", "--base", "main", "--format", "markdown");
    expect(exit).toBe(1);
    expect(firstLine(out)).toContain("shapelog check finds 1 error.");
    expect(out).toContain(`(\`${MODEL}:30:5\`) \`changelog/unrecorded-change\``);
    expect(out).toContain("`Kind` can now be `UP`");
  });

  it("ends by --fail-on", async () => {
    const project = await createProject();
    await change(project, WITH_VALUE);
    const exits = ["error", "danger", "never"].map(async (severity) => {
      return (await project.run("review", "--base", "main", "--fail-on", severity)).exit;
    });
    expect(await Promise.all(exits)).toEqual([0, 1, 0]);
  });

  it("counts what was accepted where it is recorded for no exit code, and says who accepted it and why", async () => {
    const project = await createProject();
    await change(project, BREAKING);
    const { review } = await reviewJson(project, "--base", "main");
    const [{ id }] = review.services[0].diff.findings;
    await project.run("record", "--amend", "--accept", id, "--because", "Nobody calls it yet.");
    project.commit();
    const found = await project.run("review", "--base", "main", "--format", "markdown");
    expect(found.exit).toBe(0);
    expect(found.out).toContain("Accepted by");
    expect(found.out).toContain("Nobody calls it yet.");
    expect(firstLine(found.out)).toContain("Release: **major**");
  });

  it("for people has each change, and for GitHub Actions a line for each at its place", async () => {
    const project = await createProject();
    await change(project, WITH_VALUE);
    const text = await project.run("review", "--base", "main");
    expect(text.out).toMatch(
      /^Check your code: 1 to check, in 1 of 1 service\. Release: minor\.\nCompared with main at [0-9a-f]{12}\.\n/,
    );
    expect(text.out).toContain("+ UP");
    const github = await project.run("review", "--base", "main", "--format", "github");
    expect(github.out).toMatch(
      /^::error title=response\.enum\.value-added,file=models\/events\/model\.smithy,line=\d+,/,
    );
    const below = await project.runIn("models/events", "review", "--base", "main", "--format", "github");
    expect(below.out).toBe(github.out);
  });

  it("as JSON has all of it: the release, the changes, and the Markdown", async () => {
    const project = await createProject();
    await change(project, BREAKING);
    const { review } = await reviewJson(project, "--base", "main");
    expect(review).toMatchObject({
      format: "shapelog-review/1",
      outcome: "found",
      verdict: "breaking",
      counts: { breaking: 1, check: 0, safe: 0, notice: 0 },
      bump: "major",
      base: { name: "main", commit: project.git("rev-parse", "main").trim() },
    });
    const [events] = review.services;
    expect(events).toMatchObject({
      name: "events",
      state: "changed",
      release: { bump: "major" },
      changesets: null,
    });
    expect(events.diff.findings.map((each: { rule: string }) => each.rule)).toContain(
      "request.member.required",
    );
    expect(review.markdown.comment).toBe(
      (await project.run("review", "--base", "main", "--format", "markdown")).out,
    );
  });
});

describe("what a change is compared with", () => {
  it("is where the branch parted, not what came to the other since", async () => {
    const project = await createProject();
    project.git("checkout", "--quiet", "main");
    await change(project, WITH_VALUE);
    project.git("checkout", "--quiet", "feature");
    const { out } = await project.run("review", "--base", "main");
    expect(firstLine(out)).toBe("Nothing changed in 1 service.");
  });

  it("is the remote's main branch where nothing else is said, also without a branch", async () => {
    const project = await createProject();
    await change(project, WITH_VALUE);
    project.git("checkout", "--quiet", "main");
    project.clone("clone");
    const git = (...args: readonly string[]) => project.git("-C", "clone", ...args);
    git("checkout", "--quiet", "--detach", "origin/feature");
    const { out, exit } = await project.runIn("clone", "review");
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/^Check your code: .*\nCompared with origin\/HEAD at/),
    ]);
    git("remote", "set-head", "origin", "--delete");
    expect((await project.runIn("clone", "review")).out).toContain("Compared with origin/main at");
  });

  it("is what GitLab says", async () => {
    const project = await createProject();
    await change(project, WITH_VALUE);
    const parted = project.git("rev-parse", "main").trim();
    project.environment = {
      GITLAB_CI: "true",
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: "",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: parted,
    };
    const { review } = await reviewJson(project);
    expect([review.verdict, review.base.commit]).toEqual(["check", parted]);
  });
});

describe("in GitHub Actions", () => {
  /** Returns a project whose branch changed, while main got something else, and the event of its pull request. */
  async function createPullRequest(): Promise<Project & { readonly event: object }> {
    const project = await createProject();
    await change(project, WITH_VALUE);
    const head = project.git("rev-parse", "HEAD").trim();
    const old = project.git("rev-parse", "main").trim();
    project.git("checkout", "--quiet", "main");
    project.commit({ "models/other.txt": "Of main.\n" });
    project.git("checkout", "--quiet", "-b", "merge");
    project.git("merge", "--quiet", "--no-ff", "--no-edit", "feature");
    const event = { pull_request: { base: { sha: old }, head: { sha: head } } };
    project.write("event.json", JSON.stringify(event));
    project.environment = {
      GITHUB_ACTIONS: "true",
      GITHUB_BASE_REF: "main",
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_SHA: project.git("rev-parse", "HEAD").trim(),
      GITHUB_EVENT_PATH: join(project.folder, "event.json"),
    };
    return Object.assign(project, { event });
  }

  it("a merge is compared with what it was merged to", async () => {
    const project = await createPullRequest();
    project.clone("clone", "--depth", "2", "--branch", "merge");
    const { exit, out } = await project.runIn("clone", "review", "--format", "json");
    const review = JSON.parse(out);
    expect([exit, review.verdict]).toEqual([0, "check"]);
    expect(review.base.commit).toBe(project.git("rev-parse", "main").trim());
  });

  it("a clone that has the merge alone is told what to fetch", async () => {
    const project = await createPullRequest();
    project.clone("clone", "--depth", "1", "--branch", "merge");
    const { exit, out, err } = await project.runIn("clone", "review");
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("[cli/missing-base]");
    expect(err).toContain("fetch-depth: 2 at actions/checkout");
  });

  it("the branch itself is compared with where it parted", async () => {
    const project = await createPullRequest();
    project.clone("clone", "--branch", "feature");
    const { out } = await project.runIn("clone", "review", "--format", "json");
    const { verdict, base } = JSON.parse(out);
    expect([verdict, base.name]).toEqual(["check", "origin/main"]);
    expect(base.commit).toBe(project.git("merge-base", "main", "feature").trim());
  });

  it("a merge queue says what its group is compared with", async () => {
    const project = await createPullRequest();
    project.write(
      "event.json",
      JSON.stringify({ merge_group: { base_sha: project.git("rev-parse", "main").trim() } }),
    );
    const { review } = await reviewJson(project);
    expect(review.verdict).toBe("check");
  });
});

describe("what keeps a review from being made is told, and ends with 2", () => {
  it("no git repository", async () => {
    const workspace = createWorkspace();
    workspace.write("shapelog.config.json", configText());
    workspace.write(MODEL, BASE);
    const { exit, out, err } = await workspace.run("review");
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("there is no git repository here");
  });

  it("no commit", async () => {
    const workspace = createWorkspace();
    createRepository(workspace.folder);
    workspace.write("shapelog.config.json", configText());
    expect((await workspace.run("review")).err).toContain("[cli/no-commit]");
  });

  it("a bare repository", async () => {
    const project = await createProject();
    const bare = createWorkspace();
    bare.write("shapelog.config.json", configText());
    cpSync(join(project.folder, ".git"), bare.folder, { recursive: true });
    project.git("--git-dir", bare.folder, "config", "core.bare", "true");
    const { exit, err } = await bare.run("review", "--base", "main");
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/no-work-tree]")]);
  });

  it("nothing to compare with", async () => {
    const project = await createProject();
    expect(await project.run("review")).toMatchObject({
      exit: 2,
      out: "",
      err: expect.stringContaining("[cli/no-base]"),
    });
    const { err } = await project.run("review", "--base", "none");
    expect(err).toContain("[cli/missing-base]");
    expect(err).toContain("none");
  });

  it("no commit in common", async () => {
    const project = await createProject();
    project.git("checkout", "--quiet", "--orphan", "other");
    project.commit();
    const { exit, err } = await project.run("review", "--base", "main");
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/no-merge-base]")]);
    expect(err).not.toContain("history is cut off");
  });

  it("no commit in common in a clone whose history is cut off", async () => {
    const project = await createProject();
    await change(project, WITH_VALUE);
    project.clone("clone", "--depth", "1", "--no-single-branch", "--branch", "feature");
    const { exit, err } = await project.runIn("clone", "review", "--base", "origin/main");
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/no-merge-base]")]);
    expect(err).toContain("git fetch --unshallow");
  });

  it("is in the report for those who see nothing else", async () => {
    const project = await createProject();
    const markdown = await project.run("review", "--base", "none", "--format", "markdown");
    expect(markdown.exit).toBe(2);
    expect(firstLine(markdown.out)).toMatch(/^\*\*Could not review\*\*: /);
    expect(markdown.out).toContain("`cli/missing-base`");
    const { exit, review } = await reviewJson(project, "--base", "none");
    expect([exit, review.outcome, review.base]).toEqual([2, "could-not-check", null]);
  });
});

describe("services of the configuration", () => {
  it("are new where the base has no model of them, or no configuration", async () => {
    const project = await createProject();
    project.commit({
      "shapelog.config.json": configText({ events: service("events"), orders: service("orders") }),
      "models/orders/model.smithy": kindsText(["OPEN"], { name: "Orders" }),
    });
    await project.run("record", "--service", "orders", "--date", "2022-01-02", "--note", "New.");
    const { exit, review } = await reviewJson(project, "--base", "main");
    expect([exit, review.verdict, review.bump]).toEqual([0, "safe", "minor"]);
    expect(review.services.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
      ["orders", "new"],
      ["events", "unchanged"],
    ]);
    const empty = createWorkspace();
    const repository = createRepository(empty.folder);
    const first = repository.commit({ "README.md": "Nothing yet.\n" });
    empty.write("shapelog.config.json", configText());
    empty.write(MODEL, BASE);
    await empty.run("record", "--date", "2022-01-01", "--note", "The start.");
    const found = await empty.run("review", "--base", first, "--format", "markdown");
    expect([firstLine(found.out), found.exit]).toEqual([
      "**Safe**: 1 new service, in 1 of 1 service. Release: **minor**.",
      0,
    ]);
  });

  it("that are no more break those who call them", async () => {
    const project = await createProject({
      "shapelog.config.json": configText({ events: service("events"), orders: service("orders") }),
      "models/orders/model.smithy": kindsText(["OPEN"], { name: "Orders" }),
    });
    project.commit({ "shapelog.config.json": configText(), "models/orders/model.smithy": undefined });
    const { exit, review } = await reviewJson(project, "--base", "main");
    expect([exit, review.verdict]).toEqual([1, "breaking"]);
    expect(review.services[0]).toMatchObject({ name: "orders", state: "removed" });
    expect((await reviewJson(project, "--base", "main", "--service", "events")).exit).toBe(0);
  });

  it("are read where each side's own configuration has them", async () => {
    const project = await createProject();
    project.git("mv", "models/events", "api");
    const moved = { model: "api/model.smithy", ledger: "api/ledger" };
    project.write("shapelog.config.json", configText({ events: moved }));
    await change(project, WITH_VALUE, "api/model.smithy");
    const { review } = await reviewJson(project, "--base", "main");
    expect(review.services).toMatchObject([{ name: "events", state: "changed", verdict: "check" }]);
  });

  it("are the same under another name", async () => {
    const project = await createProject();
    project.write("shapelog.config.json", configText({ happenings: service("events") }));
    await project.run("record", "--service", "happenings", "--rename-from", "events");
    const { review } = await reviewJson(project, "--base", "main");
    expect(review.services).toMatchObject([{ name: "happenings", formerName: "events", state: "unchanged" }]);
  });

  it.each([
    ["before", "feature"],
    ["now", "main"],
  ])("that cannot be read as they were %s are told of, and the others are reviewed", async (_, base) => {
    const project = await createProject({
      "shapelog.config.json": configText({ events: service("events"), orders: service("orders") }),
      "models/orders/model.smithy": kindsText(["OPEN"], { name: "Orders" }),
    });
    project.commit({
      "models/orders/model.smithy": '$version: "2.0"\nnamespace a\nstructure {\n',
      [MODEL]: WITH_VALUE,
    });
    if (base === "feature") {
      project.git("checkout", "--quiet", "-b", "next");
      project.commit({
        "models/orders/model.smithy": kindsText(["OPEN"], { name: "Orders" }),
        [MODEL]: BREAKING,
      });
    }
    const { exit, out } = await project.run("review", "--base", base, "--format", "markdown");
    expect(exit).toBe(2);
    expect(firstLine(out)).toMatch(
      /^\*\*Could not compare 1 of 2 services\*\*\. \*\*(?:Check your code|Breaking)\*\*: /,
    );
    expect(out).toMatch(
      /### orders\n\nCould not be compared\.\n\n#### (?:Why it could not be compared|What the check finds)\n\n- \*\*error\*\*/,
    );
    expect(out).toContain("### events");
  });

  it("are looked for where they are now if the older configuration cannot be read", async () => {
    const project = await createProject();
    project.commit({ "shapelog.config.json": "{" });
    project.git("checkout", "--quiet", "-b", "next");
    project.write("shapelog.config.json", configText());
    await change(project, WITH_VALUE);
    const { exit, review } = await reviewJson(project, "--base", "feature", "--fail-on", "never");
    expect(exit).toBe(0);
    expect(review).toMatchObject({ verdict: "check", services: [{ state: "changed" }] });
    expect(review.diagnostics[0].location.file).toMatch(/^git:[0-9a-f]{40}:shapelog\.config\.json$/);
  });
});

describe("the release of a package", () => {
  const packaged = { ...service("events"), package: { name: "@example/events", folder: "packages/events" } };

  function changeset(bump: string): string {
    return `---\n"@example/events": ${bump}\n---\n\nWords.\n`;
  }

  async function createPackage(): Promise<Project> {
    const project = await createProject({ "shapelog.config.json": configText({ events: packaged }) });
    project.write(MODEL, BREAKING);
    await project.run("record", "--date", "2022-02-01", "--note", "A change.", "--no-changeset");
    return project;
  }

  it("is told beside the one that the changesets ask for together", async () => {
    const project = await createPackage();
    const row = async () => {
      const { out } = await project.run("review", "--base", "main", "--format", "markdown");
      return out.split("\n").find((line) => line.startsWith("| events"));
    };
    expect(await row()).toBe("| events | Breaking: 1 breaking | major | minor |");
    project.write(".changeset/one.md", changeset("patch"));
    project.write(".changeset/two.md", changeset("major"));
    expect(await row()).toBe("| events | Breaking: 1 breaking | major | major |");
  });

  it("is not known where a changeset has a conflict, which is told", async () => {
    const project = await createPackage();
    project.write(
      ".changeset/one.md",
      `---\n"@example/events": patch\n---\n\n<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> main\n`,
    );
    const { exit, review } = await reviewJson(project, "--base", "main");
    expect([exit, review.outcome, review.verdict]).toEqual([2, "could-not-check", "breaking"]);
    expect(review.services[0].changesets).toBeNull();
    expect(review.services[0].diagnostics).toMatchObject([{ code: "cli/conflict" }]);
  });
});

describe("texts of strangers", () => {
  const HOSTILE = [
    "@team/all",
    "#123",
    "GH-5",
    "</details><script>alert(1)</script>",
    "<!-- shapelog:review -->",
    "![x](https://example.com/x.png)",
    "a\n\n/close\n/merge",
    "| x |",
    "`` @team ``",
    "owner/repo#4",
    "!12 $3 ~4 %5 &6",
    "https://example.com/",
  ];

  const PROSE = HOSTILE.filter((text) => !text.includes("\n")).join(" ");

  /** Returns what a person sees of Markdown besides code, in which forges look for no names. */
  function readShown(markdown: string): string {
    const html = markdownIt({ html: true, linkify: true }).render(markdown);
    expect(html).not.toMatch(/<(?:script|img|b|a)\b/);
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    return html.replace(/<code>[^<]*<\/code>/g, "").replace(/<[^>]*>/g, "");
  }

  function expectHarmless(markdown: string): void {
    expect(markdown.match(/^<!-- .* -->$/gm)).toEqual(["<!-- shapelog:review -->"]);
    expect(markdown.endsWith("<!-- shapelog:review -->\n")).toBe(true);
    expect(markdown.split("\n").filter((line) => /^\s*\//.test(line))).toEqual([]);
    const shown = readShown(markdown);
    expect(shown).not.toMatch(/@[a-z]/i);
    expect(shown).not.toMatch(/[#!$%~&]\d|GH-\d/);
  }

  it("are shown as they are: nobody is mentioned, nothing is linked, and no command stands in a line", async () => {
    const project = await createProject();
    const values = HOSTILE.map((text, index) => `    V${index} = ${JSON.stringify(text)}\n`).join("");
    project.write(
      MODEL,
      BASE.replace("    OUT\n", `    OUT\n${values}`).replace("Text: String", "Old: String"),
    );
    const rules = [
      { rule: "response.enum.value-added", severity: "note", reason: PROSE },
      { rule: "request.member.removed", suppress: true, reason: PROSE },
      { rule: "request.member.added", severity: "error", reason: `a ${PROSE}` },
    ];
    const policy = { extends: "default", rules };
    project.write(
      "shapelog.config.json",
      JSON.stringify({ services: { events: service("events") }, policy }),
    );
    const { out } = await project.run("review", "--base", "main", "--format", "markdown");
    expect(firstLine(out)).toMatch(/^\*\*/);
    expect(readShown(out)).toContain("owner/repo");
    expectHarmless(out);
  });

  it("are so where nothing can be reviewed", async () => {
    const project = await createProject();
    project.write("shapelog.config.json", configText({ [PROSE]: service("events") }));
    const { out } = await project.run("review", "--base", "main", "--format", "markdown");
    expect(readShown(out)).toContain("team/all");
    expectHarmless(out);
  });
});

describe("a report with more than a comment holds", () => {
  it("has whole entries, what matters most, and the number of the others", async () => {
    const project = await createProject();
    const members = (count: number, required: string) =>
      Array.from({ length: count }, (_, index) => `${required}Member${index}: String`).join("\n        ");
    project.write(MODEL, kindsText(["IN"], { input: members(900, "") }));
    project.commit();
    project.git("checkout", "--quiet", "-b", "next");
    project.write(MODEL, kindsText(["IN"], { input: members(900, "@required\n        ") }));
    const { out } = await project.run("review", "--base", "feature", "--format", "markdown");
    expect(Buffer.byteLength(out)).toBeLessThan(60_000);
    expect(Buffer.byteLength(out)).toBeGreaterThan(50_000);
    const shown = out.match(/^- \*\*`Member/gm) ?? [];
    const [, left = ""] =
      /^\*And (\d+) more: run `npx shapelog review --base [0-9a-f]{12}`\*$/m.exec(out) ?? [];
    expect(shown.length + Number(left)).toBe(900);
    expect(out).toContain("#### Breaking (900)");
    expect(out).toContain("<details><summary>890 more of Breaking</summary>");
    expect(out).toContain("`changelog/unrecorded-change`");
    expect(out.trimEnd()).toMatch(/<!-- shapelog:review -->$/);
    const { review } = await reviewJson(project, "--base", "feature", "--limit", "2000");
    expect(Buffer.byteLength(review.markdown.comment)).toBeLessThan(2000);
    expect(review.markdown.whole).not.toMatch(/^\*And/m);
  });
});

describe("the text of a pull request", () => {
  it("is read whatever its language and length", async () => {
    const project = await createProject();
    await change(project, WITH_VALUE);
    project.write("text.md", `Neuer Wert\n\n${"Ändert die Schnittstelle für alle. ".repeat(30_000)}\n`);
    const { exit, err } = await project.run("review", "--base", "main", "--pull-request-text", "text.md");
    expect([exit, err]).toEqual([0, ""]);
  });

  it("has to be there", async () => {
    const project = await createProject();
    const { exit, err } = await project.run("review", "--base", "main", "--pull-request-text", "none.md");
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/not-found]")]);
  });
});

it("gives each configuration of a repository a comment of its own", async () => {
  const workspace = createWorkspace();
  const repository = createRepository(workspace.folder);
  workspace.write("apps/a--b/shapelog.config.json", configText());
  workspace.write(`apps/a--b/${MODEL}`, BASE);
  await workspace.runIn("apps/a--b", "record", "--date", "2022-01-01", "--note", "The start.");
  repository.commit({});
  const { out } = await workspace.runIn("apps/a--b", "review", "--base", "HEAD", "--format", "markdown");
  expect(out.trimEnd()).toMatch(/<!-- shapelog:review apps%2Fa%2D%2Db -->$/);
});
