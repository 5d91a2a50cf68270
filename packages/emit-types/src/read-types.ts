import type { JsonSchema, ProgramType } from "@shapelog/emit-openapi";
import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";
import { oapiRef } from "openapi-typescript/dist/lib/ts.cjs";
import transformSchema from "openapi-typescript/dist/transform/index.cjs";
import ts from "typescript";
import { type DOCUMENT_TYPE, outlineSchema, readPropertyName, TYPE_MARKER } from "./outline-schema.js";

// The package's main entry point loads a linter, too, which takes as long as all of the rest and is not used here.

/** Where schemas refer to each other, as openapi-typescript wants it. */
export const REF_PREFIX = "#/components/schemas/";

/** The types that schemas can be marked with: what makes each of a schema, which has items where the type has. */
const NAMED_TYPES: Readonly<
  Record<ProgramType | typeof DOCUMENT_TYPE, (name: string, schema: JsonSchema) => ts.TypeNode>
> = {
  AsyncIterable: (name, { items }) => ts.factory.createTypeReferenceNode(name, [referTo(items)]),
  Date: named,
  DocumentType: named,
  LazyJsonString: (name) => {
    const string = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
    return ts.factory.createUnionTypeNode([named(name), string]);
  },
  NumericValue: named,
  StreamingBlobTypes: named,
  Uint8Array: named,
  bigint: () => ts.factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword),
};

function named(name: string): ts.TypeNode {
  return ts.factory.createTypeReferenceNode(name);
}

function referTo(schema: unknown): ts.TypeNode {
  const { $ref } = schema as JsonSchema; // events are shapes, which are referred to
  return oapiRef(String($ref));
}

/**
 * Returns the TypeScript type of each schema, by name, as openapi-typescript makes them of an OpenAPI 3.1 document
 * that holds the schemas. References stay `components["schemas"]["Name"]`.
 */
export function readTypes(schemas: ReadonlyMap<string, JsonSchema>): ReadonlyMap<string, ts.TypeNode> {
  if (schemas.size === 0) return new Map();
  const outlines = Object.fromEntries([...schemas].map(([name, schema]) => [name, outlineSchema(schema)]));
  const document: OpenAPI3 = {
    openapi: "3.1.0",
    info: { title: "shapes", version: "1" },
    paths: {},
    components: { schemas: outlines as Record<string, SchemaObject> }, // JSON Schema, as OpenAPI 3.1 has it
  };
  return findSchemas(transformSchema(document, createContext(outlines)));
}

/**
 * Returns what openapi-typescript works with. Its own entry point makes the same after it has linted and bundled the
 * document, which follows references by recursion: a long chain of shapes would overflow the stack.
 */
function createContext(schemas: Readonly<Record<string, object>>): GlobalContext {
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema) => createNamedType(schema),
    transformProperty: undefined,
    resolve: (ref) =>
      ref.startsWith(REF_PREFIX) ? (schemas[ref.slice(REF_PREFIX.length)] as never) : undefined, // ours
  };
  return context as GlobalContext; // `redoc` is of the linter alone
}

function createNamedType(schema: object): ts.TypeNode | undefined {
  const name = (schema as JsonSchema)[TYPE_MARKER]; // extension keywords are not in openapi-typescript's type
  return isNamedType(name) ? NAMED_TYPES[name](name, schema as JsonSchema) : undefined;
}

function isNamedType(name: unknown): name is keyof typeof NAMED_TYPES {
  return typeof name === "string" && Object.hasOwn(NAMED_TYPES, name);
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
