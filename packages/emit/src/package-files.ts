import { emitDiagnostics } from "./diagnostics.js";
import type { EmitResult } from "./emitted-file.js";
import { printReadme, type ReadmeOptions } from "./print-readme.js";

export interface EmitPackageFilesOptions extends ReadmeOptions {
  /** The package's version. The caller keeps the one that is on disk. */
  readonly version: string;
  /** The folder of the package in the repository, such as `packages/generated/weather`. */
  readonly directory: string;
  /** The packages that the generated code imports, by name, with their ranges. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Default: `Apache-2.0`. */
  readonly license?: string;
  /** The git address of the repository. Default: Shapelog's own. */
  readonly repository?: string;
}

const REPOSITORY = "git+https://github.com/shapelog/shapelog.git";

/** Emits what a generated package needs beside its code: `package.json`, `README.md` and the two `tsconfig` files. */
export function emitPackageFiles(options: EmitPackageFilesOptions): EmitResult {
  const { name } = options;
  if (!isPackageName(name)) {
    const diagnostic = emitDiagnostics.create("package-name", undefined, { name });
    return { files: [], diagnostics: [diagnostic] };
  }
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    files: [
      { path: "README.md", text: printReadme(options) },
      { path: "package.json", text: json(packageJson(options)) },
      { path: "tsconfig.build.json", text: json(BUILD_CONFIG) },
      { path: "tsconfig.json", text: json(TYPECHECK_CONFIG) },
    ],
    diagnostics: [],
  };
}

/** Returns whether npm takes a text as the name of a package (npm, "package.json", "name"). */
export function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
}

const BASE_CONFIG = "../../../tsconfig.base.json";

const BUILD_CONFIG = {
  extends: BASE_CONFIG,
  compilerOptions: { rootDir: "src", outDir: "dist" },
  include: ["src"],
};

const TYPECHECK_CONFIG = { extends: BASE_CONFIG, compilerOptions: { noEmit: true }, include: ["src"] };

function packageJson(options: EmitPackageFilesOptions): object {
  const entry = (file: string) => ({ types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` });
  const dependencies = Object.entries(options.dependencies).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: options.name,
    version: options.version,
    type: "module",
    license: options.license ?? "Apache-2.0",
    description: `Types, validators, Smithy schemas, JSON Schema and OpenAPI of ${options.title.replace(/\s+/g, " ").trim()}.`,
    repository: { type: "git", url: options.repository ?? REPOSITORY, directory: options.directory },
    exports: {
      ".": entry("index"),
      "./wire": entry("wire"),
      "./validators": entry("validators"),
      "./validators/sdk": entry("validators-sdk"),
      "./schemas": entry("schemas"),
      "./openapi.json": "./openapi.json",
      "./schema/*.json": "./schema/*.json",
      "./package.json": "./package.json",
    },
    files: ["dist", "schema", "openapi.json"],
    sideEffects: false,
    engines: { node: ">=20.19" },
    publishConfig: { access: "public", provenance: true },
    scripts: { build: "tsc -p tsconfig.build.json", typecheck: "tsc -p tsconfig.json" },
    dependencies: Object.fromEntries(dependencies),
  };
}
