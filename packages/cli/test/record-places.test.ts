import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { createRepository, NEW, OLD } from "./repository.js";
import { findPath, modelText, type Workspace } from "./workspace.js";

const PLACE = "Places in this repository: `old/src/app.ts:2` breaks.";
const PREFIX = /^\.changeset\/events-2022/;

const readChangeset = (workspace: Workspace) => workspace.read(findPath(workspace, PREFIX));

async function recordChange(workspace: Workspace, ...args: readonly string[]) {
  workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
  return workspace.run("record", "--date", "2022-08-18", ...args);
}

describe("shapelog record, where programs use the package", () => {
  it("names the lines that the change affects in the changeset, which check accepts", async () => {
    const workspace = await createRepository({ old: OLD, new: NEW });
    expect(await recordChange(workspace)).toMatchObject({ exit: 0, err: "" });
    expect(readChangeset(workspace)).toContain(`\n\n${PLACE}\n\n<!-- shapelog:facts events `);
    await workspace.run("build");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("writes the same again when it is run again, or amended", async () => {
    const workspace = await createRepository({ old: OLD });
    await recordChange(workspace);
    const first = workspace.snapshot();
    await workspace.run("record");
    await workspace.run("record", "--changeset-only");
    expect(await workspace.run("record", "--amend")).toMatchObject({ exit: 0 });
    expect(workspace.snapshot()).toEqual(first);
  });

  it("takes the lines out of an amended changeset when they follow the change", async () => {
    const workspace = await createRepository({ old: OLD });
    await recordChange(workspace);
    workspace.write("old/src/app.ts", `import type { AuthEvent } from "@example/events";\n${NEW}`);
    await workspace.run("record", "--amend");
    expect(readChangeset(workspace)).not.toContain("Places in this repository");
  });

  it("names none with --no-places, and takes them out of an amended changeset", async () => {
    const workspace = await createRepository({ old: OLD });
    await recordChange(workspace, "--no-places");
    expect(readChangeset(workspace)).not.toContain("Places in this repository");
    await workspace.run("record", "--amend");
    expect(readChangeset(workspace)).toContain(PLACE);
    await workspace.run("record", "--amend", "--no-places");
    expect(readChangeset(workspace)).not.toContain("Places in this repository");
  });

  it("records also where a program cannot be read, and says so", async () => {
    const workspace = await createRepository({ old: OLD });
    workspace.write("old/tsconfig.json", "{");
    const { exit, err } = await recordChange(workspace);
    expect(exit).toBe(0);
    expect(err).toMatch(/^warning old\/tsconfig\.json/m);
  });
});
