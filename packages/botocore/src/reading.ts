import type { Diagnostic, Location } from "@shapelog/diagnostics";
import { isJsonObject, type JsonValue, jsonType, printPointer } from "@shapelog/json";
import { isIdentifier, type ShapeId } from "@shapelog/model";
import type { Beside } from "./beside.js";
import { botocoreDiagnostics } from "./diagnostics.js";
import type { Fields } from "./map-traits.js";

/** What bindings and names a protocol has. */
export interface Protocol {
  /** Whether `http`, `location` and `payload` mean anything. */
  readonly rest: boolean;
  /** Whether `locationName` names XML elements, or query parameters, which Smithy names as XML elements. */
  readonly xml: boolean;
  readonly ec2: boolean;
}

/** A section of a file, such as `shapes`. */
export interface Section {
  /** The names of its entries in the order of the file. */
  readonly names: readonly string[];
  readonly entries: ReadonlyMap<string, JsonValue>;
}

/** Returns the section that an object is. */
export function sectionOf(value: Fields): Section {
  const entries = new Map(Object.entries(value));
  return { names: [...entries.keys()], entries };
}

/** One file being read. */
export interface Reading {
  readonly file: string;
  readonly namespace: string;
  readonly protocol: Protocol;
  readonly diagnostics: Diagnostic[];
  readonly shapes: Section;
  readonly operations: Section;
  readonly beside: Beside;
  /** The ids of the file's shapes by their names there. Equal ids share one string. */
  readonly ids: ReadonlyMap<string, ShapeId>;
  readonly uses: Uses;
  /** The URI of the XML namespace that the service has by its inputs and payloads. */
  readonly xmlNamespace: string | undefined;
}

/** How a file uses its shapes, by their names. */
export interface Uses {
  /** Shapes that members target. */
  readonly all: Names;
  /** Structures that are the input of one operation and nothing else. */
  readonly inputs: Names;
  /** Structures that are the output of one operation and nothing else. */
  readonly outputs: Names;
  /** Structures that are events of an event stream. */
  readonly events: Names;
  /** Shapes that all members which target them mark as streaming. */
  readonly streams: ReadonlySet<string>;
  /** Shapes that some of the members which target them mark as streaming. */
  readonly partialStreams: ReadonlySet<string>;
  /** Strings that some member or list marks as a `jsonvalue`. */
  readonly jsonValues: Iterable<string>;
  /** Shapes that members of structures target. */
  readonly targeted: Names;
}

/** Names that may be asked for. */
export interface Names {
  has(name: string): boolean;
}

/** The keys and indexes that lead to a place. */
export type Path = readonly (string | number)[];

/** Returns the place that a path leads to. */
export function placeOf(reading: { readonly file: string }, path: Path): Location {
  return { file: reading.file, pointer: printPointer(...path) };
}

/** Returns the id of a shape of the file. */
export function shapeIdOf(reading: Reading, name: string): ShapeId {
  return reading.ids.get(name) ?? `${reading.namespace}#${name}`;
}

/** Returns a shape of the file as it is written, or `undefined`. */
export function findRawShape(
  reading: { readonly shapes: Section },
  name: JsonValue | undefined,
): Fields | undefined {
  const raw = typeof name === "string" ? reading.shapes.entries.get(name) : undefined;
  return isJsonObject(raw) ? raw : undefined;
}

/** Returns a field as an object; reports it where it is something else. */
export function expectObject(
  reading: { readonly file: string; readonly diagnostics: Diagnostic[] },
  value: JsonValue | undefined,
  path: Path,
  what: string,
): Fields | undefined {
  if (isJsonObject(value)) return value;
  const data = { what, expected: "an object", found: jsonType(value) };
  reading.diagnostics.push(botocoreDiagnostics.create("wrong-json-type", placeOf(reading, path), data));
  return undefined;
}

/** Returns the id that a reference `{"shape": "Name"}` leads to; reports it where it leads nowhere. */
export function readReference(
  reading: Reading,
  value: JsonValue | undefined,
  path: Path,
  what: string,
): ShapeId | undefined {
  const reference = expectObject(reading, value, path, what);
  if (!reference) return undefined;
  const { shape } = reference;
  if (typeof shape === "string" && isIdentifier(shape)) return shapeIdOf(reading, shape);
  const place = placeOf(reading, path);
  reading.diagnostics.push(
    typeof shape === "string"
      ? botocoreDiagnostics.create("malformed-name", place, { name: shape, of: what })
      : botocoreDiagnostics.create("missing-field", place, { of: what, field: "shape" }),
  );
  return undefined;
}
