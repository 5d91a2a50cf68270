import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import type { Model } from "@shapelog/model";
import { findChangedKeys } from "@shapelog/model/revisions";
import { findChangedBeside } from "../beside.js";
import type { Fields } from "../map-traits.js";
import type { KnownShapes, ReadParts } from "../read-whole.js";
import { findRawShape, type Reading } from "../reading.js";

/**
 * Returns what may be taken over from a predecessor, or `undefined` where nothing may. A shape is known if its JSON is
 * the same object and all else that reading it looks at is the same: the protocol, how the file uses the shape, and
 * what a member's rules see of the shape it targets. An operation's rules see all of the shapes it names.
 */
export function findKnownShapes(
  { reading: before, noisy }: ReadParts,
  model: Model,
  after: Reading,
): KnownShapes | undefined {
  if (!isSameFile(before, after)) return undefined;
  const { changed, retargeted } = findChanged(before, after);
  const saidAnew = findChangedBeside(before.beside, after.beside);
  return {
    shape(name, id, raw) {
      if (changed.has(name) || noisy.has(id) || before.shapes.entries.get(name) !== raw) return undefined;
      if (!isUsedAlike(before, after, name) || targets(raw, retargeted)) return undefined;
      return model.shapes.get(id);
    },
    operation(name, id, raw) {
      if (noisy.has(id) || before.operations.entries.get(name) !== raw) return undefined;
      if (saidAnew.has(name)) return undefined;
      return names(raw, changed) ? undefined : model.shapes.get(id);
    },
  };
}

function isSameFile(before: Reading, after: Reading): boolean {
  const { rest, xml, ec2 } = before.protocol;
  return (
    before.namespace === after.namespace &&
    before.xmlNamespace === after.xmlNamespace &&
    rest === after.protocol.rest &&
    xml === after.protocol.xml &&
    ec2 === after.protocol.ec2
  );
}

/** Shapes whose JSON or id is not the same, and of these the ones that members which target them are read differently for. */
function findChanged(before: Reading, after: Reading) {
  const changed = findChangedKeys(before.shapes.entries, after.shapes.entries);
  const renamed = after.shapes.names.filter((name) => before.ids.get(name) !== after.ids.get(name));
  for (const name of renamed) changed.add(name);
  const retargeted = findRetargeted(before, after, changed);
  for (const name of renamed) retargeted.add(name);
  return { changed, retargeted };
}

/** Returns the shapes that members which target them are read differently for. */
export function findRetargeted(before: Reading, after: Reading, changed: ReadonlySet<string>): Set<string> {
  const retargeted = new Set<string>();
  for (const name of changed) {
    if (!looksAlike(findRawShape(before, name), findRawShape(after, name))) retargeted.add(name);
  }
  const streams = new Set([...before.uses.partialStreams, ...after.uses.partialStreams]);
  for (const name of streams) {
    if (before.uses.partialStreams.has(name) !== after.uses.partialStreams.has(name)) retargeted.add(name);
  }
  return retargeted;
}

/** Returns whether two shapes are the same in all that the rules for members see of the shape that a member targets. */
function looksAlike(before: Fields | undefined, after: Fields | undefined): boolean {
  if (!before || !after) return before === after;
  const elementOf = ({ member }: Fields) => (isJsonObject(member) ? member.locationName : undefined);
  return (
    before.type === after.type &&
    before.flattened === after.flattened &&
    before.locationName === after.locationName &&
    elementOf(before) === elementOf(after)
  );
}

/** Returns whether a file uses a shape as its predecessor does. */
export function isUsedAlike({ uses: before }: Reading, { uses: after }: Reading, name: string): boolean {
  return (
    before.inputs.has(name) === after.inputs.has(name) &&
    before.outputs.has(name) === after.outputs.has(name) &&
    before.events.has(name) === after.events.has(name) &&
    before.streams.has(name) === after.streams.has(name) &&
    before.targeted.has(name) === after.targeted.has(name)
  );
}

/** Returns whether a shape has a member that targets one of these. */
export function targets(raw: Fields, wanted: ReadonlySet<string>): boolean {
  if (wanted.size === 0) return false;
  const { members, member, key, value } = raw;
  if (isJsonObject(members)) {
    for (const name in members) if (isReferenceTo(members[name], wanted)) return true;
  }
  return isReferenceTo(member, wanted) || isReferenceTo(key, wanted) || isReferenceTo(value, wanted);
}

/** Returns whether an operation names one of these shapes. */
export function names({ input, output, errors }: Fields, wanted: ReadonlySet<string>): boolean {
  if (isReferenceTo(input, wanted) || isReferenceTo(output, wanted)) return true;
  return isJsonArray(errors) && errors.some((error) => isReferenceTo(error, wanted));
}

function isReferenceTo(reference: JsonValue | undefined, wanted: ReadonlySet<string>): boolean {
  return isJsonObject(reference) && typeof reference.shape === "string" && wanted.has(reference.shape);
}
