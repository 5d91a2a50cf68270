import type { DataShape, TextPlace } from "@shapelog/emit";
import {
  enumValue,
  hasTrait,
  type ListShape,
  lengthBounds,
  type Member,
  nearestDouble,
  statedRange,
  stringTrait,
} from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";

const INTEGER = "^-?[0-9]+$";
const DECIMAL = "-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";

/** What the schema of a text is made with. */
export interface TextSchema {
  readonly place: TextPlace;
  /** Returns the schema of a value in this place, as JSON has it. */
  plain(shape: DataShape): JsonSchema;
  /** Returns the schema of an item, which is a text in this place, too. */
  item(member: Member): JsonSchema;
}

/**
 * Returns the schema of a text in the path, the query or a header (Smithy 2.0, "HTTP bindings"). What no keyword says of
 * a text, such as the range of its number, is in `$comment`; validators check it.
 */
export function textSchema(text: TextSchema, shape: DataShape): JsonSchema {
  const { place, plain } = text;
  switch (shape.kind) {
    case "boolean":
      return { type: "string", enum: ["true", "false"] };
    case "intEnum": {
      const values = shape.members.map(enumValue).filter((value) => typeof value === "number");
      return { type: "string", enum: [...new Set(values)].map(String) };
    }
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "bigInteger":
      return numberText(shape, INTEGER);
    case "bigDecimal":
      return numberText(shape, `^${DECIMAL}$`);
    case "float":
    case "double":
      return numberText(shape, `^(?:${DECIMAL}|NaN|-?Infinity)$`);
    case "timestamp": {
      const schema = plain(shape);
      return schema.type === "number" ? numberText(shape, `^${DECIMAL}$`) : schema;
    }
    case "string": {
      if (place === "header" && hasTrait(shape, "mediaType")) {
        const mediaType = stringTrait(shape, "mediaType");
        return {
          type: "string",
          contentEncoding: "base64",
          ...(mediaType === undefined ? {} : { contentMediaType: mediaType }),
        };
      }
      const schema = plain(shape);
      return place === "label" && schema.minLength === undefined ? { ...schema, minLength: 1 } : schema;
    }
    case "list":
      return listText(text, shape);
    default:
      return plain(shape);
  }
}

function numberText(shape: DataShape, pattern: string): JsonSchema {
  const { min, max } = statedRange(shape);
  const limits = [
    ...(min === undefined ? [] : [`at least ${nearestDouble(min)}`]),
    ...(max === undefined ? [] : [`at most ${nearestDouble(max)}`]),
  ];
  return { type: "string", pattern, ...(limits.length === 0 ? {} : { $comment: `${limits.join(", ")}` }) };
}

function listText({ place, plain, item }: TextSchema, shape: ListShape): JsonSchema {
  if (place === "header") return { type: "string", $comment: "items with commas between" };
  const [member] = shape.members;
  const { items: _, ...limits } = plain({ ...shape, members: [] });
  const items = member ? item(member) : { type: "string" };
  const list = { ...limits, items };
  const { min = 0 } = lengthBounds(shape);
  return nearestDouble(min) > 1 ? list : { anyOf: [items, list] };
}
