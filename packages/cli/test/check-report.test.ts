import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import {
  CONFIG,
  createService,
  createWorkspace,
  findRevision,
  modelText,
  type Workspace,
} from "./workspace.js";

const MODEL = "models/events/model.json";
const MEMORY = "node_modules/.cache/shapelog/check-1.json";

/** Writes another text into a generated file of the service's package and returns its path. */
function editFile(workspace: Workspace): string {
  const path = "packages/events/src/enums.ts";
  workspace.write(path, `${workspace.read(path)}// edited\n`);
  return path;
}

describe("what shapelog check says", () => {
  it("is one line for all files that a build has not made anew", async () => {
    const workspace = await createService();
    workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record");
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err.match(/^error .*$/gm)).toEqual([
      expect.stringMatching(
        /^error packages\/events: \d+ files are stale\. Run: npx shapelog build --service events /,
      ),
    ]);
  });

  it("is the error of a model that is not valid, and nothing of what that model makes", async () => {
    const workspace = await createService();
    workspace.write(MODEL, modelText().replace('#EventType"\n', '#Missing"\n'));
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err).toContain("com.example.events#Missing");
    expect(err).not.toMatch(/stale|unrecorded/);
  });

  it("tells a file that was edited by hand apart from those that follow from the model", async () => {
    const workspace = await createService();
    const path = editFile(workspace);
    workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    const { err } = await workspace.run("check");
    expect(err.match(/^error /gm)).toHaveLength(2);
    expect(err).toContain(`edited by hand: ${path}`);
    expect(err).toContain("which follows from the above");
  });

  it("has what is said many times once, with how many there are and the command that says each", async () => {
    const workspace = createWorkspace();
    const members = Array.from({ length: 40 }, (_, index) => `    value${index} = "value${index}"\n`);
    workspace.write(
      MODEL.replace(".json", ".smithy"),
      `$version: "2"\nnamespace a\nservice S { version: "1", operations: [O] }\noperation O { output := { e: E } }\nenum E {\n${members.join("")}}\n`,
    );
    const service = { ...CONFIG.services.events, model: "models/events/model.smithy" };
    workspace.write("shapelog.config.json", JSON.stringify({ services: { events: service } }));
    await workspace.run("record", "--no-changeset");
    await workspace.run("build");
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(0);
    expect(err.match(/^warning .*EnumShape/gm)).toHaveLength(1);
    expect(err).toContain("And 39 more of this kind; all: npx shapelog check --verbose --service events");
    const all = (await workspace.run("check", "--verbose")).err;
    expect(all.match(/^warning .*EnumShape/gm)).toHaveLength(40);
    const json = JSON.parse((await workspace.run("check", "--format", "json")).out);
    expect(json.filter(({ code }: { code: string }) => code === "EnumShape")).toHaveLength(40);
  });

  it("goes on to the next service after one that cannot be read", async () => {
    const workspace = await createService();
    const broken = { ...CONFIG.services.events, model: "none.json" };
    workspace.write("shapelog.config.json", JSON.stringify({ services: { broken, ...CONFIG.services } }));
    const { exit, out, err } = await workspace.run("check");
    expect(exit).toBe(2);
    expect(err).toContain("There is no file or folder none.json");
    expect(out).toMatch(/^events: .*; all agree$/m);
  });
});

describe("shapelog check of a checkout with the line ends of Windows", () => {
  /** Returns a workspace cloned from the one of the service by git with `core.autocrlf`. */
  async function clone(): Promise<Workspace> {
    const source = await createService();
    source.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    await source.run("record", "--note", "One.\n\nSuccess and Failure left EventResponseType.");
    await source.run("build");
    const git = (cwd: string, ...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
        cwd,
        stdio: "pipe",
      });
    git(source.folder, "init", "--quiet");
    git(source.folder, "add", "--all");
    git(source.folder, "commit", "--quiet", "-m", "All");
    const target = createWorkspace();
    git(target.folder, "clone", "--quiet", "-c", "core.autocrlf=true", source.folder, ".");
    return target;
  }

  it("finds nothing, and neither does a build write anything", async () => {
    const workspace = await clone();
    for (const path of [MODEL, "packages/events/src/enums.ts", "packages/events/CHANGELOG.md"])
      expect(workspace.read(path)).toContain("\r\n");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
    expect((await workspace.run("build")).out).toMatch(/: 0 files written, \d+ unchanged/);
    expect((await workspace.run("record")).err).not.toContain("error");
  });

  it("finds what was edited there", async () => {
    const workspace = await clone();
    const path = editFile(workspace);
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(1);
    expect(err).toContain(`edited by hand: ${path}`);
  });
});

