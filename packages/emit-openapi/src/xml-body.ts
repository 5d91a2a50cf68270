import {
  findProtocol,
  hasTrait,
  isNodeObject,
  type NodeValue,
  type OperationShape,
  type StructureShape,
  shapeName,
  stringTrait,
  type Traited,
  trait,
} from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";
import type { OpenApiContext } from "./openapi-context.js";
import { plainNamespace } from "./xml-schema.js";

/** Returns a schema as that of a document's root (OpenAPI Specification 3.1.0, "XML Object"). */
export function rootSchema(
  { service }: OpenApiContext,
  schema: JsonSchema,
  { name, of }: { readonly name: string; readonly of: readonly Traited[] },
): JsonSchema {
  const namespace = [...of, service].map(plainNamespace).find((uri) => uri !== undefined);
  return { ...schema, xml: { name, ...(namespace === undefined ? {} : { namespace }) } };
}

/** Returns the name of the element that a structure is, where it stands alone. */
export function rootName(shape: StructureShape | (Traited & { readonly id: string })): string {
  return stringTrait(shape, "xmlName") ?? shapeName(shape.id);
}

/**
 * Returns what stands around the content of a response in the query protocols (Smithy 2.0, "AWS query protocol", "Amazon EC2
 * query protocol", "Response serialization").
 */
export function responseEnvelope(
  context: OpenApiContext,
  operation: OperationShape,
  content: JsonSchema | undefined,
): JsonSchema {
  const name = shapeName(operation.id);
  const root = { name: `${name}Response`, of: [] };
  if (findProtocol(context.service) === "aws.protocols#ec2Query") {
    const rest = { type: "object", properties: { requestId: { type: "string" } } };
    return rootSchema(context, content ? { allOf: [content, rest] } : rest, root);
  }
  const metadata = { type: "object", properties: { RequestId: { type: "string" } } };
  const properties = { ...(content ? { [`${name}Result`]: content } : {}), ResponseMetadata: metadata };
  return rootSchema(context, { type: "object", properties }, root);
}

/** Returns what stands around an error (Smithy 2.0, "Operation error serialization" of the protocols with XML). */
export function errorEnvelope(
  context: OpenApiContext,
  error: StructureShape,
  content: JsonSchema,
): JsonSchema {
  const { service } = context;
  const named = { Code: { type: "string", enum: [errorCode(context, error)] } };
  const text = { type: "string" };
  switch (findProtocol(service)) {
    case "aws.protocols#ec2Query": {
      const own = joined({ properties: named }, content);
      const properties = { Errors: { type: "object", properties: { Error: own } }, RequestID: text };
      return rootSchema(context, { type: "object", properties }, { name: "Response", of: [] });
    }
    case "aws.protocols#restXml": {
      const said = { properties: { Type: { type: "string", enum: [faultOf(error)] }, ...named } };
      const own = joined(said, content);
      if (isUnwrapped(service)) {
        const all = joined({ properties: { ...said.properties, RequestId: text } }, content);
        return rootSchema(context, all, { name: "Error", of: [] });
      }
      const properties = { Error: own, RequestId: text };
      return rootSchema(context, { type: "object", properties }, { name: "ErrorResponse", of: [] });
    }
    default: {
      const said = { properties: { Type: { type: "string", enum: [faultOf(error)] }, ...named } };
      const properties = { Error: joined(said, content), RequestId: text };
      return rootSchema(context, { type: "object", properties }, { name: "ErrorResponse", of: [] });
    }
  }
}

/** What a response holds of an example. */
export interface ShownContent {
  readonly shape: StructureShape;
  readonly value: NodeValue | undefined;
}

/** Returns an example of a response with what stands around it. */
export function responseExample(
  context: OpenApiContext,
  operation: OperationShape,
  { shape, value }: ShownContent,
): NodeValue | undefined {
  if (!context.xml || value === undefined) return value;
  const protocol = findProtocol(context.service);
  const members = isNodeObject(value) ? value : {};
  if (!hasTrait(shape, "error"))
    return protocol === "aws.protocols#awsQuery" ? { [`${shapeName(operation.id)}Result`]: value } : value;
  const named = { Code: errorCode(context, shape), ...members };
  if (protocol === "aws.protocols#ec2Query") return { Errors: { Error: named } };
  const own = { Type: faultOf(shape), ...named };
  return isUnwrapped(context.service) ? own : { Error: own };
}

function joined(said: JsonSchema, content: JsonSchema): JsonSchema {
  return { allOf: [content, { type: "object", ...said }] };
}

function faultOf(error: StructureShape): string {
  return stringTrait(error, "error") === "server" ? "Receiver" : "Sender";
}

/** Smithy 2.0, "awsQueryError trait": the code of an error is its name, where nothing else is stated. */
function errorCode({ protocol }: OpenApiContext, error: StructureShape): string {
  const stated = protocol.style === "action" ? trait(error, "aws.protocols#awsQueryError") : undefined;
  return isNodeObject(stated) && typeof stated.code === "string" ? stated.code : shapeName(error.id);
}

function isUnwrapped(service: Traited): boolean {
  const value = trait(service, "aws.protocols#restXml");
  return isNodeObject(value) && value.noErrorWrapping === true;
}

/** Returns whether a response is its one member, without its own element (Smithy 2.0, "s3UnwrappedXmlOutput trait"). */
export function isUnwrappedOutput(operation: OperationShape): boolean {
  return hasTrait(operation, "aws.customizations#s3UnwrappedXmlOutput");
}
