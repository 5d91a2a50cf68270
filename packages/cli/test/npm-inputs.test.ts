import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { botocoreText } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const IDL = '$version: "2.0"\n\nnamespace a\n\nservice Events {\n    version: "1"\n}\n';
const AST = JSON.stringify({ smithy: "2.0", shapes: { "a#Events": { type: "service", version: "1" } } });

type Files = Readonly<Record<string, string>>;

/** Writes a package with files into a folder. */
function writePackage(folder: string, version: string, files: Files): void {
  const manifest = {
    ...{ name: "@example/models", version },
    scripts: {
      preinstall: "touch ran",
      prepack: "touch ran",
      prepare: "touch ran",
      postinstall: "touch ran",
    },
  };
  for (const [path, text] of Object.entries({ "package.json": JSON.stringify(manifest), ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function install(workspace: Workspace, version: string, files: Files): void {
  writePackage(join(workspace.folder, "node_modules/@example/models"), version, files);
}

const read = (workspace: Workspace, input: string) => workspace.run("ast", input);

describe("the model of an installed package", () => {
  it.each<[string, Files]>([
    ["of IDL", { "models/main.smithy": IDL, "README.md": "x" }],
    ["of JSON AST", { "dist/model.json": AST, "package-lock.json": "{}" }],
    ["of botocore", { "data/events/service-2.json": botocoreText("Events", ["A"]), "data/other.json": "{}" }],
  ])("is the one that it has, %s", async (_, files) => {
    const workspace = createWorkspace();
    install(workspace, "1.0.0", { ...files, "node_modules/b/model.smithy": IDL });
    for (const input of ["npm:@example/models", "npm:@example/models@1.0.0"]) {
      const { exit, out } = await read(workspace, input);
      expect(exit).toBe(0);
      expect(JSON.parse(out).shapes).not.toEqual({});
    }
  });

  it("has to be named where there are several, which are listed", async () => {
    const workspace = createWorkspace();
    install(workspace, "1.0.0", { "a/model.json": AST, "b/c.smithy": IDL, "b/d.smithy": "namespace d\n" });
    const { exit, err } = await read(workspace, "npm:@example/models");
    expect(exit).toBe(2);
    expect(err).toContain(
      "2 models. Name one: npm:@example/models@1.0.0:b, npm:@example/models@1.0.0:a/model.json",
    );
    for (const place of ["a", "a/model.json", "b", "./b/"])
      expect((await read(workspace, `npm:@example/models@1.0.0:${place}`)).exit).toBe(0);
    const none = await read(workspace, "npm:@example/models:c");
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining("cli/no-package-model")]);
  });

  it("is told with its place in the package where something is wrong with it", async () => {
    const workspace = createWorkspace();
    install(workspace, "1.0.0", { "models/main.smithy": `${IDL}\nstructure X {` });
    const { err } = await read(workspace, "npm:@example/models");
    expect(err).toContain("npm:@example/models@1.0.0:models/main.smithy:");
  });
});

it.each([
  ...["npm:", "npm:..", "npm:../x", "npm:/x", "npm:a@file:../x", "npm:a@../x", "npm:a@x.tgz", "npm:a@b/c"],
  ...["npm:https://example.com/x.tgz", "npm:a@git+ssh://x", "npm:--registry=x", "npm:a@npm:b", "npm:a b"],
])("%s is no package of a registry", async (input) => {
  const { exit, err } = await read(createWorkspace(), input);
  expect([exit, err]).toEqual([2, expect.stringContaining("cli/bad-input")]);
});

/** Serves what was packed by npm, as a registry does, and has a workspace's npm ask it. */
async function serve(workspace: Workspace, versions: Readonly<Record<string, Files>>): Promise<void> {
  const packed = new Map<string, Buffer>();
  for (const [version, files] of Object.entries(versions)) {
    const folder = join(workspace.folder, "packed", version);
    writePackage(folder, version, files);
    execFileSync("npm", ["pack", "--ignore-scripts", "--silent"], { cwd: folder });
    packed.set(version, readFileSync(join(folder, `example-models-${version}.tgz`)));
  }
  const server = createServer((request, response) => {
    const [, version] = /-(\d+\.\d+\.\d+)\.tgz$/.exec(request.url ?? "") ?? [];
    const archive = version === undefined ? undefined : packed.get(version);
    if (archive) return response.end(archive);
    if (!/^\/@example(?:%2f|\/)models$/i.test(request.url ?? "")) return response.writeHead(404).end("{}");
    const list = [...packed].map(([each, bytes]) => {
      const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
      const tarball = `http://localhost:${port()}/@example/models/-/models-${each}.tgz`;
      return [each, { name: "@example/models", version: each, dist: { tarball, integrity } }] as const;
    });
    const latest = list.at(-1)?.[0];
    return response.end(
      JSON.stringify({
        name: "@example/models",
        "dist-tags": { latest },
        versions: Object.fromEntries(list),
      }),
    );
  });
  const port = () => (server.address() as AddressInfo).port; // it listens on one
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const cache = join(workspace.folder, "cache");
  workspace.write(".npmrc", `registry=http://localhost:${port()}/\ncache=${cache}\nfetch-retries=0\n`);
  workspace.write("package.json", "{}");
}

describe("a package that is not installed", () => {
  const CHANGELOG = "# Models\n\n## 2.0.0\n\n- Adds B.\n\n## 1.0.0\n\n- The first.\n";
  const files = (values: readonly string[]): Files => ({
    "CHANGELOG.md": CHANGELOG,
    [`a-folder-with-a-long-name/${"deep/".repeat(30)}service-2.json`]: botocoreText("Events", values),
  });

  it("is fetched by npm in the version that is asked for, and none of its scripts run", async () => {
    const workspace = createWorkspace();
    await serve(workspace, { "1.0.0": files(["A"]), "2.0.0": files(["A", "B"]) });
    const values = async (input: string) => {
      const { exit, out, err } = await read(workspace, input);
      expect([exit, err]).toEqual([0, ""]);
      return Object.keys(JSON.parse(out).shapes["com.amazonaws.events#Kind"].members);
    };
    expect(await values("npm:@example/models")).toEqual(["A", "B"]);
    expect(await values("npm:@example/models@1.0.0")).toEqual(["A"]);
    install(workspace, "1.0.0", files(["A"]));
    expect(await values("npm:@example/models")).toEqual(["A"]);
    expect(await values("npm:@example/models@latest")).toEqual(["A", "B"]);
    expect(Object.keys(workspace.snapshot()).filter((path) => /(?:^|\/)ran$/.test(path))).toEqual([]);
  });

  it("says why npm does not give it", async () => {
    const workspace = createWorkspace();
    await serve(workspace, { "1.0.0": files(["A"]) });
    for (const input of ["npm:@example/models@9", "npm:@example/others"]) {
      const { exit, err } = await read(workspace, input);
      expect([exit, err]).toEqual([
        2,
        expect.stringMatching(/cannot be fetched by npm: \S.*cli\/package-not-fetched/s),
      ]);
    }
  });

  it("is recorded with its name, its version and what its changelog says of that", async () => {
    const workspace = createWorkspace();
    await serve(workspace, { "1.0.0": files(["A"]), "2.0.0": files(["A", "B"]) });
    const service = { model: "model.smithy", ledger: "ledger" };
    workspace.write("shapelog.config.json", `{ "services": { "events": ${JSON.stringify(service)} } }`);
    expect((await workspace.run("import", "npm:@example/models@1.0.0", "--service", "events")).exit).toBe(0);
    await workspace.run(
      "record",
      "--date",
      "2022-01-01",
      "--source",
      "@example/models",
      "--source-version",
      "1.0.0",
    );
    const { exit, out } = await workspace.run(
      "record",
      "--from",
      "npm:@example/models@2.0.0",
      "--date",
      "2022-02-01",
    );
    expect(exit).toBe(0);
    expect(out).toContain("(@example/models 2.0.0)");
    const path = Object.keys(workspace.snapshot()).find((each) => each.startsWith("ledger/2022-02-01")) ?? "";
    expect(JSON.parse(workspace.read(path))).toMatchObject({
      source: { name: "@example/models", version: "2.0.0" },
      vendor: { source: "@example/models", version: "2.0.0", file: "CHANGELOG.md", text: "- Adds B." },
    });
  });
});
