import { emitDiagnostics, translatePattern } from "@shapelog/emit";
import {
  type Bounds,
  isBigNumber,
  kindRange,
  lengthBounds,
  type NodeNumber,
  nearestDouble,
  type ShapeId,
  type ShapeKind,
  statedRange,
  stringTrait,
  type Traits,
} from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";
import { portablePattern } from "./portable-pattern.js";
import type { SchemaContext } from "./schema-context.js";

/** The traits of a member that may stand in for those of its target. */
export const CONSTRAINT_TRAITS = ["smithy.api#length", "smithy.api#range", "smithy.api#pattern"] as const;

/** Whose traits are turned into keywords. */
export interface Constrained {
  readonly kind: ShapeKind;
  /** The shape or member that carries the traits, for diagnostics. */
  readonly id: ShapeId;
  readonly traits: Traits;
  /** The traits of the target beside whose schema a member's keywords stand: its length holds there too. */
  readonly target?: Traits;
}

/** Returns the keywords that the traits of a shape or member come to (Smithy 2.0, "Constraint traits"). */
export function constraintKeywords(context: SchemaContext, of: Constrained): JsonSchema {
  const length = lengthBounds(of);
  switch (of.kind) {
    case "string":
      return { ...named(length, "minLength", "maxLength"), ...patternKeyword(context, of) };
    case "blob":
      return context.form === "wire" ? named(base64Length(length), "minLength", "maxLength") : {};
    case "list":
      return named(length, "minItems", "maxItems");
    case "map":
      return named(length, "minProperties", "maxProperties");
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
      return named(statedRange(of), "minimum", "maximum");
    default:
      return {};
  }
}

/** Returns `minimum` and `maximum` of a number kind whose limits a double holds: 8, 16 and 32 bit integers, and floats. */
export function kindBounds(kind: ShapeKind): JsonSchema {
  return named(kind === "long" ? {} : (kindRange(kind) ?? {}), "minimum", "maximum");
}

function named({ min, max }: Bounds, minimum: string, maximum: string): JsonSchema {
  return {
    ...(min === undefined ? {} : { [minimum]: min }),
    ...(max === undefined ? {} : { [maximum]: max }),
  };
}

/** The length of the padded base64 text of so many bytes. It bounds the bytes to within two. */
function base64Length({ min, max }: Bounds): Bounds {
  // Beyond a double's digits no text is so long, whether by bytes or by characters.
  const length = (bytes: NodeNumber) => (isBigNumber(bytes) ? bytes : 4 * Math.ceil(bytes / 3));
  return {
    ...(min === undefined ? {} : { min: length(min) }),
    ...(max === undefined ? {} : { max: length(max) }),
  };
}

/**
 * The pattern is told wherever validators check it. Where they need a table for that, a mark says that an engine that
 * backtracks can take very long.
 */
function patternKeyword(context: SchemaContext, of: Constrained): JsonSchema {
  const pattern = stringTrait(of, "pattern");
  if (pattern === undefined) return {};
  const translated = translatePattern(pattern, findMaxLength([of.traits, of.target]));
  if (translated.ok) {
    return {
      pattern: portablePattern(translated.source),
      ...(translated.table === undefined ? {} : { "x-shapelog-slow-pattern": true }),
    };
  }
  const { reason } = translated;
  const location = context.locate?.(of.id, "smithy.api#pattern") ?? context.locate?.(of.id);
  context.report(emitDiagnostics.create("pattern-refused", location, { shape: of.id, pattern, reason }));
  return {};
}

function findMaxLength(all: readonly (Traits | undefined)[]): { readonly maxLength?: number } {
  const limits = all.flatMap((traits) => (traits ? (lengthBounds({ traits }).max ?? []) : []));
  return limits.length === 0 ? {} : { maxLength: Math.min(...limits.map(nearestDouble)) };
}

/** Returns whether a target's pattern is refused on its own, and not with the length that a member sets. */
export function needsLength(target: Traits, member: Traits): boolean {
  const pattern = stringTrait({ traits: target }, "pattern");
  if (pattern === undefined || translatePattern(pattern, findMaxLength([target])).ok) return false;
  return translatePattern(pattern, findMaxLength([member])).ok;
}
