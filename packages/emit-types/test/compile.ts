import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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

const PACKAGES = ["@smithy/types", "@aws-sdk/client-cognito-identity-provider"];

/** Stands in for the package of the same name: these tests need nothing of it but that it exists. */
const RUNTIME = "export type Open<T> = T;\n";

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
};

/** Compiles files in a folder of their own and returns what the compiler prints: nothing where all is well. */
export function compile(compiler: string, files: readonly EmittedFile[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "emit-types-")));
  try {
    const paths = Object.fromEntries(PACKAGES.map((name) => [name, [findTypes(name)]]));
    const compilerOptions = {
      ...OPTIONS,
      paths: { ...paths, "@shapelog/runtime": [join(folder, "runtime.ts")] },
    };
    const config = { compilerOptions, include: ["src", "runtime.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "runtime.ts"), RUNTIME);
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

function findTypes(name: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { types } = require(manifest) as { types: string }; // every package here has it
  return join(dirname(manifest), types);
}
