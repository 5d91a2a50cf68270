import type { EmittedFile } from "@shapelog/emit";
import { compareCodeUnits } from "@shapelog/model";
import type { ChosenChecks } from "./choose-checks.js";
import { type CompiledCheck, createCompiler } from "./compile-check.js";
import { createConstants, type DeclaredConstant, printConstant } from "./constants.js";
import { checkFunction } from "./function-names.js";
import { type OperationRoots, type Part, planModules } from "./plan-modules.js";
import { relativePath } from "./relative-path.js";

/** The checks of a module that are the same in both forms, and those of each form. */
const KINDS = ["both", "wire", "sdk"] as const;

export type CheckKind = (typeof KINDS)[number];

const FOLDERS = {
  both: "checks",
  wire: "checks/wire",
  sdk: "checks/sdk",
  constants: "checks/constants",
} as const;

const RUNTIME = "@shapelog/runtime/checks";

/** Compiled checks as files, and where each stands. */
export interface PrintedChecks {
  readonly files: readonly EmittedFile[];
  /** Returns the module of a shape's check, without its folder and extension. */
  moduleOf(name: string): string;
  /** Returns the path of a file of checks, below `src/` and without extension. */
  pathOf(module: string, kind: CheckKind): string;
}

export interface PrintChecksOptions {
  readonly header: string;
  /** The operations, with the names of the shapes that their entry points have functions of. */
  readonly operations: readonly OperationRoots[];
}

type Compiled = Readonly<Record<CheckKind, readonly CompiledCheck[]>>;

/** Prints the compiled checks, divided among modules; each has the constants that nobody else uses. */
export function printChecks(checks: ChosenChecks, { header, operations }: PrintChecksOptions): PrintedChecks {
  const constants = createConstants();
  const compile = createCompiler(constants);
  const compiled: Compiled = {
    both: checks.both.map(compile),
    wire: checks.wire.map(compile),
    sdk: checks.sdk.map(compile),
  };
  const declared = constants.list();
  const roots = operations.map(({ name, roots: names }) => ({ name, roots: names.map(checkFunction) }));
  const plan = planModules(findParts(compiled, declared), roots);
  const home = (identifier: string) => {
    const module = plan.parts.get(identifier);
    if (module === undefined) throw new Error(`no module has ${identifier}`);
    return module;
  };
  const shared = new Set(checks.both.map(({ name }) => name));
  const files = new Map<string, FileParts>();
  const at = (path: string) => {
    const file: FileParts = files.get(path) ?? { path, imports: new Map(), bodies: [] };
    files.set(path, file);
    return file;
  };
  for (const constant of declared)
    addConstant(at(`${FOLDERS.constants}/${home(constant.name)}`), constant, home);
  for (const kind of KINDS) {
    for (const check of compiled[kind]) {
      const file = at(`${FOLDERS[kind]}/${home(checkFunction(check.name))}`);
      file.bodies.push(indent(check.text));
      addImports(file, check, {
        call: (name) => `${FOLDERS[shared.has(name) ? "both" : kind]}/${home(checkFunction(name))}`,
        constant: (name) => `${FOLDERS.constants}/${home(name)}`,
      });
    }
  }
  return {
    files: [...files.values()].map((file) => printFile(file, header)),
    moduleOf: (name) => home(checkFunction(name)),
    pathOf: (module, kind) => `${FOLDERS[kind]}/${module}`,
  };
}

/** Returns each check, in all forms that it has, and each constant. */
function findParts(compiled: Compiled, constants: readonly DeclaredConstant[]): Part[] {
  const parts = new Map<string, { name: string; size: number; uses: Set<string> }>();
  for (const { name: shape, text, uses } of KINDS.flatMap((kind) => compiled[kind])) {
    const name = checkFunction(shape);
    const part = parts.get(name) ?? { name, size: 0, uses: new Set() };
    part.size += text.length;
    for (const used of [...uses.constants, ...[...uses.calls].map(checkFunction)]) part.uses.add(used);
    parts.set(name, part);
  }
  const declared = constants.map((constant) => ({
    name: constant.name,
    size: printConstant(constant).length,
    uses: constant.of === undefined ? [] : [constant.of],
  }));
  return [...parts.values(), ...declared];
}

interface FileParts {
  /** Below `src/`, without extension. */
  readonly path: string;
  /** What is imported, by the module that has it. */
  readonly imports: Map<string, Set<string>>;
  readonly bodies: string[];
}

/** Returns the path of the file that has something, by its name. */
interface Places {
  call(name: string): string;
  constant(name: string): string;
}

function addImports(file: FileParts, { uses }: CompiledCheck, places: Places): void {
  addImport(file, RUNTIME, "type Failures");
  for (const name of uses.runtime) addImport(file, RUNTIME, name);
  for (const name of uses.calls) addImportOf(file, places.call(name), checkFunction(name));
  for (const name of uses.constants) addImportOf(file, places.constant(name), name);
}

function addConstant(
  file: FileParts,
  constant: DeclaredConstant,
  home: (identifier: string) => string,
): void {
  if (constant.runtime !== undefined) addImport(file, RUNTIME, constant.runtime);
  if (constant.of !== undefined) addImportOf(file, `${FOLDERS.constants}/${home(constant.of)}`, constant.of);
  file.bodies.push(`${printConstant(constant)}\n`);
}

function addImportOf(file: FileParts, path: string, name: string): void {
  if (path !== file.path) addImport(file, relativePath(file.path, path), name);
}

function addImport({ imports }: FileParts, from: string, name: string): void {
  const names = imports.get(from);
  if (names) names.add(name);
  else imports.set(from, new Set([name]));
}

function printFile({ path, imports, bodies }: FileParts, header: string): EmittedFile {
  const lines = [...imports].map(([from, names]) => {
    return `import { ${[...names].sort(compareCodeUnits).join(", ")} } from "${from}";`;
  });
  const separator = path.startsWith(FOLDERS.constants) ? "" : "\n";
  const head = [header, "// @ts-nocheck", ...lines.sort(compareCodeUnits)].join("\n");
  return { path: `src/${path}.ts`, text: `${head}\n\n${bodies.join(separator)}` };
}

/** Indents code in which each line opens a block at its end or closes one at its start. */
function indent(code: string): string {
  let depth = 0;
  return code.replace(/^.+$/gm, (line) => {
    if (line.startsWith("}")) depth--;
    const indented = `${"  ".repeat(depth)}${line}`;
    if (line.endsWith("{")) depth++;
    return indented;
  });
}
