import { type DataShape, TEXT_TRAIT, type TextPlace } from "@shapelog/emit";
import {
  compareNumbers,
  hasTrait,
  type ListShape,
  lengthBounds,
  type MapShape,
  type Member,
  type SimpleShape,
} from "@shapelog/model";
import type { Check, TextKind } from "./check.js";

/** Where a text stands, and how what it stands for is planned. */
export interface TextPlan {
  readonly place: TextPlace;
  readonly flags: number;
  /** Plans the check of a shape in this place, as JSON has it. */
  plan(shape: DataShape): Check;
}

/**
 * Plans the check of a text in the path, the query or a header by what it stands for (Smithy 2.0, "httpLabel trait",
 * "httpQuery trait", "httpHeader trait").
 */
export function planText(text: TextPlan, shape: DataShape): Check {
  const { place, plan } = text;
  const check = plan(shape);
  switch (shape.kind) {
    case "boolean":
      return reading(text, "boolean", { kind: "any", flags: 0 });
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
      return reading(text, "integer", check);
    case "long":
    case "bigInteger":
      // The text has all digits, so that only its number is rounded, for comparisons.
      return reading(
        text,
        shape.kind === "long" ? "long" : "integer",
        check.kind === "number" ? { ...check, type: "any" } : check,
      );
    case "bigDecimal":
      return reading(text, "decimal", check);
    case "float":
    case "double":
      return reading(text, "float", check);
    case "timestamp":
      return check.kind === "timestamp" && check.format === "epoch-seconds"
        ? reading(text, "decimal", check)
        : check;
    case "string":
      if (place === "header" && hasTrait(shape, "mediaType")) return reading(text, "media", check);
      return place === "label" ? plan(withContent(shape)) : check;
    case "list":
      return planList(text, shape);
    case "map":
      return plan(withTexts(shape, "value", place));
    default:
      return check;
  }
}

function reading({ flags }: TextPlan, read: TextKind, inner: Check): Check {
  return { kind: "text", read, inner, flags };
}

/** A label is never empty (Smithy 2.0, "httpLabel trait"). */
function withContent(shape: SimpleShape): DataShape {
  const { min = 0, max } = lengthBounds(shape);
  if (compareNumbers(min, 1) >= 0) return shape;
  const length = { min: 1, ...(max === undefined ? {} : { max }) };
  return { ...shape, traits: { ...shape.traits, "smithy.api#length": length } };
}

function planList(text: TextPlan, shape: ListShape): Check {
  const { place, plan } = text;
  const list = plan(withTexts(shape, "member", place));
  if (place !== "header") return reading(text, "many", list);
  const isDates = list.kind === "list" && list.item.kind === "timestamp" && list.item.format === "http-date";
  return reading(text, isDates ? "dates" : "list", list);
}

/** Returns a list or map whose items or values are texts, too. */
function withTexts<Kind extends ListShape | MapShape>(shape: Kind, name: string, place: TextPlace): Kind {
  const mark = (member: Member) =>
    member.name === name ? { ...member, traits: { ...member.traits, [TEXT_TRAIT]: place } } : member;
  return { ...shape, members: shape.members.map(mark) };
}
