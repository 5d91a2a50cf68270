import {
  type CodeFile,
  createCodeFile,
  createIdentifier,
  type DataShape,
  serviceTitle,
  stringLiteral,
} from "@shapelog/emit";
import type { SchemaForm } from "@shapelog/emit-openapi";
import {
  bodyEncoding,
  findMember,
  findShape,
  type MapShape,
  type Model,
  type ShapeId,
  type UnionShape,
} from "@shapelog/model";
import ts from "typescript";
import { docParts, pieceDocParts } from "./doc-parts.js";
import { emitExports } from "./emit-exports.js";
import { importType } from "./import-type.js";
import { printMembers, type ShapesModule } from "./print-members.js";
import { printType, type Refer, readMapValue } from "./print-type.js";
import { readProperties } from "./read-types.js";
import type { TypesContext } from "./types-context.js";

/** From this width on, the alternatives of a union are printed one to a line. */
const UNION_WIDTH = 90;

/**
 * Returns the text of a module with one exported interface or alias for each data shape; enums come from the module of
 * enums. In the SDK form members are as the AWS SDK for JavaScript has them: `member: T | undefined` where required,
 * else `member?: T | undefined` (Smithy 2.0, "Structure"); unions hold exactly one member, or `$unknown` (Smithy 2.0,
 * "Union"). In the wire form required members are there.
 */
export function emitShapes(
  context: TypesContext,
  form: SchemaForm,
  types: ReadonlyMap<string, ts.TypeNode>,
): string {
  const { names, chosen, wire } = context;
  const all = form === "wire" ? wire.shapes : chosen.shapes;
  const shapes = all.filter(({ id }) => !names.enums.has(id));
  const aliases = form === "wire" ? [...wire.aliases] : [];
  const isWhole = form === "sdk" || context.isOfModel || bodyEncoding(context.service) === "json";
  const enums = isWhole ? [...names.enums.values()].map(({ self }) => self) : [];
  const ids = [...shapes.map(({ id }) => id), ...aliases.map(([id]) => id)];
  const declared = [...ids.map((id) => names.shapes.of(id)), names.oneOf, names.noneOf];
  const file = createCodeFile({ header: context.header, declared });
  const isEnum = new Set(enums);
  const refer: Refer = {
    schema: (name) => (isEnum.has(name) ? file.import({ name, from: "./enums.js", type: true }) : name),
    named: (name) => importType(file, name),
  };
  const module: ShapesModule = { context, form, types, file, refer };
  const parts: (() => void)[] = [
    ...shapes.map((shape) => () => emitShape(module, shape)),
    ...aliases.map(
      ([id, shape]) =>
        () =>
          emitAlias(module, id, shape),
    ),
  ];
  if (shapes.some(({ kind }) => kind === "union")) parts.unshift(() => emitOneOf(module));
  if (parts.length === 0 && enums.length === 0) parts.push(() => file.line("export {};"));
  if (form === "wire") parts.unshift(() => emitWireHead(context, file, enums));
  else if (enums.length > 0) parts.unshift(() => emitEnumTypes(file, enums));
  parts.forEach((part, index) => {
    if (index > 0) file.line();
    part();
  });
  return file.render();
}

/** Users import this module alone, so it says what it is and has the enums' types too. */
function emitWireHead(context: TypesContext, file: CodeFile, enums: readonly string[]): void {
  const isJson = bodyEncoding(context.service) === "json";
  const what = isJson
    ? "as JSON has its data"
    : "of what its requests and responses have outside of their bodies";
  const text = `Types of ${serviceTitle(context.service)}, ${what}.`;
  file.doc({ text, tags: [["@packageDocumentation", ""]] });
  if (enums.length > 0) file.line();
  emitEnumTypes(file, enums);
}

function emitEnumTypes(file: CodeFile, names: readonly string[]): void {
  emitExports(file, { keyword: "export type", from: "./enums.js", names });
}

/** Written out as the AWS SDK has it, a union of n members takes n times n lines; this says the same. */
function emitOneOf({ context, form, file }: ShapesModule): void {
  const { oneOf, noneOf } = context.names;
  const others = `${file.global("Exclude")}<keyof Members, Name>${form === "wire" ? "" : ' | "$unknown"'}`;
  file.doc({ text: "One of the members, and none of the others." });
  file.line(`type ${oneOf}<Members, Name extends keyof Members> = ${file.global("Pick")}<Members, Name> & {`);
  file.line(`  [Other in ${others}]?: never;`);
  file.line("};");
  if (form === "wire") return;
  file.line();
  file.doc({
    text: "None of the members, but `$unknown` with the name and value of one the model does not have.",
  });
  file.line(
    `type ${noneOf}<Members> = { [Name in keyof Members]?: never } & { $unknown: [string, unknown] };`,
  );
}

