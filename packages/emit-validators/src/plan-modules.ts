import { createFileNames } from "@shapelog/emit";

/** What stands in a module: a check or a constant. */
export interface Part {
  /** Its identifier. */
  readonly name: string;
  /** In characters. */
  readonly size: number;
  /** The identifiers of the parts that it refers to. */
  readonly uses: readonly string[];
}

/** An operation and the identifiers of the parts that its entry point begins with. */
export interface OperationRoots {
  readonly name: string;
  readonly roots: readonly string[];
}

/**
 * About how many characters a module has at most. Reading a file costs as much as reading this many characters of it:
 * with smaller modules a whole service takes longer to load, with larger ones a single operation does.
 */
const MOST = 150_000;

const SHARED = "shared";

/** What no entry point of an operation has. */
const REST = "rest";

/**
 * Divides parts among modules, so that an operation loads little that it does not use, and a whole service has few files:
 * operations that have much in common stand together, with all that nobody else uses. What several modules use stands in
 * shared ones, each of which only needs those before it. Returns the name of each part's module.
 */
export function planModules(
  parts: readonly Part[],
  operations: readonly OperationRoots[],
): ReadonlyMap<string, string> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const users = findUsers(byName, operations);
  const homes = groupOperations(parts, users, operations.length);
  const files = createFileNames(
    homes.map((home) => operations[home]?.name ?? ""),
    { reserved: [SHARED, REST] },
  );
  const found = new Map<string, string>();
  const shared: string[] = [];
  for (const { name } of parts) {
    const modules = new Set((users.get(name) ?? []).map((operation) => homes[operation] ?? 0));
    const [home, ...others] = modules;
    if (home === undefined) found.set(name, REST);
    else if (others.length > 0) shared.push(name);
    else found.set(name, files.get(operations[home]?.name ?? "") ?? SHARED);
  }
  let size = 0;
  for (const name of sortByUses(shared, byName)) {
    const number = 1 + Math.floor(size / MOST);
    found.set(name, number === 1 ? SHARED : `${SHARED}-${number}`);
    size += byName.get(name)?.size ?? 0;
  }
  return found;
}

/** Returns the operations that use each part, as numbers in their order. */
function findUsers(
  parts: ReadonlyMap<string, Part>,
  operations: readonly OperationRoots[],
): ReadonlyMap<string, readonly number[]> {
  const users = new Map<string, number[]>();
  operations.forEach(({ roots }, operation) => {
    const seen = new Set(roots);
    for (const name of seen) {
      const part = parts.get(name);
      if (!part) continue;
      for (const used of part.uses) seen.add(used);
      const known = users.get(name);
      if (known) known.push(operation);
      else users.set(name, [operation]);
    }
  });
  return users;
}

/**
 * Returns for each operation the first one of its group. What fewer operations share brings these together first, as
 * long as a group is no larger than a module; groups that are left small are put together in their order.
 */
function groupOperations(
  parts: readonly Part[],
  users: ReadonlyMap<string, readonly number[]>,
  count: number,
): readonly number[] {
  const homes = Array.from({ length: count }, (_, operation) => operation);
  const sizes = homes.map(() => 0);
  const find = (operation: number): number => {
    let home = operation;
    while (homes[home] !== home) home = homes[home] ?? home;
    homes[operation] = home;
    return home;
  };
  const join = (left: number, right: number) => {
    const [first, second] = [Math.min(find(left), find(right)), Math.max(find(left), find(right))];
    const size = (sizes[first] ?? 0) + (sizes[second] ?? 0);
    if (first === second || size > MOST) return;
    homes[second] = first;
    sizes[first] = size;
  };
  const used = parts.map(({ name, size }) => ({ size, by: users.get(name) ?? [] }));
  for (const { size, by } of used)
    for (const operation of by) sizes[operation] = (sizes[operation] ?? 0) + size / by.length;
  for (const { by } of used.sort((a, b) => a.by.length - b.by.length || b.size - a.size))
    for (const operation of by) join(by[0] ?? operation, operation);
  let last = 0;
  homes.forEach((_, operation) => {
    if (find(operation) !== operation) return;
    join(last, operation);
    if (find(operation) === operation) last = operation;
  });
  return homes.map((_, operation) => find(operation));
}

/** Returns names in an order in which each stands after what it uses, but for what uses it in turn. */
function sortByUses(names: readonly string[], parts: ReadonlyMap<string, Part>): readonly string[] {
  const chosen = new Set(names);
  const sorted = new Set<string>();
  const entered = new Set<string>();
  for (const name of names) {
    const open = [name];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const isNew = !entered.has(top);
      entered.add(top);
      const before = isNew
        ? [...(parts.get(top)?.uses ?? [])].filter((used) => chosen.has(used) && !entered.has(used))
        : [];
      if (before.length > 0) open.push(...before);
      else {
        sorted.add(top);
        open.pop();
      }
    }
  }
  return [...sorted];
}
