import type { Diagnostic } from "@shapelog/diagnostics";
import { isJsonObject, type JsonValue, jsonType, type ReadJsonResult, readJson } from "@shapelog/json";
import {
  checkReferences,
  equalShapes,
  type Model,
  type ReadResult,
  type Shape,
  type ShapeId,
  type SourceText,
} from "@shapelog/model";
import { deriveMap, findChangedKeys } from "@shapelog/model/revisions";
import { createLocate } from "./create-locate.js";
import { createReading, findProtocol, findSection, type Sectioned } from "./create-reading.js";
import { botocoreDiagnostics } from "./diagnostics.js";
import { findKnownShapes, type KnownShapes, type ReadParts } from "./known-shapes.js";
import { type Fields, isIdentifier } from "./map-traits.js";
import { readChanged } from "./read-changed.js";
import { readOperation } from "./read-operation.js";
import { readPaginators } from "./read-paginators.js";
import { readService } from "./read-service.js";
import { readShape } from "./read-shape.js";
import { expectObject, placeOf, type Reading, shapeIdOf } from "./reading.js";
import { findServiceNames, type ServiceNames } from "./service-names.js";
import { createVariants } from "./variants.js";

export interface ReadBotocoreOptions {
  /** The service's `paginators-1.json`. Default: none. */
  readonly paginators?: SourceText;
  /** Whether to report keys given twice in one object; costs a second pass over the text. Default: false. */
  readonly duplicates?: boolean;
  /**
   * The service's id in SDKs, for files that give none (they are older than 2018), so that all revisions of a service
   * get one namespace. Default: worked out from the service's names.
   */
  readonly serviceId?: string;
}

/** Returns whether a parsed JSON value looks like a botocore `service-2.json`. */
export function isBotocore(value: unknown): boolean {
  if (typeof value !== "object" || value === null || "smithy" in value) return false;
  return (
    "metadata" in value &&
    typeof value.metadata === "object" &&
    value.metadata !== null &&
    "shapes" in value &&
    ("operations" in value || "protocol" in value.metadata)
  );
}

/**
 * Reads an AWS `service-2.json` of any age into the model that AWS publishes of the same service in Smithy, as far as
 * the file says it. What Smithy has no trait for is kept, as it is, in traits `shapelog.botocore#<key>`. Nothing is
 * thrown: what is wrong is reported with its JSON Pointer, and reading goes on.
 *
 * @example
 * const { model } = readBotocore({ file: "service-2.json", text }, { paginators });
 */
export function readBotocore(source: SourceText, options: ReadBotocoreOptions = {}): ReadResult {
  return readBotocoreJson(source.file, readJson(source, options), options);
}

/** Reads a `service-2.json` as {@link readBotocore} does, from what `readJson` returned of its text. */
export function readBotocoreJson(
  file: string,
  { value, diagnostics }: ReadJsonResult,
  options: Omit<ReadBotocoreOptions, "duplicates"> = {},
): ReadResult {
  const { read: _, ...result } =
    value === undefined ? failed(diagnostics) : readValue({ file, value }, diagnostics, options);
  return result; // without the parsed file, which only a next revision asks for
}

/** What {@link readBotocoreRevision} returns: a model, and what the next revision may take over from it. */
export interface BotocoreRevision extends ReadResult {
  readonly read: ReadParts | undefined;
}

/** What {@link readBotocoreRevision} reads. */
export interface BotocoreRevisionSource extends Sectioned {
  /** The parsed file. Where it shares objects with the parsed predecessor, what was read of them is taken over. */
  readonly value: JsonValue;
}

/**
 * Reads a parsed `service-2.json` as {@link readBotocore} does. Shapes that the predecessor has, and that would be
 * read the same again, are the predecessor's own objects, so that comparing the two models is quick.
 */
export function readBotocoreRevision(
  source: BotocoreRevisionSource,
  previous?: BotocoreRevision,
  options: Omit<ReadBotocoreOptions, "duplicates"> = {},
): BotocoreRevision {
  const changed = previous && !options.paginators ? readSince(source, previous, options) : undefined;
  return changed ?? readValue(source, [], options, previous);
}

/** Reads what changed since the predecessor, where that can be done. */
function readSince(
  source: BotocoreRevisionSource,
  { model, read, diagnostics }: BotocoreRevision,
  options: ReadBotocoreOptions,
): BotocoreRevision | undefined {
  const { file, value } = source;
  if (!read || diagnostics.length > 0 || !isJsonObject(value) || !isBotocore(value)) return undefined;
  const { metadata } = value;
  const shapes = findSection(source, value, "shapes");
  const operations = findSection(source, value, "operations");
  if (!isJsonObject(metadata) || !shapes || !operations) return undefined;
  const names = findServiceNames(metadata, options.serviceId);
  const before = read.reading;
  const protocol = findProtocol(metadata);
  const isAlike =
    !names.missing &&
    names.namespace === before.namespace &&
    names.name === read.serviceName &&
    JSON.stringify(protocol) === JSON.stringify(before.protocol);
  if (!isAlike) return undefined;
  const since = readChanged({
    ...{ file, shapes, operations, model },
    previous: read,
    serviceName: names.name,
    changed: {
      shapes: findChangedKeys(before.shapes.entries, shapes.entries),
      operations: findChangedKeys(before.operations.entries, operations.entries),
    },
  });
  if (!since) return undefined;
  const { reading, counts, origins } = since;
  const service = readService(reading, value, metadata, names, since.operations);
  const known = model.shapes.get(service.id);
  const isSame = known && equalShapes(known, service);
  const all = isSame ? since.shapes : deriveMap(since.shapes, new Map([[service.id, service]]));
  const now: Model = { shapes: all, metadata: model.metadata };
  const locate = createLocate(file, now, origins);
  const problems = since.whole ? [] : checkReferences(now, locate);
  const found = [...reading.diagnostics, ...problems];
  // With something to report the next revision starts afresh, as only reading says which shapes it is about.
  const parts = found.length > 0 ? undefined : { reading, counts, serviceName: names.name, noisy: NOTHING };
  return { model: now, locate, diagnostics: found, read: parts };
}

