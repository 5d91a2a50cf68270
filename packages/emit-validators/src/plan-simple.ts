import { emitDiagnostics, translatePattern } from "@shapelog/emit";
import {
  findProtocol,
  holdsJson,
  INTEGER_RANGES,
  isStreamingBlob,
  kindRange,
  lengthBounds,
  nearestDouble,
  type SimpleShape,
  statedRange,
  stringTrait,
  timestampFormat,
  unreachable,
} from "@shapelog/model";
import type { Check, NumberCheck, PatternCheck, StringCheck } from "./check.js";
import type { Place, PlanContext } from "./plan-context.js";

/** Plans the check of a simple shape whose traits are those that hold in its place (Smithy 2.0, "Simple types"). */
export function planSimple(context: PlanContext, shape: SimpleShape, place: Place): Check {
  const { flags } = place;
  switch (shape.kind) {
    case "boolean":
      return { kind: "boolean", flags };
    case "string":
      return planString(context, shape, place);
    case "blob":
      return planBlob(context, shape, place);
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
      return planNumber(context, shape, flags);
    case "bigDecimal":
      return planDecimal(context, shape, flags);
    case "timestamp":
      return { kind: "timestamp", format: context.form === "sdk" ? "Date" : formatOf(context, shape), flags };
    case "document":
      return { kind: "any", flags };
    default:
      return unreachable(shape.kind);
  }
}

function planString(context: PlanContext, shape: SimpleShape, place: Place): StringCheck {
  return {
    kind: "string",
    length: lengthBounds(shape),
    ...planPattern(context, shape, place),
    ...(context.form === "sdk" && holdsJson(shape) ? { isJson: true } : {}),
    flags: place.flags,
  };
}

function planBlob({ form }: PlanContext, shape: SimpleShape, { flags, takes }: Place): Check {
  const isStream = isStreamingBlob(shape);
  const length = lengthBounds(shape);
  if (form === "wire") return isStream ? { kind: "any", flags } : { kind: "blob", form, length, flags };
  const streams = takes ?? (isStream ? "stream" : undefined);
  return streams ? { kind: "stream", takes: streams, length, flags } : { kind: "blob", form, length, flags };
}

/** Protocols that send a number's text as it is given. */
const OF_TEXTS: ReadonlySet<string | undefined> = new Set([
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
]);

function planDecimal({ form, service }: PlanContext, shape: SimpleShape, flags: number): Check {
  const range = statedRange(shape);
  if (form === "wire") return { kind: "number", type: "number", range, flags };
  return { kind: "decimal", takesTexts: OF_TEXTS.has(findProtocol(service)), range, flags };
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
      return { kind: "number", type: context.form === "sdk" ? "bigint" : "bigInteger", range, flags };
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
