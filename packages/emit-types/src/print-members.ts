import { type CodeFile, docComment, propertyKey, restPrefix, textPlace } from "@shapelog/emit";
import type { SchemaForm } from "@shapelog/emit-openapi";
import {
  demandedForm,
  findShape,
  hasTrait,
  isDemanded,
  type Member,
  memberId,
  type StructureShape,
  stringTrait,
  type UnionShape,
} from "@shapelog/model";
import ts from "typescript";
import { typesDiagnostics } from "./diagnostics.js";
import { memberDocParts } from "./doc-parts.js";
import { printType, type Refer } from "./print-type.js";
import { type PropertyType, readProperties } from "./read-types.js";
import type { TypesContext } from "./types-context.js";

/** A module with a type for each shape, and what it is printed from. */
export interface ShapesModule {
  readonly context: TypesContext;
  readonly form: SchemaForm;
  readonly types: ReadonlyMap<string, ts.TypeNode>;
  readonly file: CodeFile;
  readonly refer: Refer;
}

/** Returns the properties of a structure or union as text, each with its doc comment. */
export function printMembers(
  module: ShapesModule,
  shape: StructureShape | UnionShape,
  type: ts.TypeNode,
): string[] {
  if (!ts.isTypeLiteralNode(type)) return []; // openapi-typescript has `Record<string, unknown>` for no properties
  const named = shape.members.filter((member) => restPrefix(member) === undefined);
  const memberOf = findPropertyMembers(named);
  const properties = readProperties(type).map((property, index) => {
    const member = memberOf(property.name, index);
    const text = printType(property.type, module.refer);
    if (!member) return `${propertyKey(property.name)}: ${text};`;
    const printed = { ...property, member, text };
    if (module.form === "wire") reportStream(module.context, shape, printed);
    return docComment(memberDocParts(module.context, shape, member)) + printProperty(module, shape, printed);
  });
  return [...properties, ...shape.members.flatMap((member) => printRest(module, shape, member))];
}

/** The signature of what is called after no member. What members are called after has to fit in it, too. */
function printRest({ context }: ShapesModule, shape: StructureShape | UnionShape, member: Member): string[] {
  const prefix = restPrefix(member);
  if (prefix === undefined) return [];
  const key = prefix === "" ? "string" : `\`${prefix.replace(/[\\`$]/g, "\\$&")}\${string}\``;
  const value = textPlace(member) === "query" ? "string | string[]" : "string";
  return [`${docComment(memberDocParts(context, shape, member))}[name: ${key}]: ${value} | undefined;`];
}

/** A property, the member it is for, and the text of its type. */
interface MemberProperty extends PropertyType {
  readonly member: Member;
  readonly text: string;
}

/** The member that a property was made of: at the same place, or where JavaScript has reordered properties, of its name. */
function findPropertyMembers(members: readonly Member[]) {
  let byName: Map<string, Member> | undefined;
  const namesOf = (member: Member) => [member.name, stringTrait(member, "jsonName") ?? member.name];
  return (property: string, index: number): Member | undefined => {
    const samePlace = members[index];
    if (samePlace && namesOf(samePlace).includes(property)) return samePlace;
    byName ??= new Map(
      members.toReversed().flatMap((member) => namesOf(member).map((name) => [name, member])),
    );
    return byName.get(property);
  };
}

function printProperty(
  { form, context: { profile } }: ShapesModule,
  shape: StructureShape | UnionShape,
  { name, member, text }: MemberProperty,
): string {
  const key = propertyKey(name);
  if (shape.kind === "union") return `${key}: ${text};`;
  if (!isDemanded(member, form === "wire" ? "wire" : demandedForm(profile)))
    return `${key}?: ${text} | undefined;`;
  return `${key}: ${form === "sdk" && profile === "sdk" ? `${text} | undefined` : text};`;
}

function reportStream(
  context: TypesContext,
  shape: StructureShape | UnionShape,
  { member, text: type }: MemberProperty,
): void {
  const target = findShape(context.model, member.target);
  if (!target || !hasTrait(target, "streaming")) return;
  const data = { member: memberId(shape.id, member.name), target: target.id, type };
  context.report(typesDiagnostics.create("streaming-member", undefined, data));
}
