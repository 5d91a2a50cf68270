import { keyOf, type Segment } from "./failures.js";

/** An object or a list: to take out and to put in, either is as good as the other. */
type Container = Record<string | number, unknown>;

/**
 * Returns a value without what stands at the given paths. The value itself is not changed: objects and lists on the
 * way are copied once, everything else is shared.
 */
export function removeNulls(value: unknown, paths: readonly (readonly Segment[])[]): unknown {
  const root: Container = { value };
  const copies = new Set<unknown>([root]);
  for (const path of paths) {
    let container = root;
    let key: string | number = "value";
    for (const segment of path) {
      let inner = container[key] as Container | undefined; // a check has gone this way
      if (inner === undefined) break; // but for a member that was inherited
      if (!copies.has(inner)) {
        inner = (Array.isArray(inner) ? [...inner] : { ...inner }) as Container; // as above
        copies.add(inner);
        container[key] = inner; // an own property of a copy, also where it is called `__proto__`
      }
      container = inner;
      key = keyOf(segment);
    }
    // Stands where an item is taken out, until all are.
    if (Array.isArray(container)) container[key as number] = copies;
    else delete container[key];
  }
  for (const copy of copies) {
    if (!Array.isArray(copy)) continue;
    let length = 0;
    for (const item of copy) if (item !== copies) copy[length++] = item;
    copy.length = length;
  }
  return root.value;
}
