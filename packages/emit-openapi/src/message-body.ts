import { isBoundElsewhere, type MessageRole, rawMediaType, unbind } from "@shapelog/emit";
import {
  findShape,
  hasTrait,
  isDemanded,
  type Member,
  type OperationShape,
  type StructureShape,
  type Traited,
} from "@shapelog/model";
import { formSchema } from "./form-body.js";
import type { JsonSchema } from "./json-schema.js";
import type { OpenApiContext } from "./openapi-context.js";
import { memberSchema, structureSchema } from "./shape-schema.js";
import { errorEnvelope, isUnwrappedOutput, responseEnvelope, rootName, rootSchema } from "./xml-body.js";
import { elementName } from "./xml-schema.js";

/** The body of a request or response. */
export interface MessageBody {
  readonly mediaType: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/**
 * Returns the body of a request, or `undefined` where it has none. Requests of the AWS JSON protocols have one even without
 * an input (Smithy 2.0, "AWS JSON 1.0"), and so have forms.
 */
export function requestBody(
  context: OpenApiContext,
  operation: OperationShape,
  input: StructureShape | undefined,
): MessageBody | undefined {
  const { style, request: mediaType } = context.protocol;
  if (style === "action") return { mediaType, schema: formSchema(context, operation, input), required: true };
  if (input) return messageBody(context, input, { mediaType, role: "request" });
  return style === "target" ? { mediaType, schema: { type: "object" }, required: true } : undefined;
}

/**
 * Returns the body of a response that holds a structure, or no output; `undefined` where it has no body. Errors have one
 * even if none of their members is in it.
 */
export function responseBody(
  context: OpenApiContext,
  operation: OperationShape,
  shape: StructureShape | undefined,
): MessageBody | undefined {
  const { style, response: mediaType } = context.protocol;
  if (shape && hasTrait(shape, "error")) {
    const body = messageBody(context, shape, { mediaType, role: "response" });
    return body && context.xml ? { ...body, schema: errorEnvelope(context, shape, body.schema) } : body;
  }
  if (style === "action") {
    const content = shape && shape.members.length > 0 ? refTo(context, shape) : undefined;
    return { mediaType, schema: responseEnvelope(context, operation, content), required: true };
  }
  if (!shape) return undefined;
  const [member, ...more] = shape.members.filter((each) => !isBoundElsewhere(each, "response"));
  if (context.xml && member && more.length === 0 && isUnwrappedOutput(operation)) {
    const root = { name: elementName(member), of: [member] };
    return {
      mediaType,
      schema: rootSchema(context, memberSchema(context, shape, member), root),
      required: true,
    };
  }
  return messageBody(context, shape, { mediaType, role: "response" });
}

/** What is asked of a body. */
interface Asked {
  /** The protocol's. */
  readonly mediaType: string;
  readonly role: MessageRole;
}

function messageBody(
  context: OpenApiContext,
  shape: StructureShape,
  { mediaType, role }: Asked,
): MessageBody | undefined {
  const isError = hasTrait(shape, "error");
  // Only an error's members are not the root of their document: see `errorEnvelope`.
  const asRoot = (schema: JsonSchema, name: string, of: readonly Traited[]) =>
    context.xml && !isError ? rootSchema(context, schema, { name, of }) : schema;
  if (context.protocol.style !== "rest") return { mediaType, schema: refTo(context, shape), required: true };
  const payload = shape.members.find((member) => hasTrait(member, "httpPayload"));
  if (payload) return { mediaType, ...payloadBody(context, shape, { payload, asRoot }) };
  const members = shape.members.filter((member) => !isBoundElsewhere(member, role)).map(unbind);
  if (members.length === 0 && !isError) return undefined;
  const required = members.some((member) => isDemanded(member, "wire"));
  const isWhole =
    members.length === shape.members.length &&
    members.every((member, index) => member === shape.members[index]);
  const schema = isWhole ? refTo(context, shape) : structureSchema(context, shape, members);
  return { mediaType, schema: asRoot(schema, rootName(shape), [shape]), required };
}

function refTo(context: OpenApiContext, shape: StructureShape): JsonSchema {
  return { $ref: `${context.refPrefix}${context.names.of(shape.id)}` };
}

/** A body whose media type is the protocol's where it has none of its own. */
type PayloadBody = Omit<MessageBody, "mediaType"> & Partial<MessageBody>;

interface Payload {
  readonly payload: Member;
  asRoot(schema: JsonSchema, name: string, of: readonly Traited[]): JsonSchema;
}

function payloadBody(
  context: OpenApiContext,
  shape: StructureShape,
  { payload, asRoot }: Payload,
): PayloadBody {
  const required = isDemanded(payload, "wire");
  const target = context.shapes.get(payload.target) ?? findShape(context.model, payload.target);
  const raw = rawMediaType(payload, target);
  if (raw !== undefined) {
    const schema = target?.kind === "blob" ? {} : memberSchema({ ...context, xml: false }, shape, payload);
    return { mediaType: raw, schema, required };
  }
  const schema = memberSchema(context, shape, payload);
  if (!target) return { schema, required };
  const name = hasTrait(payload, "xmlName") ? elementName(payload) : rootName(target);
  return { schema: asRoot(schema, name, [payload, target]), required };
}
