import {
  type Model,
  type ServiceShape,
  type ShapeId,
  type SimpleShape,
  timestampFormat,
  unreachable,
} from "@shapelog/model";
import { constraintKeywords, kindBounds } from "./constraints.js";
import type { JsonSchema } from "./json-schema.js";
import type { SchemaContext } from "./schema-context.js";

const NOT_FINITE: JsonSchema = { type: "string", enum: ["NaN", "Infinity", "-Infinity"] };

/**
 * Returns the keywords that check values of a simple shape (Smithy 2.0, "Simple types"). `carrier` is the shape or
 * member whose traits they are.
 */
export function simpleSchema(context: SchemaContext, shape: SimpleShape, carrier: ShapeId): JsonSchema {
  const { kind, traits } = shape;
  const limits = constraintKeywords(context, { kind, id: carrier, traits });
  const { form, model, service } = context;
  switch (shape.kind) {
    case "boolean":
      return { type: "boolean" };
    case "string":
      return { type: "string", ...limits };
    case "blob":
      if (form === "sdk") return { "x-shapelog-type": "Uint8Array" };
      return { type: "string", contentEncoding: "base64", ...limits };
    case "byte":
    case "short":
    case "integer":
    case "long":
      return { type: "integer", ...kindBounds(shape.kind), ...limits };
    case "bigInteger":
    case "bigDecimal":
      return { type: "number", ...limits };
    case "float":
    case "double":
      if (form === "sdk") return { type: "number", ...limits };
      return { anyOf: [{ type: "number", ...limits }, NOT_FINITE] };
    case "timestamp":
      return form === "sdk" ? { "x-shapelog-type": "Date" } : timestampSchema(model, service, shape);
    case "document":
      return {};
    default:
      return unreachable(shape.kind);
  }
}

function timestampSchema(model: Model, service: ServiceShape, shape: SimpleShape): JsonSchema {
  const format = timestampFormat(model, shape, service);
  return format === "epoch-seconds" ? { type: "number" } : { type: "string", format };
}
