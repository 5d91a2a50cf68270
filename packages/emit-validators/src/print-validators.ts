import {
  type CodeFile,
  createCodeFile,
  createFileNames,
  type EmittedFile,
  propertyKey,
  stringLiteral,
} from "@shapelog/emit";
import type { Form } from "./check.js";
import type { OperationRoots } from "./plan-modules.js";
import type { CheckPlace } from "./print-checks.js";
import { relativePath } from "./relative-path.js";

/** A shape that validators are printed for. */
export interface ValidatedShape {
  readonly name: string;
  /** Its compiled check, which may be another shape's. Its functions stand in a module of the same name. */
  readonly check: CheckPlace;
  /** The member that an operation takes more in than the shape's type says, as programs hold it. */
  readonly taken?: TakenMember;
  /** What it is, for the docs: "the input of AdminListUserAuthEvents". */
  readonly role?: string;
  /** Whether it is made of texts, and may hold more than the model knows. Default: it is not. */
  readonly isText?: boolean;
  /** The ISO date it first appeared. */
  readonly since?: string;
}

/** A member of an operation's input and the type that commands have for it. */
export interface TakenMember {
  readonly name: string;
  readonly required: boolean;
  /** A type of `@smithy/types`. */
  readonly type: "BlobPayloadInputTypes" | "StreamingBlobPayloadInputTypes";
}

/** Where the functions of each form stand, below `src/` and without extension. */
const FORMS = {
  wire: {
    whole: "validators",
    entries: "validators",
    modules: "functions/wire",
    types: "wire",
    is: "in its JSON form",
  },
  sdk: {
    whole: "validators-sdk",
    entries: "validators/sdk",
    modules: "functions/sdk",
    types: "types",
    is: "as programs hold it",
  },
} as const satisfies Readonly<Record<Form, object>>;

const TYPES =
  'export type { Drift, Invalid, Open, ReadResult, Result, ValidationError } from "@shapelog/runtime";';

/** The functions of a shape: what each is called, what makes it, its type, and what it does with what the model does not know. */
const FUNCTIONS = [
  { prefix: "validate", make: "createValidator", type: "Validator", verb: "Checks", unknown: "is an error" },
  {
    prefix: "read",
    make: "createReader",
    type: "Reader",
    verb: "Reads",
    unknown: "is drift, and null is absent",
  },
  { prefix: "is", make: "createGuard", type: "Guard" },
] as const;

/** What `validators/` has beside operations, whose files therefore get other names. */
const RESERVED = ["sdk", "index"];

export interface PrintValidatorsOptions {
  readonly form: Form;
  readonly header: string;
  /** The operations, with the names of the shapes that their entry points have functions of. */
  readonly operations: readonly OperationRoots[];
}

/**
 * Prints the public functions of one form, `validate`, `read` and `is` for each shape: modules in which they are made, an
 * entry point for each operation, and one for the whole service, which name what the modules have.
 */
export function printValidators(
  shapes: readonly ValidatedShape[],
  { form, header, operations }: PrintValidatorsOptions,
): EmittedFile[] {
  const { whole, entries, modules } = FORMS[form];
  const byModule = new Map<string, ValidatedShape[]>();
  for (const shape of shapes) {
    const known = byModule.get(shape.check.module);
    if (known) known.push(shape);
    else byModule.set(shape.check.module, [shape]);
  }
  const homes = new Map(shapes.map(({ name, check }) => [name, check.module]));
  const files = createFileNames(
    operations.map(({ name }) => name),
    { reserved: RESERVED },
  );
  const sources = [...byModule.keys()].map((module) => relativePath(whole, `${modules}/${module}`)).sort();
  const all = [header, "", TYPES, ...sources.map((source) => `export * from "${source}";`), ""];
  return [
    { path: `src/${whole}.ts`, text: all.join("\n") },
    ...[...byModule].map(([module, own]) => printModule(own, { form, header, path: `${modules}/${module}` })),
    ...operations.map(({ name, roots }) => {
      const path = `${entries}/${files.get(name)}`;
      const lines = printExports(roots, (root) => {
        const module = homes.get(root);
        return module === undefined ? undefined : relativePath(path, `${modules}/${module}`);
      });
      return { path: `src/${path}.ts`, text: [header, "", TYPES, ...lines, ""].join("\n") };
    }),
  ];
}

/** Returns the lines that export the functions of shapes from where they stand. */
function printExports(names: readonly string[], find: (name: string) => string | undefined): string[] {
  const bySource = new Map<string, string[]>();
  for (const name of names) {
    const source = find(name);
    if (source === undefined) continue;
    const functions = FUNCTIONS.map(({ prefix }) => `${prefix}${name}`);
    bySource.set(source, [...(bySource.get(source) ?? []), `  ${functions.join(", ")},`]);
  }
  return [...bySource]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([source, lines]) => ["export {", ...lines, `} from "${source}";`]);
}

interface ModuleOptions {
  readonly form: Form;
  readonly header: string;
  /** Below `src/`, without extension. */
  readonly path: string;
}

function printModule(shapes: readonly ValidatedShape[], options: ModuleOptions): EmittedFile {
  const declared = shapes.flatMap(({ name }) => FUNCTIONS.map(({ prefix }) => `${prefix}${name}`));
  const file = createCodeFile({ header: options.header, declared });
  shapes.forEach((shape, index) => {
    if (index > 0) file.line();
    printFunctions(file, shape, options);
  });
  return { path: `src/${options.path}.ts`, text: file.render() };
}

function printFunctions(file: CodeFile, shape: ValidatedShape, { form, path }: ModuleOptions): void {
  const { name, role, since, taken, isText } = shape;
  const { types, is } = FORMS[form];
  const shapeType = file.import({ name, from: relativePath(path, types), type: true });
  const type = form === "sdk" && taken ? printTaken(file, shapeType, taken) : shapeType;
  const check = file.import({
    name: shape.check.name,
    from: relativePath(path, shape.check.path),
  });
  const what = isText
    ? `\`${name}\`, ${role}, as texts`
    : `\`${name}\`${role === undefined ? "" : `, ${role},`} ${is}`;
  const unknown = isText ? "a value that the model does not know" : "what the model does not know";
  FUNCTIONS.forEach((each, index) => {
    const doc =
      each.prefix === "is"
        ? `Returns whether a value is ${what}; as strict as \`validate${name}\`.`
        : `${each.verb} ${what}; ${unknown} ${each.unknown}.`;
    const own = file.import({ name: each.type, from: "@shapelog/runtime", type: true });
    const make = file.import({ name: each.make, from: "@shapelog/runtime/checks" });
    if (index > 0) file.line();
    file.line(since === undefined ? `/** ${doc} */` : `/**\n * ${doc}\n *\n * @since ${since}\n */`);
    file.line(`export const ${each.prefix}${name}: ${own}<${type}> = /* @__PURE__ */ ${make}(${check});`);
  });
}

function printTaken(file: CodeFile, shape: string, { name, required, type }: TakenMember): string {
  const value = file.import({ name: type, from: "@smithy/types", type: true });
  const property = required
    ? `${propertyKey(name)}: ${value}`
    : `${propertyKey(name)}?: ${value} | undefined`;
  return `${file.global("Omit")}<${shape}, ${stringLiteral(name)}> & { ${property} }`;
}
