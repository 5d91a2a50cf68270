import {
  findOperations,
  findServices,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import { isMixin, type MixedModels } from "./resolve-models.js";

/** All shapes of a namespace that stand in another one now. */
export interface MovedNamespace {
  readonly from: string;
  readonly to: string;
  /** The ids of the service, where another shape has now the name that the service had. */
  readonly service?: { readonly old: ShapeId; readonly now: ShapeId };
}

/**
 * Returns the namespace whose shapes went while those of another one came, where each model has one service and the two
 * share at least half of the names of their operations: the same service in another namespace. `undefined` elsewhere.
 */
export function findMovedNamespace({ before, after }: MixedModels): MovedNamespace | undefined {
  const [[old, ...othersGone], [now, ...othersNew]] = [ownServices(before), ownServices(after)];
  if (!old || !now || othersGone.length + othersNew.length > 0) return undefined;
  const [from, to] = [namespaceOf(old.id), namespaceOf(now.id)];
  if (from === to || hasNamespace(before, to) || hasNamespace(after, from)) return undefined;
  const names = new Set(findOperations(after).map(({ id }) => shapeName(id)));
  const known = findOperations(before).map(({ id }) => shapeName(id));
  const shared = known.filter((name) => names.has(name)).length;
  if (shared === 0 || shared * 2 < Math.min(known.length, names.size)) return undefined;
  const namesake = after.shapes.get(`${to}#${shapeName(old.id)}`);
  const service = { old: old.id, now: now.id };
  return { from, to, ...(namesake && namesake.kind !== "service" ? { service } : {}) };
}

/** A mixin is no service of its own. */
function ownServices(model: Model) {
  return findServices(model).filter((service) => !isMixin(service));
}

function namespaceOf(id: ShapeId): string {
  return id.slice(0, id.indexOf("#"));
}

function hasNamespace(model: Model, namespace: string): boolean {
  return [...model.shapes.keys()].some((id) => namespaceOf(id) === namespace);
}

/** Returns a model in which the shapes of a namespace, and all that names them, stand in another one. */
export function moveNamespace(model: Model, { from, to, service }: MovedNamespace): Model {
  const start = `${from}#`;
  const move = (text: string) => {
    if (text === service?.old) return service.now;
    return text.startsWith(start) ? `${to}#${text.slice(start.length)}` : text;
  };
  const moveIn = (value: NodeValue): NodeValue => {
    if (typeof value === "string") return move(value);
    if (isNodeArray(value)) return value.map(moveIn);
    if (!isNodeObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [move(key), moveIn(entry)]));
  };
  const shapes = [...model.shapes].map(([id, shape]): [ShapeId, Shape] => {
    // What a shape is made of are values of nodes, and stays of its kind.
    return [move(id), moveIn(shape as unknown as NodeValue) as unknown as Shape];
  });
  return { ...model, shapes: new Map(shapes) };
}
