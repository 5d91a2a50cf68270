import type { Diagnostic } from "@shapelog/diagnostics";
import {
  explainTooDeep,
  isJsonObject,
  type JsonValue,
  jsonType,
  printPointer,
  readJson,
} from "@shapelog/json";
import { isShapeId, type NodeValue, type Shape, type ShapeId, type SourceText } from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import { failedPart } from "./load/assemble.js";
import type { Apply, ModelPart, SmithyVersion } from "./load/model-part.js";
import { locateInJson } from "./locate-in-json.js";
import { isApply, readApply } from "./read-apply.js";
import { readShape } from "./read-shape.js";
import { findId, inspect, placeOf, type Reading, reportType } from "./reading.js";

type Fields = { readonly [key: string]: JsonValue };

const VERSIONS: ReadonlyMap<JsonValue | undefined, SmithyVersion> = new Map<JsonValue, SmithyVersion>([
  ["1", "1.0"],
  ["1.0", "1.0"],
  ["2", "2.0"],
  ["2.0", "2.0"],
]);

/** Reads one file in the Smithy JSON AST. What is wrong is reported with its JSON Pointer, and reading goes on. */
export function readJsonPart(source: SourceText, options: { readonly duplicates?: boolean }): ModelPart {
  const { file } = source;
  const { value, diagnostics } = readJson(source, { ...options, inspect: false });
  if (value === undefined) return failedPart(file, diagnostics);
  if (!isJsonObject(value)) {
    const found = jsonType(value);
    const problem = smithyDiagnostics.create("not-a-model", { file }, { found });
    return failedPart(file, [...diagnostics, problem]);
  }
  const found = [...diagnostics];
  const reading: Reading = {
    file,
    version: readVersion(file, value.smithy, found),
    diagnostics: found,
    tooDeep: false,
    ids: new Map(),
  };
  reportUnknownKeys(reading, value);
  const { shapes, applies } = readShapes(reading, value.shapes);
  const metadata = readMetadata(reading, value.metadata);
  if (reading.tooDeep) return failedPart(file, [explainTooDeep(source)]);
  const { shapes: written } = value;
  return {
    ...failedPart(file, found),
    version: reading.version,
    metadata,
    shapes,
    applies,
    locate: locateInJson(file, shapes),
    locateMetadata: (key) => placeOf(reading, ["metadata", key]),
    isWritten: (id) => isJsonObject(written) && Object.hasOwn(written, id),
  };
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
  readonly applies: readonly Apply[];
}

function readShapes(reading: Reading, raw: JsonValue | undefined): Shapes {
  const shapes = new Map<ShapeId, Shape>();
  const applies: Apply[] = [];
  if (raw === undefined) return { shapes, applies };
  if (!isJsonObject(raw)) {
    reportType(reading, ["shapes"], { what: '"shapes"', expected: "an object", value: raw });
    return { shapes, applies };
  }
  for (const key in raw) readEntryTo({ shapes, applies }, reading, [key, raw[key]]);
  return { shapes, applies };
}

function readEntryTo(
  into: { readonly shapes: Map<ShapeId, Shape>; readonly applies: Apply[] },
  reading: Reading,
  [key, raw]: readonly [key: string, value: JsonValue | undefined],
): void {
  const id = findId(reading, key) ?? (isApply(raw) && isShapeId(key) ? key : undefined);
  if (id === undefined) {
    const place = placeOf(reading, ["shapes", key]);
    const name = isShapeId(key) ? "member-as-shape" : "malformed-shape-id";
    reading.diagnostics.push(smithyDiagnostics.create(name, place, { id: key }));
  } else if (!isJsonObject(raw)) {
    reportType(reading, ["shapes", key], { what: key, expected: "an object", value: raw });
  } else if (raw.type === "apply") {
    into.applies.push(readApply(reading, id, raw));
  } else {
    const shape = readShape(reading, id, raw);
    if (shape) into.shapes.set(id, shape);
  }
}
