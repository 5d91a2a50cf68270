import { propertyKey, stringLiteral } from "@shapelog/emit";
import ts from "typescript";
import { readProperties } from "./read-types.js";

/** Returns the identifiers that other types have in the file that is being printed. */
export interface Refer {
  /** The type of a schema, by the schema's name. */
  schema(name: string): string;
  /** A type that the generated code imports, or a global one, such as `Date`. */
  named(name: string): string;
}

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.UnknownKeyword, "unknown"],
  [ts.SyntaxKind.NeverKeyword, "never"],
  [ts.SyntaxKind.NullKeyword, "null"],
  [ts.SyntaxKind.BigIntKeyword, "bigint"],
  [ts.SyntaxKind.TrueKeyword, "true"],
  [ts.SyntaxKind.FalseKeyword, "false"],
]);

/**
 * Returns the text of a type that openapi-typescript made, with `components["schemas"]["Name"]` as the name that
 * `refer` gives. Literals go through our own escaping. Throws at a kind of type that our schemas never ask for.
 */
export function printType(node: ts.Node, refer: Refer): string {
  const keyword = KEYWORDS.get(node.kind);
  if (keyword !== undefined) return keyword;
  if (ts.isParenthesizedTypeNode(node)) return printType(node.type, refer);
  if (ts.isUnionTypeNode(node)) return printUnion(node, refer);
  if (ts.isArrayTypeNode(node)) return `${printElement(node.elementType, refer)}[]`;
  if (ts.isIndexedAccessTypeNode(node)) return refer.schema(readReference(node));
  if (ts.isTypeReferenceNode(node)) return printReference(node, refer);
  if (ts.isLiteralTypeNode(node)) return printType(node.literal, refer);
  if (ts.isNumericLiteral(node)) return node.text;
  if (ts.isPrefixUnaryExpression(node)) return `-${printType(node.operand, refer)}`;
  if (ts.isIdentifier(node)) return stringLiteral(readQuoted(node));
  const value = readMapValue(node);
  if (value) return `${refer.named("Record")}<string, ${printType(value, refer)}>`;
  if (ts.isTypeLiteralNode(node)) return printObject(node, refer);
  throw new Error(`no text for a type of kind ${ts.SyntaxKind[node.kind]}`);
}

/** Returns the types a type is a union of; of any other type, the type itself. */
export function readUnion(node: ts.TypeNode): readonly ts.TypeNode[] {
  return ts.isUnionTypeNode(node) ? node.types : [node];
}

/** Returns the type of the values of `{ [key: string]: T }`, or `undefined` for other types. */
export function readMapValue(node: ts.Node): ts.TypeNode | undefined {
  if (!ts.isTypeLiteralNode(node) || readProperties(node).length > 0) return undefined;
  return node.members.find((member) => ts.isIndexSignatureDeclaration(member))?.type;
}

function printUnion(node: ts.UnionTypeNode, refer: Refer): string {
  return [...new Set(node.types.map((type) => printType(type, refer)))].join(" | ");
}

function printElement(node: ts.TypeNode, refer: Refer): string {
  const bare = ts.isParenthesizedTypeNode(node) ? node.type : node;
  const text = printType(bare, refer);
  return ts.isUnionTypeNode(bare) ? `(${text})` : text;
}

function printObject(node: ts.TypeLiteralNode, refer: Refer): string {
  const properties = readProperties(node).map(
    ({ name, optional, type }) => `${propertyKey(name)}${optional ? "?" : ""}: ${printType(type, refer)}`,
  );
  return `{ ${properties.join("; ")} }`;
}

function printReference(node: ts.TypeReferenceNode, refer: Refer): string {
  const name = ts.isIdentifier(node.typeName) ? node.typeName.text : "";
  if (name === "Record") return "{}"; // openapi-typescript has a record of nothing for an object without properties
  const passed = (node.typeArguments ?? []).map((type) => printType(type, refer));
  return passed.length === 0 ? refer.named(name) : `${refer.named(name)}<${passed.join(", ")}>`;
}

/** The name in `components["schemas"]["Name"]`. */
function readReference(node: ts.IndexedAccessTypeNode): string {
  const index = node.indexType;
  if (ts.isLiteralTypeNode(index) && ts.isStringLiteral(index.literal)) return index.literal.text;
  throw new Error("openapi-typescript made a reference without a name");
}

/** openapi-typescript prints a string literal as an identifier whose text is the JSON of the string. */
function readQuoted(node: ts.Identifier): string {
  const value: unknown = JSON.parse(node.text);
  if (typeof value !== "string") throw new Error(`openapi-typescript made the bare name ${node.text}`);
  return value;
}
