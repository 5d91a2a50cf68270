import { chownSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { botocoreText, createRepository, modelPath, type Repository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const MODEL = modelPath("alpha");
const isRoot = process.getuid?.() === 0;

function createModels(workspace: Workspace, folder = "repo"): Repository {
  const repository = createRepository(join(workspace.folder, folder));
  repository.commit({ [MODEL]: botocoreText("Alpha", ["a"]) });
  repository.commit({ [MODEL]: botocoreText("Alpha", ["a", "b"]) });
  return repository;
}

const history = (workspace: Workspace, repository: string, ...args: readonly string[]) =>
  workspace.run("history", repository, "--out", "out", "--workers", "0", ...args);

describe("a bare repository", () => {
  it.each([
    ["by itself", "mirror.git", "mirror.git"],
    ["from a folder in it", "mirror.git", "mirror.git/refs"],
    ["beside a work tree", "mirror.git", "mirror.git"],
  ])("is read %s", async (_, folder, named) => {
    const workspace = createWorkspace();
    const repository = createModels(workspace);
    repository.git("clone", "--quiet", "--mirror", ".", join(workspace.folder, folder));
    expect((await history(workspace, named)).exit).toBe(0);
  });

  it.each([
    ["by its name", "repo/vendor/mirror.git"],
    ["by a folder in it", "repo/vendor/mirror.git/refs/heads"],
    ["through a link", "link"],
    ["in another bare one", "repo/vendor/mirror.git/inner.git"],
  ])("in the work tree of another is refused %s, before git is started", async (_, named) => {
    const workspace = createWorkspace();
    const repository = createModels(workspace);
    const mirror = join(repository.folder, "vendor/mirror.git");
    for (const folder of [mirror, join(mirror, "inner.git")])
      repository.git("clone", "--quiet", "--mirror", `${workspace.folder}/repo`, folder);
    symlinkSync(mirror, join(workspace.folder, "link"));
    const { exit, err } = await history(workspace, named);
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/nested-repository]")]);
    expect(err.replaceAll(/\s+/g, " ")).toContain("move it out of that folder");
  });

  it("is refused as the current folder, too, and where its HEAD is a link to no file", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(workspace.folder);
    repository.commit({ [MODEL]: botocoreText("Alpha", ["a"]) });
    mkdirSync(join(workspace.folder, "nested"));
    for (const name of ["objects", "refs"])
      cpSync(join(workspace.folder, ".git", name), join(workspace.folder, "nested", name), {
        recursive: true,
      });
    symlinkSync("refs/heads/none", join(workspace.folder, "nested/HEAD"));
    const { exit, err } = await history(workspace, "nested");
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/nested-repository]")]);
  });

  it("is read as the current folder", async () => {
    const source = createWorkspace();
    const workspace = createWorkspace();
    createModels(source).git("clone", "--quiet", "--mirror", ".", join(workspace.folder));
    expect((await workspace.run("ast", `git:HEAD:${MODEL}`)).exit).toBe(0);
  });
});

describe("git's own folders", () => {
  it.each([
    ["of the repository", "repo/.git"],
    ["of a work tree beside it", "tree"],
    ["of a submodule", "outer/part"],
    ["of a submodule, in the outer repository's", "outer/.git/modules/part"],
    ["below the top", "repo/botocore"],
  ])("are read: that %s", async (_, named) => {
    const workspace = createWorkspace();
    const repository = createModels(workspace);
    repository.git("worktree", "add", "--quiet", "--detach", "../tree");
    const outer = createRepository(join(workspace.folder, "outer"));
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../repo", "part");
    const { exit, err } = await history(workspace, named);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
  });

  it.runIf(isRoot)(
    "are not read where another user owns them, unless the caller trusts the folder",
    async () => {
      const workspace = createWorkspace();
      const repository = createModels(workspace);
      for (const folder of ["", ".git"]) chownSync(join(repository.folder, folder), 12345, 12345);
      const { exit, err } = await history(workspace, "repo");
      expect([exit, err]).toEqual([2, expect.stringContaining("dubious ownership")]);
    },
  );
});

