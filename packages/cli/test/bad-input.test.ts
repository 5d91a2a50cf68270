import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createModel } from "@shapelog/model";
import { printSmithyJson } from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { createService, createWorkspace, modelText } from "./workspace.js";

const isRoot = process.getuid?.() === 0;

describe("a model that cannot be read gives one diagnostic with its place, and changes no file", () => {
  it.each([
    ["a truncated JSON", modelText().slice(0, 400), /json\/syntax/, /model\.json:\d+:\d+/],
    ["an empty file", "", /json\//, /model\.json/],
    [
      "a target that is not there",
      modelText().replace('#EventType"\n', '#Missing"\n'),
      /model\/unresolved-target/,
      /model\.json:\d+:\d+ \(\/shapes/,
    ],
    [
      "an unknown type",
      modelText().replace('"type": "enum"', '"type": "enumeration"'),
      /smithy\/unknown-/,
      /model\.json:\d+:\d+ \(\/shapes/,
    ],
    [
      "a duplicate key",
      modelText().replace('"smithy": "2.0",', '"smithy": "2.0",\n  "smithy": "2.0",'),
      /json\/duplicate-key/,
      /model\.json:3:3/,
    ],
    ["JSON that is no model", '{"hello": 1}', /cli\/unknown-format/, /model\.json/],
  ])("%s", async (_, text, code, place) => {
    const workspace = await createService();
    workspace.write("models/events/model.json", text);
    const before = workspace.snapshot();
    for (const command of ["check", "build", "record"]) {
      const { exit, err } = await workspace.run(command);
      expect(exit).toBeGreaterThan(0);
      expect(err).toMatch(code);
      expect(err).toMatch(place);
      expect(err.match(/^error /gm)).toHaveLength(1);
    }
    expect(workspace.snapshot()).toEqual(before);
  });

  it("fifty megabytes of garbage", async () => {
    const workspace = createWorkspace();
    workspace.write("garbage.json", "\u0000garbage {]".repeat(4_500_000));
    const { exit, err } = await workspace.run("ast", "garbage.json");
    expect(exit).toBe(2);
    expect(err).toMatch(/json\/syntax/);
    expect(err.length).toBeLessThan(1000);
  });

  it("a botocore file with a missing shape", async () => {
    const workspace = createWorkspace();
    const metadata = {
      apiVersion: "2020-01-01",
      endpointPrefix: "x",
      protocol: "json",
      jsonVersion: "1.1",
      serviceId: "X",
      targetPrefix: "X",
    };
    const operations = {
      Get: { name: "Get", http: { method: "POST", requestUri: "/" }, input: { shape: "GetRequest" } },
    };
    workspace.write("service-2.json", JSON.stringify({ version: "2.0", metadata, operations, shapes: {} }));
    const { exit, err } = await workspace.run("ast", "service-2.json");
    expect(exit).toBe(2);
    expect(err).toContain("GetRequest");
    expect(err).toMatch(/service-2\.json:1:\d+ \(\/operations\/Get/);
  });
});

describe("an input that is not there is wrong use", () => {
  it.each([
    ["a folder without a model", ["ast", "empty"], "no-model"],
    ["a missing file", ["ast", "missing.json"], "not-found"],
    ["a git object in no repository", ["ast", "git:HEAD:model.json"], "git-failed"],
    ["a git ref that is an option", ["ast", "git:--help:x"], "bad-input"],
    ["a ledger without a configuration", ["ast", "ledger:events@2022-08-18"], "no-config"],
    ["a ledger without a name", ["diff", "ledger:@latest", "x"], "bad-input"],
    ["a check without a configuration", ["check"], "no-config"],
  ])("%s", async (_, args, code) => {
    const workspace = createWorkspace();
    mkdirSync(join(workspace.folder, "empty"));
    const { exit, err, out } = await workspace.run(...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(`[cli/${code}]`);
    expect(err.match(/^error /gm)).toHaveLength(1);
  });

  it.each([
    [["frobnicate"]],
    [["diff", "one", "two", "three"]],
    [["check", "--format", "xml"]],
    [["check", "--fail-on", "sometimes"]],
    [["build", "--nope"]],
  ])("the arguments %j", async (args) => {
    const { exit, err } = await createWorkspace().run(...args);
    expect(exit).toBe(2);
    expect(err).toContain("error:");
  });

  it("a service or an operation that does not exist", async () => {
    const workspace = await createService();
    const other = await workspace.run("check", "--service", "other");
    expect(other).toMatchObject({ exit: 2 });
    expect(other.err).toContain('no service "other" in shapelog.config.json; it has events.');
    const slip = await workspace.run("ast", "ledger:evnts@2017-11-28");
    expect(slip).toMatchObject({ exit: 2 });
    expect(slip.err).toContain('no service "evnts" in shapelog.config.json; did you mean events?');
    const imported = await workspace.run(
      "import",
      "models/events/model.json",
      "--out",
      "x.json",
      "--operations",
      "listauthevents",
    );
    expect(imported.exit).toBe(2);
    expect(imported.err).toContain("did you mean ListAuthEvents?");
  });

  it.each([
    ["no JSON", "{"],
    ["an unknown key", '{"services": {}, "extra": 1}'],
    ["a service without a ledger", '{"services": {"a": {"model": "m"}}}'],
  ])("a configuration with %s", async (_, text) => {
    const workspace = createWorkspace();
    workspace.write("shapelog.config.json", text);
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(2);
    expect(err).toMatch(/shapelog\.config\.json:1:\d+/);
  });
});

const SCRIPT = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));

/** Runs node as a user who is not root, since root may write everywhere. */
function runUnprivileged(cwd: string, ...args: readonly string[]) {
  const user = isRoot ? { uid: 65534, gid: 65534 } : {};
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", ...user });
  return { exit: status, err: stderr };
}

/** Where only root may read the checkout, nobody else can run the command. */
const canRun = runUnprivileged("/", "-e", `require("fs").accessSync(${JSON.stringify(SCRIPT)})`).exit === 0;

describe.skipIf(process.platform === "win32" || !canRun)("permissions", () => {
  it("leaves every file as it was where the output folder is read-only", async () => {
    const workspace = await createService();
    const edited = workspace.read("models/events/model.json").replaceAll('"SignUp"', '"Join"');
    workspace.write("models/events/model.json", edited);
    const before = workspace.snapshot();
    const folders = [".", "packages", "packages/events", "packages/events/src"];
    for (const folder of folders) chmodSync(join(workspace.folder, folder), 0o555);
    const { exit, err } = runUnprivileged(workspace.folder, SCRIPT, "build");
    expect(exit).toBe(2);
    expect(err).toMatch(/^error packages\/events cannot be written: permission denied\. It is as it was/);
    expect(err).not.toContain("bug");
    expect(workspace.snapshot()).toEqual(before);
  });

  it("says which file may not be read", () => {
    const workspace = createWorkspace();
    chmodSync(workspace.folder, 0o755);
    workspace.write("model.json", modelText());
    chmodSync(join(workspace.folder, "model.json"), 0o000);
    const { exit, err } = runUnprivileged(workspace.folder, SCRIPT, "ast", "model.json");
    expect(exit).toBe(2);
    expect(err).toContain("model.json cannot be read: permission denied. [cli/not-readable]");
    expect(err.match(/^error /gm)).toHaveLength(1);
  });
});

describe("hostile names", () => {
  const names = [
    "../../x",
    "constructor",
    "__proto__",
    "*/ alert(1)",
    '"quotes"',
    "new\nline",
    "😀",
    "</script>",
    "\u2028",
  ];

  it("never become code, paths or markup of the generated package", async () => {
    const workspace = createWorkspace();
    const id = (name: string) => `example#${name}`;
    const values = names.map((value, index) => ({
      name: `V${index}`,
      target: "smithy.api#Unit",
      traits: { "smithy.api#enumValue": value, "smithy.api#documentation": `${value} */ alert(1)` },
    }));
    const model = createModel([
      {
        kind: "service",
        id: id("Service"),
        traits: { "smithy.api#title": "*/ alert(1)", "aws.protocols#awsJson1_1": {} },
        version: "1",
        operations: [id("Get")],
        resources: [],
        errors: [],
        rename: [],
      },
      {
        kind: "operation",
        id: id("Get"),
        traits: {},
        input: id("constructor"),
        output: id("__proto__"),
        errors: [],
      },
      {
        kind: "structure",
        id: id("constructor"),
        traits: {},
        members: [{ name: "__proto__", target: id("Hostile"), traits: {} }],
      },
      {
        kind: "structure",
        id: id("__proto__"),
        traits: {},
        members: [{ name: "constructor", target: id("Hostile"), traits: {} }],
      },
      { kind: "enum", id: id("Hostile"), traits: {}, members: values },
    ]);
    workspace.write(
      "shapelog.config.json",
      JSON.stringify({
        services: {
          hostile: {
            model: "m/model.json",
            ledger: "m/ledger",
            package: { name: "@example/hostile", folder: "out" },
          },
        },
      }),
    );
    workspace.write("m/model.json", printSmithyJson(model));
    await workspace.run("record", "--date", "2020-01-01");
    expect(await workspace.run("build")).toMatchObject({ exit: 0 });
    const made = Object.entries(workspace.snapshot()).filter(([path]) => path.startsWith("out/"));
    for (const [path, text] of made) {
      expect(path).toMatch(/^out\/[\w./-]+$/);
      if (path.endsWith(".ts")) expect(withoutStringsAndComments(text)).not.toContain("alert(1)");
    }
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });
});

/** Returns code without its comments and string literals, read from left to right as a compiler does. */
function withoutStringsAndComments(code: string): string {
  return code.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n\u2028\u2029]*|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`/g,
    " ",
  );
}

describe("what cannot be read as a text", () => {
  const broken = (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0x22, 0xff, 0x22])]);

  it("is refused where it is not UTF-8, with the place of the first byte that is not", async () => {
    const workspace = createWorkspace();
    writeFileSync(join(workspace.folder, "model.smithy"), broken('$version: "2.0"\n\nnamespace a\n/// é '));
    for (const args of [["validate"], ["ast"], ["fmt"], ["fmt", "--check"], ["diff", "model.smithy"]]) {
      const { exit, out, err } = await workspace.run(...args, "model.smithy");
      expect(exit).toBe(2);
      expect(out + err).toContain("model.smithy is not UTF-8");
      expect(out + err).toContain("at model.smithy:4:8\n");
    }
    workspace.input = broken("service Weather");
    for (const args of [
      ["select", "-", "model.smithy"],
      ["ast", "-"],
      ["fmt", "-"],
    ])
      expect((await workspace.run(...args)).err).toContain("(standard input) is not UTF-8");
  });

  it("is refused where it is a pipe among files, and read where a shell made it", () => {
    const workspace = createWorkspace();
    workspace.write("model.json", modelText());
    mkdirSync(join(workspace.folder, "models"));
    execFileSync("mkfifo", [join(workspace.folder, "models/f.smithy")]);
    for (const input of ["models", "models/f.smithy"]) {
      const { status, stderr } = spawnSync(process.execPath, [SCRIPT, "ast", input], {
        cwd: workspace.folder,
        encoding: "utf8",
      });
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining("models/f.smithy cannot be read: it is no regular file"),
      ]);
    }
    const shell = `"${process.execPath}" "${SCRIPT}" diff <(cat model.json) model.json`;
    const { stdout } = spawnSync("bash", ["-c", shell], { cwd: workspace.folder, encoding: "utf8" });
    expect(stdout).toContain("No difference");
  });
});

describe("results that cannot be written", () => {
  it.each([
    ["a full disk", "> /dev/full", /^error The results cannot be written: .*no space/],
    ["a reader that is gone", "| true", /^$/],
  ])("%s is no success", (_, sink, message) => {
    const workspace = createWorkspace();
    workspace.write("model.json", modelText());
    const shell = `set -o pipefail; "${process.execPath}" "${SCRIPT}" ast model.json ${sink}`;
    const { status, stderr } = spawnSync("bash", ["-c", shell], { cwd: workspace.folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
