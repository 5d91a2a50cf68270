import type { Diagnostic } from "@shapelog/diagnostics";
import { isJsonObject, type JsonValue, jsonType } from "@shapelog/json";
import {
  checkReferences,
  isIdentifier,
  type Model,
  type ReadResult,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { type Beside, NO_BESIDE, reportBeside } from "./beside.js";
import { createLocate } from "./create-locate.js";
import { createReading, type Sectioned } from "./create-reading.js";
import { botocoreDiagnostics } from "./diagnostics.js";
import type { UseCounts } from "./find-uses.js";
import { isBotocore } from "./is-botocore.js";
import type { Fields } from "./map-traits.js";
import type { BesideFiles } from "./read-beside.js";
import { readOperation } from "./read-operation.js";
import { readService } from "./read-service.js";
import { readShape } from "./read-shape.js";
import { expectObject, placeOf, type Reading, shapeIdOf } from "./reading.js";
import { findServiceNames, type ServiceNames } from "./service-names.js";
import { createVariants } from "./variants.js";

export interface ReadBotocoreOptions extends BesideFiles {
  /** Whether to report keys given twice in one object; costs a second pass over the text. Default: false. */
  readonly duplicates?: boolean;
  /**
   * The service's id in SDKs, for files that give none (they are older than 2018), so that all revisions of a service
   * get one namespace. Default: worked out from the service's names.
   */
  readonly serviceId?: string;
}

/** What was read of a revision, beside its model. */
export interface ReadParts {
  readonly reading: Reading;
  readonly counts: UseCounts;
  readonly serviceName: string;
  /** The ids of the shapes that there was something to report about: they are read, and reported, again. */
  readonly noisy: ReadonlySet<ShapeId>;
  /** Whether there was nothing to report about the file itself. */
  readonly quiet: boolean;
}

/** The shapes of the predecessor that would be read the same again. */
export interface KnownShapes {
  shape(name: string, id: ShapeId, raw: Fields): Shape | undefined;
  operation(name: string, id: ShapeId, raw: Fields): Shape | undefined;
}

/** A parsed file. */
export interface WholeSource extends Sectioned {
  /** `undefined` where the text was no JSON. */
  readonly value: JsonValue | undefined;
}

/** A model, and what else was read of its file. */
export interface WholeResult extends ReadResult {
  readonly read: ReadParts | undefined;
}

/** How {@link readWhole} goes about it. */
export interface ReadWholeOptions extends Pick<ReadBotocoreOptions, "serviceId"> {
  /** What the files beside it say. Default: nothing. */
  readonly beside?: Beside;
  /** What there is to report already. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Returns the shapes that need not be read, as they are known. */
  readonly findKnown?: (reading: Reading) => KnownShapes | undefined;
}

/** Reads a parsed file from its beginning to its end. */
export function readWhole(source: WholeSource, options: ReadWholeOptions): WholeResult {
  const { diagnostics = [], beside = NO_BESIDE } = options;
  const { file, value } = source;
  if (value === undefined) return failed(diagnostics);
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
  const parts = { value, metadata, names, diagnostics: found, beside };
  const { reading, counts } = createReading(source, parts);
  const { shapes, origins, noisy } = readShapes(reading, { ...options, file: value, metadata, names });
  const model: Model = { shapes, metadata: new Map() };
  const locate = createLocate(file, model, origins);
  for (const diagnostic of checkReferences(model, locate)) found.push(diagnostic);
  return {
    model,
    locate,
    diagnostics: [...found, ...reportBeside(beside, reading.operations.entries)],
    read: { reading, counts, serviceName: names.name, noisy, quiet: found.length === 0 },
  };
}

/** Returns that there is no model. */
function failed(diagnostics: readonly Diagnostic[]): WholeResult {
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

interface ShapesSource extends Pick<ReadWholeOptions, "findKnown"> {
  readonly file: Fields;
  readonly metadata: Fields;
  readonly names: ServiceNames;
}

function readShapes(reading: Reading, source: ShapesSource): Shapes {
  const { file, metadata, names } = source;
  const known = source.findKnown?.(reading);
  const read: Shapes = { shapes: new Map(), origins: new Map(), noisy: new Set() };
  const { shapes, origins } = read;
  const add = (name: string, id: ShapeId, readIt: () => Shape) => {
    const reported = reading.diagnostics.length;
    const shape = readIt();
    if (reading.diagnostics.length > reported) read.noisy.add(id);
    shapes.set(id, shape);
    origins.set(id, name);
  };
  for (const [name, raw] of entriesOf(reading, "shapes")) {
    const id = shapeIdOf(reading, name);
    add(name, id, () => known?.shape(name, id, raw) ?? readShape(reading, name, raw));
  }
  for (const shape of createVariants(reading, shapes)) shapes.set(shape.id, shape);
  const operations: ShapeId[] = [];
  for (const [name, raw] of entriesOf(reading, "operations")) {
    const id = `${reading.namespace}#${name}`;
    add(name, id, () => known?.operation(name, id, raw) ?? readOperation(reading, name, raw));
    operations.push(id);
  }
  const service = readService(reading, { file, metadata, names, operations });
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
