import { chmodSync, lstatSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createWorkspace } from "./workspace.js";

const UGLY = '$version: "2.0"\nnamespace a\nstructure   A{x:String,@required y:Integer} // end\n';
const TIDY = `$version: "2.0"

namespace a

structure A {
    x: String

    @required
    y: Integer
} // end
`;
const BROKEN = '$version: "2.0"\nnamespace a\nstructure A { x String }\n';

describe("shapelog fmt", () => {
  it("writes what differs, and says which files those are", async () => {
    const workspace = createWorkspace();
    workspace.write("models/ugly.smithy", UGLY);
    workspace.write("models/deep/tidy.smithy", TIDY);
    workspace.write("models/note.txt", UGLY);
    workspace.write("node_modules/x/ugly.smithy", UGLY);
    const before = workspace.snapshot();
    expect(await workspace.run("fmt")).toEqual({
      exit: 0,
      out: "models/ugly.smithy\n",
      err: "1 file written, 1 unchanged\n",
    });
    expect(workspace.snapshot()).toEqual({ ...before, "models/ugly.smithy": TIDY });
  });

  it("does not touch a file that is formatted, and keeps the mode of one that is not", async () => {
    const workspace = createWorkspace();
    workspace.write("tidy.smithy", TIDY);
    workspace.write("ugly.smithy", UGLY);
    const [tidy, ugly] = ["tidy.smithy", "ugly.smithy"].map((name) => join(workspace.folder, name));
    chmodSync(ugly!, 0o600);
    const { ino, mtimeMs } = statSync(tidy!);
    await workspace.run("fmt", "tidy.smithy", "ugly.smithy");
    expect(statSync(tidy!)).toMatchObject({ ino, mtimeMs });
    expect(statSync(ugly!).mode & 0o777).toBe(0o600);
    expect(workspace.read("ugly.smithy")).toBe(TIDY);
  });

  it("lists with --check what is not formatted, changes nothing, and exits 1", async () => {
    const workspace = createWorkspace();
    workspace.write("tidy.smithy", TIDY);
    expect(await workspace.run("fmt", "--check")).toEqual({
      exit: 0,
      out: "",
      err: "0 files not formatted, 1 formatted\n",
    });
    workspace.write("ugly.smithy", UGLY);
    const { exit, out } = await workspace.run("fmt", "--check", ".");
    expect({ exit, out }).toEqual({ exit: 1, out: "ugly.smithy\n" });
    expect(workspace.read("ugly.smithy")).toBe(UGLY);
    expect((await workspace.run("fmt", "--check", "--fail-on", "never")).exit).toBe(0);
    const json = await workspace.run("fmt", "--check", "--format", "json");
    expect(JSON.parse(json.out)).toMatchObject([
      { code: "cli/unformatted", location: { file: "ugly.smithy", line: 2, column: 1 } },
    ]);
    expect((await workspace.run("fmt", "--check", "--format", "github")).out).toMatch(
      /^::error title=cli\/unformatted,file=ugly\.smithy,line=2,col=1::/,
    );
  });

  it("leaves a file with syntax errors as it is, reports it, and goes on", async () => {
    const workspace = createWorkspace();
    workspace.write("broken.smithy", BROKEN);
    workspace.write("ugly.smithy", UGLY);
    const { exit, out, err } = await workspace.run("fmt");
    expect({ exit, out }).toEqual({ exit: 1, out: "ugly.smithy\n" });
    expect(err).toContain("  at broken.smithy:3:17\n  3 | structure A { x String }\n");
    expect(workspace.read("broken.smithy")).toBe(BROKEN);
    expect(workspace.read("ugly.smithy")).toBe(TIDY);
  });

  it.each([[["-"]], [["--stdin"]]])("formats the standard input with %j", async (args) => {
    const workspace = createWorkspace();
    workspace.input = UGLY;
    expect(await workspace.run("fmt", ...args)).toEqual({ exit: 0, out: TIDY, err: "" });
    expect(await workspace.run("fmt", ...args, "--check")).toMatchObject({ exit: 1, out: "" });
    workspace.input = BROKEN;
    const { exit, out, err } = await workspace.run("fmt", ...args);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("(standard input):3:17\n  3 | structure A { x String }");
    expect(workspace.snapshot()).toEqual({});
  });

  it("does not lose bytes that are no UTF-8", async () => {
    const workspace = createWorkspace();
    const bytes = Buffer.concat([Buffer.from(UGLY), Buffer.from([0x2f, 0x2f, 0xff, 0x0a])]);
    const path = join(workspace.folder, "latin.smithy");
    writeFileSync(path, bytes);
    const { exit, err } = await workspace.run("fmt");
    expect(exit).toBe(2);
    expect(err).toContain("[cli/not-utf8]");
    expect(statSync(path).size).toBe(bytes.length);
  });

  it("follows a link that is named, leaves links in folders, and keeps both", async () => {
    const [workspace, outside] = [createWorkspace(), createWorkspace()];
    outside.write("ugly.smithy", UGLY);
    const link = join(workspace.folder, "link.smithy");
    symlinkSync(join(outside.folder, "ugly.smithy"), link);
    expect((await workspace.run("fmt")).out).toBe("");
    expect(outside.read("ugly.smithy")).toBe(UGLY);
    expect((await workspace.run("fmt", "link.smithy")).out).toBe("link.smithy\n");
    expect(outside.read("ugly.smithy")).toBe(TIDY);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it("does not print what a file's name would do to a terminal", async () => {
    const workspace = createWorkspace();
    workspace.write("\u001b[31m.smithy", UGLY);
    expect((await workspace.run("fmt")).out).toBe("\\u{1b}[31m.smithy\n");
  });

  it.each([
    ["a missing file", ["gone.smithy"], "cli/not-found"],
    ["a file of another kind", ["a.json"], "cli/bad-input"],
    ["the standard input among files", ["-", "a.json"], "cli/bad-option"],
  ])("is wrong use with %s", async (_, args, code) => {
    const workspace = createWorkspace();
    workspace.write("a.json", "{}");
    const { exit, out, err } = await workspace.run("fmt", ...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(`[${code}]`);
  });
});