describe("a ref", () => {
  it.each([
    ["HEAD", 0, ""],
    ["main~1", 0, ""],
    [":/Change", 0, ""],
    ["tag", 0, ""],
    ["^HEAD", 2, '"^HEAD" is a range of commits, not one commit'],
    ["HEAD~1..HEAD", 2, '"HEAD~1..HEAD" is a range of commits, not one commit'],
    ["--all", 2, 'it has no commit "--all"'],
    ["-x", 2, 'it has no commit "-x"'],
    ["@{-1}", 2, 'it has no commit "@{-1}"'],
    [":/nothing", 2, 'it has no commit ":/nothing"'],
    ["HEAD^{tree}", 2, '"HEAD^{tree}" names a tree, not a commit'],
    [`HEAD:${MODEL}`, 2, `"HEAD:${MODEL}" names a blob, not a commit`],
    ["HEAD\nHEAD", 2, "it has no commit"],
    ["", 2, 'it has no commit ""'],
  ])("%j of a history names one commit, or it is told why not", async (ref, exit, reason) => {
    const workspace = createWorkspace();
    createModels(workspace).git("tag", "--annotate", "--message", "x", "tag");
    const ran = await history(workspace, "repo", `--ref=${ref}`);
    expect([ran.exit, ran.err.replaceAll(/\s+/g, " ")]).toEqual([exit, expect.stringContaining(reason)]);
  });

  it.each([
    [`git:HEAD:${MODEL}`, 0, ""],
    [`git:@:./${MODEL}`, 0, ""],
    [`git:-x:${MODEL}`, 2, "is not an input"],
    [`git:^HEAD:${MODEL}`, 2, "invalid object name '^HEAD'"],
    [`git:HEAD~1..HEAD:${MODEL}`, 2, "invalid object name 'HEAD~1..HEAD'"],
    ["git:HEAD:none.json", 2, "path 'none.json' does not exist in 'HEAD'"],
    ["git:HEAD:botocore", 2, "The folder git:HEAD:botocore has no model"],
  ])("and a path, %j, are read, or it is told why not", async (input, exit, reason) => {
    const workspace = createWorkspace();
    createModels(workspace, ".");
    const ran = await workspace.run("ast", input);
    expect([ran.exit, ran.err]).toEqual([exit, expect.stringContaining(reason)]);
  });
});

describe("a partial clone", () => {
  const clone = (workspace: Workspace, filter: string, ...options: readonly string[]) => {
    const repository = createModels(workspace);
    repository.git("config", "uploadpack.allowFilter", "true");
    const folder = join(workspace.folder, "part");
    repository.git(
      "clone",
      "--quiet",
      ...options,
      `--filter=${filter}`,
      `file://${repository.folder}`,
      folder,
    );
    const fetch = () =>
      repository.git("-C", folder, "fetch", "--quiet", "--refetch", "--no-filter", "origin", "main");
    return { folder, fetch };
  };

  it("is told of where an input is not there, and is not filled", async () => {
    const workspace = createWorkspace();
    const { folder } = clone(workspace, "blob:none", "--bare");
    const inside = createWorkspace();
    cpSync(folder, inside.folder, { recursive: true });
    for (let twice = 0; twice < 2; twice++) {
      const { exit, err } = await inside.run("ast", `git:HEAD:${MODEL}`);
      expect([exit, err]).toEqual([2, expect.stringContaining("[cli/missing-objects]")]);
      expect(err.replaceAll(/\s+/g, " ")).toContain("git fetch --refetch --no-filter");
    }
  });

  it("without trees has no history", async () => {
    const workspace = createWorkspace();
    clone(workspace, "tree:0", "--bare");
    const { exit, err } = await history(workspace, "part");
    expect([exit, err]).toEqual([2, expect.stringContaining("[cli/missing-objects]")]);
  });

  it.each([
    ["with no file", ["--bare"], "[cli/missing-objects]"],
    ["with the files of its work tree", [], "[cli/history-stopped]"],
  ])("%s has its history when the others are there", async (_, options, code) => {
    const workspace = createWorkspace();
    const { fetch } = clone(workspace, "blob:none", ...options);
    const before = await history(workspace, "part");
    expect([before.exit, before.err]).toEqual([2, expect.stringContaining(code)]);
    expect(before.err).toContain("git fetch --refetch --no-filter");
    fetch();
    const { exit, err, out } = await history(workspace, "part");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^1 pair/);
  });
});

describe("replaced objects and grafts", () => {
  it("change no history", async () => {
    const workspace = createWorkspace();
    const repository = createModels(workspace);
    const ids = ["HEAD", "HEAD~1"].map((ref) => repository.git("rev-parse", ref).trim());
    expect((await history(workspace, "repo")).out).toMatch(/^1 pair/);
    repository.git("replace", ...ids);
    writeFileSync(join(repository.folder, ".git/info/grafts"), `${ids[0]}\n`);
    const { exit, err, out } = await workspace.run("history", "repo", "--out", "again", "--workers", "0");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^1 pair/);
  });
});
