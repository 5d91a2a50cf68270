import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.js";

const IDL = `$version: "2.0"

namespace example

structure City {
    name: String
}
`;

const idsOf = (json: string): string[] => Object.keys(JSON.parse(json).shapes);

/** Returns a workspace with a model of three parts in two folders, and what ties them together. */
function createProject(build: unknown): Workspace {
  const workspace = createWorkspace();
  const statement = (name: string, body: string) => `$version: "2"\nnamespace ${name}\n${body}\n`;
  workspace.write("app/model/a.smithy", statement("a", "structure A { b: b#B, c: c#C }"));
  workspace.write("app/model/deep/b.smithy", statement("b", "list B { member: a#A }"));
  workspace.write("app/model/package.json", '{ "name": "app" }');
  workspace.write("shared/c.json", '{ "smithy": "2.0", "shapes": { "c#C": { "type": "string" } } }');
  workspace.write("app/smithy-build.json", typeof build === "string" ? build : JSON.stringify(build));
  return workspace;
}

describe("Smithy IDL as an input", () => {
  it("is read from a file, a folder and the standard input, whatever the text's name", async () => {
    const workspace = createWorkspace();
    workspace.write("models/city.smithy", IDL);
    workspace.write("city.txt", IDL);
    workspace.input = IDL;
    for (const input of ["models/city.smithy", "models", "city.txt", "-"]) {
      const { exit, out, err } = await workspace.run("ast", input);
      expect({ input, exit, err }).toEqual({ input, exit: 0, err: "" });
      expect(idsOf(out)).toEqual(["example#City"]);
    }
  });

  it("is read from git, and compared with a file", async () => {
    const workspace = createWorkspace();
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
        cwd: workspace.folder,
        stdio: "pipe",
      });
    git("init", "-q");
    workspace.write("city.smithy", IDL);
    git("add", ".");
    git("commit", "-qm", "one");
    workspace.write("city.smithy", IDL.replace("name: String", "name: String\n    size: Integer"));
    const { exit, out, err } = await workspace.run("diff", "git:HEAD:city.smithy", "city.smithy");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toContain("City changed");
  });

  it.each([
    ["a file", "city.smithy"],
    ["the standard input", "-"],
  ])("has every error with its line and a caret, from %s", async (_, input) => {
    const workspace = createWorkspace();
    const text = IDL.replace("name: String", "name String\n    size: Strin");
    workspace.write("city.smithy", text);
    workspace.input = text;
    const { exit, out, err } = await workspace.run("ast", input);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    const file = input === "-" ? "(standard input)" : input;
    expect(err).toContain(`  at ${file}:6:10\n  6 |     name String\n    |          ^\n`);
    expect(err).toContain(`  at ${file}:7:5\n  7 |     size: Strin\n`);
  });

  it("gives the model that JSON AST gives", async () => {
    const workspace = createWorkspace();
    workspace.write("city.smithy", IDL);
    workspace.write("city.json", (await workspace.run("ast", "city.smithy")).out);
    expect(await workspace.run("ast", "--to", "idl", "city.json")).toEqual({ exit: 0, out: IDL, err: "" });
  });

  it.each([
    ["nothing at all", ""],
    ["NUL bytes", "\0\0\0"],
    ["a line of a megabyte", `$version: "2"\nnamespace a\n${"string ".repeat(150_000)}`],
    ["deep nesting", `$version: "2"\nmetadata a = ${"[".repeat(50_000)}`],
    ["a lone surrogate", `$version: "2"\nnamespace a\n/// \ud800\nstring \udfff`],
  ])("is refused with a diagnostic where it is %s", async (_, text) => {
    const workspace = createWorkspace();
    workspace.input = text;
    const { exit, out, err } = await workspace.run("ast", "-");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toMatch(/^error .*\[\w+\/[\w-]+]$/m);
  });
});

describe("several namespaces", () => {
  it("are as many IDL files, in a folder", async () => {
    const workspace = createProject({ sources: ["model"], imports: ["../shared"] });
    const { exit, err } = await workspace.run("ast", "--to", "idl", "app");
    expect(exit).toBe(2);
    expect(err).toContain("the model has 3: a, b, c.");
    expect(await workspace.run("ast", "--to", "idl", "app", "--out", "out")).toEqual({
      exit: 0,
      out: "a.smithy\nb.smithy\nc.smithy\n",
      err: "",
    });
    const [before, after] = [await workspace.run("ast", "app"), await workspace.run("ast", "out")];
    expect(after).toEqual(before);
  });

  it("are one text in JSON, which goes to no folder", async () => {
    const workspace = createProject({ sources: ["model"] });
    const { exit, err } = await workspace.run("ast", "app", "--out", "out");
    expect(exit).toBe(2);
    expect(err).toContain("[cli/bad-option]");
  });
});

