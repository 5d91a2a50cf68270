import { type CodeFile, createCodeFile, propertyKey, stringLiteral } from "@shapelog/emit";
import {
  type BlobPayload,
  findBlobPayload,
  findMember,
  findShape,
  hasTrait,
  isDemanded,
  isNodeObject,
  type OperationShape,
  operationErrors,
  type Pagination,
  pagination,
  type Shape,
  type ShapeId,
  shapeName,
  stringTrait,
  trait,
} from "@shapelog/model";
import { deprecatedTag, docParts, memberDocParts } from "./doc-parts.js";
import { importType } from "./import-type.js";
import type { OperationNames } from "./settle-names.js";
import type { TypesContext } from "./types-context.js";
import { requestText, responseText } from "./wire-text.js";

/** From this width on, what is passed to a type goes one to a line. */
const LIST_WIDTH = 70;

interface OperationsModule {
  readonly context: TypesContext;
  readonly file: CodeFile;
  /** The ids of the structures that have a type. */
  readonly structures: ReadonlySet<ShapeId>;
}

/**
 * Returns the text of the module of operations: the input, output and errors of each command under the names the AWS SDK
 * gives them, their streams and bodies as clients take and give them, and where its pages are (Smithy 2.0, "paginated trait").
 */
export function emitOperations(context: TypesContext): string {
  const { chosen, names, header } = context;
  const declared = [...names.operations.values()].flatMap((own) => Object.values(own));
  const errors = [...names.errorGuards.keys()].map((id) => names.shapes.of(id)); // names in the namespace of errors
  const guards = [...names.errorGuards.values(), names.errorGuard];
  const file = createCodeFile({
    header,
    declared: [...declared, ...errors, ...guards, names.operationMap, names.errorMap, names.thrown],
  });
  const structures = new Set(chosen.shapes.filter(({ kind }) => kind === "structure").map(({ id }) => id));
  const module: OperationsModule = { context, file, structures };
  emitOperationMap(module);
  file.line();
  emitErrorMap(module);
  for (const operation of chosen.operations) emitOperation(module, operation);
  emitErrorGuards(module);
  return file.render();
}

function emitOperationMap({ context, file }: OperationsModule): void {
  const { chosen, names } = context;
  file.doc({ text: "What each operation takes, returns and throws, by the operation's name." });
  file.block(`export interface ${names.operationMap}`, () => {
    for (const operation of chosen.operations) {
      const { input, output, errors } = namesOf(context, operation);
      file.doc(docParts(context, operation, operation.id));
      file.block(
        `${propertyKey(names.shapes.of(operation.id))}:`,
        () => {
          file.line(`input: ${input};`);
          file.line(`output: ${output};`);
          file.line(`errors: ${errors};`);
        },
        "};",
      );
    }
  });
}

/**
 * Errors as clients throw them: the type of the error's members alone is the shape's. Each is an interface, so that
 * editors show its name in place of what it is made of.
 */
function emitErrorMap(module: OperationsModule): void {
  const { context, file } = module;
  const { names } = context;
  const errors = [...names.errorGuards.keys()];
  const text = "The errors of the operations, as clients throw them, by name.";
  if (errors.length === 0) {
    file.doc({ text });
    file.line(`export interface ${names.errorMap} {}`);
    return;
  }
  const bearer = importType(file, "MetadataBearer");
  file.doc({
    text: "An error as clients throw it: the shape's members, on an `Error` that has the shape's name.",
  });
  file.line(
    `type ${names.thrown}<Name extends string, Fault extends "client" | "server", Members> = ${file.global("Error")} &`,
  );
  file.line(`  ${bearer} &`);
  file.line("  Members & { readonly name: Name; readonly $fault: Fault };");
  file.line();
  file.doc({ text });
  file.block(`export interface ${names.errorMap}`, () => {
    for (const id of errors) {
      const name = names.shapes.of(id);
      file.line(`${name}: ${names.errorMap}.${name};`);
    }
  });
  file.line();
  file.block(`export declare namespace ${names.errorMap}`, () => {
    for (const id of errors) emitThrown(module, id);
  });
}

