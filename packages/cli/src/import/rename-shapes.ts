import {
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
} from "@shapelog/model";

/** Returns a model in which shapes, and all that names them, have other ids. What has the id of another is it then. */
export function renameShapes(model: Model, names: ReadonlyMap<ShapeId, ShapeId>): Model {
  const rename = (text: string) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const at = text.indexOf("$");
    const container = at === -1 ? undefined : names.get(text.slice(0, at));
    return container === undefined ? text : container + text.slice(at);
  };
  const renameIn = (value: NodeValue): NodeValue => {
    if (typeof value === "string") return rename(value);
    if (isNodeArray(value)) return value.map(renameIn);
    if (!isNodeObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [rename(key), renameIn(entry)]));
  };
  const shapes = new Map<ShapeId, Shape>();
  for (const [id, shape] of model.shapes) {
    // What becomes another shape is the same as it.
    if (names.has(id) && model.shapes.has(rename(id))) continue;
    // What a shape is made of are values of nodes, and stays of its kind.
    shapes.set(rename(id), renameIn(shape as unknown as NodeValue) as unknown as Shape);
  }
  return { ...model, shapes };
}
