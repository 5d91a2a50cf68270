import { hash } from "node:crypto";
import { type Change, changedShapes } from "@shapelog/changes";
import { canonicalJson, compareCodeUnits, type Model, type Shape, type ShapeId } from "@shapelog/model";

/** How many bytes a SHA-256 has. */
const SIZE = 32;

/**
 * Returns `sha256:` and the hex digest of a model: the SHA-256 of the SHA-256 of the metadata's text, followed by the
 * SHA-256 of each shape's text in the order of the ids. A shape's text is its JSON with sorted keys and a line feed; the
 * metadata's is `"key":value` with a line feed for each key, sorted. Equal models have equal digests: what has no order
 * is sorted, members and lists keep theirs.
 */
export function digestModel(model: Model): string {
  return digestShapes(model).digest;
}

/** A model's digest, and those of its parts, from which the digest of the next revision is made. */
export interface ShapeDigests {
  /** `sha256:` and the hex digest of the model. */
  readonly digest: string;
  /** The ids of the shapes, sorted. */
  readonly ids: readonly ShapeId[];
  /** The digests of the metadata and of each shape, 32 bytes each. */
  readonly parts: Buffer;
}

/** A predecessor, and the shapes in which the model may differ from it; in its metadata it does not. */
export interface DigestedBefore {
  readonly digests: ShapeDigests;
  readonly changed: ReadonlySet<ShapeId>;
}

/** Returns the digests of a model's parts; with a predecessor, only the shapes that changed are looked at. */
export function digestShapes(model: Model, before?: DigestedBefore): ShapeDigests {
  if (before && [...before.changed].every((id) => model.shapes.has(id) === isAmong(before.digests, id))) {
    return replaceDigests(model, before);
  }
  const ids = before ? updateIds(model, before) : [...model.shapes.keys()].sort(compareCodeUnits);
  const parts = Buffer.allocUnsafe((ids.length + 1) * SIZE);
  if (before) before.digests.parts.copy(parts, 0, 0, SIZE);
  else digestText(printMetadata(model)).copy(parts, 0);
  let from = 0;
  /** Where the run of known digests starts that has not been copied yet, here and in the predecessor. */
  let run = { here: 1, there: 1, length: 0 };
  const copyRun = () => {
    const { here, there, length } = run;
    if (length > 0) before?.digests.parts.copy(parts, here * SIZE, there * SIZE, (there + length) * SIZE);
  };
  for (const [index, id] of ids.entries()) {
    while (before && (before.digests.ids[from] ?? id) < id) from++;
    if (before && before.digests.ids[from] === id && !before.changed.has(id)) {
      if (run.there + run.length === from + 1) run.length++;
      else {
        copyRun();
        run = { here: index + 1, there: from + 1, length: 1 };
      }
    } else {
      copyRun();
      run = { here: index + 2, there: from + 2, length: 0 };
      hashShape(model, id).copy(parts, (index + 1) * SIZE);
    }
  }
  copyRun();
  return { digest: digestParts(parts), ids, parts };
}

/**
 * Returns the digests of the model that `changes` made of one whose digests are known. Changes name every shape in which
 * two models differ, so only these are looked at.
 */
export function digestChanged(
  before: ShapeDigests | undefined,
  after: Model,
  changes: readonly Change[],
): ShapeDigests {
  const isMetadata = changes.some((change) => !("shape" in change));
  const digests = isMetadata ? undefined : before;
  return digestShapes(after, digests && { digests, changed: changedShapes(changes) });
}

/** Returns the ids of a model's shapes, sorted, which are the predecessor's but for what changed. */
function updateIds({ shapes }: Model, { digests, changed }: DigestedBefore): ShapeId[] {
  const added = [...changed].filter((id) => shapes.has(id) && !isAmong(digests, id)).sort(compareCodeUnits);
  const ids: ShapeId[] = [];
  let next = 0;
  for (const id of digests.ids) {
    for (let own = added[next]; own !== undefined && own < id; own = added[++next]) ids.push(own);
    if (!changed.has(id) || shapes.has(id)) ids.push(id);
  }
  return ids.concat(added.slice(next));
}

/** Returns the digests of a model that has the same ids as its predecessor. */
function replaceDigests(model: Model, { digests, changed }: DigestedBefore): ShapeDigests {
  const parts = Buffer.from(digests.parts);
  for (const id of changed) {
    const index = findPlace(digests.ids, id);
    if (digests.ids[index] === id) hashShape(model, id).copy(parts, (index + 1) * SIZE);
  }
  return { digest: digestParts(parts), ids: digests.ids, parts };
}

function isAmong({ ids }: ShapeDigests, id: ShapeId): boolean {
  return ids[findPlace(ids, id)] === id;
}

function hashShape(model: Model, id: ShapeId): Buffer {
  const shape = model.shapes.get(id);
  return digestText(shape ? printShape(shape) : "");
}

function digestText(text: string): Buffer {
  return hash("sha256", text, "buffer");
}

function digestParts(parts: Buffer): string {
  return `sha256:${hash("sha256", parts, "hex")}`;
}

function printMetadata({ metadata }: Model): string {
  return [...metadata.keys()]
    .sort(compareCodeUnits)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(metadata.get(key))}\n`)
    .join("");
}

/** Returns the index of the first id that is not before `id`. */
function findPlace(ids: readonly ShapeId[], id: ShapeId): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? "") < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function printShape(shape: Shape): string {
  if (shape.mixins === undefined || shape.mixins.length > 0) return `${canonicalJson(shape)}\n`;
  const { mixins: _, ...rest } = shape;
  return `${canonicalJson(rest)}\n`;
}
