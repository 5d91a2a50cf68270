import { createModel, NO_TRAITS, type ServiceShape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { createNames } from "./names.js";
import { emitPackageFiles, isPackageName } from "./package-files.js";

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
const emit = (name = "@shapelog/weather") =>
  emitPackageFiles({
    model,
    service,
    names: createNames(model, { service }),
    name,
    title: "Weather <b>Service</b>",
    source: "models/weather/model.json",
    version: "1.2.3",
    directory: "packages/generated/weather",
    dependencies: { b: "^2.0.0", a: "^1.0.0" },
  });
const textOf = (path: string) => emit().files.find((file) => file.path === path)?.text ?? "";

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
    const json = JSON.parse(textOf("package.json"));
    expect(json).toMatchObject({ name: "@shapelog/weather", version: "1.2.3", license: "Apache-2.0" });
    expect(Object.keys(json.exports)).toEqual([
      ".",
      "./wire",
      "./validators",
      "./validators/sdk",
      "./schemas",
      "./openapi.json",
      "./schema/*.json",
      "./package.json",
    ]);
    expect(Object.keys(json.exports["./wire"])).toEqual(["types", "default"]);
    expect(Object.keys(json.dependencies)).toEqual(["a", "b"]);
  });

  it("tells in the README what the model has and how to use it", () => {
    const readme = textOf("README.md");
    expect(readme).toContain("## 1 operation, 1 shape\n\n- `GetCity`\n");
    expect(readme).toContain('import { readCity } from "@shapelog/weather/validators";');
    expect(readme).toContain("**Weather **Service****");
    expect(readme).not.toMatch(/<b>/);
  });

  it.each(["../x", "a b", "A", "@x/../y", '"', "", "x\n"])("refuses the package name %j", (name) => {
    expect(isPackageName(name)).toBe(false);
    const { files, diagnostics } = emit(name);
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "emit/package-name", severity: "error", data: { name } }]);
  });
});
