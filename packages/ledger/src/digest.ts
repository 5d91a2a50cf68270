import { createHash } from "node:crypto";
import { compareCodeUnits, type Model, type NodeValue, type Shape, type ShapeId } from "@shapelog/model";

/**
 * Returns `sha256:` and the hex digest of a model. Equal models have equal digests: shapes, metadata and object keys
 * are sorted, members and lists keep their order.
 */
export function digestModel(model: Model): string {
  return printCanonical(model).digest;
}

/** A model's canonical text and its digest. The text of the next revision is made from it. */
export interface CanonicalText {
  /** `sha256:` and the hex digest of the text. */
  readonly digest: string;
  readonly bytes: Buffer;
  /** The ids of the shapes, sorted. */
  readonly ids: readonly ShapeId[];
  /** Where the text of each shape starts, and at last where the text ends. */
  readonly starts: readonly number[];
}

/** A predecessor, and the shapes in which the model may differ from it; in its metadata it does not. */
export interface CanonicalSince {
  readonly text: CanonicalText;
  readonly changed: ReadonlySet<ShapeId>;
}

/** Returns a model's canonical text; with a predecessor, only the shapes that changed are printed. */
export function printCanonical(model: Model, since?: CanonicalSince): CanonicalText {
  const before = since?.text ?? printMetadata(model);
  const changed = [...(since?.changed ?? model.shapes.keys())].sort(compareCodeUnits);
  const ids: ShapeId[] = [];
  const starts: number[] = [];
  const parts: Uint8Array[] = [before.bytes.subarray(0, before.starts[0])];
  let length = before.starts[0] ?? 0;
  let from = 0;
  const keepUntil = (to: number) => {
    const [start = 0, end = 0] = [before.starts[from], before.starts[to]];
    for (let index = from; index < to; index++) {
      ids.push(before.ids[index] ?? "");
      starts.push((before.starts[index] ?? 0) - start + length);
    }
    if (end > start) parts.push(before.bytes.subarray(start, end));
    length += end - start;
    from = to;
  };
  for (const id of changed) {
    keepUntil(findPlace(before.ids, id, from));
    if (before.ids[from] === id) from++;
    const shape = model.shapes.get(id);
    if (!shape) continue;
    const text = Buffer.from(printShape(shape), "utf8");
    ids.push(id);
    starts.push(length);
    parts.push(text);
    length += text.length;
  }
  keepUntil(before.ids.length);
  starts.push(length);
  const bytes = Buffer.concat(parts, length);
  return { digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}`, bytes, ids, starts };
}

function printMetadata({ metadata }: Model): CanonicalText {
  const lines = [...metadata.keys()]
    .sort(compareCodeUnits)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(metadata.get(key))}\n`);
  const bytes = Buffer.from(lines.join(""), "utf8");
  return { digest: "", bytes, ids: [], starts: [bytes.length] };
}

/** Returns the index from `from` on of the first id that is not before `id`. */
function findPlace(ids: readonly ShapeId[], id: ShapeId, from: number): number {
  let [low, high] = [from, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? "") < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function printShape(shape: Shape): string {
  const { mixins, ...rest } = shape;
  return `${canonicalJson(mixins?.length ? { ...rest, mixins } : rest)}\n`;
}

/** Returns JSON text with the keys of every object sorted and no white space. Keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const object = value as Record<string, NodeValue | undefined>; // a plain object, by the lines above
  let text = "";
  for (const key of Object.keys(object).sort()) {
    const entry = object[key];
    if (entry === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(entry)}`;
  }
  return `{${text}}`;
}
