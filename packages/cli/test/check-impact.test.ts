import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { readJunit } from "@shapelog/testing/read-junit";
import { describe, expect, it } from "vitest";
import { createRepository, NEW, OLD, TSCONFIG } from "./repository.js";
import { CONFIG, modelText, type Workspace } from "./workspace.js";

const MODEL = "models/events/model.json";

/** Takes the model on, records and builds it, so that nothing but programs can be wrong. */
async function moveOn(workspace: Workspace): Promise<void> {
  workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
  await workspace.run("record", "--date", "2022-08-18");
  await workspace.run("build");
}

const WRONG = "export const wrong: number = 'text';\n";

describe("shapelog check --impact", () => {
  it("fails while a program does not compile with the working tree's package, and says where and what to do", async () => {
    const workspace = await createRepository({ old: OLD, new: NEW });
    await moveOn(workspace);
    expect(await workspace.run("check")).toMatchObject({ exit: 0 });
    const { exit, err, out } = await workspace.run("check", "--impact");
    expect(exit).toBe(1);
    expect(err).toMatch(/^error EventResponseType no longer has "Success".* Replace "Success" by /m);
    expect(err).toMatch(/Finding [0-9a-f]{12}, response\.enum\.values-replaced\./);
    expect(err).toContain("old/src/app.ts:2:");
    expect(err).toContain(OLD.trim());
    expect(err).not.toContain("new/src/app.ts");
    expect(out).not.toContain("programs compile");
    workspace.write("old/src/app.ts", `import type { AuthEvent } from "@example/events";\n${NEW}`);
    expect(await workspace.run("check", "--impact")).toMatchObject({
      exit: 0,
      out: expect.stringContaining("events: 2 programs compile with what changed since 2017-11-28"),
    });
  });

  it("blames no change for what a program has wrong without it", async () => {
    const workspace = await createRepository({ wrong: WRONG + NEW });
    await moveOn(workspace);
    expect(await workspace.run("check", "--impact")).toMatchObject({ exit: 0, err: "" });
  });

  it("holds what is not recorded yet, too", async () => {
    const workspace = await createRepository({ old: OLD });
    workspace.write(MODEL, modelText(AUTH_EVENTS_VALUES.after));
    const { err } = await workspace.run("check", "--impact");
    expect(err).toMatch(/^error EventResponseType no longer has "Success"/m);
    expect(err).toContain("changelog/unrecorded-change");
  });

  it("compiles nothing where nothing changed since the last release", async () => {
    const workspace = await createRepository({ old: OLD });
    workspace.write("old/tsconfig.json", "{");
    const unchanged = "events: nothing changed since 2017-11-28";
    expect((await workspace.run("check", "--impact")).out).toContain(unchanged);
    await moveOn(workspace);
    expect(await workspace.run("check", "--impact")).toMatchObject({
      exit: 2,
      err: expect.stringContaining("old/tsconfig.json"),
    });
    release(workspace);
    await workspace.run("build");
    expect((await workspace.run("check", "--impact")).out).toContain("events: nothing changed since 1.0.0");
  });

  it("keeps for the next run that nothing changed, and looks again when something did", async () => {
    const workspace = await createRepository({ old: OLD });
    workspace.code = "1";
    const first = await workspace.run("check", "--impact");
    expect(await workspace.run("check", "--impact")).toEqual(first);
    await moveOn(workspace);
    expect((await workspace.run("check", "--impact")).exit).toBe(1);
  });

  it.each([
    ["sarif", /"uri": "old\/src\/app\.ts"/],
    ["github", /^::error title=impact\/breaks,file=old\/src\/app\.ts,line=2,/m],
    ["json", /"file": "old\/src\/app\.ts"/],
  ])("prints places as %s", async (format, place) => {
    const workspace = await createRepository({ old: OLD });
    await moveOn(workspace);
    const { exit, out } = await workspace.run("check", "--impact", "--format", format);
    expect(exit).toBe(1);
    expect(out).toMatch(place);
    expect(out).toMatch(/Finding [0-9a-f]{12}/);
  });

  it("is a case of its own in a report of tests", async () => {
    const workspace = await createRepository({ old: OLD });
    await moveOn(workspace);
    const caseOf = async (...args: readonly string[]) => {
      const { out } = await workspace.run("check", "--format", "junit", ...args);
      return readJunit(out).events?.find(({ name }) => name === "programs compile with the package");
    };
    expect(await caseOf("--impact")).toMatchObject({ kind: "failure", type: "impact/breaks" });
    expect(await caseOf()).toBeUndefined();
  });

  it("takes the programs that are named, else those of the configuration", async () => {
    const workspace = await createRepository({ old: OLD, new: NEW });
    await moveOn(workspace);
    expect(await workspace.run("check", "--impact", "--consumer", "new")).toMatchObject({ exit: 0 });
    expect(await workspace.run("check", "--impact", "--consumer", "new", "old")).toMatchObject({ exit: 1 });
    workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, consumers: ["new/tsconfig.json"] }));
    expect(await workspace.runIn("old", "check", "--impact")).toMatchObject({ exit: 0 });
    expect(await workspace.run("check", "--consumer", "new")).toMatchObject({ exit: 2 });
  });

  it("does not say that a program compiles which cannot see the package", async () => {
    const workspace = await createRepository({ old: OLD });
    workspace.write("old/tsconfig.json", TSCONFIG.replace("../packages/", "../missing/"));
    await moveOn(workspace);
    expect(await workspace.run("check", "--impact")).toMatchObject({
      exit: 2,
      err: expect.stringContaining(
        "old/tsconfig.json imports @example/events, which TypeScript does not find",
      ),
    });
  });

  it("leaves out what was accepted, but for what does not compile", async () => {
    const dead = "export const isOld = (event: AuthEvent) => String(event.EventResponse) === 'Success';\n";
    const workspace = await createRepository({ dead });
    await moveOn(workspace);
    const check = ["check", "--impact", "--fail-on", "danger"] as const;
    const { exit, err } = await workspace.run(...check);
    expect(exit).toBe(1);
    const [, finding = ""] = /Finding ([0-9a-f]{12})/.exec(err) ?? [];
    await workspace.run("record", "--accept", finding, "--because", "Old records are read, too.");
    expect(await workspace.run(...check)).toMatchObject({ exit: 0 });
  });
});

/** Has the pending changesets be a release, as @changesets/cli does. */
function release(workspace: Workspace): void {
  const [path = "", text = ""] =
    Object.entries(workspace.snapshot()).find(([file]) => file.startsWith(".changeset/events-")) ?? [];
  const body = text.replace(/^---\n[\s\S]*?\n---\n\n/, "");
  const changelog = "packages/events/CHANGELOG.md";
  const known = workspace.snapshot()[changelog] ?? "# @example/events\n";
  workspace.write(
    changelog,
    known.replace(/^# .*\n/, (head) => `${head}\n## 1.0.0\n\n${body}`),
  );
  workspace.write(path, "");
}
