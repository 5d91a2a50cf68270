import { isBigNumber } from "./numbers.js";
import { type Binding, isAggregate, type Member, type Model, type NodeValue, type Shape } from "./shape.js";

/** Returns whether two node values are equal. Types are strict (0, "", false and null all differ); key order is not. */
export function equalNodes(a: NodeValue | undefined, b: NodeValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (isBigNumber(a)) return isBigNumber(b) && a.text === b.text;
  if (isNodeArray(a)) {
    if (!isNodeArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!equalNodes(a[index], b[index])) return false;
    return true;
  }
  if (isNodeArray(b) || isBigNumber(b)) return false;
  let left = 0;
  for (const key in a) {
    left++;
    if (!Object.hasOwn(b, key) || !equalNodes(a[key], b[key])) return false;
  }
  for (const _ in b) left--;
  return left === 0;
}

/** Returns whether a node value is an array. `Array.isArray` alone does not narrow readonly arrays. */
export function isNodeArray(value: NodeValue | undefined): value is readonly NodeValue[] {
  return Array.isArray(value);
}

/** Returns whether a node value is an object; a number never is, whatever its size. */
export function isNodeObject(value: NodeValue | undefined): value is { readonly [key: string]: NodeValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isBigNumber(value);
}

/** Returns whether two members are equal: name, target and traits. */
export function equalMembers(a: Member, b: Member): boolean {
  return a.name === b.name && a.target === b.target && equalNodes(a.traits, b.traits);
}

/** Returns whether two shapes are equal, the order of their members included. */
export function equalShapes(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.id !== b.id || !equalNodes(a.traits, b.traits)) return false;
  if (!equalLists(a.mixins ?? [], b.mixins ?? [], Object.is)) return false;
  if (isAggregate(a) && isAggregate(b)) return equalLists(a.members, b.members, equalMembers);
  if (a.kind === "operation" && b.kind === "operation") {
    return a.input === b.input && a.output === b.output && equalLists(a.errors, b.errors, Object.is);
  }
  if (a.kind === "service" && b.kind === "service") {
    return (
      a.version === b.version &&
      equalLists(a.operations, b.operations, Object.is) &&
      equalLists(a.resources, b.resources, Object.is) &&
      equalLists(a.errors, b.errors, Object.is) &&
      equalLists(a.rename, b.rename, (x, y) => x.shape === y.shape && x.name === y.name)
    );
  }
  if (a.kind === "resource" && b.kind === "resource") {
    return (
      equalLists(a.identifiers, b.identifiers, equalBindings) &&
      equalLists(a.properties, b.properties, equalBindings) &&
      equalLists(a.lifecycle, b.lifecycle, equalBindings) &&
      equalLists(a.operations, b.operations, Object.is) &&
      equalLists(a.collectionOperations, b.collectionOperations, Object.is) &&
      equalLists(a.resources, b.resources, Object.is)
    );
  }
  return true;
}

/** Returns whether two models are equal. The order of shapes and metadata keys means nothing. */
export function equalModels(a: Model, b: Model): boolean {
  if (a.shapes.size !== b.shapes.size || a.metadata.size !== b.metadata.size) return false;
  for (const [id, shape] of a.shapes) {
    const other = b.shapes.get(id);
    if (!other || !equalShapes(shape, other)) return false;
  }
  for (const [key, value] of a.metadata) {
    if (!b.metadata.has(key) || !equalNodes(value, b.metadata.get(key))) return false;
  }
  return true;
}

function equalBindings(a: Binding, b: Binding): boolean {
  return a.name === b.name && a.target === b.target;
}

function equalLists<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((value, index) => equal(value, b[index] as T)); // same length
}
