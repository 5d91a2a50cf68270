import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createRepository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const compilerOptions = { target: "es2022", module: "nodenext", strict: true, noEmit: true, types: [] };
const PROGRAM = `import type { AuthEventType } from "@shapelog/cognito-identity-provider";
export const passed = (event: AuthEventType) => event.EventResponse === "Success";
export function label(event: AuthEventType): string {
  let text = "?";
  switch (event.EventType) {
    case "SignIn":
      text = "in";
      break;
  }
  return text;
}
`;
const UPGRADE = ["upgrade", "cognito-identity-provider", "2022-08-17..2022-08-18", "--consumer", "."];

/** A program in a repository that has this one's models, and its packages installed. */
function createProject(program = PROGRAM): Workspace {
  const workspace = createWorkspace();
  cpSync(join(ROOT, "models"), join(workspace.folder, "models"), { recursive: true });
  cpSync(join(ROOT, "shapelog.config.json"), join(workspace.folder, "shapelog.config.json"));
  symlinkSync(join(ROOT, "node_modules"), join(workspace.folder, "node_modules"), "junction");
  const repository = createRepository(workspace.folder);
  repository.commit({
    ".gitignore": "node_modules\n",
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["src"] }),
    "src/app.ts": program,
  });
  return workspace;
}

describe("shapelog upgrade --consumer", () => {
  it("tells the lines that the new version affects, before what changed", async () => {
    const workspace = createProject();
    const { out, exit } = await workspace.run(...UPGRADE, "--format", "markdown");
    expect(exit).toBe(1);
    const places = [...out.matchAll(/^- \*\*(\w+)\*\* `src\/app\.ts:(\d+)`/gm)].map(
      ([, effect, line]) => `${line} ${effect}`,
    );
    expect(places).toEqual(["2 breaks", "5 silent"]);
    expect(out.indexOf("#### In your code (2)")).toBeLessThan(out.indexOf("#### Check your code (2)"));
  });

  it("tells nothing of what a program does not use", async () => {
    const workspace = createProject("export const nothing = 1;\n");
    const { out, exit } = await workspace.run(...UPGRADE, "--format", "markdown");
    expect(exit).toBe(0);
    expect(out).toContain("Changed, and nothing of it is used here: cognito-identity-provider.");
    expect(out).not.toContain("EventResponse");
  });

  it("shows edits that are safe, and makes them where it is asked to", async () => {
    const workspace = createProject();
    const shown = await workspace.run(...UPGRADE, "--fix");
    expect(shown.out).toContain("+    default:\n+      break;\n");
    expect(workspace.read("src/app.ts")).toBe(PROGRAM);
    const written = await workspace.run(...UPGRADE, "--fix", "--write", "--format", "json");
    expect(JSON.parse(written.out).fixes).toMatchObject([{ file: "src/app.ts", written: true }]);
    expect(workspace.read("src/app.ts")).toBe(
      PROGRAM.replace("      break;\n  }", "      break;\n    default:\n      break;\n  }"),
    );
  });

  it("leaves files alone that have changes which are not committed, unless it is forced to", async () => {
    const workspace = createProject();
    const edited = `${PROGRAM}// mine\n`;
    workspace.write("src/app.ts", edited);
    const refused = await workspace.run(...UPGRADE, "--fix", "--write");
    expect(refused).toMatchObject({
      exit: 2,
      out: "",
      err: expect.stringContaining("src/app.ts has changes"),
    });
    expect(workspace.read("src/app.ts")).toBe(edited);
    await workspace.run(...UPGRADE, "--fix", "--write", "--force");
    expect(workspace.read("src/app.ts")).toContain("default:");
  });

  it.each([
    [["--write"], "--fix"],
    [["--fix", "--force"], "--write"],
  ])("refuses %j without what it goes with", async (options, words) => {
    const { exit, err } = await createProject().run(...UPGRADE, ...options);
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining(`it goes with ${words}`) });
  });
});
