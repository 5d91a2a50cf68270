import { isJsonObject, type JsonValue } from "@shapelog/json";
import { checkReferences, equalShapes, type Model, type ReadResult, type ShapeId } from "@shapelog/model";
import { deriveMap, findChangedKeys } from "@shapelog/model/revisions";
import { type Beside, findChangedBeside, NO_BESIDE, reportBeside } from "../beside.js";
import { createLocate } from "../create-locate.js";
import { findProtocol, findSection, type Sectioned } from "../create-reading.js";
import { isBotocore } from "../is-botocore.js";
import { readService } from "../read-service.js";
import { type ReadParts, readWhole } from "../read-whole.js";
import type { Reading, Section } from "../reading.js";
import { findServiceNames } from "../service-names.js";
import { findKnownShapes } from "./known-shapes.js";
import { readChanged } from "./read-changed.js";

/** What {@link readBotocoreRevision} returns: a model, and what the next revision may take over from it. */
export interface BotocoreRevision extends ReadResult {
  readonly read: ReadParts | undefined;
}

/** How {@link readBotocoreRevision} goes about it. */
export interface BotocoreRevisionOptions {
  /** What the files beside it say, by `readBeside`; best the predecessor's where they are the same. Default: nothing. */
  readonly beside?: Beside;
  /** The service's id in SDKs, for files that give none. Default: worked out from the service's names. */
  readonly serviceId?: string;
}

/** What {@link readBotocoreRevision} reads. */
export interface BotocoreRevisionSource extends Sectioned {
  /** The parsed file. Where it shares objects with the parsed predecessor, what was read of them is taken over. */
  readonly value: JsonValue;
}

/**
 * Reads a parsed `service-2.json` as `readBotocore` does. Shapes that the predecessor has, and that would be
 * read the same again, are the predecessor's own objects, so that comparing the two models is quick.
 */
export function readBotocoreRevision(
  source: BotocoreRevisionSource,
  previous?: BotocoreRevision,
  options: BotocoreRevisionOptions = {},
): BotocoreRevision {
  const changed = previous && readSince(source, previous, options);
  if (changed) return changed;
  return readWhole(source, {
    ...options,
    findKnown: (reading) => previous?.read && findKnownShapes(previous.read, previous.model, reading),
  });
}

/** Reads what changed since the predecessor, where that can be done. */
function readSince(
  source: BotocoreRevisionSource,
  { model, read }: BotocoreRevision,
  { serviceId, beside = NO_BESIDE }: BotocoreRevisionOptions,
): BotocoreRevision | undefined {
  const { file, value } = source;
  if (!read?.quiet || !isJsonObject(value) || !isBotocore(value)) return undefined;
  const { metadata } = value;
  const shapes = findSection(source, value, "shapes");
  const operations = findSection(source, value, "operations");
  if (!isJsonObject(metadata) || !shapes || !operations) return undefined;
  const names = findServiceNames(metadata, serviceId);
  const before = read.reading;
  const protocol = findProtocol(metadata);
  const isAlike =
    !names.missing &&
    names.namespace === before.namespace &&
    names.name === read.serviceName &&
    JSON.stringify(protocol) === JSON.stringify(before.protocol);
  if (!isAlike) return undefined;
  const since = readChanged({
    ...{ file, shapes, operations, beside, model },
    previous: read,
    serviceName: names.name,
    changed: {
      shapes: findChangedKeys(before.shapes.entries, shapes.entries),
      operations: findChangedOperations(read.reading, operations, beside),
    },
  });
  if (!since) return undefined;
  const { reading, counts, origins } = since;
  const service = readService(reading, { file: value, metadata, names, operations: since.operations });
  const known = model.shapes.get(service.id);
  const isSame = known && equalShapes(known, service);
  const all = isSame ? since.shapes : deriveMap(since.shapes, new Map([[service.id, service]]));
  const now: Model = { shapes: all, metadata: model.metadata };
  const locate = createLocate(file, now, origins);
  const problems = since.whole ? [] : checkReferences(now, locate);
  const found = [...reading.diagnostics, ...problems];
  // With something to report the next revision starts afresh, as only reading says which shapes it is about.
  const parts =
    found.length > 0 ? undefined : { reading, counts, serviceName: names.name, noisy: NOTHING, quiet: true };
  const diagnostics = [...found, ...reportBeside(beside, operations.entries)];
  return { model: now, locate, diagnostics, read: parts };
}

/** Returns the operations that the file, or a file beside it, says something else of. */
function findChangedOperations(before: Reading, operations: Section, beside: Beside): Set<string> {
  const changed = findChangedKeys(before.operations.entries, operations.entries);
  for (const name of findChangedBeside(before.beside, beside)) {
    if (operations.entries.has(name)) changed.add(name);
  }
  return changed;
}

const NOTHING: ReadonlySet<ShapeId> = new Set();
