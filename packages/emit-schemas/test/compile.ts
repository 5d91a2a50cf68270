import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EmittedFile } from "@shapelog/emit";

const require = createRequire(import.meta.url);

/** The compilers that generated code has to pass: of the line before, and the root's. */
export const COMPILERS: readonly (readonly [version: string, path: string])[] = [
  ["5.9", join(dirname(require.resolve("typescript/package.json")), "bin/tsc")],
  ["7", fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url))],
];

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
  isolatedDeclarations: true,
  skipLibCheck: true,
  declaration: true,
  rootDir: "src",
  outDir: "dist",
};

const SMITHY_TYPES = join(dirname(require.resolve("@smithy/types/package.json")), "dist-types/index.d.ts");

const RUNTIME = Object.fromEntries(
  ["", "/parse", "/redact"].map((entry) => [
    `@shapelog/runtime${entry}`,
    [fileURLToPath(new URL(`../../runtime/dist${entry || "/index"}.d.ts`, import.meta.url))],
  ]),
);

/** Compiles files in a folder of their own and returns what the compiler prints: nothing where all is well. */
export function compile(compiler: string, files: readonly EmittedFile[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "emit-schemas-")));
  try {
    const compilerOptions = { ...OPTIONS, paths: { "@smithy/types": [SMITHY_TYPES], ...RUNTIME } };
    const config = { path: "tsconfig.json", text: JSON.stringify({ compilerOptions, include: ["src"] }) };
    const manifest = { path: "package.json", text: JSON.stringify({ type: "module" }) };
    for (const { path, text } of [config, manifest, ...files]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = [compiler, "-p", folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return status === 0 ? stdout : `${stdout}${stderr}exit ${status}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
