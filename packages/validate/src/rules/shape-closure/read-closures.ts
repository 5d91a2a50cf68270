import { isNodeArray, isNodeObject, isShapeId, type NodeValue, type ShapeId } from "@shapelog/model";

/** One entry of the metadata `shapeClosures`. */
export interface Closure {
  readonly id: ShapeId;
  readonly namespaces: readonly string[];
  readonly selector: string | undefined;
  readonly rename: ReadonlyMap<ShapeId, string>;
}

/** Reads `shapeClosures` of a model's metadata. Malformed entries are left out: the metadata's type tells of them. */
export function readClosures(value: NodeValue | undefined): readonly Closure[] {
  return (isNodeArray(value) ? value : []).flatMap((entry) => readClosure(entry) ?? []);
}

function readClosure(entry: NodeValue): Closure | undefined {
  if (!isNodeObject(entry)) return undefined;
  const { id, includeNamespaces = [], includeBySelector, rename = {} } = entry;
  if (typeof id !== "string" || !isNodeArray(includeNamespaces) || !isNodeObject(rename)) return undefined;
  if (includeBySelector !== undefined && typeof includeBySelector !== "string") return undefined;
  const namespaces = includeNamespaces.filter((namespace) => typeof namespace === "string");
  const names = Object.entries(rename).filter(
    (pair): pair is [ShapeId, string] => isShapeId(pair[0]) && typeof pair[1] === "string",
  );
  if (namespaces.length < includeNamespaces.length || names.length < Object.keys(rename).length)
    return undefined;
  return { id, namespaces, selector: includeBySelector, rename: new Map(names) };
}
