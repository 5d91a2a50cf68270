import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { startCommand } from "./running-command.js";
import { CONFIG, createWorkspace, findPath, modelText, type Workspace } from "./workspace.js";

const CHANGED = modelText(AUTH_EVENTS_VALUES.after);

/** A service with a baseline and no package: a site needs none. */
async function createRecordedService(): Promise<Workspace> {
  const workspace = createWorkspace();
  workspace.write("shapelog.config.json", JSON.stringify(CONFIG));
  workspace.write("models/events/model.json", modelText());
  await workspace.run("record", "--date", "2017-11-28", "--no-changeset");
  return workspace;
}

function withPatternOnList(): string {
  const ast = JSON.parse(modelText());
  const member = { target: "smithy.api#String" };
  ast.shapes["example#Bad"] = { type: "list", member, traits: { "smithy.api#pattern": "a" } };
  return JSON.stringify(ast);
}

function sitePaths(workspace: Workspace, folder = "site/"): string[] {
  return Object.keys(workspace.snapshot())
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
}

describe("shapelog site", () => {
  it("writes the site beside the configuration, and nothing again where nothing changed", async () => {
    const workspace = await createRecordedService();
    const first = await workspace.run("site", "--base-url", "https://docs.example.com/");
    expect(first).toMatchObject({ exit: 0, err: "" });
    expect(first.out).toMatch(/^site: \d+ files written, 0 unchanged\n$/);
    expect(workspace.read("site/index.html")).toContain("API documentation");
    expect(workspace.read("site/sitemap.xml")).toContain("https://docs.example.com/");
    expect(sitePaths(workspace)).toContain("api/events/index.html");
    const second = await workspace.run("site", "--base-url", "https://docs.example.com/");
    expect(second.out).toMatch(/^site: 0 files written, \d+ unchanged\n$/);
  });

  it("takes its title, address and folder from the configuration", async () => {
    const workspace = await createRecordedService();
    const site = { title: "Our APIs", baseUrl: "https://docs.example.com/", folder: "public" };
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, site }));
    expect(await workspace.run("site")).toMatchObject({ exit: 0, err: "" });
    expect(workspace.read("public/index.html")).toContain("Our APIs");
    expect(workspace.read("public/sitemap.xml")).toContain("https://docs.example.com/");
  });

  it("takes a model in a folder, as check does", async () => {
    const workspace = await createRecordedService();
    const config = { ...CONFIG.services.events, model: "models/events" };
    workspace.write("shapelog.config.json", JSON.stringify({ services: { events: config } }));
    renameSync(
      join(workspace.folder, "models/events/model.json"),
      join(workspace.folder, "models/events/events.json"),
    );
    expect(await workspace.run("site")).toMatchObject({ exit: 0 });
    expect(sitePaths(workspace)).toContain("api/events/index.html");
  });

  it.each([
    ["cannot be read", "{", "models/events/model.json:1"],
    ["is not valid", withPatternOnList(), "TraitTarget"],
  ])("writes nothing where a model %s, and says why", async (_name, text, expected) => {
    const workspace = await createRecordedService();
    workspace.write("models/events/model.json", text);
    const { exit, err } = await workspace.run("site");
    expect(exit).toBe(2);
    expect(err).toContain(expected);
    expect(existsSync(join(workspace.folder, "site"))).toBe(false);
  });

  it("says that an address is none before it writes", async () => {
    const workspace = await createRecordedService();
    const { exit, err } = await workspace.run("site", "--base-url", "somewhere");
    expect(exit).toBe(2);
    expect(err).toContain('The base address "somewhere" cannot be used: expected one like');
    expect(existsSync(join(workspace.folder, "site"))).toBe(false);
  });
});

