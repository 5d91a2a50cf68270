import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { equalShapes, findShape, type Model, neighbors, type Shape, type ShapeId } from "@shapelog/model";
import type { Origins } from "./create-locate.js";
import { countMemberUses, findUses, type MemberUses } from "./find-uses.js";
import { findRetargeted, isUsedAlike, names, type ReadParts, targets } from "./known-shapes.js";
import { type Fields, isIdentifier } from "./map-traits.js";
import { readOperation } from "./read-operation.js";
import { readShape } from "./read-shape.js";
import { type Reading, shapeIdOf } from "./reading.js";
import { createVariants } from "./variants.js";
import { findXmlNamespace } from "./xml-namespace.js";

/** The names whose JSON is another than in the predecessor: added, removed or changed. */
export interface ChangedNames {
  readonly shapes: ReadonlySet<string>;
  readonly operations: ReadonlySet<string>;
}

/** A model made from its predecessor. */
export interface ChangedModel {
  readonly reading: Reading;
  readonly members: MemberUses;
  readonly shapes: Map<ShapeId, Shape>;
  readonly origins: Origins;
  readonly operations: readonly ShapeId[];
  /** Whether every arrow points where it may. */
  readonly whole: boolean;
}

/** What is known of the file and its predecessor, which agree in namespace, protocol and the service's name. */
export interface ChangedSource {
  readonly file: string;
  readonly shapes: Fields;
  readonly operations: Fields;
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
  const { file, shapes, operations, previous, model, changed } = source;
  const before = previous.reading;
  if (!areNamesFree(source)) return undefined;
  const xmlNamespace = touchesNamespace(before, shapes, operations, changed)
    ? findXmlNamespace(shapes, operations)
    : before.xmlNamespace;
  if (xmlNamespace !== before.xmlNamespace) return undefined;
  const members = countMemberUses(shapes, {
    uses: previous.members,
    before: before.shapes,
    names: changed.shapes,
  });
  // Which shapes are streams goes by their types, too.
  const isSame =
    members === previous.members && members.streaming.size === 0 && changed.operations.size === 0;
  const uses = isSame ? before.uses : findUses(shapes, operations, members);
  const ids = updateIds(before, shapes, changed);
  const reading: Reading = { ...before, file, shapes, operations, ids, uses, diagnostics: [] };
  const after = new Map(model.shapes);
  for (const variant of createVariants(before, model.shapes)) after.delete(variant.id);
  const read: Shape[] = [];
  const put = (shape: Shape) => {
    after.set(shape.id, shape);
    read.push(shape);
  };
  const dropped: ShapeId[] = [];
  const drop = (id: ShapeId) => {
    dropped.push(id);
    after.delete(id);
  };
  for (const name of findStale(before, reading, changed)) {
    const raw = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (isJsonObject(raw)) put(readShape(reading, name, raw));
    else drop(shapeIdOf(before, name));
  }
  for (const name of findStaleOperations(operations, changed)) {
    const raw = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (isJsonObject(raw)) put(readOperation(reading, name, raw, []));
    else drop(`${before.namespace}#${name}`);
  }
  for (const variant of createVariants(reading, after)) {
    const known = model.shapes.get(variant.id);
    after.set(variant.id, known && equalShapes(known, variant) ? known : variant);
  }
  const now: Model = { shapes: after, metadata: model.metadata };
  const differing = [...dropped, ...read.map(({ id }) => id)];
  const service = model.shapes.get(`${before.namespace}#${source.serviceName}`);
  const list = listOperations(
    before.namespace,
    operations,
    service?.kind === "service" ? service.operations : [],
  );
  return {
    reading,
    members,
    shapes: after,
    origins: originsOf(reading),
    operations: list,
    whole: isWhole(model, now, { ids: differing, read, reading }),
  };
}

/** Returns the ids of the operations: the very strings, and where nothing changed the very list, that are known. */
function listOperations(
  namespace: string,
  operations: Fields,
  known: readonly ShapeId[],
): readonly ShapeId[] {
  const list: ShapeId[] = [];
  let next = 0;
  const isNext = (name: string, id = "") =>
    id.length === namespace.length + 1 + name.length && id.endsWith(name);
  for (const name in operations) {
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
      return Object.hasOwn(shapes, name) || Object.hasOwn(operations, name) ? name : undefined;
    },
  };
}

