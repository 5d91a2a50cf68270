import type ts from "typescript";
import type { TypeScript } from "../program/typescript.js";
import type { Overlay } from "./overlay-host.js";

/** What is done to a declaration. */
export type Edit =
  | { readonly kind: "gone" }
  /** An enum's values, each as it is written. */
  | { readonly kind: "values"; readonly values: readonly string[] }
  /** Members by name, each as it is written; nothing for one that is gone. */
  | { readonly kind: "members"; readonly members: ReadonlyMap<string, string | undefined> };

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns the files that edits change, edited. */
export function editFiles(
  ts: TypeScript,
  files: readonly ts.SourceFile[],
  edits: ReadonlyMap<string, Edit>,
): Overlay {
  const overlay = new Map<string, string>();
  for (const file of files) {
    const splices = file.statements.flatMap((statement) => spliceStatement(ts, file, statement, edits));
    if (splices.length > 0) overlay.set(file.fileName, applySplices(file.text, splices));
  }
  return overlay;
}

function applySplices(text: string, splices: readonly Splice[]): string {
  let edited = text;
  for (const { start, end, text: by } of splices.toSorted((a, b) => b.start - a.start))
    edited = `${edited.slice(0, start)}${by}${edited.slice(end)}`;
  return edited;
}

function spliceStatement(
  ts: TypeScript,
  file: ts.SourceFile,
  node: ts.Statement,
  edits: ReadonlyMap<string, Edit>,
): Splice[] {
  const whole = (text: string): Splice[] => [{ start: node.getStart(file), end: node.end, text }];
  if (ts.isVariableStatement(node)) return spliceVariables(ts, file, node, edits);
  if (
    !ts.isInterfaceDeclaration(node) &&
    !ts.isTypeAliasDeclaration(node) &&
    !ts.isEnumDeclaration(node) &&
    !ts.isClassDeclaration(node)
  )
    return [];
  const name = node.name?.text ?? "";
  const edit = edits.get(name);
  if (ts.isInterfaceDeclaration(node) && !edit) return spliceMethods(ts, file, node, edits);
  if (edit?.kind === "gone") return whole("");
  if (edit?.kind === "values" && isOfValues(ts, node)) return whole(valuesText(node, name, edit.values));
  if (edit?.kind === "members" && !ts.isTypeAliasDeclaration(node) && !ts.isEnumDeclaration(node))
    return spliceMembers(ts, file, node, edit.members);
  return [];
}

/** Older clients have an enum of TypeScript, whose values are looked up by name; newer ones a union beside a constant. */
function isOfValues(
  ts: TypeScript,
  node: ts.Statement,
): node is ts.EnumDeclaration | ts.TypeAliasDeclaration {
  return ts.isEnumDeclaration(node) || (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type));
}

function valuesText(
  node: ts.EnumDeclaration | ts.TypeAliasDeclaration,
  name: string,
  values: readonly string[],
): string {
  if (!("members" in node)) return `export type ${name} = ${values.join(" | ") || "never"};`;
  return `export declare enum ${name} { ${values.map((value) => `${nameOfValue(value)} = ${value}`).join(", ")} }`;
}

/** An enum's values by their names: those that stay keep them, the others are called as they are. */
function spliceVariables(
  ts: TypeScript,
  file: ts.SourceFile,
  node: ts.VariableStatement,
  edits: ReadonlyMap<string, Edit>,
): Splice[] {
  return node.declarationList.declarations.flatMap(({ name, type }): Splice[] => {
    const edit = ts.isIdentifier(name) ? edits.get(name.text) : undefined;
    if (edit?.kind === "gone") return [{ start: node.getStart(file), end: node.end, text: "" }];
    if (edit?.kind !== "values" || !type || !ts.isTypeLiteralNode(type)) return [];
    const names = new Map(
      type.members.flatMap((member): (readonly [string, string])[] =>
        ts.isPropertySignature(member) && member.type
          ? [[member.type.getText(file), member.name.getText(file)]]
          : [],
      ),
    );
    const members = edit.values.map(
      (value) => `readonly ${names.get(value) ?? nameOfValue(value)}: ${value};`,
    );
    return [{ start: type.getStart(file), end: type.end, text: `{ ${members.join(" ")} }` }];
  });
}

function nameOfValue(value: string): string {
  const bare = value.replace(/^"|"$/g, "").replace(/\W+/g, "_");
  return /^[A-Za-z_]/.test(bare) ? bare : `_${bare}`;
}

function spliceMembers(
  ts: TypeScript,
  file: ts.SourceFile,
  node: ts.InterfaceDeclaration | ts.ClassDeclaration,
  members: ReadonlyMap<string, string | undefined>,
): Splice[] {
  const found = new Set<string>();
  const splices = node.members.flatMap((member): Splice[] => {
    if (!member.name || !(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))) return [];
    const name = member.name.text;
    if (!members.has(name)) return [];
    found.add(name);
    return [{ start: member.getStart(file), end: member.end, text: members.get(name) ?? "" }];
  });
  const added = [...members].flatMap(([name, text]) => (found.has(name) || text === undefined ? [] : [text]));
  if (added.length > 0)
    splices.push({ start: node.end - 1, end: node.end - 1, text: ` ${added.join(" ")} ` });
  return splices;
}

/** Methods of the client that has one for each operation. */
function spliceMethods(
  ts: TypeScript,
  file: ts.SourceFile,
  node: ts.InterfaceDeclaration,
  edits: ReadonlyMap<string, Edit>,
): Splice[] {
  return node.members.flatMap((member): Splice[] => {
    if (!ts.isMethodSignature(member) || !ts.isIdentifier(member.name)) return [];
    if (edits.get(`method ${member.name.text}`)?.kind !== "gone") return [];
    return [{ start: member.getStart(file), end: member.end, text: "" }];
  });
}