describe("shapelog check of what has not changed", () => {
  /** Returns a service that was checked with installed packages beside it. */
  async function createChecked(): Promise<Workspace> {
    const workspace = await createService();
    mkdirSync(join(workspace.folder, "node_modules"));
    workspace.code = "1";
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
    return workspace;
  }

  /** Changes what was kept, so that it can be told from what is found anew. */
  function mark(workspace: Workspace): void {
    workspace.write(MEMORY, workspace.read(MEMORY).replace("all agree", "as kept"));
  }

  it("says what was found before", async () => {
    const workspace = await createChecked();
    mark(workspace);
    expect((await workspace.run("check")).out).toContain("as kept");
  });

  it.each([
    ["another build of the command", (workspace: Workspace) => (workspace.code = "2")],
    ["what was kept is no JSON", (workspace: Workspace) => workspace.write(MEMORY, "{")],
    [
      "what was kept is of another form",
      (workspace: Workspace) => workspace.write(MEMORY, '{"events":{"digest":1}}'),
    ],
  ])("looks at it again with %s", async (_, change) => {
    const workspace = await createChecked();
    mark(workspace);
    change(workspace);
    expect(await workspace.run("check")).toMatchObject({
      exit: 0,
      err: "",
      out: expect.stringContaining("all agree"),
    });
  });

  it.each([
    ["the model", MODEL],
    ["the ledger", "models/events/ledger/"],
    ["the changelog", "packages/events/CHANGELOG.md"],
    ["a generated file", "packages/events/src/enums.ts"],
    ["the package's manifest", "packages/events/package.json"],
    ["the list of generated files", "packages/events/.shapelog-files"],
  ])("finds that %s was changed or removed by hand, whatever its time says", async (_, place) => {
    const workspace = await createChecked();
    const path = place.endsWith("/") ? `${place}${findRevision(workspace, "2017-11-28")}.json` : place;
    const text = workspace.read(path);
    workspace.write(path, text.replace(/[a-z](?=[^a-z]*$)/, "X"));
    expect((await workspace.run("check")).exit).not.toBe(0);
    workspace.write(path, text);
    expect((await workspace.run("check")).exit).toBe(0);
    rmSync(join(workspace.folder, path));
    expect((await workspace.run("check")).exit).not.toBe(0);
  });

  it("finds a changeset that says something else", async () => {
    const workspace = await createChecked();
    const revision = findRevision(workspace, "2017-11-28");
    const facts = `<!-- shapelog:facts events ${revision} -->\nwrong\n<!-- /shapelog:facts -->\n`;
    workspace.write(".changeset/a.md", `---\n---\n\n${facts}`);
    expect((await workspace.run("check")).exit).toBe(1);
  });

  it("keeps nothing that has errors, and nothing where no packages are installed", async () => {
    const workspace = await createService();
    workspace.code = "1";
    await workspace.run("check");
    expect(Object.keys(workspace.snapshot()).filter((path) => path.startsWith("node_modules"))).toEqual([]);
    mkdirSync(join(workspace.folder, "node_modules"));
    editFile(workspace);
    await workspace.run("check");
    expect(Object.keys(workspace.snapshot())).not.toContain(MEMORY);
  });

  it("writes nothing through a link that leads out of the configuration's folder", async () => {
    const [workspace, other] = [await createService(), createWorkspace()];
    workspace.code = "1";
    mkdirSync(join(workspace.folder, "node_modules"));
    symlinkSync(other.folder, join(workspace.folder, "node_modules/.cache"));
    expect((await workspace.run("check")).exit).toBe(0);
    expect(other.snapshot()).toEqual({});
  });
});
