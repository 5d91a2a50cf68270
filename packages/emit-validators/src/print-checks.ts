import type { EmittedFile } from "@shapelog/emit";
import { compareCodeUnits } from "@shapelog/model";
import type { Form } from "./check.js";
import type { ChosenChecks } from "./choose-checks.js";
import { type CompiledCheck, createCompiler } from "./compile-check.js";
import { createConstants, type DeclaredConstant, printConstant } from "./constants.js";
import { checkFunction } from "./function-names.js";
import { type OperationRoots, type Part, planModules } from "./plan-modules.js";

const FOLDER = "checks";

const RUNTIME = "@shapelog/runtime/checks";

/** Compiled checks as files, and where each stands. */
export interface PrintedChecks {
  readonly files: readonly EmittedFile[];
  /** Returns where a shape's check in a form stands. */
  find(shape: string, form: Form): CheckPlace;
}

export interface CheckPlace {
  /** The name of its function. */
  readonly name: string;
  /** The name of its module. */
  readonly module: string;
  /** The path of its module, below `src/` and without extension. */
  readonly path: string;
}

export interface PrintChecksOptions {
  readonly header: string;
  /** The operations, with the names of the shapes that their entry points have functions of. */
  readonly operations: readonly OperationRoots[];
}

/** Prints the compiled checks, divided among modules with the constants that they need. */
export function printChecks(checks: ChosenChecks, { header, operations }: PrintChecksOptions): PrintedChecks {
  const onWire = new Set(checks.wire.map(({ name }) => name));
  const inTwo = new Set(checks.sdk.flatMap(({ name }) => (onWire.has(name) ? [name] : [])));
  const nameIn = (form: Form) => (shape: string) =>
    inTwo.has(shape) ? checkFunction(shape, form) : checkFunction(shape);
  const constants = createConstants();
  const compile = createCompiler(constants);
  const compiled = [
    ...checks.both.map((check) => compile(check)),
    ...(["wire", "sdk"] as const).flatMap((form) =>
      checks[form].map((check) => compile(check, nameIn(form))),
    ),
  ];
  const declared = constants.list();
  const roots = operations.map((operation) => ({
    name: operation.name,
    roots: operation.roots.flatMap((root) => [nameIn("wire")(root), nameIn("sdk")(root)]),
  }));
  const modules = planModules([...declared.map(partOfConstant), ...compiled.map(partOfCheck)], roots);
  const home = (name: string) => {
    const module = modules.get(name);
    if (module === undefined) throw new Error(`no module has ${name}`);
    return module;
  };
  const files = new Map<string, FileParts>();
  const at = (module: string) => {
    const file: FileParts = files.get(module) ?? { module, imports: new Map(), bodies: [] };
    files.set(module, file);
    return file;
  };
  for (const constant of declared) addConstant(at(home(constant.name)), constant, home);
  for (const check of compiled) addCheck(at(home(check.name)), check, home);
  return {
    files: [...files.values()].map((file) => printFile(file, header)),
    find(shape, form) {
      const name = nameIn(form)(shape);
      const module = home(name);
      return { name, module, path: `${FOLDER}/${module}` };
    },
  };
}

function partOfConstant(constant: DeclaredConstant): Part {
  const { name, of } = constant;
  return { name, size: printConstant(constant).length, uses: of === undefined ? [] : [of] };
}

function partOfCheck({ name, text, uses }: CompiledCheck): Part {
  return { name, size: text.length, uses: [...uses.constants, ...uses.calls] };
}

interface FileParts {
  readonly module: string;
  /** What is imported, by the module that has it. */
  readonly imports: Map<string, Set<string>>;
  readonly bodies: string[];
}

type Home = (name: string) => string;

function addConstant(file: FileParts, constant: DeclaredConstant, home: Home): void {
  if (constant.runtime !== undefined) addImport(file, RUNTIME, constant.runtime);
  if (constant.of !== undefined) addImportOf(file, constant.of, home);
  file.bodies.push(`${printConstant(constant)}\n`);
}

function addCheck(file: FileParts, { text, uses }: CompiledCheck, home: Home): void {
  addImport(file, RUNTIME, "type Failures");
  for (const name of uses.runtime) addImport(file, RUNTIME, name);
  for (const name of [...uses.calls, ...uses.constants]) addImportOf(file, name, home);
  file.bodies.push(`\n${indent(text)}`);
}

function addImportOf(file: FileParts, name: string, home: Home): void {
  const module = home(name);
  if (module !== file.module) addImport(file, `./${module}.js`, name);
}

function addImport({ imports }: FileParts, from: string, name: string): void {
  const names = imports.get(from);
  if (names) names.add(name);
  else imports.set(from, new Set([name]));
}

function printFile({ module, imports, bodies }: FileParts, header: string): EmittedFile {
  const lines = [...imports].map(([from, names]) => {
    return `import { ${[...names].sort(compareCodeUnits).join(", ")} } from "${from}";\n`;
  });
  const head = `${header}\n// @ts-nocheck\n${lines.sort(compareCodeUnits).join("")}`;
  return { path: `src/${FOLDER}/${module}.ts`, text: `${head}\n${bodies.join("")}` };
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