describe("a folder with a smithy-build.json", () => {
  it("is the model of its sources and imports, each file once", async () => {
    const workspace = createProject(
      '{ // of this project\n "version": "1.0", "sources": ["model", "model/a.smithy", "."], "imports": ["../shared/c.json"] }',
    );
    const { exit, out, err } = await workspace.run("ast", "app");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(idsOf(out)).toEqual(["a#A", "b#B", "c#C"]);
  });

  it("does not look at files that it does not name", async () => {
    const workspace = createProject({ sources: ["model/deep"] });
    const { exit, err } = await workspace.run("ast", "app");
    expect(exit).toBe(2);
    expect(err).toContain("a#A");
  });

  it("has a place for every path that leads nowhere or is not to be read", async () => {
    const paths = ["model", "gone", "/etc/passwd", "../../x", "C:\\x", "a\0b", "lib.jar"];
    const workspace = createProject(JSON.stringify({ sources: paths }, null, 1));
    workspace.write("app/lib.jar", "");
    const { exit, err } = await workspace.run("ast", "app");
    expect(exit).toBe(2);
    const codes = [...err.matchAll(/\[cli\/([\w-]+)]\n {2}at app\/smithy-build\.json:(\d+):3 /g)];
    expect(codes.map(([, code, line]) => `${line} ${code}`)).toEqual([
      "4 missing-source",
      "5 build-path",
      "6 missing-source",
      "7 build-path",
      "8 build-path",
      "9 build-file",
    ]);
  });

  it("reads nothing beyond its folder and the current one, even by a link", async () => {
    const workspace = createProject({ sources: ["link", "model"], imports: ["../shared"] });
    const outside = createWorkspace();
    outside.write("secret.smithy", IDL);
    symlinkSync(outside.folder, join(workspace.folder, "app/link"));
    expect((await workspace.run("ast", "app")).err).toContain("[cli/build-path]");
    workspace.write("app/smithy-build.json", '{ "sources": ["model"], "imports": ["../shared"] }');
    symlinkSync(join(outside.folder, "secret.smithy"), join(workspace.folder, "app/model/secret.smithy"));
    expect(idsOf((await workspace.run("ast", "app")).out)).toEqual(["a#A", "b#B", "c#C"]);
  });

  it.each([
    ["no JSON", "{", "json/syntax"],
    ["paths that are no texts", '{ "sources": [1] }', "smithy/wrong-json-type"],
    ["no sources", '{ "version": "1.0" }', "cli/empty-build"],
  ])("is refused where it has %s", async (_, text, code) => {
    const { exit, err } = await createProject(text).run("ast", "app");
    expect(exit).toBe(2);
    expect(err).toContain(`[${code}]`);
  });
});

describe("a folder without one", () => {
  it("is all its IDL files and the Smithy JSON files directly in it, but for installed packages", async () => {
    const workspace = createProject({});
    workspace.write("app/smithy-build.json.off", "");
    workspace.write("plain/a.smithy", '$version: "2"\nnamespace a\nstructure A { b: b#B, c: c#C }\n');
    workspace.write("plain/sub/b.smithy", '$version: "2"\nnamespace b\nstring B\n');
    workspace.write("plain/c.json", workspace.read("shared/c.json"));
    workspace.write("plain/ledger/d.json", '{ "smithy": "2.0", "shapes": { "d#D": { "type": "string" } } }');
    workspace.write("plain/node_modules/x/x.smithy", "broken");
    const { exit, out, err } = await workspace.run("ast", "plain");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(idsOf(out)).toEqual(["a#A", "b#B", "c#C"]);
  });

  it("has no model where there are only other files", async () => {
    const workspace = createWorkspace();
    workspace.write("other/package.json", "{}");
    mkdirSync(join(workspace.folder, "empty"));
    for (const folder of ["other", "empty"]) {
      const { exit, err } = await workspace.run("ast", folder);
      expect(exit).toBe(2);
      expect(err).toContain("[cli/no-model]");
    }
  });
});
