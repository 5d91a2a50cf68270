import { isBoundElsewhere, rawMediaType } from "@shapelog/emit";
import { findShape, hasTrait, isDemanded, type Member, type StructureShape } from "@shapelog/model";

import type { JsonSchema } from "./json-schema.js";
import type { OpenApiContext } from "./openapi-context.js";
import { memberSchema, structureSchema } from "./shape-schema.js";

/** The body of a request or response. */
export interface MessageBody {
  readonly mediaType: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/**
 * Returns the body that a structure comes to, or `undefined` where it has none. Errors have one even if none of their
 * members is in it, and so have requests of the AWS JSON protocols without an input (Smithy 2.0, "AWS JSON 1.0").
 */
export function messageBody(
  context: OpenApiContext,
  shape: StructureShape | undefined,
  mediaType: string,
): MessageBody | undefined {
  if (!shape)
    return context.protocol.style === "target"
      ? { mediaType, schema: { type: "object" }, required: true }
      : undefined;
  if (context.protocol.style !== "rest") return { mediaType, schema: refTo(context, shape), required: true };
  const payload = shape.members.find((member) => hasTrait(member, "httpPayload"));
  if (payload) return { mediaType, ...payloadBody(context, shape, payload) };
  const members = shape.members.filter((member) => !isBoundElsewhere(member));
  const required = members.some((member) => isDemanded(member, "wire"));
  const isError = hasTrait(shape, "error");
  if (members.length === shape.members.length) {
    if (members.length === 0 && !isError) return undefined;
    return { mediaType, schema: refTo(context, shape), required };
  }
  if (members.length === 0 && !isError) return undefined;
  return { mediaType, schema: structureSchema(context, shape, members), required };
}

function refTo(context: OpenApiContext, shape: StructureShape): JsonSchema {
  return { $ref: `${context.refPrefix}${context.names.of(shape.id)}` };
}

/** A body whose media type is the protocol's where it has none of its own. */
type PayloadBody = Omit<MessageBody, "mediaType"> & Partial<MessageBody>;

function payloadBody(context: OpenApiContext, shape: StructureShape, member: Member): PayloadBody {
  const required = isDemanded(member, "wire");
  const target = context.shapes.get(member.target) ?? findShape(context.model, member.target);
  const raw = rawMediaType(member, target);
  const mediaType = raw === undefined ? {} : { mediaType: raw };
  return {
    ...mediaType,
    schema: target?.kind === "blob" ? {} : memberSchema(context, shape, member),
    required,
  };
}
