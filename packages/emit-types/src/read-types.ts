import type { JsonSchema } from "@shapelog/emit-openapi";
import openapiTS from "openapi-typescript";
import ts from "typescript";
import { DOCUMENT_TYPE, outlineSchema, readPropertyName, TYPE_MARKER } from "./outline-schema.js";

/** Where schemas refer to each other, as openapi-typescript wants it. */
export const REF_PREFIX = "#/components/schemas/";

const NAMED_TYPES: ReadonlySet<unknown> = new Set(["Date", "Uint8Array", DOCUMENT_TYPE]);

/**
 * Returns the TypeScript type of each schema, by name, as openapi-typescript makes them of an OpenAPI 3.1 document
 * that holds the schemas. References stay `components["schemas"]["Name"]`.
 */
export async function readTypes(
  schemas: ReadonlyMap<string, JsonSchema>,
): Promise<ReadonlyMap<string, ts.TypeNode>> {
  if (schemas.size === 0) return new Map();
  const outlines = Object.fromEntries([...schemas].map(([name, schema]) => [name, outlineSchema(schema)]));
  const document = {
    openapi: "3.1.0",
    info: { title: "shapes", version: "1" },
    paths: {},
    components: { schemas: outlines },
  };
  const nodes = await openapiTS(JSON.stringify(document), {
    silent: true,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: (schema) => createNamedType(schema),
  });
  return findSchemas(nodes);
}

function createNamedType(schema: object): ts.TypeNode | undefined {
  const name = (schema as JsonSchema)[TYPE_MARKER]; // extension keywords are not in openapi-typescript's type
  return typeof name === "string" && NAMED_TYPES.has(name)
    ? ts.factory.createTypeReferenceNode(name)
    : undefined;
}

function findSchemas(nodes: readonly ts.Node[]): ReadonlyMap<string, ts.TypeNode> {
  const components = nodes.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "components");
  if (!components || !ts.isInterfaceDeclaration(components))
    throw new Error("openapi-typescript made no components");
  const schemas = readSignatures(components.members).find(({ name }) => name === "schemas")?.type;
  if (!schemas || !ts.isTypeLiteralNode(schemas)) throw new Error("openapi-typescript made no schemas");
  return new Map(readSignatures(schemas.members).map(({ name, type }) => [name, type]));
}

/** A property of an object type. */
export interface PropertyType {
  readonly name: string;
  readonly optional: boolean;
  readonly type: ts.TypeNode;
}

/** Returns the properties of a schema's object type under the names the schema gives them, in order. */
export function readProperties(type: ts.TypeLiteralNode): PropertyType[] {
  return readSignatures(type.members).map((property) => ({
    ...property,
    name: readPropertyName(property.name),
  }));
}

function readSignatures(members: readonly ts.TypeElement[]): PropertyType[] {
  return members.flatMap((member) => {
    if (!ts.isPropertySignature(member) || !member.type || ts.isComputedPropertyName(member.name)) return [];
    return [{ name: member.name.text, optional: member.questionToken !== undefined, type: member.type }];
  });
}
