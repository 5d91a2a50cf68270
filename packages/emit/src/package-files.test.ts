import { createModel, NO_TRAITS, type ServiceShape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { createNames } from "./names.js";
import { type EmitPackageFilesOptions, emitPackageFiles, isPackageName } from "./package-files.js";

const service: ServiceShape = {
  kind: "service",
  id: "x#Weather",
  traits: { "smithy.api#title": "Weather <b>Service</b>" },
  version: "1",
  operations: ["x#GetCity"],
  resources: [],
  errors: [],
  rename: [],
};
const model = createModel([
  service,
  {
    kind: "operation",
    id: "x#GetCity",
    traits: NO_TRAITS,
    input: "smithy.api#Unit",
    output: "x#City",
    errors: [],
  },
  { kind: "structure", id: "x#City", traits: NO_TRAITS, members: [] },
]);
const OPTIONS: EmitPackageFilesOptions = {
  model,
  service,
  names: createNames(model, { service }),
  name: "@shapelog/weather",
  title: "Weather <b>Service</b>",
  source: "models/weather/model.json",
  profile: "strict",
  version: "1.2.3",
  dependencies: { b: "^2.0.0", a: "^1.0.0" },
  devDependencies: { typescript: "*" },
};
const emit = (options: Partial<EmitPackageFilesOptions> = {}) => emitPackageFiles({ ...OPTIONS, ...options });
const textOf = (path: string, options: Partial<EmitPackageFilesOptions> = {}) =>
  emit(options).files.find((file) => file.path === path)?.text ?? "";
const manifestOf = (options: Partial<EmitPackageFilesOptions> = {}) =>
  JSON.parse(textOf("package.json", options));

describe("emitPackageFiles", () => {
  it("emits four files, sorted", () => {
    const { files } = emit();
    expect(files.map(({ path }) => path)).toEqual([
      "README.md",
      "package.json",
      "tsconfig.build.json",
      "tsconfig.json",
    ]);
  });

  it("names each entry, types first, and sorts dependencies", () => {
    const json = manifestOf();
    expect(json).toMatchObject({ name: "@shapelog/weather", version: "1.2.3" });
    expect(Object.keys(json.exports)).toEqual([
      ".",
      "./wire",
      "./validators",
      "./validators/sdk",
      "./validators/*",
      "./validators/sdk/*",
      "./parse",
      "./redact",
      "./schemas",
      "./openapi.json",
      "./schema.json",
      "./package.json",
    ]);
    expect(Object.keys(json.exports["./wire"])).toEqual(["types", "default"]);
    expect(Object.keys(json.dependencies)).toEqual(["a", "b"]);
  });

  it("names who made it, on one line", () => {
    expect(manifestOf({ author: "Ada\n<ada@example.com>" }).author).toBe("Ada <ada@example.com>");
    expect(manifestOf()).not.toHaveProperty("author");
  });

  it("says nothing of whose a package is and who may have it where nobody said it", () => {
    const silent = ["license", "repository", "publishConfig", "private"];
    expect(Object.keys(manifestOf()).filter((key) => silent.includes(key))).toEqual([]);
    const said = {
      license: "MIT",
      repository: { url: "https://git.example.com/apis", directory: "packages/weather" },
      publishConfig: { access: "restricted", registry: "https://npm.example.com/" },
      private: true,
      description: "The weather.",
    } as const;
    const repository = { type: "git", ...said.repository };
    expect(manifestOf(said)).toMatchObject({ ...said, repository });
  });

  it.each([
    ["example/apis", "git+https://github.com/example/apis.git"],
    ["github:example/apis", "git+https://github.com/example/apis.git"],
    ["gitlab:example/apis.git", "git+https://gitlab.com/example/apis.git"],
    ["https://github.com/example/apis", "git+https://github.com/example/apis.git"],
    ["https://bitbucket.org/example/apis.git", "git+https://bitbucket.org/example/apis.git"],
    ["git+ssh://git@git.example.com/apis.git", "git+ssh://git@git.example.com/apis.git"],
    ["gist:11081aaa281", "gist:11081aaa281"],
    ["../apis", "../apis"],
  ])("names the repository %s as npm writes it", (url, written) => {
    expect(manifestOf({ repository: { url, directory: "" } }).repository).toEqual({
      type: "git",
      url: written,
    });
  });

  it.each([
    ["a \n b", "a b"],
    ["\ud800\u001b[31m \u202e", "\ufffd [31m"],
  ])("describes a package in one line that every reader of manifests takes: %j", (title, shown) => {
    expect(manifestOf({ title }).description).toBe(
      `Types, validators, Smithy schemas, JSON Schema and OpenAPI of ${shown}.`,
    );
    expect(manifestOf({ description: title }).description).toBe(shown);
  });

  it("has tsconfig files that say all, or extend another one", () => {
    const read = (path: string, options = {}) => JSON.parse(textOf(path, options));
    expect(read("tsconfig.build.json")).toMatchObject({
      compilerOptions: { module: "nodenext", outDir: "dist" },
    });
    expect(read("tsconfig.build.json")).not.toHaveProperty("extends");
    expect(read("tsconfig.json", { tsconfig: "../../base.json" })).toEqual({
      extends: "../../base.json",
      compilerOptions: { noEmit: true },
      include: ["src"],
    });
  });

  it("has nothing that parses JSON where bodies are none", () => {
    const other = { ...service, traits: { ...service.traits, "aws.protocols#restXml": {} } };
    const texts = emit({ service: other }).files.map(({ text }) => text);
    expect(texts.join("\n")).not.toContain("/parse");
  });

  it("tells in the README how required members are", () => {
    expect(textOf("README.md")).toContain("Profile `strict`: required members are `member: T`");
  });

  it("tells in the README which types streams need, and only where there are streams", () => {
    const body = { name: "body", target: "x#Body", traits: NO_TRAITS };
    const streams = createModel([
      ...model.shapes.values(),
      { kind: "structure", id: "x#City", traits: NO_TRAITS, members: [body] },
      { kind: "blob", id: "x#Body", traits: { "smithy.api#streaming": {} } },
    ]);
    const names = createNames(streams, { service });
    expect(textOf("README.md", { model: streams, names })).toContain("compile with `@types/node`");
    expect(textOf("README.md")).not.toContain("@types/node");
  });

  it("tells in the README what the model has and how to use it", () => {
    const readme = textOf("README.md");
    expect(readme).toContain("## 1 operation, 1 shape\n\n- `GetCity`\n");
    expect(readme).toContain('import { readCity } from "@shapelog/weather/validators";');
    expect(readme).toContain("**Weather **Service****");
    expect(readme).not.toMatch(/<b>/);
  });

  it.each([
    ["aws.protocols#awsQuery", "forms, and answers are XML"],
    ["smithy.protocols#rpcv2Cbor", "CBOR, which has times and bytes of its own"],
  ])("names nothing of the wire under %s, where bodies are no JSON", (protocol, said) => {
    const own = { ...service, traits: { [protocol]: {} } };
    const { files } = emitPackageFiles({ ...OPTIONS, model, service: own, name: "@shapelog/weather" });
    const text = (path: string) => files.find((file) => file.path === path)?.text ?? "";
    const { exports, files: packed, description } = JSON.parse(text("package.json"));
    const entries = [
      ".",
      "./validators/sdk",
      "./validators/sdk/*",
      "./redact",
      "./schemas",
      "./openapi.json",
      "./package.json",
    ];
    expect(Object.keys(exports)).toEqual(entries);
    expect(packed).toEqual(["dist", "openapi.json"]);
    expect(description).not.toContain("JSON Schema");
    const readme = text("README.md");
    expect(readme).not.toMatch(/\/wire|\/validators"|JSON Schema|<Shape>/);
    expect(readme).toContain('import { readCity } from "@shapelog/weather/validators/sdk";');
    expect(readme).toContain(said);
  });

  it.each(["../x", "a b", "A", "@x/../y", '"', "", "x\n"])("refuses the package name %j", (name) => {
    expect(isPackageName(name)).toBe(false);
    const { files, diagnostics } = emit({ name });
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "emit/package-name", severity: "error", data: { name } }]);
  });
});
