import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createRepository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const BIN = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));
const PAGE = fileURLToPath(new URL("../../../docs/git.md", import.meta.url));
const MODEL = "models/events/model.smithy";

const model = (output = "Kind: Kind, Size: Integer", kinds = "A, B") => `$version: "2.0"

namespace example

service Events { version: "1", operations: [ListEvents] }
operation ListEvents { output := { ${output} } }
enum Kind { ${kinds} }
`;

const PART = `$version: "2.0"
namespace parts
service Parts { version: "1", operations: [GetPlace] }
operation GetPlace { output := { At: Place } }
`;
const PLACE = `$version: "2.0"
namespace parts
structure Place { X: Integer, Y: Integer }
`;

/** A repository whose git runs the command for models. */
function createDriven(options = "") {
  const workspace = createWorkspace();
  const repository = createRepository(workspace.folder);
  const git = (...args: string[]) => repository.git("--no-pager", ...args);
  git("config", "diff.shapelog.command", `"${process.execPath}" "${BIN}" git-diff${options}`);
  workspace.write(
    ".gitattributes",
    "models/**/*.smithy diff=shapelog\nmodels/**/ledger/*.json diff=shapelog\n",
  );
  const commit = (subject: string) => {
    git("add", "--all");
    git("commit", "--quiet", "--message", subject);
  };
  return { workspace, git, commit };
}

describe("git shows what an edit of a model means", () => {
  it("in its history: a model that comes, is edited, renamed and goes", () => {
    const { workspace, git, commit } = createDriven();
    const edit = (subject: string, path: string, text: string) => {
      workspace.write(path, text);
      commit(subject);
    };
    edit("one", MODEL, model());
    edit("two", MODEL, model("Kind: Kind"));
    edit("three", MODEL, model("Kind: Kind").replace("enum Kind", "\n// Kinds.\nenum Kind"));
    git("mv", MODEL, "models/events/renamed.smithy");
    edit("four", "models/events/renamed.smithy", model("Kind: Kind", "A"));
    git("rm", "--quiet", "models/events/renamed.smithy");
    commit("five");
    const log = git(
      "log",
      "-p",
      "--ext-diff",
      "--find-renames=20",
      "--reverse",
      "--format=== %s",
      "--",
      "models",
    );
    const [, one, two, three, four, five] = log.split("== ");
    expect(one).toContain("new file mode 100644\nNew: service Events, 4 shapes, 1 operation (ListEvents).\n");
    expect(two).toMatch(
      /^diff --shapelog a\/models\/events\/model\.smithy b\/models\/events\/model\.smithy$/m,
    );
    expect(two).toMatch(/Breaking {3}Size {3}response\.member\.removed/);
    expect(two).toMatch(/^Events {3}[0-9a-f]{7} → [0-9a-f]{7}$/m);
    expect(three).toContain("The model is the same; its text alone differs.\n");
    expect(four).toContain(
      "rename from models/events/model.smithy\nrename to models/events/renamed.smithy\n",
    );
    expect(four).toContain("response.enum.value-removed");
    expect(five).toContain("deleted file mode 100644\nGone: service Events, 4 shapes");
  });

  it("in the work tree and the index, from any folder, and git's own lines where these are asked for", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write(MODEL, model());
    commit("one");
    workspace.write(MODEL, model("Kind: Kind"));
    expect(git("-C", "models", "diff")).toMatch(/^Events {3}[0-9a-f]{7} → work tree$/m);
    expect(git("diff", "--no-ext-diff")).toContain("-operation ListEvents");
    git("add", "--all");
    expect(git("diff", "--cached")).toContain("response.member.removed");
    expect(git("show", "--ext-diff", "HEAD")).toContain("New: service Events");
  });

  it("with the lines below, as git has them, where the command says so", () => {
    const { workspace, git, commit } = createDriven(" --patch");
    const lines = Array.from({ length: 30 }, (_, index) => `// Line ${index}.\n`).join("");
    workspace.write(MODEL, `${model()}${lines}`);
    commit("one");
    workspace.write(MODEL, `${model("Kind: Kind")}${lines.replace("// Line 20.\n", "// Other.\n")}`);
    const shown = git("diff");
    expect(shown).toContain("response.member.removed");
    const hunks = (text: string) => text.slice(text.indexOf("--- a/")).replace(/^(@@ .*? @@).*$/gm, "$1");
    expect(hunks(shown)).toBe(hunks(git("diff", "--no-ext-diff")));
  });

  it("in colour where it is asked for, and in git's pager", () => {
    const { workspace, git, commit } = createDriven(" --color=always");
    workspace.write(MODEL, model());
    commit("one");
    workspace.write(MODEL, model("Kind: Kind"));
    expect(git("diff")).toContain("\u001b[1mdiff --shapelog");
    git("config", "diff.shapelog.command", `"${process.execPath}" "${BIN}" git-diff`);
    expect(git("diff")).not.toContain("\u001b");
    const env = { ...process.env, GIT_PAGER_IN_USE: "true", TERM: "xterm", NO_COLOR: "", FORCE_COLOR: "" };
    const paged = execFileSync("git", ["--no-pager", "diff"], {
      cwd: workspace.folder,
      env,
      encoding: "utf8",
    });
    expect(paged).toContain("\u001b[1mdiff --shapelog");
  });

  it("as the configuration's policy has it", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write(MODEL, model());
    const rules = [{ member: "Size", suppress: true, reason: "Nobody reads it." }];
    workspace.write("shapelog.config.json", JSON.stringify({ services: {}, policy: { rules } }));
    commit("one");
    workspace.write(MODEL, model("Kind: Kind"));
    expect(git("diff")).toContain("Nobody reads it.");
  });
});

