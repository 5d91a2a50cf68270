import type { Segment } from "./failures.js";

type Container = Record<string, unknown> | unknown[];

/** Stands in a copied list where an item is taken out, until all are. */
const REMOVED = Symbol("removed");

/**
 * Returns a value without what stands at the given paths. The value itself is not changed: objects and lists on the
 * way are copied once, everything else is shared.
 */
export function removeNulls(value: unknown, paths: readonly (readonly Segment[])[]): unknown {
  if (paths.length === 0) return value;
  const root: Container = [value];
  const copies = new Set<unknown>([root]);
  for (const path of paths) {
    let container: Container = root;
    let key: string | number = 0;
    for (const segment of path) {
      const inner = copyOnce(container, key, copies);
      if (!inner) break;
      container = inner;
      key = typeof segment === "object" ? segment[0] : segment;
    }
    if (Array.isArray(container)) container[Number(key)] = REMOVED;
    else delete container[key];
  }
  for (const copy of copies) {
    if (Array.isArray(copy)) closeGaps(copy);
  }
  return root[0];
}

function closeGaps(list: unknown[]): void {
  let length = 0;
  for (const item of list) if (item !== REMOVED) list[length++] = item;
  list.length = length;
}

function copyOnce(container: Container, key: string | number, copies: Set<unknown>): Container | undefined {
  const inner: unknown = Reflect.get(container, key);
  if (typeof inner !== "object" || inner === null) return undefined;
  if (copies.has(inner)) return inner as Container; // only containers are among the copies
  const copy: Container = Array.isArray(inner) ? [...inner] : { ...inner };
  copies.add(copy);
  // Not an assignment, since the key may be `__proto__`.
  Object.defineProperty(container, key, {
    value: copy,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  return copy;
}
