// A stranger who compiles: TypeScript checks the package's own declarations, too, and knows neither Node nor a browser.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findEntries } from "./find-entries.mjs";

const STRICT = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  resolveJsonModule: true,
  noEmit: true,
  skipLibCheck: false,
};

/**
 * The ways to compile. `/schemas` is made of types of `@smithy/types`, which need a browser's and Node's: those who use it
 * have an SDK, and so them.
 * @type {readonly { readonly name: string, readonly options: object, readonly takes: (path: string) => boolean }[]}
 */
const WAYS = [
  {
    name: "nodenext",
    options: { module: "nodenext", moduleResolution: "nodenext" },
    takes: (path) => path !== "./schemas",
  },
  {
    name: "bundler",
    options: { module: "esnext", moduleResolution: "bundler" },
    takes: (path) => path !== "./schemas",
  },
  {
    name: "schemas",
    options: { module: "nodenext", moduleResolution: "nodenext", lib: ["es2022", "dom"], skipLibCheck: true },
    takes: (path) => path === "./schemas",
  },
];

/** What a program says of the foreign service's types: the lines below a comment must not compile. */
const FOREIGN_PROGRAM = `
import type { Kind, Parcel, Place } from "@example/parcels";
import { isKind } from "@example/parcels";
import type { Parcel as WireParcel } from "@example/parcels/wire";
import { type Open, readParcel, validateParcel } from "@example/parcels/validators";

const place: Place = { point: { x: 1, y: 2 } };
export const parcel: Parcel = { id: "AB-1", kind: "a box", grams: 1, packed: new Date(0), place };
// @ts-expect-error It needs an id.
export const nothing: Parcel = {};
// @ts-expect-error There is no such kind.
export const wrong: Kind = "a bag";
// @ts-expect-error There is one alternative at a time.
export const two: Place = { street: "", point: { x: 1, y: 2 } };
export function find(value: unknown): WireParcel | undefined {
  const result = validateParcel(value);
  return result.ok ? result.value : undefined;
}
export function findOpen(value: unknown): Open<WireParcel> | undefined {
  const read = readParcel(value);
  return read.ok ? read.value : undefined;
}
export const kindOf = (text: string): Kind | undefined => (isKind(text) ? text : undefined);
`;

/**
 * Compiles programs that import all of a package that is installed in a folder, and returns what each way says that is wrong.
 * @param {string} name
 * @param {string} home
 * @param {string} compiler the path of `tsc`
 * @returns {{ way: string, errors: readonly string[] }[]}
 */
export function useWithTypeScript(name, home, compiler) {
  const entries = findEntries(join(home, "node_modules", name));
  return WAYS.map(({ name: way, options, takes }) => {
    const folder = join(home, "programs", name, way);
    mkdirSync(folder, { recursive: true });
    const imports = entries
      .filter(({ path }) => takes(path) && !path.startsWith("./schema/"))
      .map(({ specifier, kind }, index) => {
        const from = JSON.stringify(specifier);
        return kind === "json"
          ? `import json${index} from ${from} with { type: "json" };\nexport const used${index}: object = json${index};`
          : `import * as code${index} from ${from};\nexport const used${index}: object = code${index};`;
      });
    writeFileSync(join(folder, "all.mts"), `${imports.join("\n")}\n`);
    if (name === "@example/parcels" && takes("."))
      writeFileSync(join(folder, "program.mts"), FOREIGN_PROGRAM);
    const config = { compilerOptions: { ...STRICT, ...options }, include: ["*.mts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const args = [compiler, "-p", folder, "--pretty", "false"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: home, encoding: "utf8" });
    const errors = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("error"));
    return { way, errors: status === 0 ? [] : errors.length > 0 ? errors : [`ends with ${status}`] };
  });
}
