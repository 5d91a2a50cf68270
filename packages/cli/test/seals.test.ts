import { rmSync } from "node:fs";
import { join } from "node:path";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { createService, findPath, modelText, type Workspace } from "./workspace.js";

const ENTRY = /ledger\/2017-11-28-/;
const CHANGELOG = "packages/events/CHANGELOG.md";
const RELEASES = "packages/events/.shapelog-releases";

/** Takes the seal out of a file of the ledger, and changes what it says. */
function unseal(workspace: Workspace, path: string, more: object = {}): void {
  const { seal: _, ...entry } = JSON.parse(workspace.read(path));
  workspace.write(path, `${JSON.stringify({ ...entry, ...more }, null, 2)}\n`);
}

async function check(workspace: Workspace) {
  const { exit, out } = await workspace.run("check", "--format", "json");
  const found: readonly { readonly code: string; readonly location?: { readonly file: string } }[] =
    JSON.parse(out);
  return { exit, found: found.map(({ code, location }) => [code, location?.file]) };
}

describe("a revision without a seal", () => {
  it("is warned of, and sealed by record --seal as it is", async () => {
    const workspace = await createService();
    const path = findPath(workspace, ENTRY);
    const sealed = workspace.read(path);
    unseal(workspace, path);
    expect(await check(workspace)).toEqual({ exit: 0, found: [["ledger/unsealed", path]] });
    const { exit, out } = await workspace.run("record", "--seal");
    expect([exit, out]).toEqual([0, `events: 1 revision sealed\nwrote ${path}\n`]);
    expect(workspace.read(path)).toBe(sealed);
    expect(await check(workspace)).toEqual({ exit: 0, found: [] });
    expect((await workspace.run("record", "--seal")).out).toBe("events: every revision is sealed\n");
  });

  it("keeps an edit that is meant, once it is sealed again", async () => {
    const workspace = await createService();
    const path = findPath(workspace, ENTRY);
    workspace.write(path, workspace.read(path).replace('"before"', '"note": "Later.",\n  "before"'));
    expect(await check(workspace)).toEqual({ exit: 1, found: [["ledger/edited", path]] });
    expect((await workspace.run("record", "--seal")).err).toContain("[ledger/edited]");
    unseal(workspace, path);
    await workspace.run("record", "--seal");
    expect(await check(workspace)).toEqual({ exit: 0, found: [] });
    expect(JSON.parse(workspace.read(path)).note).toBe("Later.");
  });

  it("is an error behind one that has a seal", async () => {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record", "--note", "Success and Failure left EventResponseType.");
    await workspace.run("build");
    const path = findPath(workspace, /ledger\/2022-08-18-/);
    unseal(workspace, path);
    expect(await check(workspace)).toEqual({ exit: 1, found: [["ledger/lost-seal", path]] });
  });
});

describe("a released version", () => {
  /** A service whose change is released as 1.0.0, and built since. */
  async function createReleased() {
    const workspace = await createService();
    workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
    await workspace.run("record", "--note", "Success and Failure left EventResponseType.");
    await workspace.run("build");
    const changeset = findPath(workspace, /^\.changeset\/events-/);
    const [, , told = ""] = workspace.read(changeset).split("---\n");
    rmSync(join(workspace.folder, changeset));
    const [title, rest] = workspace.read(CHANGELOG).split("\n\n## ");
    workspace.write(CHANGELOG, `${title}\n\n## 1.0.0\n${told}\n## ${rest}`);
    const manifest = workspace.read("packages/events/package.json");
    workspace.write("packages/events/package.json", manifest.replace('"0.0.0"', '"1.0.0"'));
    return workspace;
  }

  it("is not missed in the list before the next build, and held after it", async () => {
    const workspace = await createReleased();
    expect(await check(workspace)).toEqual({ exit: 0, found: [] });
    await workspace.run("build");
    expect(workspace.read(RELEASES)).toMatch(/^1\.0\.0 2022-08-18-[0-9a-f]{8}$/m);
    expect(await check(workspace)).toEqual({ exit: 0, found: [] });
    workspace.write(CHANGELOG, workspace.read(CHANGELOG).replace("## 1.0.0", "## 1.0.1"));
    const { exit, found } = await check(workspace);
    expect([exit, found[0]]).toEqual([1, ["changelog/lost-version", CHANGELOG]]);
  });

  it("has its list held like any generated file", async () => {
    const workspace = await createReleased();
    await workspace.run("build");
    const list = workspace.read(RELEASES);
    workspace.write(RELEASES, list.replace("1.0.0", "1.0.1"));
    expect(await check(workspace)).toEqual({ exit: 1, found: [["cli/edited-files", RELEASES]] });
    rmSync(join(workspace.folder, RELEASES));
    expect(await check(workspace)).toEqual({ exit: 1, found: [["cli/stale-package", RELEASES]] });
    await workspace.run("build");
    expect(workspace.read(RELEASES)).toBe(list);
  });
});