describe("what cannot be compared is shown line by line, with the reason", () => {
  it("a model that cannot be read", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write(MODEL, model());
    commit("one");
    workspace.write(MODEL, model().replace("enum Kind", "enum Kind {"));
    const shown = git("diff");
    expect(shown).toContain("Shown line by line, as a model cannot be read: ");
    expect(shown).toContain("-enum Kind { A, B }\n+enum Kind { { A, B }\n");
  });

  it("a conflict, and a file that is not merged", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write(MODEL, model());
    commit("one");
    git("checkout", "--quiet", "-b", "other");
    workspace.write(MODEL, model("Kind: Kind"));
    commit("two");
    git("checkout", "--quiet", "-");
    workspace.write(MODEL, model("Size: Integer"));
    commit("three");
    expect(() => git("merge", "--quiet", "other")).toThrow();
    expect(git("diff", "--ours")).toContain(
      "as models/events/model.smithy has a conflict that a merge left in it.",
    );
    expect(git("diff", "--ours")).toContain("* Unmerged path models/events/model.smithy");
    expect(git("diff", "--ours")).toContain("+<<<<<<< HEAD\n");
  });

  it("what is not UTF-8", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write(MODEL, model());
    commit("one");
    writeFileSync(join(workspace.folder, MODEL), Buffer.from([0xff, 0xfe, 0x41]));
    expect(git("diff")).toContain("Not compared as a model, as models/events/model.smithy is not UTF-8.\n");
  });

  it("a part of a model of an older commit, and not where the other parts are in the work tree", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write("models/parts/main.smithy", PART);
    workspace.write("models/parts/place.smithy", PLACE);
    commit("one");
    workspace.write("models/parts/place.smithy", PLACE.replace(", Y: Integer", ""));
    const edited = git("diff");
    expect(edited).toContain("With the other files of the model as they are in the work tree.\n");
    expect(edited).toMatch(/Breaking {3}At\.Y {3}response\.member\.removed/);
    commit("two");
    expect(git("show", "--ext-diff", "HEAD")).toContain("response.member.removed");
    workspace.write("models/parts/place.smithy", PLACE);
    commit("three");
    const older = git("show", "--ext-diff", "HEAD~1");
    expect(older).toContain("as models/parts/place.smithy is a part of a model, and git gives it alone.\n");
    expect(older).toContain("+structure Place { X: Integer }\n");
  });

  it("a part whose model stands in several folders, which the configuration names", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write("models/parts/main.smithy", PART);
    workspace.write("models/parts/data/place.smithy", PLACE);
    const parts = { model: "models/parts", ledger: "ledger" };
    workspace.write("shapelog.config.json", JSON.stringify({ services: { parts } }));
    commit("one");
    workspace.write("models/parts/data/place.smithy", PLACE.replace(", Y: Integer", ""));
    expect(git("diff")).toContain("response.member.removed");
  });
});

it("a revision of a ledger is told in a few words", async () => {
  const { workspace, git, commit } = createDriven();
  workspace.write(MODEL, model());
  const events = { model: MODEL, ledger: "models/events/ledger" };
  workspace.write("shapelog.config.json", JSON.stringify({ services: { events } }));
  await workspace.run("record", "--date", "2022-01-01", "--force", "as it is");
  commit("one");
  workspace.write(MODEL, model("Kind: Kind"));
  await workspace.run("record", "--note", "Size was never there.", "--force", "as it is");
  commit("two");
  const log = git("log", "-p", "--ext-diff", "--format=== %s", "--", "models/events/ledger");
  expect(log).toContain(
    "New: revision of events, 2022-08-18: 1 change in ListEventsOutput\n    Size was never there.\n",
  );
  expect(log).toContain("New: baseline of events, 2022-01-01: 4 changes in ");
});

