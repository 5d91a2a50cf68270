import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import {
  equalShapes,
  findShape,
  isIdentifier,
  type Model,
  type Neighbor,
  neighbors,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { deriveMap } from "@shapelog/model/revisions";
import type { Beside } from "../beside.js";
import type { Origins } from "../create-locate.js";
import { type ChangedNames, countUses, findUses, isNamedByOperation, type UseCounts } from "../find-uses.js";
import { readOperation } from "../read-operation.js";
import { readShape } from "../read-shape.js";
import type { ReadParts } from "../read-whole.js";
import { type Reading, type Section, shapeIdOf } from "../reading.js";
import { createVariants } from "../variants.js";
import { findXmlNamespace } from "../xml-namespace.js";
import { findRetargeted, isUsedAlike, names, targets } from "./known-shapes.js";

/** A model made from its predecessor. */
export interface ChangedModel {
  readonly reading: Reading;
  readonly counts: UseCounts;
  readonly shapes: Model["shapes"];
  readonly origins: Origins;
  readonly operations: readonly ShapeId[];
  /** Whether every arrow points where it may. */
  readonly whole: boolean;
}

/** What is known of the file and its predecessor, which agree in namespace, protocol and the service's name. */
export interface ChangedSource {
  readonly file: string;
  readonly shapes: Section;
  readonly operations: Section;
  readonly beside: Beside;
  readonly previous: ReadParts;
  readonly model: Model;
  readonly serviceName: string;
  readonly changed: ChangedNames;
}

/**
 * Makes the model of a file from that of its predecessor, about which there was nothing to report: what changed is
 * read, and what is read differently because of it. Returns `undefined` where that is not worth it: the file is read
 * as a whole then. The service is left to the caller.
 */
export function readChanged(source: ChangedSource): ChangedModel | undefined {
  const { file, shapes, operations, beside, previous, model, changed } = source;
  const before = previous.reading;
  if (!areNamesFree(source)) return undefined;
  const xmlNamespace = touchesNamespace(before, shapes, operations, changed)
    ? findXmlNamespace(shapes, operations)
    : before.xmlNamespace;
  if (xmlNamespace !== before.xmlNamespace) return undefined;
  const counts = countUses({ shapes, operations }, { ...before, counts: previous.counts, changed });
  // Which shapes are streams goes by their types, too.
  const isSame = counts === previous.counts && counts.streaming.size === 0;
  const uses = isSame ? before.uses : findUses(shapes, counts);
  const ids = updateIds(before, shapes, changed);
  const reading: Reading = { ...before, file, shapes, operations, beside, ids, uses, diagnostics: [] };
  const changes = new Map<ShapeId, Shape | undefined>();
  const now = { get: (id: ShapeId) => (changes.has(id) ? changes.get(id) : model.shapes.get(id)) };
  for (const variant of createVariants(before, model.shapes)) changes.set(variant.id, undefined);
  const differing = new Set<ShapeId>();
  const put = (id: ShapeId, shape: Shape | undefined) => {
    changes.set(id, shape);
    differing.add(id);
  };
  for (const name of findStale(before, reading, changed)) {
    const raw = shapes.entries.get(name);
    put(shapeIdOf(before, name), isJsonObject(raw) ? readShape(reading, name, raw) : undefined);
  }
  for (const name of findStaleOperations(operations, counts, changed)) {
    const raw = operations.entries.get(name);
    const id = `${before.namespace}#${name}`;
    put(id, isJsonObject(raw) ? readOperation(reading, name, raw) : undefined);
  }
  for (const variant of createVariants(reading, now)) {
    const known = model.shapes.get(variant.id);
    changes.set(variant.id, known && equalShapes(known, variant) ? known : variant);
  }
  const after: Model = { shapes: deriveMap(model.shapes, changes), metadata: model.metadata };
  const service = model.shapes.get(`${before.namespace}#${source.serviceName}`);
  const known = service?.kind === "service" ? service.operations : [];
  const isListed = operations.names === before.operations.names;
  return {
    reading,
    counts,
    shapes: after.shapes,
    origins: originsOf(reading),
    operations: isListed ? known : listOperations(before.namespace, operations, known),
    whole: isWhole(model, after, { differing, counts, namespace: before.namespace }),
  };
}

/** Returns the ids of the operations: the very strings, and where nothing changed the very list, that are known. */
function listOperations(
  namespace: string,
  operations: Section,
  known: readonly ShapeId[],
): readonly ShapeId[] {
  const list: ShapeId[] = [];
  let next = 0;
  const isNext = (name: string, id = "") =>
    id.length === namespace.length + 1 + name.length && id.endsWith(name);
  for (const name of operations.names) {
    if (!isNext(name, known[next]) && isNext(name, known[next + 1])) next++;
    if (isNext(name, known[next])) list.push(known[next++] ?? "");
    else list.push(`${namespace}#${name}`);
  }
  return list.length === known.length && list.every((id, index) => id === known[index]) ? known : list;
}

/** No name was changed, or the file had been read as a whole. */
function originsOf({ namespace, shapes, operations }: Reading): Origins {
  return {
    get(id) {
      const name = id.slice(namespace.length + 1);
      return shapes.entries.has(name) || operations.entries.has(name) ? name : undefined;
    },
  };
}

function updateIds({ ids, namespace }: Reading, shapes: Section, changed: ChangedNames): Reading["ids"] {
  const changes = new Map<string, ShapeId | undefined>();
  for (const name of changed.shapes) {
    if (!shapes.entries.has(name)) changes.set(name, undefined);
    else if (!ids.has(name)) changes.set(name, `${namespace}#${name}`);
  }
  return deriveMap(ids, changes);
}

/** Returns whether no changed name is malformed, stands for something else, or is a shape's, an operation's or the service's at once. */
function areNamesFree({ shapes, operations, serviceName, changed }: ChangedSource): boolean {
  const isFree = (name: string, own: Section, others: Section) =>
    !own.entries.has(name) ||
    (isIdentifier(name) &&
      name !== serviceName &&
      !others.entries.has(name) &&
      isJsonObject(own.entries.get(name)));
  for (const name of changed.shapes) if (!isFree(name, shapes, operations)) return false;
  for (const name of changed.operations) if (!isFree(name, operations, shapes)) return false;
  return true;
}

/** Returns whether anything changed that the namespace of the service is told from. */
function touchesNamespace(
  before: Reading,
  shapes: Section,
  operations: Section,
  changed: ChangedNames,
): boolean {
  const field = ({ entries }: Section, name: string, key: string) => {
    const raw = entries.get(name);
    return isJsonObject(raw) ? raw[key] : undefined;
  };
  const hasNamespace = (input: JsonValue | undefined) =>
    isJsonObject(input) && input.xmlNamespace !== undefined;
  for (const name of changed.operations) {
    if ([before.operations, operations].some((all) => hasNamespace(field(all, name, "input")))) return true;
  }
  for (const name of changed.shapes) {
    if ([before.shapes, shapes].some((all) => field(all, name, "payload") !== undefined)) return true;
  }
  return false;
}

/** Returns the shapes to be read: those that changed, are used in another way, or target what looks different now. */
function findStale(before: Reading, after: Reading, changed: ChangedNames): Set<string> {
  const stale = new Set(changed.shapes);
  for (const name of before.uses === after.uses ? [] : findTouched(before, after, changed)) {
    if (after.shapes.entries.has(name) && !isUsedAlike(before, after, name)) stale.add(name);
  }
  const retargeted = findRetargeted(before, after, changed.shapes);
  // A shape that is new was the target of nothing: there would have been something to report.
  for (const name of retargeted) if (!before.shapes.entries.has(name)) retargeted.delete(name);
  if (retargeted.size === 0) return stale;
  for (const [name, raw] of after.shapes.entries) {
    if (isJsonObject(raw) && targets(raw, retargeted)) stale.add(name);
  }
  return stale;
}

/** Returns the names that changed shapes and operations refer to, before or after. */
function findTouched(before: Reading, after: Reading, changed: ChangedNames): Set<string> {
  const touched = new Set<string>();
  const add = (reference: JsonValue | undefined) => {
    if (isJsonObject(reference) && typeof reference.shape === "string") touched.add(reference.shape);
  };
  for (const { shapes, operations } of [before, after]) {
    for (const name of changed.shapes) {
      const raw = shapes.entries.get(name);
      if (!isJsonObject(raw)) continue;
      if (isJsonObject(raw.members)) for (const member in raw.members) add(raw.members[member]);
      for (const member of [raw.member, raw.key, raw.value]) add(member);
      touched.add(name);
    }
    for (const name of changed.operations) {
      const raw = operations.entries.get(name);
      if (!isJsonObject(raw)) continue;
      for (const reference of [raw.input, raw.output, ...(isJsonArray(raw.errors) ? raw.errors : [])])
        add(reference);
    }
  }
  return touched;
}

/** An operation's rules see all of the shapes it names. */
function findStaleOperations(
  operations: Section,
  counts: UseCounts,
  changed: ChangedNames,
): ReadonlySet<string> {
  const named = new Set([...changed.shapes].filter((name) => isNamedByOperation(counts, name)));
  if (named.size === 0) return changed.operations;
  const stale = new Set(changed.operations);
  for (const [name, raw] of operations.entries) {
    if (isJsonObject(raw) && names(raw, named)) stale.add(name);
  }
  return stale;
}

interface Differing {
  /** The ids of shapes that may differ. */
  readonly differing: ReadonlySet<ShapeId>;
  readonly counts: UseCounts;
  readonly namespace: string;
}

/** Returns whether all arrows point where they may, given that they did before. */
function isWhole(before: Model, after: Model, { differing, counts, namespace }: Differing): boolean {
  const isReferred = (name: string) => counts.all.has(name) || isNamedByOperation(counts, name);
  for (const id of differing) {
    const [old, now] = [before.shapes.get(id), after.shapes.get(id)];
    if (old && now?.kind !== old.kind && isReferred(id.slice(namespace.length + 1))) return false;
    if (now && !neighbors(now).every((neighbor) => pointsWell(after, neighbor))) return false;
  }
  return true;
}

function pointsWell(model: Model, { relationship, target }: Neighbor): boolean {
  const kind = findShape(model, target)?.kind;
  if (relationship === "member") return kind !== undefined && !NEVER_TARGETED.has(kind);
  return STRUCTURES.has(relationship) && kind === "structure";
}

const NEVER_TARGETED: ReadonlySet<string> = new Set(["operation", "resource", "service"]);
const STRUCTURES: ReadonlySet<string> = new Set(["input", "output", "error"]);
