import type ts from "typescript";
import type { ApiPackage, FindApiPackage } from "./api-package.js";
import type { TypeScript } from "./typescript.js";

/** The names that an API's package declares, as its declarations are written. */
export interface Vocabulary {
  readonly package: ApiPackage;
  /** Values by enum. */
  readonly enums: ReadonlyMap<string, ReadonlySet<string | number>>;
  /** By structure and union its members, each with the names that its type mentions. */
  readonly structures: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** What an interface of a call's input or output adds nothing to, by its name. */
  readonly bases: ReadonlyMap<string, string>;
  readonly errors: ReadonlySet<string>;
  readonly operations: ReadonlySet<string>;
}

interface Draft {
  readonly package: ApiPackage;
  readonly enums: Map<string, Set<string | number>>;
  readonly structures: Map<string, Map<string, readonly string[]>>;
  readonly bases: Map<string, string>;
  readonly errors: Set<string>;
  readonly operations: Set<string>;
}

/** Returns the vocabularies of the API's packages that a program has, by their names. */
export function readVocabularies(
  ts: TypeScript,
  files: readonly ts.SourceFile[],
  findApiPackage: FindApiPackage,
): ReadonlyMap<string, Vocabulary> {
  const found = new Map<string, Draft>();
  for (const file of files) {
    const its = findApiPackage(file.fileName);
    if (!its) continue;
    const draft = found.get(its.folder) ?? createDraft(its);
    found.set(its.folder, draft);
    // Of a client the shapes are in a folder of their own; beside them stand its configuration and its commands.
    const hasShapes = its.kind === "generated" || file.fileName.includes("/models/");
    for (const statement of file.statements)
      if (hasShapes || ts.isClassDeclaration(statement) || isCall(ts, statement))
        readStatement(ts, statement, draft, undefined);
  }
  return found;
}

function createDraft(its: ApiPackage): Draft {
  return {
    package: its,
    enums: new Map(),
    structures: new Map(),
    bases: new Map(),
    errors: new Set(),
    operations: new Set(),
  };
}

/** The input and output of a client's command are named beside it. */
function isCall(ts: TypeScript, node: ts.Statement): boolean {
  return ts.isInterfaceDeclaration(node) && /Command(?:Input|Output)$/.test(node.name.text);
}

function readStatement(ts: TypeScript, node: ts.Statement, draft: Draft, outer: string | undefined): void {
  if (ts.isInterfaceDeclaration(node)) readInterface(ts, node, draft, outer);
  else if (ts.isTypeAliasDeclaration(node)) readAlias(ts, node, draft);
  else if (ts.isClassDeclaration(node)) readClass(ts, node, draft);
  else if (ts.isEnumDeclaration(node)) addValues(draft, node.name.text, valuesOfEnum(ts, node));
  else if (ts.isVariableStatement(node)) readConstants(ts, node, draft);
  else if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
    for (const inner of node.body.statements) readStatement(ts, inner, draft, node.name.text);
  }
}

/** The lists of what a generated package has. */
const LISTS: readonly string[] = ["Operations", "Errors"];

function readInterface(
  ts: TypeScript,
  node: ts.InterfaceDeclaration,
  draft: Draft,
  outer: string | undefined,
): void {
  const name = node.name.text;
  if (outer === "Errors") {
    draft.errors.add(name);
    return;
  }
  if (outer === undefined && LISTS.includes(name) && draft.package.kind === "generated") {
    const list = name === "Errors" ? draft.errors : draft.operations;
    for (const member of node.members)
      if (member.name && ts.isIdentifier(member.name)) list.add(member.name.text);
    return;
  }
  const base = node.heritageClauses?.[0]?.types[0]?.expression;
  if (base && ts.isIdentifier(base) && node.members.length === 0) draft.bases.set(name, base.text);
  else addMembers(ts, node.members, draft, outer ?? name);
}

function readAlias(ts: TypeScript, { name, type }: ts.TypeAliasDeclaration, draft: Draft): void {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const values = parts.flatMap((part) => valueOfType(ts, part) ?? []);
  if (values.length === parts.length) addValues(draft, name.text, values);
  for (const part of parts) if (ts.isTypeLiteralNode(part)) addMembers(ts, part.members, draft, name.text);
}

function readClass(ts: TypeScript, node: ts.ClassDeclaration, draft: Draft): void {
  const name = node.name?.text;
  if (name === undefined || draft.package.kind !== "client") return;
  const operation = /^(.+)Command$/.exec(name)?.[1];
  if (operation !== undefined) draft.operations.add(operation);
  const base = node.heritageClauses?.[0]?.types[0]?.expression;
  if (!base || !ts.isIdentifier(base) || !/Exception$/.test(base.text)) return;
  if (/ServiceException$/.test(name) && base.text.startsWith("_")) return; // the one that all others extend
  draft.errors.add(name);
  const members = node.members.filter(ts.isPropertyDeclaration);
  addMembers(
    ts,
    members.filter(({ name: member }) => !/^(?:name|\$\w+)$/.test(member.getText())),
    draft,
    name,
  );
}

function addMembers(
  ts: TypeScript,
  nodes: readonly (ts.TypeElement | ts.PropertyDeclaration)[],
  draft: Draft,
  name: string,
): void {
  const members = draft.structures.get(name) ?? new Map<string, readonly string[]>();
  draft.structures.set(name, members);
  for (const node of nodes) {
    if (!ts.isPropertySignature(node) && !ts.isPropertyDeclaration(node)) continue;
    if (!ts.isIdentifier(node.name) && !ts.isStringLiteral(node.name)) continue;
    members.set(node.name.text, [
      ...(members.get(node.name.text) ?? []),
      ...(node.type ? namesIn(ts, node.type) : []),
    ]);
  }
}

/** Returns the names of types that a type is, or is a list of. */
function namesIn(ts: TypeScript, type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((each) => namesIn(ts, each));
  if (ts.isArrayTypeNode(type)) return namesIn(ts, type.elementType);
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return [];
  return [type.typeName.text];
}

function readConstants(ts: TypeScript, node: ts.VariableStatement, draft: Draft): void {
  for (const { name, type } of node.declarationList.declarations) {
    if (!ts.isIdentifier(name) || !type || !ts.isTypeLiteralNode(type)) continue;
    const values = type.members.map((member) =>
      ts.isPropertySignature(member) && member.type ? valueOfType(ts, member.type) : undefined,
    );
    const known = values.filter((value) => value !== undefined);
    if (known.length === values.length) addValues(draft, name.text, known);
  }
}

function addValues({ enums }: Draft, name: string, values: readonly (string | number)[]): void {
  if (values.length > 0) enums.set(name, new Set([...(enums.get(name) ?? []), ...values]));
}

function valuesOfEnum(ts: TypeScript, node: ts.EnumDeclaration): (string | number)[] {
  return node.members.flatMap(({ initializer }): (string | number)[] => {
    if (initializer && ts.isStringLiteral(initializer)) return [initializer.text];
    return initializer && ts.isNumericLiteral(initializer) ? [Number(initializer.text)] : [];
  });
}

function valueOfType(ts: TypeScript, type: ts.TypeNode): string | number | undefined {
  if (!ts.isLiteralTypeNode(type)) return undefined;
  if (ts.isStringLiteral(type.literal)) return type.literal.text;
  return ts.isNumericLiteral(type.literal) ? Number(type.literal.text) : undefined;
}