describe("the command", () => {
  const sides = (workspace: Workspace) => {
    workspace.write("old", model());
    workspace.write("new", model("Kind: Kind"));
    return ["old", `${"0".repeat(39)}1`, "100644", "new", "0".repeat(40), "100644"].map((each) =>
      /^(?:old|new)$/.test(each) ? join(workspace.folder, each) : each,
    );
  };

  it("takes a path that begins with a hyphen, and one that would act on a terminal", async () => {
    const workspace = createWorkspace();
    for (const path of ["-x.smithy", "--patch.smithy", "a\u001b[2Jb\n::error::c.smithy"]) {
      const { exit, out, err } = await workspace.run("git-diff", path, ...sides(workspace));
      expect({ exit, err }).toEqual({ exit: 0, err: "" });
      expect(out).toContain("response.member.removed");
      expect(out).not.toContain("\u001b");
      expect(out).not.toMatch(/^::error/m);
    }
  });

  it("says of other parameters what git gives", async () => {
    const { exit, err } = await createWorkspace().run("git-diff", "a", "b");
    expect(exit).toBe(2);
    expect(err).toContain("git gives 1, 7 or 9 parameters");
  });

  it("ends with 0 where a file is gone meanwhile, as git stops at anything else", async () => {
    const workspace = createWorkspace();
    const [, hex = "", mode = ""] = sides(workspace);
    const gone = join(workspace.folder, "none");
    const { exit, out } = await workspace.run("git-diff", "a.smithy", gone, hex, mode, gone, hex, mode);
    expect(exit).toBe(0);
    expect(out).toContain("Not shown: ENOENT");
  });

  it("shows a change of mode alone, and of a large text all lines where most of them differ", async () => {
    const workspace = createWorkspace();
    const [file = "", hex = "", mode = ""] = sides(workspace);
    const chmod = await workspace.run("git-diff", "a.smithy", file, hex, mode, file, hex, "100755");
    expect(chmod.out).toBe("diff --shapelog a/a.smithy b/a.smithy\nold mode 100644\nnew mode 100755\n");
    const lines = (word: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join("");
    workspace.write("old", lines("a"));
    workspace.write("new", lines("b"));
    const large = await workspace.run(
      "git-diff",
      "a.smithy",
      file,
      hex,
      mode,
      join(workspace.folder, "new"),
      hex,
      mode,
    );
    expect(large.out).toContain("@@ everything differs @@\n-a 0\n");
    expect(large.out).toContain("+b 19999\n");
  });

  it("starts no program, git neither", () => {
    const { workspace, git, commit } = createDriven();
    workspace.write("models/parts/main.smithy", PART);
    workspace.write("models/parts/place.smithy", PLACE);
    commit("one");
    workspace.write("models/parts/place.smithy", PLACE.replace(", Y: Integer", ""));
    const program = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
    workspace.write(
      "bin/git",
      `#!/bin/sh\ntouch "${join(workspace.folder, "started")}"\nexec "${program}" "$@"\n`,
    );
    chmodSync(join(workspace.folder, "bin/git"), 0o755);
    git("config", "core.pager", "cat");
    const [sh, path] = ["/bin/sh", `PATH="${join(workspace.folder, "bin")}:$PATH"; exec "$0" "$@"`];
    git("config", "diff.shapelog.command", `${sh} -c '${path}' "${process.execPath}" "${BIN}" git-diff`);
    expect(git("diff")).toContain("response.member.removed");
    expect(readdirSync(workspace.folder)).not.toContain("started");
    execFileSync("sh", ["-c", `${path.split(";")[0]}; git --version`], { cwd: workspace.folder });
    expect(readdirSync(workspace.folder)).toContain("started");
  });

  it("is set up as the page on git says", () => {
    const workspace = createWorkspace();
    const { git } = createRepository(workspace.folder);
    const [, setup = ""] = /^```sh setup\n([\s\S]*?)^```$/m.exec(readFileSync(PAGE, "utf8")) ?? [];
    execFileSync("sh", ["-e", "-c", setup], { cwd: workspace.folder });
    workspace.write("bin/npx", `#!/bin/sh\nshift\nexec "${process.execPath}" "${BIN}" "$@"\n`);
    chmodSync(join(workspace.folder, "bin/npx"), 0o755);
    workspace.write(MODEL, model());
    git("add", "--all");
    git("commit", "--quiet", "--message", "one");
    workspace.write(MODEL, model("Kind: Kind"));
    const env = { ...process.env, PATH: `${join(workspace.folder, "bin")}:${process.env.PATH}` };
    const shown = execFileSync("git", ["--no-pager", "diff"], {
      cwd: workspace.folder,
      env,
      encoding: "utf8",
    });
    expect(shown).toContain("response.member.removed");
  });
});