function updateIds(before: Reading, shapes: Fields, changed: ChangedNames): Reading["ids"] {
  const isSame = (name: string) => Object.hasOwn(before.shapes, name) === Object.hasOwn(shapes, name);
  if ([...changed.shapes].every(isSame)) return before.ids;
  const ids = new Map(before.ids);
  for (const name of changed.shapes) {
    if (!Object.hasOwn(shapes, name)) ids.delete(name);
    else if (!ids.has(name)) ids.set(name, `${before.namespace}#${name}`);
  }
  return ids;
}

/** Returns the names whose values are not the same objects. */
export function findChangedNames(before: Fields, after: Fields): Set<string> {
  const changed = new Set<string>();
  for (const name in before)
    if (!Object.hasOwn(after, name) || before[name] !== after[name]) changed.add(name);
  for (const name in after) if (!Object.hasOwn(before, name)) changed.add(name);
  return changed;
}

/** Returns whether no changed name is malformed, stands for something else, or is a shape's, an operation's or the service's at once. */
function areNamesFree({ shapes, operations, serviceName, changed }: ChangedSource): boolean {
  const isFree = (name: string, own: Fields, others: Fields) =>
    !Object.hasOwn(own, name) ||
    (isIdentifier(name) && name !== serviceName && !Object.hasOwn(others, name) && isJsonObject(own[name]));
  for (const name of changed.shapes) if (!isFree(name, shapes, operations)) return false;
  for (const name of changed.operations) if (!isFree(name, operations, shapes)) return false;
  return true;
}

/** Returns whether anything changed that the namespace of the service is told from. */
function touchesNamespace(
  before: Reading,
  shapes: Fields,
  operations: Fields,
  changed: ChangedNames,
): boolean {
  const field = (all: Fields, name: string, key: string) => {
    const raw = Object.hasOwn(all, name) ? all[name] : undefined;
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
  for (const name of findTouched(before, after, changed)) {
    if (Object.hasOwn(after.shapes, name) && !isUsedAlike(before, after, name)) stale.add(name);
  }
  const retargeted = findRetargeted(before, after, changed.shapes);
  // A shape that is new was the target of nothing: there would have been something to report.
  for (const name of retargeted) if (!Object.hasOwn(before.shapes, name)) retargeted.delete(name);
  if (retargeted.size === 0) return stale;
  for (const name in after.shapes) {
    const raw = after.shapes[name];
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
      const raw = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
      if (!isJsonObject(raw)) continue;
      if (isJsonObject(raw.members)) for (const member in raw.members) add(raw.members[member]);
      for (const member of [raw.member, raw.key, raw.value]) add(member);
      touched.add(name);
    }
    for (const name of changed.operations) {
      const raw = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (!isJsonObject(raw)) continue;
      for (const reference of [raw.input, raw.output, ...(isJsonArray(raw.errors) ? raw.errors : [])])
        add(reference);
    }
  }
  return touched;
}

/** An operation's rules see all of the shapes it names. */
function findStaleOperations(operations: Fields, changed: ChangedNames): Set<string> {
  const stale = new Set(changed.operations);
  for (const name in operations) {
    const raw = operations[name];
    if (isJsonObject(raw) && names(raw, changed.shapes)) stale.add(name);
  }
  return stale;
}

/** Returns whether all arrows point where they may, given that they did before. `ids` are those of shapes that may differ. */
function isWhole(
  before: Model,
  after: Model,
  {
    ids,
    read,
    reading,
  }: { readonly ids: readonly ShapeId[]; readonly read: readonly Shape[]; readonly reading: Reading },
): boolean {
  for (const id of ids) {
    const shape = before.shapes.get(id);
    if (shape && after.shapes.get(id)?.kind !== shape.kind && isReferred(reading, id)) return false;
  }
  return read.every((shape) =>
    neighbors(shape).every(({ relationship, target }) => {
      const kind = findShape(after, target)?.kind;
      if (relationship === "member") return kind !== undefined && !NEVER_TARGETED.has(kind);
      return STRUCTURES.has(relationship) && kind === "structure";
    }),
  );
}

const NEVER_TARGETED: ReadonlySet<string> = new Set(["operation", "resource", "service"]);
const STRUCTURES: ReadonlySet<string> = new Set(["input", "output", "error"]);

function isReferred({ uses, operations, namespace }: Reading, id: ShapeId): boolean {
  const name = id.slice(namespace.length + 1);
  if (uses.all.has(name)) return true;
  const wanted = new Set([name]);
  return Object.values(operations).some((operation) => isJsonObject(operation) && names(operation, wanted));
}
