import type { BodyPiece } from "@shapelog/emit";
import { bodyEncoding, type OperationShape, type ShapeId } from "@shapelog/model";
import type { TypesContext } from "./types-context.js";

/** Returns a paragraph on what is on the wire of an operation's requests; nothing where that is the whole input. */
export function requestText(context: TypesContext, operation: OperationShape): string {
  const request = context.wire.pieces.requests.get(operation.id);
  return request ? paragraph([...piece(context, request.params), ...body(context, request.body)]) : "";
}

/** Returns a paragraph on what is on the wire of an operation's responses; nothing where that is the whole output. */
export function responseText(context: TypesContext, operation: OperationShape): string {
  const response = context.wire.pieces.responses.get(operation.id);
  return response ? paragraph([...piece(context, response.headers), ...body(context, response.body)]) : "";
}

function piece({ names }: TypesContext, id: ShapeId | undefined): string[] {
  return id === undefined ? [] : [`\`${names.shapes.of(id)}\``];
}

/** A body that is not the JSON of a shape has no validator. */
function body(context: TypesContext, part: BodyPiece | undefined): string[] {
  if (!part) return [];
  if (part.shape !== undefined) return piece(context, part.shape);
  const isEncoded = bodyEncoding(context.service) !== "json" && part.mediaType === "application/xml";
  return [`a body of \`${part.mediaType}\`${isEncoded ? "" : " as it is"}, which no validator reads`];
}

function paragraph(parts: readonly string[]): string {
  return parts.length === 0 ? "" : `\n\nOn the wire: ${parts.join(" and ")}.`;
}
