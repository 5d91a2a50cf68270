import {
  holdsJson,
  isStreamingBlob,
  type Model,
  type ServiceShape,
  type ShapeId,
  type SimpleShape,
  timestampFormat,
  unreachable,
} from "@shapelog/model";
import { constraintKeywords, kindBounds } from "./constraints.js";
import { type JsonSchema, programType } from "./json-schema.js";
import type { SchemaContext } from "./schema-context.js";

const NOT_FINITE = ["NaN", "Infinity", "-Infinity"] as const;

/**
 * Returns the keywords that check values of a simple shape (Smithy 2.0, "Simple types"). `carrier` is the shape or
 * member whose traits they are.
 */
export function simpleSchema(context: SchemaContext, shape: SimpleShape, carrier: ShapeId): JsonSchema {
  const { kind, traits } = shape;
  const limits = constraintKeywords(context, { kind, id: carrier, traits });
  const { form, model, service } = context;
  if (form === "sdk") {
    const schema = programSchema(shape);
    if (schema) return schema;
  }
  switch (shape.kind) {
    case "boolean":
      return { type: "boolean" };
    case "string":
      return { type: "string", ...limits };
    case "blob":
      if (context.cbor) return { type: "string", contentMediaType: "application/octet-stream" };
      return { type: "string", contentEncoding: "base64", ...limits };
    case "byte":
    case "short":
      return { type: "integer", ...kindBounds(shape.kind), ...limits };
    case "integer":
      return { type: "integer", format: "int32", ...kindBounds(shape.kind), ...limits };
    case "long":
      return { type: "integer", format: "int64", ...limits };
    case "bigInteger":
      return { type: "integer", ...limits };
    case "bigDecimal":
      return { type: "number", ...limits };
    case "float":
    case "double": {
      const number = { type: "number", format: shape.kind };
      if (form === "sdk") return { ...number, ...limits };
      const finite = { ...number, ...kindBounds(shape.kind), ...limits };
      return { anyOf: [finite, notFiniteSchema(limits)] };
    }
    case "timestamp":
      // Smithy 2.0, "Smithy RPC v2 CBOR protocol": whatever its format, a time is a number with a tag.
      if (context.cbor) return { type: "number", "x-shapelog-cbor-tag": 1 };
      return timestampSchema(model, service, shape);
    case "document":
      return {};
    default:
      return unreachable(shape.kind);
  }
}

/** Returns the schema of a shape that programs hold as what JSON does not have; `undefined` for others. */
export function programSchema(shape: SimpleShape): JsonSchema | undefined {
  switch (shape.kind) {
    case "blob":
      return programType(isStreamingBlob(shape) ? "StreamingBlobTypes" : "Uint8Array");
    case "bigInteger":
      return programType("bigint");
    case "bigDecimal":
      return programType("NumericValue");
    case "timestamp":
      return programType("Date");
    case "string":
      return holdsJson(shape) ? programType("LazyJsonString") : undefined;
    default:
      return undefined;
  }
}

/**
 * Returns the schema of the texts that stand for numbers which JSON does not have. Limits hold for them too; the type
 * stays that of all.
 */
function notFiniteSchema({ minimum, maximum }: JsonSchema): JsonSchema {
  const outside = NOT_FINITE.filter((text) => {
    if (text === "NaN") return minimum !== undefined || maximum !== undefined;
    return (text === "Infinity" ? maximum : minimum) !== undefined;
  });
  const texts = { type: "string", enum: [...NOT_FINITE] };
  return outside.length === 0 ? texts : { ...texts, not: { enum: outside } };
}

function timestampSchema(model: Model, service: ServiceShape, shape: SimpleShape): JsonSchema {
  const format = timestampFormat(model, shape, service);
  return format === "epoch-seconds" ? { type: "number" } : { type: "string", format };
}
