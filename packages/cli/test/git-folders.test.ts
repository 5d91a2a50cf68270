import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { createWorkspace, modelText, type Workspace } from "./workspace.js";

const IDL = (name: string) => `$version: "2"\nnamespace a\nstring ${name}\n`;
const BOTOCORE = {
  metadata: {
    serviceId: "A",
    protocol: "json",
    jsonVersion: "1.1",
    apiVersion: "2020-01-01",
    targetPrefix: "A",
  },
  operations: {
    List: {
      name: "List",
      http: { method: "POST", requestUri: "/" },
      input: { shape: "In" },
      output: { shape: "Out" },
    },
  },
  shapes: {
    In: { type: "structure", members: { token: { shape: "String" } } },
    Out: { type: "structure", members: { token: { shape: "String" }, all: { shape: "All" } } },
    All: { type: "list", member: { shape: "String" } },
    String: { type: "string" },
  },
};
const PAGINATORS = {
  pagination: { List: { input_token: "token", output_token: "token", result_key: "all" } },
};

const FILES = {
  "one/model.json": modelText(),
  "many/a.smithy": IDL("A"),
  "many/below/b.smithy": IDL("B"),
  "many/other.json": '{"no":"model"}',
  "many/node_modules/c.smithy": IDL("C"),
  "aws/service-2.json": JSON.stringify(BOTOCORE),
  "aws/paginators-1.json": JSON.stringify(PAGINATORS),
  "built/smithy-build.json": '{"version":"1.0","sources":["model"],"imports":["../many/a.smithy"]}',
  "built/model/d.smithy": IDL("D"),
  "outside/smithy-build.json": '{"version":"1.0","sources":["../../x"]}',
  "empty/readme.md": "",
};

/** Returns a repository with models in folders, none of which is in the work tree any more. */
function createRepository(): Workspace {
  const workspace = createWorkspace();
  for (const [path, text] of Object.entries(FILES)) workspace.write(path, text);
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: workspace.folder,
      stdio: "pipe",
    });
  git("init", "--quiet");
  git("add", "--all", "--force");
  git("commit", "--quiet", "-m", "All");
  for (const path of Object.keys(FILES)) workspace.write(path, "");
  return workspace;
}

const select = (workspace: Workspace, folder: string, input: string) =>
  workspace.runIn(folder, "select", "string", input);

describe("a folder of a git commit", () => {
  it.each([
    [".", "git:HEAD:many", ["a#A", "a#B"]],
    [".", "git:HEAD:many/", ["a#A", "a#B"]],
    ["many", "git:HEAD:./below", ["a#B"]],
    ["many", "git:HEAD:.", ["a#A", "a#B"]],
    [".", "git:HEAD:built", ["a#A", "a#D"]],
  ])("from %s, %s, is one model as on the disk", async (folder, input, expected) => {
    const { exit, out, err } = await select(createRepository(), folder, input);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out.trim().split("\n")).toEqual(expected);
  });

  it.each(["git:HEAD:aws", "git:HEAD:aws/service-2.json"])("%s has the paginators", async (input) => {
    expect((await createRepository().run("ast", input)).out).toContain('"smithy.api#paginated"');
  });

  it("can be compared with the folder that is there", async () => {
    const workspace = createRepository();
    workspace.write("many/a.smithy", IDL("A"));
    workspace.write("many/below/b.smithy", IDL("Other"));
    const { out } = await workspace.run("diff", "git:HEAD:many", "many");
    expect(out).toContain("Other");
  });

  it.each([
    ["git:HEAD:empty", "has no model"],
    ["git:HEAD:none", "does not exist in 'HEAD'"],
    ["git:HEAD:outside", "build-path"],
  ])("%s is told to be no model", async (input, said) => {
    const { exit, err } = await createRepository().run("ast", input);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });
});
