import { documentationText } from "@shapelog/emit";
import {
  documentation,
  errorStatus,
  type OperationShape,
  operationErrors,
  type StructureShape,
} from "@shapelog/model";
import { httpHeaders } from "./http-parameters.js";
import { messageBody } from "./message-body.js";
import { findStructure, type OpenApiContext, type OpenApiObject } from "./openapi-context.js";

/** Returns the responses of an operation by status: its output, and its and the service's errors. */
export function operationResponses(
  context: OpenApiContext,
  operation: OperationShape,
  success: number,
): OpenApiObject {
  const output = findStructure(context, operation.output);
  const errors = new Map<number, StructureShape[]>();
  for (const id of operationErrors(operation, context.service)) {
    const error = findStructure(context, id);
    if (!error) continue;
    const status = errorStatus(error, { isQuery: context.protocol.style === "action" });
    errors.set(status, [...(errors.get(status) ?? []), error]);
  }
  const responses = [...errors].map(([status, shapes]) => [String(status), errorResponse(context, shapes)]);
  return Object.fromEntries([[String(success), successResponse(context, output)], ...responses]);
}

function successResponse(context: OpenApiContext, output: StructureShape | undefined): OpenApiObject {
  const description = output && firstParagraph(documentation(output));
  return { description: description ?? "Success", ...responseParts(context, output ? [output] : []) };
}

function errorResponse(context: OpenApiContext, errors: readonly StructureShape[]): OpenApiObject {
  const names = errors.map(({ id }) => `\`${context.names.of(id)}\``);
  const said = errors.length === 1 ? firstParagraph(documentation(errors[0] ?? context.service)) : undefined;
  return {
    description: said === undefined ? names.join(", ") : `${names.join(", ")}: ${said}`,
    ...responseParts(context, errors),
  };
}

/** The headers and the body of a response that may hold any of some structures. */
function responseParts(context: OpenApiContext, shapes: readonly StructureShape[]): OpenApiObject {
  const headers =
    context.protocol.style === "rest" ? shapes.flatMap((shape) => httpHeaders(context, shape)) : [];
  const bodies = shapes.flatMap((shape) => messageBody(context, shape, context.protocol.response) ?? []);
  const content = new Map<string, unknown[]>();
  for (const { mediaType, schema } of bodies)
    content.set(mediaType, [...(content.get(mediaType) ?? []), schema]);
  const media = [...content].map(([mediaType, schemas]) => [
    mediaType,
    { schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas } },
  ]);
  return {
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
    ...(media.length === 0 ? {} : { content: Object.fromEntries(media) }),
  };
}

function firstParagraph(doc: string | undefined): string | undefined {
  const [paragraph = ""] = documentationText(doc ?? "").split("\n\n");
  return paragraph === "" ? undefined : paragraph;
}
