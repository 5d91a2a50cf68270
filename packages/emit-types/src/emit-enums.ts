import { type CodeFile, createCodeFile, docComment, propertyKey, stringLiteral } from "@shapelog/emit";
import { type EnumShape, enumValue, type IntEnumShape, type Member, memberId } from "@shapelog/model";
import type ts from "typescript";
import { deprecatedTag, docParts, valueDocParts } from "./doc-parts.js";
import { printType, type Refer, readUnion } from "./print-type.js";
import type { EnumNames } from "./settle-names.js";
import type { TypesContext } from "./types-context.js";

/** From this width on, values are printed one to a line. */
const LIST_WIDTH = 60;

/** From this many values a guard looks values up in a set: comparing one by one costs 9 times as much at 100 values. */
const SET_SIZE = 16;

/**
 * Returns the text of the module of enums. Each is a type (a closed union), an object of constants by member name
 * under the same name, the list of its values in the model's order, and a guard (Smithy 2.0, "enum" and "intEnum").
 * Type and constants share a name, so they have to be declared in one module.
 */
export function emitEnums(context: TypesContext, types: ReadonlyMap<string, ts.TypeNode>): string {
  const { names, chosen, header } = context;
  const declared = [...names.enums.values()].flatMap(({ self, values, set, guard }) => [
    self,
    values,
    set,
    guard,
  ]);
  const file = createCodeFile({ header, declared });
  let empty = true;
  for (const shape of chosen.shapes) {
    const enumNames = names.enums.get(shape.id);
    if (!enumNames || (shape.kind !== "enum" && shape.kind !== "intEnum")) continue;
    const type = types.get(enumNames.self);
    if (!type) throw new Error(`no type was made for ${shape.id}`);
    if (!empty) file.line();
    empty = false;
    emitEnum(file, context, { shape, type, names: enumNames });
  }
  if (empty) file.line("export {};");
  return file.render();
}

/** Types of enums are unions of literals. */
const NO_REFERENCES: Refer = { schema: (name) => name, named: (name) => name };

interface EnumParts {
  readonly shape: EnumShape | IntEnumShape;
  readonly type: ts.TypeNode;
  readonly names: EnumNames;
}

function emitEnum(file: CodeFile, context: TypesContext, { shape, type, names }: EnumParts): void {
  const { self, values, set, guard } = names;
  const literals = readUnion(type).map((literal) => printType(literal, NO_REFERENCES));
  file.doc(docParts(context, shape, shape.id));
  file.line(`export type ${self} =${printUnion(literals)};`);
  file.line();

  file.doc({ text: `The values of \`${self}\` by name.`, tags: deprecatedTag(shape) });
  const members = findConstants(shape);
  file.line(`export const ${self} = {`);
  for (const member of members) {
    const doc = docComment(valueDocParts(context, member, memberId(shape.id, member.name)));
    file.line(`${doc}${propertyKey(member.name)}: ${printValue(member)},`.replace(/^(?=.)/gm, "  "));
  }
  file.line("} as const;");
  file.line();

  const listed = [...new Set(members.map(printValue))];
  file.doc({ text: `The values of \`${self}\`, in the order of the model.` });
  file.line(`export const ${values} = ${printList(listed)} as const satisfies readonly ${self}[];`);
  file.line();

  const bigEnough = listed.length >= SET_SIZE;
  if (bigEnough) {
    const type = `${file.global("ReadonlySet")}<unknown>`;
    file.line(`const ${set}: ${type} = /*@__PURE__*/ new ${file.global("Set")}(${values});\n`);
  }
  file.doc({ text: `Returns whether a value is one that \`${self}\` has.` });
  file.block(`export function ${guard}(value: unknown): value is ${self}`, () => {
    file.line(
      bigEnough ? `return ${set}.has(value);` : `return (${values} as readonly unknown[]).includes(value);`,
    );
  });
}

/** The members that become constants: one for each name, with a value of the enum's kind. */
function findConstants(shape: EnumShape | IntEnumShape): Member[] {
  const kind = shape.kind === "enum" ? "string" : "number";
  const fitting = shape.members.filter((member) => typeof enumValue(member) === kind);
  return [...new Map(fitting.map((member) => [member.name, member])).values()];
}

function printValue(member: Member): string {
  const value = enumValue(member);
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

function printUnion(types: readonly string[]): string {
  const line = ` ${types.join(" | ")}`;
  return line.length <= LIST_WIDTH ? line : types.map((type) => `\n  | ${type}`).join("");
}

function printList(values: readonly string[]): string {
  const line = `[${values.join(", ")}]`;
  return line.length <= LIST_WIDTH ? line : `[\n${values.map((value) => `  ${value},\n`).join("")}]`;
}
