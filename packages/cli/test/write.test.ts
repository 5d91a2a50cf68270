import { execSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { EmittedFile } from "@shapelog/emit";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { digestBytes } from "../src/files/digest-bytes.js";
import { lockFolder } from "../src/files/lock-folder.js";
import { writeFiles } from "../src/files/write-files.js";
import type { Outcome } from "../src/outcome.js";
import { CONFIG, createService, createWorkspace, modelText, ownerText, type Workspace } from "./workspace.js";

const CHANGED = modelText(AUTH_EVENTS_VALUES.after);
const GONE = 999_999_999;

async function writeInto(
  folder: string,
  files: readonly EmittedFile[],
  options: { readonly mayReplace?: () => boolean; readonly remove?: readonly string[] } = {},
): Promise<Outcome<unknown>> {
  const lock = await lockFolder({ cwd: folder, folder, patience: 0 });
  if (!lock.ok) return lock;
  try {
    return writeFiles({ cwd: folder, lock: lock.value, files, mayReplace: () => true, ...options });
  } finally {
    lock.value.release();
  }
}

describe("a set of files", () => {
  it.each([
    ["a file is where a folder should be", { blocked: "a file" }, "blocked/b.txt"],
    ["a folder is where a file should be", { "blocked/b.txt/c.txt": "a folder" }, "blocked/b.txt"],
  ])("is left as it was where %s", async (_, there, path) => {
    const workspace = createWorkspace();
    workspace.write("a.txt", "old");
    for (const [name, text] of Object.entries(there)) workspace.write(name, text);
    const before = workspace.snapshot();
    const files = ["a.txt", "new/c.txt", path, "z.txt"].map((each) => ({ path: each, text: "new" }));
    const { ok, diagnostics } = await writeInto(workspace.folder, files);
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([{ code: "cli/not-writable" }]);
    expect(workspace.snapshot()).toEqual(before);
    expect(existsSync(join(workspace.folder, "new"))).toBe(false);
  });

  it.each(["../x", "/etc/x", "a/../../x", "", "..", "a\0b", ".git/hooks/x", "a/.GIT/config"])(
    "never leaves its folder, nor goes where git looks for programs: %j",
    async (path) => {
      const workspace = createWorkspace();
      const { ok, diagnostics } = await writeInto(join(workspace.folder, "out"), [{ path, text: "" }]);
      expect(ok).toBe(false);
      expect(diagnostics).toMatchObject([{ code: "cli/outside-folder" }]);
      expect(existsSync(join(workspace.folder, "out"))).toBe(false);
    },
  );

  it.each(["elsewhere", "out/.git"])("does not follow a link to %s", async (target) => {
    const workspace = createWorkspace();
    mkdirSync(join(workspace.folder, "out"));
    mkdirSync(join(workspace.folder, target));
    symlinkSync(join(workspace.folder, target), join(workspace.folder, "out/link"));
    for (const path of ["link/x", "link/new/x"])
      expect((await writeInto(join(workspace.folder, "out"), [{ path, text: "" }])).ok).toBe(false);
    expect(readdirSync(join(workspace.folder, target))).toEqual([]);
  });

  it("keeps who may read and run a file", async () => {
    const workspace = createWorkspace();
    workspace.write("a.txt", "old");
    chmodSync(join(workspace.folder, "a.txt"), 0o750);
    await writeInto(workspace.folder, [{ path: "a.txt", text: "new" }]);
    expect(lstatSync(join(workspace.folder, "a.txt")).mode & 0o777).toBe(0o750);
  });
});

/** Leaves a folder as a run does that was killed after it had written down what was to be done. */
function leaveWork(workspace: Workspace, entries: readonly object[]): void {
  const lock = ".shapelog-lock";
  workspace.write(`${lock}/owner`, ownerText(hostname(), GONE));
  workspace.write(`${lock}/0123456789abcdef/0`, "new");
  workspace.write(`${lock}/0123456789abcdef/journal.json`, JSON.stringify(entries));
}

describe("what a killed run left", () => {
  const entry = { path: "a.txt", staged: "0", before: digestBytes("old"), after: digestBytes("new") };

  it("is completed", async () => {
    const workspace = createWorkspace();
    workspace.write("a.txt", "old");
    workspace.write("b.txt", "old");
    leaveWork(workspace, [entry, { path: "b.txt", staged: null, before: digestBytes("old"), after: null }]);
    const lock = await lockFolder({ cwd: workspace.folder, folder: workspace.folder });
    expect(lock).toMatchObject({ ok: true, diagnostics: [{ code: "cli/finished-write" }] });
    if (lock.ok) lock.value.release();
    expect(workspace.snapshot()).toEqual({ "a.txt": "new" });
  });

  it("does not undo what somebody wrote since", async () => {
    const workspace = createWorkspace();
    workspace.write("a.txt", "mine");
    leaveWork(workspace, [entry]);
    await writeInto(workspace.folder, []);
    expect(workspace.snapshot()).toEqual({ "a.txt": "mine" });
  });

  it.each([".git/hooks/post-checkout", "../victim", "link/hook"])(
    "is not trusted where a stranger may have left it: %s",
    async (path) => {
      const workspace = createWorkspace();
      workspace.write("project/.git/hooks/sample", "");
      symlinkSync(join(workspace.folder, "project/.git/hooks"), join(workspace.folder, "project/link"));
      const inside = {
        ...workspace,
        write: (file: string, text: string) => workspace.write(`project/${file}`, text),
      };
      leaveWork(inside, [{ ...entry, path, before: null }]);
      await writeInto(join(workspace.folder, "project"), []);
      expect(Object.keys(workspace.snapshot())).toEqual(["project/.git/hooks/sample"]);
    },
  );

  it("is no lock where it is a link", async () => {
    const workspace = createWorkspace();
    workspace.write("elsewhere/owner", ownerText(hostname(), GONE));
    symlinkSync(join(workspace.folder, "elsewhere"), join(workspace.folder, ".shapelog-lock"));
    expect((await writeInto(workspace.folder, [{ path: "a.txt", text: "" }])).ok).toBe(false);
    expect(workspace.snapshot()).toEqual({ "elsewhere/owner": ownerText(hostname(), GONE) });
  });
});

describe("shapelog build", () => {
  it("leaves files of others in the package's folder, and says which of its own went", async () => {
    const workspace = await createService();
    const mine = { "src/client.ts": "mine", LICENSE: "mine", ".npmignore": "mine", "README.old.md": "mine" };
    for (const [path, text] of Object.entries(mine)) workspace.write(`packages/events/${path}`, text);
    workspace.write("models/events/model.json", CHANGED);
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    for (const [path, text] of Object.entries(mine))
      expect(workspace.read(`packages/events/${path}`)).toBe(text);
    const { exit, out } = await workspace.run("build");
    expect(exit).toBe(0);
    expect(out).toMatch(/^packages\/events: 0 files written, \d+ unchanged\n$/);
  });

  it("removes what it made and makes no more, but for what was changed since", async () => {
    const workspace = await createService();
    const record = workspace.read("packages/events/.shapelog-files");
    const [header, ...lines] = record.split("\n");
    const old = ["src/old.ts", "src/edited.ts"].map((path) => `${digestBytes("old")}  ${path}`);
    workspace.write("packages/events/.shapelog-files", [header, ...old, ...lines].join("\n"));
    workspace.write("packages/events/src/old.ts", "old");
    workspace.write("packages/events/src/edited.ts", "edited");
    const { exit, out, err } = await workspace.run("build");
    expect(exit).toBe(0);
    expect(out).toContain("1 removed\nremoved packages/events/src/old.ts\n");
    expect(err).toContain("packages/events/src/edited.ts is not made any more");
    expect(workspace.read("packages/events/src/edited.ts")).toBe("edited");
    expect(workspace.read("packages/events/.shapelog-files")).toBe(record);
    expect(await workspace.run("check")).toMatchObject({ exit: 0 });
  });

  it("leaves nothing of a shape that went, in what it writes nor in what is compiled of it", async () => {
    const workspace = await createService();
    workspace.write("packages/events/dist/gone.js", "old");
    const config = JSON.parse(workspace.read("shapelog.config.json"));
    for (const each of Object.values<{ package: object }>(config.services))
      Object.assign(each.package, { schemas: "files" });
    workspace.write("shapelog.config.json", JSON.stringify(config));
    expect(workspace.snapshot()).toHaveProperty(["packages/events/schema.json"]);
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    expect(workspace.snapshot()).not.toHaveProperty(["packages/events/schema.json"]);
    const schema = "packages/events/schema/EventResponseType.json";
    expect(workspace.snapshot()).toHaveProperty([schema]);
    const model = JSON.parse(workspace.read("models/events/model.json"));
    for (const shape of Object.values<{ members?: Record<string, { target: string }> }>(model.shapes))
      for (const [name, { target }] of Object.entries(shape.members ?? {}))
        if (target.endsWith("#EventResponseType")) delete shape.members?.[name];
    workspace.write("models/events/model.json", JSON.stringify(model));
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    const left = workspace.snapshot();
    expect(left).not.toHaveProperty([schema]);
    for (const [path, text] of Object.entries(left))
      if (/^packages\/events\/(?:src|schema|openapi)/.test(path))
        expect(text, path).not.toContain("EventResponseType");
    const { scripts } = JSON.parse(workspace.read("packages/events/package.json"));
    const [clean = ""] = scripts.build.split(" && ");
    execSync(clean, { cwd: join(workspace.folder, "packages/events") });
    expect(existsSync(join(workspace.folder, "packages/events/dist"))).toBe(false);
  });

  it("writes over no file that it did not write, unless it is named", async () => {
    const workspace = createWorkspace();
    workspace.write("shapelog.config.json", JSON.stringify(CONFIG));
    workspace.write("models/events/model.json", modelText());
    workspace.write("packages/events/package.json", '{"name":"mine"}');
    workspace.write("packages/events/README.md", "mine");
    const before = workspace.snapshot();
    const { exit, err } = await workspace.run("build");
    expect(exit).toBe(2);
    expect(err).toContain("packages/events/README.md, packages/events/package.json. No file was changed.");
    expect(workspace.snapshot()).toEqual(before);
    expect(await workspace.run("build", "--replace", "packages/events/package.json")).toMatchObject({
      exit: 2,
    });
    expect(workspace.snapshot()).toEqual(before);
    expect(await workspace.run("build", "--replace", "packages/events")).toMatchObject({ exit: 0 });
  });

  it("takes the manifest for its own after a release, and not after an edit", async () => {
    const workspace = await createService();
    const path = "packages/events/package.json";
    const manifest = JSON.parse(workspace.read(path));
    const released = {
      ...manifest,
      version: "1.2.3",
      dependencies: { ...manifest.dependencies, "@shapelog/runtime": "^1.0.0" },
    };
    workspace.write(path, JSON.stringify(released));
    workspace.write("models/events/model.json", CHANGED);
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    expect(JSON.parse(workspace.read(path))).toMatchObject({ version: "1.2.3" });
    workspace.write(path, JSON.stringify({ ...released, private: true }));
    expect(await workspace.run("build")).toMatchObject({ exit: 2 });
  });

  it("leaves the ranges to who updates dependencies", async () => {
    const workspace = await createService();
    const path = "packages/events/package.json";
    const manifest = JSON.parse(workspace.read(path));
    expect(manifest.devDependencies).toEqual({ typescript: expect.stringMatching(/./) });
    const updated = { ...manifest, devDependencies: { typescript: "~7.0.2" } };
    workspace.write(path, `${JSON.stringify(updated, null, 2)}\n`);
    expect(await workspace.run("check")).toMatchObject({ exit: 0 });
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    expect(JSON.parse(workspace.read(path)).devDependencies).toEqual({ typescript: "~7.0.2" });
  });

  it("says in the manifest what the configuration and the manifest above say, and makes nothing public by itself", async () => {
    const workspace = createWorkspace();
    const { events } = CONFIG.services;
    const configure = (own: object) => {
      const services = { events: { ...events, package: { ...events.package, ...own } } };
      workspace.write("shapelog.config.json", JSON.stringify({ services }));
    };
    const build = async () => {
      expect(await workspace.run("build")).toMatchObject({ exit: 0 });
      return JSON.parse(workspace.read("packages/events/package.json"));
    };
    configure({});
    workspace.write("models/events/model.json", modelText());
    await workspace.run("record", "--date", "2017-11-28", "--no-changeset");
    const silent = await build();
    for (const key of ["license", "repository", "publishConfig", "private"])
      expect(silent).not.toHaveProperty(key);
    workspace.write("package.json", JSON.stringify({ license: "MIT", repository: "example/apis" }));
    expect(await build()).toMatchObject({
      license: "MIT",
      repository: { url: "git+https://github.com/example/apis.git", directory: "packages/events" },
    });
    configure({ license: "ISC", publishConfig: { access: "restricted" }, description: "Events." });
    expect(await build()).toMatchObject({
      license: "ISC",
      publishConfig: { access: "restricted" },
      description: "Events.",
    });
  });

  it("extends the tsconfig that the configuration names, and no file that is not there", async () => {
    const workspace = await createService();
    const { events } = CONFIG.services;
    const services = {
      events: { ...events, package: { ...events.package, tsconfig: "base/tsconfig.json" } },
    };
    workspace.write("shapelog.config.json", JSON.stringify({ services }));
    const before = workspace.snapshot();
    const { exit, err } = await workspace.run("build");
    expect(exit).toBe(2);
    expect(err).toContain("names base/tsconfig.json, and there is no such file. [cli/bad-config]");
    expect(err).toContain("at shapelog.config.json:1:");
    expect(workspace.snapshot()).toEqual(before);
    workspace.write("base/tsconfig.json", "{}");
    const extended = async (folder: string, ...args: readonly string[]) => {
      expect(await workspace.run("build", ...args)).toMatchObject({ exit: 0 });
      return JSON.parse(workspace.read(`${folder}/tsconfig.build.json`)).extends;
    };
    expect(await extended("packages/events")).toBe("../../base/tsconfig.json");
    expect(await extended("a/b/c/d/events", "--out", "a/b/c/d/events")).toBe(
      "../../../../../base/tsconfig.json",
    );
  });

  it.each([
    ["the configuration's", ".", "it holds shapelog.config.json"],
    ["one above it", "..", "it holds shapelog.config.json"],
    ["one beside it", "../victim", "it is outside"],
    ["one that a link leads to outside", "link/victim", "it is outside"],
    ["the model's", "models/events", "it holds the model of events"],
    ["one in a ledger", "models/events/ledger/package", "the ledger of events"],
    ["the changesets'", ".changeset", "the folder of changesets"],
    ["the site's", "site", "the folder of the site"],
    ["a repository", "other", "it is a git repository"],
    ["one in git's own folder", ".git/package", "it is inside a .git folder"],
  ])("does not take for a package %s folder", async (_, folder, reason) => {
    const workspace = createWorkspace();
    workspace.write("victim/thesis.txt", "ten years of work");
    workspace.write("project/models/events/model.json", modelText());
    workspace.write("project/other/.git/HEAD", "");
    workspace.write("project/.git/HEAD", "");
    symlinkSync(workspace.folder, join(workspace.folder, "project/link"));
    const { events } = CONFIG.services;
    const services = { events: { ...events, package: { ...events.package, folder } } };
    workspace.write("project/shapelog.config.json", JSON.stringify({ services }));
    const before = workspace.snapshot();
    const run = await workspace.runIn("project", "build");
    expect(run.exit).toBe(2);
    expect(run.err).toContain("[cli/bad-folder]");
    expect(run.err).toContain(reason);
    expect(workspace.snapshot()).toEqual(before);
  });

  it.each([
    ["packages", "packages/a"],
    ["packages/a", "packages/a"],
    ["packages/a", "packages/A"],
  ])("does not take for packages two folders that lie in one another: %s, %s", async (one, two) => {
    const workspace = await createService();
    const { events } = CONFIG.services;
    const services = {
      events: { ...events, package: { ...events.package, folder: one } },
      other: { ...events, ledger: "models/other/ledger", package: { ...events.package, folder: two } },
    };
    workspace.write("shapelog.config.json", JSON.stringify({ services }));
    const before = workspace.snapshot();
    expect(await workspace.run("build")).toMatchObject({ exit: 2 });
    expect(workspace.snapshot()).toEqual(before);
  });

  it("may write where a person says, outside, too, and touches nothing there", async () => {
    const workspace = await createService();
    workspace.write("home/thesis.txt", "ten years of work");
    expect(await workspace.run("build", "--out", "home")).toMatchObject({ exit: 0 });
    expect(await workspace.run("build", "--out", "home")).toMatchObject({ exit: 0 });
    expect(workspace.read("home/thesis.txt")).toBe("ten years of work");
  });

  it("goes on after a merge that left marks in the list of its files", async () => {
    const workspace = await createService();
    const path = "packages/events/.shapelog-files";
    const [header, first, ...lines] = workspace.read(path).split("\n");
    const marked = [
      header,
      "<<<<<<< ours",
      first,
      "=======",
      `${"0".repeat(64)}  README.md`,
      ">>>>>>> theirs",
      ...lines,
    ];
    workspace.write(path, marked.join("\n"));
    workspace.write("models/events/model.json", CHANGED);
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    expect(workspace.read(path)).not.toContain("<<<<");
  });
});

describe("shapelog import", () => {
  it.each(["../victim/model.json", ".git/model.json"])(
    "writes no model to %s that a configuration names",
    async (model) => {
      const workspace = createWorkspace();
      workspace.write("victim/thesis.txt", "ten years of work");
      workspace.write("project/.git/HEAD", "");
      workspace.write("project/source.json", modelText());
      const services = { events: { ...CONFIG.services.events, model } };
      workspace.write("project/shapelog.config.json", JSON.stringify({ services }));
      const before = workspace.snapshot();
      expect(await workspace.runIn("project", "import", "source.json")).toMatchObject({ exit: 2 });
      expect(await workspace.runIn("project", "import", "source.json", "--out", ".git/x.json")).toMatchObject(
        { exit: 2 },
      );
      expect(workspace.snapshot()).toEqual(before);
    },
  );
});

describe("two that write at once", () => {
  it("both have their entry in the ledger", async () => {
    const workspace = await createService();
    workspace.write("models/events/model.json", CHANGED);
    const both = await Promise.all([
      workspace.run("record", "--date", "2022-08-17"),
      workspace.run("record", "--date", "2022-08-18"),
    ]);
    const said = both.filter(({ out }) => out.includes("wrote")).length;
    const entries = readdirSync(join(workspace.folder, "models/events/ledger")).filter((name) =>
      name.startsWith("2022"),
    );
    expect(entries).toHaveLength(said);
    expect(said).toBe(1);
    expect(both.map(({ exit }) => exit)).toEqual([0, 0]);
    expect(readdirSync(workspace.folder)).not.toContain(".shapelog-lock");
  });

  it("wait for one another, and say who does not end", async () => {
    const workspace = createWorkspace();
    workspace.write(".shapelog-lock/owner", ownerText("another-machine", 1));
    const lock = await lockFolder({ cwd: workspace.folder, folder: workspace.folder, patience: 0 });
    expect(lock).toMatchObject({ ok: false, diagnostics: [{ code: "cli/locked" }] });
    writeFileSync(join(workspace.folder, ".shapelog-lock/owner"), ownerText(hostname(), GONE));
    expect((await writeInto(workspace.folder, [{ path: "a.txt", text: "" }])).ok).toBe(true);
  });
});

describe("shapelog ast --out", () => {
  it("writes over no file of another, and none that was changed since", async () => {
    const workspace = createWorkspace();
    workspace.write("model.json", modelText());
    const { out: printed } = await workspace.run("ast", "--to", "idl", "--out", "out", "model.json");
    workspace.write(`out/${printed.trim()}`, "mine");
    const before = workspace.snapshot();
    expect(await workspace.run("ast", "--to", "idl", "--out", "out", "model.json")).toMatchObject({
      exit: 2,
    });
    expect(workspace.snapshot()).toEqual(before);
    const replaced = await workspace.run(
      "ast",
      "--to",
      "idl",
      "--out",
      "out",
      "model.json",
      "--replace",
      "out",
    );
    expect(replaced).toMatchObject({ exit: 0 });
    workspace.write("model.json", CHANGED);
    expect(await workspace.run("ast", "--to", "idl", "--out", "out", "model.json")).toMatchObject({
      exit: 0,
    });
  });

  it.each(["con", "aux", "a.B"])(
    "makes a file that every system takes of the namespace %s",
    async (namespace) => {
      const workspace = createWorkspace();
      workspace.write("model.smithy", `$version: "2"\nnamespace ${namespace}\nstring Text\n`);
      const { exit, out } = await workspace.run("ast", "--to", "idl", "--out", "out", "model.smithy");
      expect(exit).toBe(0);
      expect(out).toMatch(/^_[a-z-]+-[0-9a-f]{12}\.smithy\n$/);
    },
  );
});