function emitThrown(module: OperationsModule, id: ShapeId): void {
  const { context, file } = module;
  const shape = findShape(context.model, id);
  if (shape) file.doc(docParts(context, shape, id));
  const fault = (shape && stringTrait(shape, "error")) === "server" ? "server" : "client";
  const members = importShape(module, id);
  // What clients call an error by goes before a member of that name.
  const isNamed = shape?.kind === "structure" && findMember(shape, "name") !== undefined;
  const own = isNamed ? `${file.global("Omit")}<${members}, "name">` : members;
  const passed = [stringLiteral(shapeName(id)), `"${fault}"`, own];
  const line = passed.join(", ");
  const printed = line.length <= LIST_WIDTH ? line : `\n  ${passed.join(",\n  ")}\n`;
  const head = `interface ${context.names.shapes.of(id)} extends ${context.names.thrown}<${printed}>`;
  if (shape && hasTrait(shape, "retryable")) file.block(head, () => file.line(printRetryable(shape)));
  else file.line(`${head} {}`);
}

/** What clients say of an error that may be gone at the next try (Smithy 2.0, "retryable trait"). */
function printRetryable(shape: Shape): string {
  const retryable = trait(shape, "retryable");
  const throttles = isNodeObject(retryable) && retryable.throttling === true;
  return `readonly $retryable: {${throttles ? " readonly throttling: boolean " : ""}};`;
}

/** Guards, since a `catch` has no type, and a class would have to be the one that the client was bundled with. */
function emitErrorGuards({ context, file }: OperationsModule): void {
  const { errorGuards, errorGuard, errorMap, shapes } = context.names;
  if (errorGuards.size === 0) return;
  const isThrown = file.import({ name: "isThrown", from: "@shapelog/runtime/errors" });
  for (const [id, guard] of errorGuards) {
    const shape = findShape(context.model, id);
    file.line();
    file.doc({
      text: `Returns whether what was thrown is a \`${shapes.of(id)}\`.`,
      tags: shape ? deprecatedTag(shape) : [],
    });
    file.block(
      `export function ${guard}(error: unknown): error is ${errorMap}[${stringLiteral(shapes.of(id))}]`,
      () => file.line(`return ${isThrown}(error, [${stringLiteral(shapeName(id))}]);`),
    );
  }
  file.line();
  file.doc({
    text:
      "Returns whether what was thrown is one of the errors named, or, where none is named, any error that the model has. " +
      "It goes by the name and by what clients put on errors, so that it knows those of another copy of a client, too.",
  });
  const all = [...errorGuards.keys()].map((id) => stringLiteral(shapeName(id)));
  const any = `${errorMap}[keyof ${errorMap}]`;
  file.line(`export function ${errorGuard}<Name extends ${any}["name"]>(`);
  file.line("  error: unknown,");
  file.line("  ...names: readonly Name[]");
  file.line(`): error is ${file.global("Extract")}<${any}, { readonly name: Name }> {`);
  file.line("  const all = [");
  for (const name of all) file.line(`    ${name},`);
  file.line("  ];");
  file.line(`  return ${isThrown}(error, names.length > 0 ? names : all);`);
  file.line("}");
}

function emitOperation(module: OperationsModule, operation: OperationShape): void {
  const { context, file } = module;
  const own = namesOf(context, operation);
  const name = shapeName(operation.id);
  const deprecation = deprecatedTag(operation);
  const bearer = importType(file, "MetadataBearer");
  const errors = findErrors(module, operation).map((id) => stringLiteral(context.names.shapes.of(id)));

  file.line();
  file.doc({ text: `What \`${name}\` takes.${requestText(context, operation)}`, tags: deprecation });
  emitMessage(module, own.input, { id: operation.input, role: "input" });
  file.line();
  file.doc({ text: `What \`${name}\` returns.${responseText(context, operation)}`, tags: deprecation });
  emitMessage(module, own.output, { id: operation.output, role: "output", bearer });
  file.line();
  file.doc({ text: `The errors that the model lists for \`${name}\`.`, tags: deprecation });
  file.line(`export type ${own.errors} = ${printErrors(context.names.errorMap, errors)};`);
  const pages = pagination(operation, context.service);
  if (pages) emitPagination(module, operation, pages);
}

