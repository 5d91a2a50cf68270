import type { Diagnostic, Location } from "@shapelog/diagnostics";
import { isTooDeep, type JsonValue, jsonType, printPointer } from "@shapelog/json";
import { isShapeId, type ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import type { SmithyVersion } from "./load/model-part.js";

/** One file being read. */
export interface Reading {
  readonly file: string;
  readonly version: SmithyVersion;
  readonly diagnostics: Diagnostic[];
  /** Whether a value that the model keeps as it is is nested too deeply. */
  tooDeep: boolean;
  /** Every well-formed id seen so far that names no member, by itself: each is checked once and kept once. */
  readonly ids: Map<string, ShapeId>;
}

/** The keys and indexes that lead to a place. */
export type Path = readonly (string | number)[];

/** What has traits or references; asked only for a diagnostic. */
export interface Owner {
  /** The id that the diagnostic names. */
  id(): string;
  path(): Path;
}

/** Returns the place that a path leads to. */
export function placeOf(reading: Reading, path: Path): Location {
  return { file: reading.file, pointer: printPointer(...path) };
}

/** Returns the one string for the id of a shape or trait, or `undefined` where it is none. */
export function findId(reading: Reading, text: string): ShapeId | undefined {
  const known = reading.ids.get(text);
  if (known !== undefined) return known;
  if (!isShapeId(text) || text.includes("$")) return undefined;
  reading.ids.set(text, text);
  return text;
}

/** How deep the values of traits stand at most: in a member's traits. */
const TRAIT_DEPTH = 6;

/** Looks at a value that the model keeps as it is. */
export function inspect(reading: Reading, value: JsonValue | undefined): void {
  if (typeof value === "object" && isTooDeep(value, TRAIT_DEPTH)) reading.tooDeep = true;
}

/** Reports that a value is of another JSON type than expected. */
export function reportType(
  reading: Reading,
  path: Path,
  problem: { readonly what: string; readonly expected: string; readonly value: JsonValue | undefined },
): void {
  const { what, expected, value } = problem;
  reading.diagnostics.push(
    smithyDiagnostics.create("wrong-json-type", placeOf(reading, path), {
      what,
      expected,
      found: jsonType(value),
    }),
  );
}

/** Reports that something has no field that it needs. */
export function reportMissing(
  reading: Reading,
  path: Path,
  data: { readonly of: string; readonly field: string },
): void {
  reading.diagnostics.push(smithyDiagnostics.create("missing-field", placeOf(reading, path), data));
}

/** Reports something that the version of the file does not have. */
export function reportVersion(
  reading: Reading,
  path: Path,
  problem: { readonly of: string; readonly what: string; readonly needs: SmithyVersion },
): void {
  const data = { ...problem, version: reading.version };
  reading.diagnostics.push(smithyDiagnostics.create("wrong-version", placeOf(reading, path), data));
}
