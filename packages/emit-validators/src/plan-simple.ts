import { emitDiagnostics, translatePattern } from "@shapelog/emit";
import {
  hasTrait,
  INTEGER_RANGES,
  kindRange,
  lengthBounds,
  nearestDouble,
  type SimpleShape,
  statedRange,
  stringTrait,
  timestampFormat,
  unreachable,
} from "@shapelog/model";
import type { Check, NumberCheck, PatternCheck } from "./check.js";
import type { Place, PlanContext } from "./plan-context.js";

/** Plans the check of a simple shape whose traits are those that hold in its place (Smithy 2.0, "Simple types"). */
export function planSimple(context: PlanContext, shape: SimpleShape, place: Place): Check {
  const { flags } = place;
  switch (shape.kind) {
    case "boolean":
      return { kind: "boolean", flags };
    case "string":
      return { kind: "string", length: lengthBounds(shape), ...planPattern(context, shape, place), flags };
    case "blob":
      if (hasTrait(shape, "streaming")) return { kind: "any", flags };
      return { kind: "blob", form: context.form, length: lengthBounds(shape), flags };
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
      return planNumber(context, shape, flags);
    case "timestamp":
      return { kind: "timestamp", format: context.form === "sdk" ? "Date" : formatOf(context, shape), flags };
    case "document":
      return { kind: "any", flags };
    default:
      return unreachable(shape.kind);
  }
}

function planNumber(context: PlanContext, shape: SimpleShape, flags: number): NumberCheck {
  const range = statedRange(shape);
  switch (shape.kind) {
    case "byte":
    case "short":
    case "integer":
      return { kind: "number", type: "integer", range: { ...INTEGER_RANGES[shape.kind], ...range }, flags };
    case "long":
      return { kind: "number", type: "long", range, flags };
    case "bigInteger":
      return { kind: "number", type: "bigInteger", range, flags };
    case "bigDecimal":
      return { kind: "number", type: "number", range, flags };
    default: {
      const type = context.form === "sdk" ? "any" : "float";
      const finite = kindRange(shape.kind);
      return { kind: "number", type, range, ...(finite ? { finite } : {}), flags };
    }
  }
}

function formatOf({ model, service }: PlanContext, shape: SimpleShape) {
  return timestampFormat(model, shape, service);
}

function planPattern(
  context: PlanContext,
  shape: SimpleShape,
  place: Place,
): { readonly pattern?: PatternCheck } {
  const pattern = stringTrait(shape, "pattern");
  if (pattern === undefined) return {};
  const { max: maxLength } = lengthBounds(shape);
  const translated = translatePattern(
    pattern,
    maxLength === undefined ? {} : { maxLength: nearestDouble(maxLength) },
  );
  if (translated.ok) {
    const { ok: _, ...regular } = translated;
    return { pattern: { ...regular, name: place.name } };
  }
  const { reason } = translated;
  context.report(emitDiagnostics.create("pattern-refused", undefined, { shape: place.id, pattern, reason }));
  return {};
}
