import type { Diagnostic } from "@shapelog/diagnostics";
import {
  explainInspection,
  isJsonObject,
  type JsonValue,
  jsonType,
  PLAIN,
  printPointer,
  readJson,
  TOO_DEEP,
} from "@shapelog/json";
import {
  checkReferences,
  isShapeId,
  type Locate,
  type Model,
  type NodeValue,
  type ReadResult,
  type Shape,
  type ShapeId,
  type SourceText,
} from "@shapelog/model";
import { type Apply, addAppliedTraits, isApply } from "./apply-traits.js";
import { completeEnum, upgradeEnumTrait } from "./complete-enums.js";
import { createLocate } from "./create-locate.js";
import { smithyDiagnostics } from "./diagnostics.js";
import { readShape } from "./read-shape.js";
import { findId, inspect, placeOf, type Reading, reportType, type SmithyVersion } from "./reading.js";
import { upgradeVersion1 } from "./upgrade-version-1.js";

export interface ReadSmithyJsonOptions {
  /** Whether to report keys given twice in one object; costs a second pass over the text. Default: false. */
  readonly duplicates?: boolean;
  /** Whether to report targets that are not in the file; switch it off for one file of several. Default: true. */
  readonly references?: boolean;
}

type Fields = { readonly [key: string]: JsonValue };

const VERSIONS: ReadonlyMap<JsonValue | undefined, SmithyVersion> = new Map<JsonValue, SmithyVersion>([
  ["1", "1.0"],
  ["1.0", "1.0"],
  ["2", "2.0"],
  ["2.0", "2.0"],
]);

/** Returns whether a parsed JSON value looks like a Smithy JSON AST model. */
export function isSmithyJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("smithy" in value && typeof value.smithy === "string") return true;
  if (!("shapes" in value) || typeof value.shapes !== "object" || value.shapes === null) return false;
  for (const id in value.shapes) return id.includes("#");
  return false;
}

/**
 * Reads a model in the Smithy JSON AST (Smithy 2.0, "JSON AST"). Models of version 1.0 are upgraded: `set` becomes a
 * list with `@uniqueItems`, implicit defaults become `@default`. Strings with the deprecated `@enum` trait become enum
 * shapes, in either version, where all values can have names. Nothing is thrown: what is wrong is reported with its
 * JSON Pointer, and reading goes on.
 *
 * @example
 * const { model, diagnostics } = readSmithyJson({ file: "model.json", text });
 */
export function readSmithyJson(source: SourceText, options: ReadSmithyJsonOptions = {}): ReadResult {
  const { file } = source;
  const { value, diagnostics } = readJson(source, { ...options, inspect: false });
  if (value === undefined) return failed(diagnostics);
  if (!isJsonObject(value)) {
    const found = jsonType(value);
    return failed([...diagnostics, smithyDiagnostics.create("not-a-model", { file }, { found })]);
  }
  const found = [...diagnostics];
  const reading: Reading = {
    file,
    version: readVersion(file, value.smithy, found),
    diagnostics: found,
    inspection: PLAIN,
    ids: new Map(),
  };
  reportUnknownKeys(reading, value);
  const { shapes, upgraded } = readShapes(reading, value.shapes);
  const model: Model = { shapes, metadata: readMetadata(reading, value.metadata) };
  const inspected = explainInspection(source, reading.inspection);
  if (reading.inspection === TOO_DEEP) return failed(inspected);
  found.push(...inspected);
  const locate = createLocate(file, model, upgraded);
  if (options.references !== false) {
    const { shapes: written } = value;
    const isReported = (id: string) => isJsonObject(written) && Object.hasOwn(written, id);
    addAll(found, checkReferences(model, locate, { isReported }));
  }
  return { model, locate, diagnostics: found };
}

function failed(diagnostics: readonly Diagnostic[]): ReadResult {
  const locate: Locate = () => undefined;
  return { model: { shapes: new Map(), metadata: new Map() }, locate, diagnostics };
}