function emitPagination(
  { context, file }: OperationsModule,
  operation: OperationShape,
  pages: Pagination,
): void {
  const { input, output, paginate, pagination } = namesOf(context, operation);
  const configuration = importType(file, "PaginationConfiguration");
  const paginator = importType(file, "Paginator");
  const name = shapeName(operation.id);
  file.line();
  file.doc({ text: `Where the pages of \`${name}\` are: paths of members.` });
  file.block(
    `export const ${pagination} =`,
    () => {
      for (const part of ["inputToken", "outputToken", "pageSize", "items"] as const) {
        const path = pages[part];
        if (path !== undefined) file.line(`${part}: ${stringLiteral(path)},`);
      }
    },
    "} as const;",
  );
  file.line();
  file.doc({
    text: `A function that returns the pages of \`${name}\` one by one.`,
    tags: deprecatedTag(operation),
  });
  file.line(`export type ${paginate}<`);
  file.line(`  Configuration extends ${configuration} = ${configuration},`);
  file.line("> = (");
  file.line("  configuration: Configuration,");
  file.line(`  input: ${input},`);
  file.line("  ...rest: unknown[]");
  file.line(`) => ${paginator}<${output}>;`);
}

function namesOf(context: TypesContext, operation: OperationShape): OperationNames {
  const names = context.names.operations.get(operation.id);
  if (!names) throw new Error(`no names were settled for ${operation.id}`);
  return names;
}

/** The errors of an operation and those common to the service, each once, where they are structures. */
function findErrors({ context, structures }: OperationsModule, operation: OperationShape): ShapeId[] {
  return operationErrors(operation, context.service)
    .filter((id) => structures.has(id))
    .sort();
}

interface Message {
  readonly id: ShapeId;
  readonly role: "input" | "output";
  /** What it extends beside the structure. */
  readonly bearer?: string;
}

/** An input or output: the structure's type, nothing for `smithy.api#Unit`, with its blob as commands have it. */
function emitMessage(module: OperationsModule, name: string, { id, role, bearer }: Message): void {
  const { context, file, structures } = module;
  const shape = structures.has(id) ? findShape(context.model, id) : undefined;
  const own = shape && importShape(module, id);
  const payload = shape?.kind === "structure" ? findBlobPayload(context.model, shape) : undefined;
  const omit = () => `${file.global("Omit")}<${own}, ${stringLiteral(payload?.member.name ?? "")}>`;
  const bases = [own && payload ? omit() : own, bearer].filter((base) => base !== undefined);
  const open = `export interface ${name}${bases.length === 0 ? "" : ` extends ${bases.join(", ")}`}`;
  if (!payload) {
    file.line(`${open} {}`);
    return;
  }
  const { member, kind } = payload;
  file.block(open, () => {
    if (shape) file.doc(memberDocParts(context, shape, member));
    const optional = isDemanded(member) ? "" : "?";
    file.line(`${propertyKey(member.name)}${optional}: ${importType(file, payloadType(kind, role))};`);
  });
}

/** The names of the SDK's types: it takes more than it gives. */
function payloadType(kind: BlobPayload["kind"], role: Message["role"]): string {
  if (kind === "stream") {
    return role === "input" ? "StreamingBlobPayloadInputTypes" : "StreamingBlobPayloadOutputTypes";
  }
  return role === "input" ? "BlobPayloadInputTypes" : "Uint8ArrayBlobAdapter";
}

function printErrors(errorMap: string, keys: readonly string[]): string {
  if (keys.length === 0) return "never";
  const line = keys.join(" | ");
  return `${errorMap}[${line.length <= LIST_WIDTH ? line : `\n${keys.map((key) => `  | ${key}\n`).join("")}`}]`;
}

function importShape({ context, file }: OperationsModule, id: ShapeId): string {
  return file.import({ name: context.names.shapes.of(id), from: "./types.js", type: true });
}
