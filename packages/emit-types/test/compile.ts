import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EmittedFile } from "@shapelog/emit";

const require = createRequire(import.meta.url);

/** The compilers that generated code has to pass: the one openapi-typescript runs on, and the root's. */
export const COMPILERS: readonly (readonly [version: string, path: string])[] = [
  ["5.9", join(dirname(require.resolve("typescript/package.json")), "bin/tsc")],
  ["7", fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url))],
];

/** Where packages are found: those of the repository are links there. */
const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

const OPTIONS = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedModules: true,
  skipLibCheck: true,
  declaration: true,
  outDir: "dist",
  rootDir: "src",
};

export interface CompileOptions {
  /** The packages in `@types` whose globals there are. Default: none. */
  readonly types?: readonly string[];
  /** The libraries of TypeScript. Default: `es2022`. */
  readonly lib?: readonly string[];
  /** Default: true. */
  readonly exactOptionalPropertyTypes?: boolean;
  /** Whether the declarations of packages are not checked themselves. Default: true. */
  readonly skipLibCheck?: boolean;
}

/** Compiles files in a folder of their own and returns what the compiler prints: nothing where all is well. */
export function compile(
  compiler: string,
  files: readonly EmittedFile[],
  options: CompileOptions = {},
): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "emit-types-")));
  try {
    symlinkSync(MODULES, join(folder, "node_modules"));
    const config = { compilerOptions: { ...OPTIONS, ...options }, include: ["src"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", folder], {
      encoding: "utf8",
    });
    return status === 0 ? stdout : `${stdout}${stderr}exit ${status}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