/** A file without a usable version is read as 2.0. */
function readVersion(file: string, raw: JsonValue | undefined, diagnostics: Diagnostic[]): SmithyVersion {
  const version = VERSIONS.get(raw);
  if (version !== undefined) return version;
  const location = { file, pointer: raw === undefined ? "" : printPointer("smithy") };
  diagnostics.push(
    raw === undefined
      ? smithyDiagnostics.create("missing-version", location, {})
      : smithyDiagnostics.create("unsupported-version", location, {
          version: typeof raw === "string" ? raw : jsonType(raw),
          supported: '"1.0", "2.0"',
        }),
  );
  return "2.0";
}

function reportUnknownKeys(reading: Reading, value: Fields): void {
  const keys = Object.keys(value).filter((key) => !["smithy", "metadata", "shapes"].includes(key));
  if (keys.length === 0) return;
  const place = placeOf(reading, [keys[0] ?? ""]);
  reading.diagnostics.push(smithyDiagnostics.create("unknown-key", place, { keys }));
}

function readMetadata(reading: Reading, raw: JsonValue | undefined): Map<string, NodeValue> {
  if (raw === undefined) return new Map();
  if (isJsonObject(raw)) {
    inspect(reading, raw);
    return new Map(Object.entries(raw));
  }
  reportType(reading, ["metadata"], { what: '"metadata"', expected: "an object", value: raw });
  return new Map();
}

interface Shapes {
  readonly shapes: Map<ShapeId, Shape>;
  /** The enums that stand in the file as strings with the `@enum` trait. */
  readonly upgraded: ReadonlySet<ShapeId>;
}

function readShapes(reading: Reading, raw: JsonValue | undefined): Shapes {
  const shapes = new Map<ShapeId, Shape>();
  const upgraded = new Set<ShapeId>();
  if (raw === undefined) return { shapes, upgraded };
  if (!isJsonObject(raw)) {
    reportType(reading, ["shapes"], { what: '"shapes"', expected: "an object", value: raw });
    return { shapes, upgraded };
  }
  const applies: Apply[] = [];
  for (const key in raw) readEntry(reading, key, raw[key], { shapes, applies });
  for (const apply of applies) addAppliedTraits(reading, shapes, apply);
  if (reading.version === "1.0") upgradeVersion1(shapes);
  completeShapes(reading, shapes, upgraded);
  return { shapes, upgraded };
}

function readEntry(
  reading: Reading,
  key: string,
  raw: JsonValue | undefined,
  into: { readonly shapes: Map<ShapeId, Shape>; readonly applies: Apply[] },
): void {
  const id = findId(reading, key) ?? (isApply(raw) && isShapeId(key) ? key : undefined);
  if (id === undefined) {
    const place = placeOf(reading, ["shapes", key]);
    reading.diagnostics.push(smithyDiagnostics.create("malformed-shape-id", place, { id: key }));
  } else if (!isJsonObject(raw)) {
    reportType(reading, ["shapes", key], { what: key, expected: "an object", value: raw });
  } else if (raw.type === "apply") {
    into.applies.push({ target: id, raw });
  } else {
    const shape = readShape(reading, id, raw);
    if (shape) into.shapes.set(id, shape);
  }
}

function completeShapes(reading: Reading, shapes: Map<ShapeId, Shape>, upgraded: Set<ShapeId>): void {
  for (const [id, shape] of shapes) {
    if (shape.kind === "enum" || shape.kind === "intEnum") {
      const complete = completeEnum(reading, shapes, shape);
      if (complete !== shape) shapes.set(id, complete);
    } else if (shape.kind === "string" && "smithy.api#enum" in shape.traits) {
      const enumShape = upgradeEnumTrait(shape);
      if (!enumShape) continue;
      shapes.set(id, enumShape);
      upgraded.add(id);
    }
  }
}

function addAll(diagnostics: Diagnostic[], added: readonly Diagnostic[]): void {
  for (const diagnostic of added) diagnostics.push(diagnostic);
}
