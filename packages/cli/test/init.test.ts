import { statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { createWorkspace, modelText, type Workspace } from "./workspace.js";

const EVENTS = ["--service", "events", "--package", "@example/events"];
const readJson = (workspace: Workspace, path: string) => JSON.parse(workspace.read(path));
const pathsOf = (workspace: Workspace) => Object.keys(workspace.snapshot());

describe("in an empty folder", () => {
  it("writes what a first version needs, and says what to run", async () => {
    const workspace = createWorkspace();
    const { exit, out, err } = await workspace.run("init", ...EVENTS, "--access", "public");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(pathsOf(workspace)).toEqual([
      ".changeset/config.json",
      ".github/workflows/shapelog.yml",
      ".gitignore",
      "models/events/model.smithy",
      "package.json",
      "shapelog.config.json",
    ]);
    expect(out.slice(out.indexOf("Next:"))).toMatch(
      /git init .*\n {2}# edit models\/events\/model\.smithy\n {2}npm install\n {2}npx shapelog record\n {2}npm run api:release /,
    );
    expect(readJson(workspace, ".changeset/config.json")).toMatchObject({
      changelog: "@shapelog/changelog/changesets",
      access: "public",
      baseBranch: "main",
    });
    expect(readJson(workspace, "package.json")).toMatchObject({ private: true, workspaces: ["packages/*"] });
  });

  it("writes a model that is in form, valid, recorded and built as it is", async () => {
    const workspace = createWorkspace();
    await workspace.run("init", ...EVENTS);
    for (const args of [
      ["fmt", "--check", "models"],
      ["validate", "--fail-on", "note"],
      ["record"],
      ["build"],
      ["check"],
    ])
      expect([args[0], await workspace.run(...args)]).toMatchObject([args[0], { exit: 0 }]);
    expect(workspace.read("packages/events/src/types.ts")).toContain("export interface Item");
  });

  it.each(["9-lives", "a-b-c", "x"])("writes such a model for a service called %s, too", async (name) => {
    const workspace = createWorkspace();
    await workspace.run("init", "--service", name);
    for (const args of [
      ["fmt", "--check", "models"],
      ["validate", "--fail-on", "note"],
      ["record"],
      ["build"],
    ])
      expect([args[0], await workspace.run(...args)]).toMatchObject([args[0], { exit: 0 }]);
  });

  it("changes nothing when it is run again", async () => {
    const workspace = createWorkspace();
    await workspace.run("init", ...EVENTS, "--hook");
    const before = workspace.snapshot();
    const again = await workspace.run("init", ...EVENTS, "--hook");
    expect(again.exit).toBe(0);
    expect(again.out).not.toContain("wrote");
    expect(workspace.snapshot()).toEqual(before);
    expect(await workspace.run("init")).toMatchObject({ exit: 0 });
    expect(workspace.snapshot()).toEqual(before);
  });

  it("makes no package where none is wanted", async () => {
    const workspace = createWorkspace();
    await workspace.run("init", "--service", "events", "--no-package", "--no-ci");
    expect(pathsOf(workspace)).toEqual([
      ...[".gitignore", "models/events/model.smithy", "package.json", "shapelog.config.json"],
    ]);
    expect(readJson(workspace, "package.json")).toEqual({
      name: expect.any(String),
      private: true,
      devDependencies: { "@shapelog/cli": "^0.0.0" },
    });
    expect(await workspace.run("record")).toMatchObject({ exit: 0 });
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });

  it("writes nothing where it is asked what it would write", async () => {
    const workspace = createWorkspace();
    const { out } = await workspace.run("init", ...EVENTS, "--dry-run");
    expect(out).toContain("would write shapelog.config.json");
    expect(workspace.snapshot()).toEqual({});
  });

  it.skipIf(process.platform === "win32")("has git run a hook on wish", async () => {
    const workspace = createWorkspace();
    await workspace.run("init", ...EVENTS, "--hook");
    expect(statSync(join(workspace.folder, ".githooks/pre-commit")).mode & 0o111).toBe(0o111);
    expect(readJson(workspace, "package.json").scripts.prepare).toBe(
      "git config core.hooksPath .githooks || exit 0",
    );
  });
});

describe("in a repository", () => {
  const MANIFEST = {
    name: "@team/platform",
    version: "3.0.0",
    private: true,
    scripts: { "api:build": "make", test: "vitest" },
    workspaces: ["libs/*"],
    devDependencies: { "@changesets/cli": "2.27.0" },
  };

  it("keeps what is there and adds what is lacking, in the form that it has", async () => {
    const workspace = createWorkspace();
    workspace.write("package.json", JSON.stringify(MANIFEST, null, "\t"));
    workspace.write(".changeset/config.json", '{ "changelog": false }');
    workspace.write(".gitignore", "node_modules\ndist");
    const { exit, out, err } = await workspace.run("init", "--service", "events");
    expect(exit).toBe(0);
    const text = workspace.read("package.json");
    expect(text).toMatch(/^\{\n\t"name": "@team\/platform",\n\t"version"/);
    expect(text.endsWith("}")).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      scripts: {
        "api:build": "make",
        test: "vitest",
        "api:release": expect.stringContaining("@team/events"),
      },
      workspaces: ["libs/*", "packages/events"],
      devDependencies: { "@changesets/cli": "2.27.0", "@shapelog/cli": "^0.0.0" },
    });
    expect(workspace.read(".changeset/config.json")).toBe('{ "changelog": false }');
    expect(workspace.read(".gitignore")).toBe("node_modules\ndist");
    expect(out).toContain("kept .changeset/config.json");
    expect(err).toContain('"changelog": "@shapelog/changelog/changesets"');
  });

  it("writes a job whose reviews are ones that the command makes", async () => {
    const workspace = createWorkspace();
    await workspace.run("init", ...EVENTS);
    const text = workspace.read(".github/workflows/shapelog.yml");
    const commands = [...text.matchAll(/shapelog (review [^\n>]*\w)/g)].map(([, words = ""]) =>
      words.split(" "),
    );
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const { exit, err } = await workspace.run(...command);
      expect([exit, err]).toEqual([2, expect.stringContaining("there is no git repository here")]);
    }
    expect(text).not.toMatch(/: write/);
  });

  it.each([
    ["pnpm", { "pnpm-lock.yaml": "" }, "pnpm --filter @example/events run build"],
    ["yarn", { "yarn.lock": "" }, "yarn workspace @example/events build"],
    ["npm", { "package-lock.json": "{}" }, "npm run build -w @example/events"],
    [
      "pnpm, by its manifest",
      { "package.json": '{"packageManager": "pnpm@10.0.0"}', "yarn.lock": "" },
      "pnpm --filter",
    ],
  ])("speaks to %s", async (_what, files, words) => {
    const workspace = createWorkspace();
    for (const [path, text] of Object.entries(files)) workspace.write(path, text);
    await workspace.run("init", ...EVENTS);
    expect(readJson(workspace, "package.json").scripts["api:build"]).toContain(words);
    expect(workspace.read(".github/workflows/shapelog.yml")).toContain(words);
  });

  it.each([
    ["there is none", undefined, 'packages:\n  - "packages/*"\n'],
    [
      "it has others",
      "packages:\n- libs/*\ncatalog: {}\n",
      'packages:\n- "packages/events"\n- libs/*\ncatalog: {}\n',
    ],
    ["it has a pattern for it", "packages:\n  - 'packages/**'\n", "packages:\n  - 'packages/**'\n"],
    [
      "it has no list",
      "onlyBuiltDependencies: []\n",
      'onlyBuiltDependencies: []\npackages:\n  - "packages/events"\n',
    ],
  ])("has pnpm find the package where %s", async (_what, text, expected) => {
    const workspace = createWorkspace();
    if (text !== undefined) workspace.write("pnpm-workspace.yaml", text);
    await workspace.run("init", ...EVENTS, "--package-manager", "pnpm");
    expect(workspace.read("pnpm-workspace.yaml")).toBe(expected);
  });

  it("takes a model that is there, and its name", async () => {
    const workspace = createWorkspace();
    workspace.write("api/model.json", modelText());
    expect(await workspace.run("init", "--model", "api/model.json")).toMatchObject({ exit: 0, err: "" });
    const { services } = readJson(workspace, "shapelog.config.json");
    expect(Object.values(services)).toMatchObject([{ model: "api/model.json" }]);
    expect(pathsOf(workspace).filter((path) => path.startsWith("models/"))).toEqual([]);
    expect(await workspace.run("record")).toMatchObject({ exit: 0 });
  });

  it("copies a vendor's model, whose releases follow the types", async () => {
    const workspace = createWorkspace();
    workspace.write("vendor.json", modelText());
    const { exit } = await workspace.run("init", ...EVENTS, "--from", "vendor.json");
    expect(exit).toBe(0);
    expect(workspace.read("models/events/model.smithy")).toContain("namespace ");
    expect(readJson(workspace, "shapelog.config.json").services.events.bump).toBe("types");
  });

  it("adds a second service, and has the scripts build both", async () => {
    const workspace = createWorkspace();
    await workspace.run("init", ...EVENTS);
    const { exit } = await workspace.run("init", "--service", "orders", "--package", "@example/orders");
    expect(exit).toBe(0);
    expect(Object.keys(readJson(workspace, "shapelog.config.json").services)).toEqual(["events", "orders"]);
    const script = readJson(workspace, "package.json").scripts["api:build"];
    expect(script).toContain("-w @example/events && npm run build -w @example/orders");
  });

  it("writes no job for GitHub where another system's is", async () => {
    const workspace = createWorkspace();
    workspace.write(".gitlab-ci.yml", "");
    await workspace.run("init", ...EVENTS);
    expect(pathsOf(workspace)).not.toContain(".github/workflows/shapelog.yml");
  });
});

