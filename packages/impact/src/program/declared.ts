import type ts from "typescript";
import {
  type EnumName,
  type MemberName,
  type ProgramContext,
  type StructureName,
  vocabularyOf,
} from "./context.js";
import type { Vocabulary } from "./vocabulary.js";

/** Returns the member of an API that a property is, by where it is declared. */
export function memberOf(context: ProgramContext, symbol: ts.Symbol | undefined): MemberName | undefined {
  if (!symbol) return undefined;
  for (const declaration of symbol.declarations ?? []) {
    const vocabulary = vocabularyOf(context, declaration);
    const shape = vocabulary && shapeAround(context, declaration);
    const members = shape === undefined ? undefined : vocabulary?.structures.get(shape);
    if (vocabulary && shape !== undefined && members?.has(symbol.name))
      return { vocabulary, shape, member: symbol.name };
  }
  return undefined;
}

/** Returns the name of the interface, class or alias that a declaration is in; of an alternative of a union, the union's. */
function shapeAround({ ts }: ProgramContext, declaration: ts.Node): string | undefined {
  for (let node: ts.Node | undefined = declaration.parent; node; node = node.parent) {
    if (ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node.name?.text;
    if (!ts.isInterfaceDeclaration(node)) continue;
    const outer = ts.isModuleBlock(node.parent) ? node.parent.parent.name.text : undefined;
    return outer === undefined || outer === "Errors" ? node.name.text : outer;
  }
  return undefined;
}

/** Returns the enums of a member, as its declaration names them. */
export function enumsOfMember({ vocabulary, shape, member }: MemberName): EnumName[] {
  const names = vocabulary.structures.get(shape)?.get(member) ?? [];
  return [...new Set(names)]
    .filter((name) => vocabulary.enums.has(name))
    .map((name) => ({ vocabulary, name }));
}

/** Returns the enums that a type names: itself, or one of its alternatives. */
export function enumsOfType(context: ProgramContext, type: ts.Type): EnumName[] {
  const { ts, checker } = context;
  const named = type.aliasSymbol ?? (type.flags & ts.TypeFlags.EnumLike ? type.getSymbol() : undefined);
  const own = named && enumNamed(context, named);
  if (own) return [own];
  if (type.flags & ts.TypeFlags.EnumLiteral && !type.isUnion()) {
    const base = checker.getBaseTypeOfLiteralType(type);
    return base === type ? [] : enumsOfType(context, base);
  }
  return type.isUnion() ? partsOf(type).flatMap((part) => enumsOfType(context, part)) : [];
}

/** TypeScript keeps which named unions a union was made of; of a type without a name only its values. */
function partsOf(type: ts.UnionType): readonly ts.Type[] {
  const { origin } = type as ts.UnionType & { readonly origin?: ts.Type };
  return origin?.isUnion() ? origin.types : type.types;
}

/** Returns the enum that a declaration names. Of one with a single value TypeScript keeps no name in the type. */
export function enumDeclared(context: ProgramContext, { valueDeclaration }: ts.Symbol): EnumName | undefined {
  const { ts, checker } = context;
  const isTyped =
    valueDeclaration &&
    (ts.isParameter(valueDeclaration) ||
      ts.isVariableDeclaration(valueDeclaration) ||
      ts.isPropertySignature(valueDeclaration) ||
      ts.isPropertyDeclaration(valueDeclaration));
  const type = isTyped ? valueDeclaration.type : undefined;
  if (!type || !ts.isTypeReferenceNode(type)) return undefined;
  const named = checker.getSymbolAtLocation(type.typeName);
  return named && enumNamed(context, withoutAlias(context, named));
}

function enumNamed(context: ProgramContext, symbol: ts.Symbol): EnumName | undefined {
  for (const declaration of symbol.declarations ?? []) {
    const vocabulary = vocabularyOf(context, declaration);
    if (vocabulary?.enums.has(symbol.name)) return { vocabulary, name: symbol.name };
  }
  return undefined;
}

/** Returns the structure or union that a type is, whatever may be missing besides. */
export function structureOf(context: ProgramContext, type: ts.Type): StructureName | undefined {
  const bare = context.checker.getNonNullableType(type);
  for (const symbol of [bare.aliasSymbol, bare.getSymbol()]) {
    for (const declaration of symbol?.declarations ?? []) {
      const vocabulary = vocabularyOf(context, declaration);
      const name = vocabulary && baseOf(vocabulary, symbol?.name ?? "");
      if (vocabulary && name !== undefined && vocabulary.structures.has(name)) return { vocabulary, name };
    }
  }
  // A spread or Partial of a structure has its members.
  const args = bare.aliasTypeArguments ?? [];
  return /^(?:Partial|Required|Readonly|Pick|Omit)$/.test(bare.aliasSymbol?.name ?? "") && args[0]
    ? structureOf(context, args[0])
    : undefined;
}

/** Returns what a call's input or output is called as a shape. */
function baseOf({ bases, structures }: Vocabulary, name: string): string | undefined {
  const base = bases.get(name);
  return base !== undefined && structures.has(base) ? base : name;
}

/** Returns whether a type is closed, so that the compiler knows which values it has. */
export function isClosed({ ts }: ProgramContext, type: ts.Type): boolean {
  const open = ts.TypeFlags.String | ts.TypeFlags.Number | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
  return type.isUnion() ? type.types.every((part) => !(part.flags & open)) : !(type.flags & open);
}

/** Returns the symbol that an imported name stands for. */
export function withoutAlias({ ts, checker }: ProgramContext, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