describe("the folder of a site", () => {
  it("loses the pages that no longer belong, with their folders, and nothing else", async () => {
    const workspace = await createRecordedService();
    const other = {
      ...CONFIG.services.events,
      package: { name: "@example/other", folder: "packages/other" },
    };
    const services = { ...CONFIG.services, other: { ...other, ledger: "models/other/ledger" } };
    workspace.write("shapelog.config.json", JSON.stringify({ services }));
    expect(await workspace.run("site")).toMatchObject({ exit: 0 });
    workspace.write("site/CNAME", "docs.example.com");
    workspace.write("site/api/other/mine.txt", "mine");
    expect(sitePaths(workspace, "site/api/other/types/").length).toBeGreaterThan(0);
    const { exit, out } = await workspace.run("site", "--service", "events");
    expect(exit).toBe(0);
    expect(out).toMatch(/, \d+ removed\nremoved site\/api\/other\//);
    expect(sitePaths(workspace, "site/api/other/")).toEqual(["mine.txt"]);
    expect(existsSync(join(workspace.folder, "site/api/other/types"))).toBe(false);
    expect(workspace.read("site/CNAME")).toBe("docs.example.com");
    await workspace.run("site");
    expect(sitePaths(workspace, "site/api/other/types/").length).toBeGreaterThan(0);
  });

  it("is refused where it has files of somebody else, which stay as they are", async () => {
    const workspace = await createRecordedService();
    workspace.write("site/thesis.txt", "ten years of work");
    const before = workspace.snapshot();
    const { exit, err } = await workspace.run("site");
    expect(exit).toBe(2);
    expect(err).toContain("site has other files in it, such as thesis.txt; nothing was written.");
    expect(workspace.snapshot()).toEqual(before);
  });

  it("is refused where somebody else's file is at a page's place", async () => {
    const workspace = await createRecordedService();
    await workspace.run("site", "--service", "events");
    workspace.write("site/sitemap.xml", "mine");
    const before = workspace.snapshot();
    const { exit, err } = await workspace.run("site", "--base-url", "https://docs.example.com/");
    expect(exit).toBe(2);
    expect(err).toContain("site/sitemap.xml. No file was changed.");
    expect(workspace.snapshot()).toEqual(before);
  });

  it("may hold empty folders, as a run leaves that was killed", async () => {
    const workspace = await createRecordedService();
    mkdirSync(join(workspace.folder, "site/about/me"), { recursive: true });
    expect(await workspace.run("site")).toMatchObject({ exit: 0 });
  });

  it("may hold hidden files, as a checkout does", async () => {
    const workspace = await createRecordedService();
    workspace.write("site/.git", "gitdir: elsewhere");
    expect(await workspace.run("site")).toMatchObject({ exit: 0 });
    expect(workspace.read("site/.git")).toBe("gitdir: elsewhere");
  });

  it("is left as it is where its record leads out of it", async () => {
    const workspace = await createRecordedService();
    await workspace.run("site");
    workspace.write("kept/file.txt", "kept");
    symlinkSync(join(workspace.folder, "kept"), join(workspace.folder, "site/linked"));
    for (const path of ["../kept/file.txt", "linked/file.txt"]) {
      const [header = ""] = workspace.read("site/.shapelog-files").split("\n");
      const digest = createHash("sha256").update("kept").digest("hex");
      workspace.write("site/.shapelog-files", `${header}\n${digest}  ${path}\n`);
      await workspace.run("site");
      expect(workspace.read("kept/file.txt")).toBe("kept");
    }
  });
});

describe("shapelog site --serve", () => {
  it("serves the site until it is stopped", async () => {
    const { folder } = await createRecordedService();
    const running = startCommand(folder, "site", "--serve", "--port", "0");
    const [, url = ""] = /(http:\S+)/.exec(await running.waitFor("Press Ctrl+C to stop.")) ?? [];
    const page = await fetch(`${url}api/events/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<!DOCTYPE html>");
    expect(await running.stop()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each([
    ["abc", "expected a whole number from 0 to 65535"],
    ["65536", "expected a whole number from 0 to 65535"],
    ["-1", "expected a whole number from 0 to 65535"],
    ["1e3", "expected a whole number from 0 to 65535"],
    ["", "expected a whole number from 0 to 65535"],
  ])("refuses the port %j", async (port, reason) => {
    const workspace = await createRecordedService();
    const { exit, err } = await workspace.run("site", "--serve", `--port=${port}`);
    expect(exit).toBe(2);
    expect(err).toContain(`--port ${port} cannot be used: ${reason}. [cli/bad-option]`);
    expect(existsSync(join(workspace.folder, "site"))).toBe(false);
  });

  it("refuses a port where nothing is served", async () => {
    const workspace = await createRecordedService();
    const { exit, err } = await workspace.run("site", "--port", "4173");
    expect(exit).toBe(2);
    expect(err).toContain("it needs --serve");
  });

  it("names a port that is taken", async () => {
    const { folder, run } = await createRecordedService();
    const running = startCommand(folder, "site", "--serve", "--port", "0");
    const [, port = ""] = /http:.*:(\d+)\//.exec(await running.waitFor("Press Ctrl+C to stop.")) ?? [];
    const { exit, err } = await run("site", "--serve", "--port", port);
    expect(exit).toBe(2);
    expect(err).toContain(`--port ${port} cannot be used: another program uses it`);
  });
});

describe("shapelog site --watch", () => {
  it("writes the site again after an edit, goes on after a bad one, and stops with 0", async () => {
    const workspace = await createRecordedService();
    const page = () => workspace.read("site/api/events/types/EventResponseType/index.html");
    const running = startCommand(workspace.folder, "site", "--watch");
    await running.waitFor("Watching for changes.");
    expect(page()).not.toContain("InProgress");
    workspace.write("models/events/model.json", "{");
    await running.waitFor("models/events/model.json:1");
    workspace.write("models/events/model.json", CHANGED);
    await expect.poll(page, { timeout: 120_000 }).toContain("InProgress");
    expect(await running.stop()).toBe(0);
  });

  it("sees entries come and go in a ledger whose folder was not there, and a new title", async () => {
    const workspace = await createRecordedService();
    rmSync(join(workspace.folder, "models/events/ledger"), { recursive: true });
    const running = startCommand(workspace.folder, "site", "--watch");
    await running.waitFor("Watching for changes.");
    expect(sitePaths(workspace, "site/changes/events/2017-11-28")).toEqual([]);
    mkdirSync(join(workspace.folder, "models/events/ledger"));
    await workspace.run("record", "--date", "2017-11-28", "--no-changeset");
    await expect
      .poll(() => sitePaths(workspace, "site/changes/events/2017-11-28").length, { timeout: 120_000 })
      .toBeGreaterThan(0);
    rmSync(join(workspace.folder, findPath(workspace, /ledger\/2017-11-28-/)));
    await expect
      .poll(() => sitePaths(workspace, "site/changes/events/2017-11-28"), { timeout: 120_000 })
      .toEqual([]);
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, site: { title: "Renamed" } }));
    await expect.poll(() => workspace.read("site/index.html"), { timeout: 120_000 }).toContain("Renamed");
    expect(await running.stop()).toBe(0);
  });
});