describe("writes nothing, and says why, where", () => {
  it.each([
    ["a service's name is none", ["--service", "My Events"], "such as my-events"],
    ["npm takes no such name", ["--service", "a", "--package", "No Name"], "npm takes no such name"],
    [
      "a package without a scope cannot be restricted",
      ["--package", "events", "--access", "restricted"],
      "npm has only public packages without a scope",
    ],
    ["a model is not there", ["--model", "nowhere.smithy"], "There is no file or folder nowhere.smithy"],
    ["a model is outside", ["--model", ".."], "copy it with --from"],
    [
      "a vendor's model is not there",
      ["--service", "a", "--from", "x.json"],
      "There is no file or folder x.json",
    ],
  ])("%s", async (_what, args, words) => {
    const workspace = createWorkspace();
    const { exit, err } = await workspace.run("init", ...args);
    expect(exit).toBe(2);
    expect(err).toContain(words);
    expect(workspace.snapshot()).toEqual({});
  });

  it("the configuration is broken", async () => {
    const workspace = createWorkspace();
    workspace.write("shapelog.config.json", '{"service": {}}');
    expect(await workspace.run("init")).toMatchObject({ exit: 2 });
    expect(pathsOf(workspace)).toEqual(["shapelog.config.json"]);
  });
});

describe("with a person", () => {
  it("asks for what no option says, and nothing else", async () => {
    const workspace = createWorkspace();
    const asked: string[] = [];
    const answers: Readonly<Record<string, string>> = {
      "service called": "orders",
      npm: "@example/orders",
      install: "public",
    };
    workspace.answer = (question) => {
      asked.push(question);
      return Object.entries(answers).find(([word]) => question.includes(word))?.[1] ?? "";
    };
    expect(await workspace.run("init", "--no-ci")).toMatchObject({ exit: 0, err: "" });
    expect(asked).toEqual([
      "Where is the API's model?",
      "What is the service called?",
      "What is its package called on npm? (- for none, with diff and ledger alone)",
      "Who may install it?",
      "Run shapelog check before each commit?",
    ]);
    expect(readJson(workspace, "shapelog.config.json").services.orders.package).toEqual({
      name: "@example/orders",
      folder: "packages/orders",
      publishConfig: { access: "public" },
    });
  });

  it("asks nothing with --yes", async () => {
    const workspace = createWorkspace();
    workspace.answer = (question) => {
      throw new Error(question);
    };
    expect(await workspace.run("init", "--yes")).toMatchObject({ exit: 0 });
  });
});