function readValue(
  source: BotocoreRevisionSource,
  diagnostics: readonly Diagnostic[],
  options: ReadBotocoreOptions,
  previous?: BotocoreRevision,
): BotocoreRevision {
  const { file, value } = source;
  if (!isJsonObject(value) || !isBotocore(value)) {
    const found = isJsonObject(value) ? "another object" : jsonType(value);
    return failed([...diagnostics, botocoreDiagnostics.create("not-a-model", { file }, { found })]);
  }
  const found = [...diagnostics];
  const metadata =
    expectObject({ file, diagnostics: found }, value.metadata, ["metadata"], '"metadata"') ?? {};
  const names = findServiceNames(metadata, options.serviceId);
  if (names.missing) {
    const place = placeOf({ file }, ["metadata"]);
    found.push(botocoreDiagnostics.create("missing-name", place, { fallback: names.sdkId }));
  }
  const { reading, counts } = createReading(source, value, metadata, names, found);
  const known = previous?.read && findKnownShapes(previous.read, previous.model, reading);
  const { shapes, origins, noisy } = readShapes(reading, value, metadata, names, options, known);
  const model: Model = { shapes, metadata: new Map() };
  const locate = createLocate(file, model, origins);
  for (const diagnostic of checkReferences(model, locate)) found.push(diagnostic);
  return {
    model,
    locate,
    diagnostics: found,
    read: { reading, counts, serviceName: names.name, noisy },
  };
}

const NOTHING: ReadonlySet<ShapeId> = new Set();

function failed(diagnostics: readonly Diagnostic[]): BotocoreRevision {
  const model: Model = { shapes: new Map(), metadata: new Map() };
  return { model, locate: () => undefined, diagnostics, read: undefined };
}

interface Shapes {
  readonly shapes: Map<ShapeId, Shape>;
  /** The names that shapes have in the file. */
  readonly origins: Map<ShapeId, string>;
  /** The ids of the shapes that there was something to report about. */
  readonly noisy: Set<ShapeId>;
}

function readShapes(
  reading: Reading,
  file: Fields,
  metadata: Fields,
  names: ServiceNames,
  options: ReadBotocoreOptions,
  known: KnownShapes | undefined,
): Shapes {
  const read: Shapes = { shapes: new Map(), origins: new Map(), noisy: new Set() };
  const { shapes, origins } = read;
  const add = (name: string, id: ShapeId, readIt: () => Shape, taken: Shape | undefined) => {
    const reported = reading.diagnostics.length;
    const shape = taken ?? readIt();
    if (reading.diagnostics.length > reported) read.noisy.add(id);
    shapes.set(id, shape);
    origins.set(id, name);
  };
  for (const [name, raw] of entriesOf(reading, "shapes")) {
    const id = shapeIdOf(reading, name);
    add(name, id, () => readShape(reading, name, raw), known?.shape(name, id, raw));
  }
  for (const shape of createVariants(reading, shapes)) shapes.set(shape.id, shape);
  const paginators = options.paginators
    ? readPaginators(options.paginators, reading.operations, reading.diagnostics)
    : new Map();
  const operations: ShapeId[] = [];
  for (const [name, raw] of entriesOf(reading, "operations")) {
    const id = `${reading.namespace}#${name}`;
    const taken = options.paginators ? undefined : known?.operation(name, id, raw);
    add(name, id, () => readOperation(reading, name, raw, paginators.get(name) ?? []), taken);
    operations.push(id);
  }
  const service = readService(reading, file, metadata, names, operations);
  shapes.set(service.id, service);
  return read;
}

/** Returns the entries of a section that have names and are objects; reports the others. */
function entriesOf(reading: Reading, section: "shapes" | "operations"): [string, Fields][] {
  const entries: [string, Fields][] = [];
  for (const name of reading[section].names) {
    const value = reading[section].entries.get(name);
    if (!isIdentifier(name)) {
      const place = placeOf(reading, [section, name]);
      const data = { name, of: `"${section}"` };
      reading.diagnostics.push(botocoreDiagnostics.create("malformed-name", place, data));
      continue;
    }
    const raw = expectObject(reading, value, [section, name], name);
    if (raw) entries.push([name, raw]);
  }
  return entries;
}
