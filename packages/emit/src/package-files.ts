import { bodyEncoding, compareCodeUnits } from "@shapelog/model";
import { emitDiagnostics } from "./diagnostics.js";
import { cleanCharacters } from "./documentation/clean-characters.js";
import type { EmitResult } from "./emitted-file.js";
import { hasWireForm } from "./pieces/wire-shapes.js";
import { listContents, printReadme } from "./print-readme.js";
import type { ReadmeOptions } from "./readme-options.js";

export interface EmitPackageFilesOptions extends ReadmeOptions {
  /** The package's version. The caller keeps the one that is on disk. */
  readonly version: string;
  /** One sentence for `package.json`. Default: what it holds, and of which service. */
  readonly description?: string;
  /** The packages that the generated code imports, by name, with their ranges. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The packages that its scripts run, by name, with their ranges: TypeScript. */
  readonly devDependencies: Readonly<Record<string, string>>;
  /** Whether JSON Schemas are one document or a file for each shape. Default: `bundle`. */
  readonly schemas?: "bundle" | "files";
  /** An SPDX expression. Default: the package names no licence. */
  readonly license?: string;
  /** Who made it: a text as npm has it, such as `Ada <ada@example.com>`. Default: the package names nobody. */
  readonly author?: string;
  /** Where its source is. Default: the package names none. */
  readonly repository?: PackageRepository;
  /** How it is published. Default: as npm does where nothing is said. */
  readonly publishConfig?: PublishConfig;
  /** Whether npm refuses to publish it. Default: false. */
  readonly private?: boolean;
  /** What the `tsconfig` files extend, as TypeScript finds it from the package. Default: nothing; they say all themselves. */
  readonly tsconfig?: string;
}

/** The `repository` of a `package.json`. */
export interface PackageRepository {
  /** An address that git takes, such as `git+https://github.com/example/apis.git`, or npm's short form, `github:example/apis`. */
  readonly url: string;
  /** The package's folder in it, such as `packages/weather`. Default: the repository's root. */
  readonly directory?: string;
}

/** The `publishConfig` of a `package.json`, as far as a generated package can have use for it. */
export interface PublishConfig {
  readonly access?: "public" | "restricted";
  /** Whether npm says where the package was built. It refuses to where the repository is not the one that publishes. */
  readonly provenance?: boolean;
  readonly registry?: string;
  readonly tag?: string;
}

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
      { path: "tsconfig.build.json", text: json(tsconfig(options, BUILD_OPTIONS)) },
      { path: "tsconfig.json", text: json(tsconfig(options, { noEmit: true })) },
    ],
    diagnostics: [],
  };
}

/** Returns whether npm takes a text as the name of a package (npm, "package.json", "name"). */
export function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
}

/** What generated code needs to compile, for a package that extends nothing. TypeScript 5.4 knows all of it. */
const OWN_OPTIONS = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
};

const BUILD_OPTIONS = { rootDir: "src", outDir: "dist", declaration: true, noEmit: false };

function tsconfig({ tsconfig: base }: EmitPackageFilesOptions, own: object): object {
  if (base !== undefined) return { extends: base, compilerOptions: own, include: ["src"] };
  return { compilerOptions: { ...OWN_OPTIONS, ...own }, include: ["src"] };
}

/** A file that is made no more leaves nothing of itself in what is packed. */
const CLEAN = "node -e \"fs.rmSync('dist', { recursive: true, force: true })\"";

/** npm, pnpm and yarn run this before they pack or publish, and stop where it fails. */
const REFUSE_UNBUILT = `node -e "${[
  "const entries = Object.values(require('./package.json').exports)",
  "const lacking = entries.map((entry) => entry.default).filter((file) => file && !file.includes('*') && !fs.existsSync(file))",
  "if (lacking.length > 0) { console.error('Not packed, for it is not built: ' + lacking.join(', ') + ' not there. Run: npm run build'); process.exit(1) }",
].join("; ")}"`;

function packageJson(options: EmitPackageFilesOptions): object {
  const entry = (file: string) => ({ types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` });
  const isWired = hasWireForm(options.model, options.service);
  const { license, author, repository, publishConfig } = options;
  const title = onOneLine(options.title);
  const description = options.description ?? `${listContents(isWired)} of ${title}.`;
  const schemas =
    options.schemas === "files" ? ["schema", "./schema/*.json"] : ["schema.json", "./schema.json"];
  const [packed = "", exported = ""] = isWired ? schemas : [];
  return {
    name: options.name,
    version: options.version,
    ...(options.private ? { private: true } : {}),
    type: "module",
    ...(license === undefined ? {} : { license }),
    description: onOneLine(description),
    ...(author === undefined ? {} : { author: onOneLine(author) }),
    ...(repository === undefined ? {} : { repository: printRepository(repository) }),
    exports: {
      ".": entry("index"),
      ...(isWired ? { "./wire": entry("wire"), "./validators": entry("validators") } : {}),
      "./validators/sdk": entry("validators-sdk"),
      // An operation's file is never called `sdk`.
      ...(isWired ? { "./validators/*": entry("validators/*") } : {}),
      "./validators/sdk/*": entry("validators/sdk/*"),
      ...(bodyEncoding(options.service) === "json" ? { "./parse": entry("parse") } : {}),
      "./redact": entry("redact"),
      "./schemas": entry("schemas"),
      "./openapi.json": "./openapi.json",
      ...(isWired ? { [exported]: exported } : {}),
      "./package.json": "./package.json",
    },
    files: ["dist", ...(isWired ? [packed] : []), "openapi.json"],
    sideEffects: false,
    engines: { node: ">=20.19" },
    ...(publishConfig === undefined ? {} : { publishConfig }),
    scripts: {
      build: `${CLEAN} && tsc -p tsconfig.build.json`,
      typecheck: "tsc -p tsconfig.json",
      prepack: REFUSE_UNBUILT,
    },
    dependencies: sortKeys(options.dependencies),
    devDependencies: sortKeys(options.devDependencies),
  };
}

/** TypeScript 7 takes a manifest with half of a pair of surrogates for none. */
function onOneLine(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, " ").trim();
}

function sortKeys(ranges: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(ranges).sort(([a], [b]) => compareCodeUnits(a, b)));
}

const HOSTS = new Map([
  ["github", "github.com"],
  ["gitlab", "gitlab.com"],
  ["bitbucket", "bitbucket.org"],
]);

/** Writes an address as npm does when it publishes (npm, "package.json", "repository"), so that it has nothing to mend. */
function printRepository({ url, directory }: PackageRepository): object {
  const where = directory === undefined || directory === "" ? {} : { directory };
  return { type: "git", url: printUrl(url), ...where };
}

function printUrl(url: string): string {
  const short = /^(?:(github|gitlab|bitbucket):)?(\w[\w.-]*\/[\w.-]+?)(?:\.git)?$/.exec(url);
  const page = /^https:\/\/((?:github|gitlab)\.com|bitbucket\.org)\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
    url,
  );
  const [, host = "", path = ""] = short ?? page ?? [];
  if (short) return `git+https://${HOSTS.get(host) ?? "github.com"}/${path}.git`;
  return page ? `git+https://${host}/${path}.git` : url;
}