function emitShape(module: ShapesModule, shape: DataShape): void {
  const { context, file, types, refer } = module;
  const name = context.names.shapes.of(shape.id);
  const type = types.get(name);
  if (!type) throw new Error(`no type was made for ${shape.id}`);
  file.doc(pieceDocParts(context, shape.id) ?? docParts(context, shape, shape.id));
  switch (shape.kind) {
    case "structure": {
      const frame = { open: `export interface ${name} {`, close: "}" };
      emitBraced(file, frame, printMembers(module, shape, type));
      return;
    }
    case "union":
      emitUnion(module, shape, { name, type });
      return;
    case "map":
      file.line(`export type ${name} = ${printMap(module, shape, type)};`);
      return;
    default:
      file.line(`export type ${name} = ${printType(type, refer)};`);
  }
}

/** A piece that is a shape of the model. */
function emitAlias({ context, file, refer }: ShapesModule, id: ShapeId, shape: DataShape): void {
  const { shapes } = context.names;
  file.doc(pieceDocParts(context, id) ?? {});
  file.line(`export type ${shapes.of(id)} = ${refer.schema(shapes.of(shape.id))};`);
}

/** Prints members between braces. `CodeFile.block` puts a space before its brace, which a type argument has not. */
function emitBraced(
  file: CodeFile,
  { open, close }: { readonly open: string; readonly close: string },
  members: readonly string[],
): void {
  if (members.length === 0) {
    file.line(`${open}${close}`);
    return;
  }
  file.line(open);
  for (const member of members) file.line(member.replace(/^(?=.)/gm, "  "));
  file.line(close);
}

/**
 * Prints a union as one of the interfaces in a namespace of its name, which are called as the AWS SDK calls them, so that
 * editors show names in place of what they are made of.
 */
function emitUnion(
  module: ShapesModule,
  shape: UnionShape,
  { name, type }: { readonly name: string; readonly type: ts.TypeNode },
): void {
  const { context, form, file } = module;
  const { oneOf, noneOf } = context.names;
  const taken = new Set(context.chosen.shapes.map(({ id }) => context.names.shapes.of(id)));
  const settle = (wanted: string) => {
    let free = wanted;
    while (taken.has(free)) free = `${free}_`; // in the namespace it would hide a shape
    taken.add(free);
    return free;
  };
  const members = settle("Members");
  const properties = ts.isTypeLiteralNode(type) ? readProperties(type).map((property) => property.name) : [];
  const alternatives = properties.map((property) => {
    const extended = `${oneOf}<${members}, ${stringLiteral(property)}>`;
    return { extended, self: settle(`${capitalize(createIdentifier(property))}Member`) };
  });
  if (form === "sdk") alternatives.push({ self: "$UnknownMember", extended: `${noneOf}<${members}>` });
  const selves = alternatives.map(({ self }) => `${name}.${self}`);
  const line = ` ${selves.join(" | ")}`;
  const isShort = name.length + line.length <= UNION_WIDTH;
  const printed = isShort ? line : selves.map((self) => `\n  | ${self}`).join("");
  file.line(`export type ${name} =${selves.length === 0 ? " never" : printed};`);
  file.line();
  file.block(`export declare namespace ${name}`, () => {
    emitBraced(file, { open: `interface ${members} {`, close: "}" }, printMembers(module, shape, type));
    for (const { self, extended } of alternatives) file.line(`interface ${self} extends ${extended} {}`);
  });
}

function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Maps with enums as keys have them as optional properties, as the AWS SDK's types do. */
function printMap({ context, refer }: ShapesModule, shape: MapShape, type: ts.TypeNode): string {
  const value = readMapValue(type);
  if (!value) return printType(type, refer);
  const text = printType(value, refer);
  const key = findMember(shape, "key");
  const keyEnum = key && context.names.enums.get(key.target);
  const isLoop = isAliasLoop(context.model, shape);
  if (keyEnum?.kind === "enum") {
    const keys = refer.schema(keyEnum.self);
    if (isLoop) return `{ [Key in ${keys}]?: ${text} }`;
    return `${refer.named("Partial")}<${refer.named("Record")}<${keys}, ${text}>>`;
  }
  return isLoop ? `{ [key: string]: ${text} }` : `${refer.named("Record")}<string, ${text}>`;
}

/** Whether a map holds itself with nothing but lists and maps between: TypeScript refuses `Record` there. */
function isAliasLoop(model: Model, map: MapShape): boolean {
  const seen = new Set<ShapeId>([map.id]);
  for (const id of seen) {
    const shape = findShape(model, id);
    if (shape?.kind !== "list" && shape?.kind !== "map") continue;
    for (const { name, target } of shape.members) {
      if (name === "key") continue;
      if (target === map.id) return true;
      seen.add(target);
    }
  }
  return false;
}
