import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createService, createWorkspace, modelText } from "./workspace.js";

const BIN = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));
const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** Ends with the files that were loaded, and what came of them, on the standard error. */
const WATCHED = `
  process.on("exit", () => process.stderr.write("\\n" + JSON.stringify(Object.keys(require.cache))));
  process.argv.splice(1, 0, ${JSON.stringify(BIN)});
  require(${JSON.stringify(BIN)});
`;

/** Runs the built command and returns the bundled files that it loaded, by name. */
function run(cwd: string, ...args: readonly string[]) {
  const options = { cwd, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", WATCHED, "--", ...args], options);
  const loaded: string[] = JSON.parse(stderr.split("\n").at(-1) ?? "[]");
  const names = loaded.map((path) => basename(path, ".cjs"));
  return { exit: status, out: stdout, err: stderr, names };
}

describe("the bundled command", () => {
  it("loads next to nothing to say its version", () => {
    const { out, names } = run(DIST, "--version");
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(names).not.toContain("program");
    expect(names.length).toBeLessThan(6);
  });

  it("tells Node and the platform with its version where it is asked to", () => {
    const { exit, out, names } = run(DIST, "--version", "--verbose");
    expect(exit).toBe(0);
    expect(out.split("\n").slice(1)).toEqual([
      `node ${process.version}`,
      `${process.platform} ${process.arch}`,
      "",
    ]);
    expect(names).not.toContain("program");
  });

  it("loads neither rules nor emitters to check what has not changed", async () => {
    const workspace = await createService();
    mkdirSync(join(workspace.folder, "node_modules"));
    expect(run(workspace.folder, "check").names).toContain("plan-build");
    const { exit, names } = run(workspace.folder, "check");
    expect(exit).toBe(0);
    for (const other of ["plan-build", "rules", "find-events", "find-policy", "load-service"])
      expect(names).not.toContain(other);
  });

  it("loads no rules to format, and none of the other commands", () => {
    const workspace = createWorkspace();
    workspace.write("a.smithy", '$version: "2.0"\n\nnamespace a\n\nstring A\n');
    const { exit, names } = run(workspace.folder, "fmt", "--check", "a.smithy");
    expect(exit).toBe(0);
    expect(names).toContain("fmt");
    for (const other of ["diff", "judge", "validate", "find-events", "build", "plan-build", "history"]) {
      expect(names).not.toContain(other);
    }
  });

  it("loads no emitters and no schema validator to validate", () => {
    const workspace = createWorkspace();
    workspace.write("a.json", modelText());
    const { exit, names } = run(workspace.folder, "validate", "a.json");
    expect(exit).toBe(0);
    expect(names).toContain("validate");
    for (const other of ["plan-build", "2020", "diff", "judge", "history"])
      expect(names).not.toContain(other);
  });

  it("knows every command's options without loading it", () => {
    const { out, names } = run(DIST, "diff", "--help");
    expect(out).toContain("--policy <policy>");
    expect(names).not.toContain("diff");
  });

  it("lists every command, and suggests one", () => {
    const { out } = run(DIST, "--help");
    expect(out.match(/^ {2}[a-z]+ (?=.* {2})/gm)?.map((line) => line.trim())).toEqual(
      "init check build diff review record import explain since history site uses impact upgrade validate fmt select ast completion help".split(
        " ",
      ),
    );
    expect(run(DIST, "dif").err).toContain("Did you mean diff?");
  });

  it("comes with the license of everything it contains", () => {
    const licenses = readFileSync(`${DIST}third-party-licenses.txt`, "utf8");
    const contained = new Set<string>();
    for (const file of readdirSync(DIST).filter((name) => name.endsWith(".cjs.map"))) {
      const { sources } = JSON.parse(readFileSync(DIST + file, "utf8"));
      for (const source of sources) {
        const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
        if (name) contained.add(name);
      }
    }
    expect(contained).toContain("commander");
    for (const name of contained)
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
  });

  it("leads from the stack of a bug to the sources", () => {
    const workspace = createWorkspace();
    workspace.write("a.smithy", '$version: "2.0"\n');
    const broken = `
      Array.prototype.join = () => { throw new Error("broken on purpose"); };
      process.argv.splice(1, 0, ${JSON.stringify(BIN)});
      require(${JSON.stringify(BIN)});
    `;
    const { status, stderr } = spawnSync(
      process.execPath,
      ["-e", broken, "--", "fmt", "--check", "a.smithy"],
      { cwd: workspace.folder, encoding: "utf8" },
    );
    expect(status).toBe(3);
    expect(stderr).toContain("This is a bug in shapelog");
    expect(stderr).toMatch(/at subcommand \(packages\/cli\/src\/program\/subcommand\.ts:\d+:\d+\)/);
  });
});
