/** An entry in a list that is being changed. */
export interface Slot<T> {
  entry: T;
  /** The entries that it stands among. */
  block: Slot<T>[];
}

/** An ordered list that is being changed: no change takes steps of the list's length, wherever it is. */
export interface ListDraft<T> {
  /** Returns the slot at an index; nothing where the list has no such index. */
  at(index: number): Slot<T> | undefined;
  /** Returns the first slot whose entry has a key and, where one is given, meets a condition. */
  find(key: string, condition?: (entry: T) => boolean): Slot<T> | undefined;
  /** Puts an entry in before the one at an index, as `toSpliced` does. */
  insert(index: number, entry: T): void;
  remove(slot: Slot<T>): void;
  replace(slot: Slot<T>, entry: T): void;
  /** Returns the entries in order. */
  read(): T[];
}

/** How many entries stand together: what comes or goes moves only those that it stands among. */
const BLOCK = 512;

/** Creates a draft of a list whose entries are found by a key; several may have the same. */
export function createListDraft<T>(entries: readonly T[], keyOf: (entry: T) => string): ListDraft<T> {
  const blocks: Slot<T>[][] = [];
  const byKey = new Map<string, Set<Slot<T>>>();
  let length = entries.length;

  const addToKeys = (slot: Slot<T>) => {
    const key = keyOf(slot.entry);
    const known = byKey.get(key);
    if (known) known.add(slot);
    else byKey.set(key, new Set([slot]));
  };
  const takeFromKeys = (slot: Slot<T>) => byKey.get(keyOf(slot.entry))?.delete(slot);
  const find: ListDraft<T>["find"] = (key, condition = () => true) => {
    const found: Slot<T>[] = [];
    for (const slot of byKey.get(key) ?? []) if (condition(slot.entry)) found.push(slot);
    return found.length > 1 ? findFirst(blocks, found) : found[0];
  };

  for (let start = 0; start < entries.length; start += BLOCK) {
    const block: Slot<T>[] = [];
    for (const entry of entries.slice(start, start + BLOCK)) block.push({ entry, block });
    for (const slot of block) addToKeys(slot);
    blocks.push(block);
  }
  return {
    find,
    insert(index, entry) {
      const whole = Math.trunc(index) || 0;
      const [block, offset] = findPlace(
        blocks,
        whole < 0 ? Math.max(0, length + whole) : Math.min(whole, length),
      );
      const slot = { entry, block };
      block.splice(offset, 0, slot);
      if (block.length > 2 * BLOCK) splitBlock(blocks, block);
      addToKeys(slot);
      length++;
    },
    at(index) {
      if (!(index >= 0 && index < length)) return undefined;
      const [block, offset] = findPlace(blocks, index);
      return block[offset];
    },
    remove(slot) {
      takeFromKeys(slot);
      slot.block.splice(slot.block.indexOf(slot), 1);
      if (slot.block.length === 0) blocks.splice(blocks.indexOf(slot.block), 1);
      length--;
    },
    replace(slot, entry) {
      takeFromKeys(slot);
      slot.entry = entry;
      addToKeys(slot);
    },
    read: () => blocks.flatMap((block) => block.map(({ entry }) => entry)),
  };
}

/** Returns the block and the offset in it where an index is, or would be next. */
function findPlace<T>(blocks: Slot<T>[][], index: number): readonly [block: Slot<T>[], offset: number] {
  let offset = index;
  for (const block of blocks) {
    if (offset < block.length || (offset === block.length && block === blocks.at(-1))) return [block, offset];
    offset -= block.length;
  }
  const block: Slot<T>[] = [];
  blocks.push(block);
  return [block, 0];
}

function splitBlock<T>(blocks: Slot<T>[][], block: Slot<T>[]): void {
  const rest = block.splice(BLOCK);
  for (const slot of rest) slot.block = rest;
  blocks.splice(blocks.indexOf(block) + 1, 0, rest);
}

function findFirst<T>(blocks: readonly Slot<T>[][], slots: readonly Slot<T>[]): Slot<T> | undefined {
  const among = new Set(slots);
  const standing = new Set(slots.map((slot) => slot.block));
  return blocks.find((block) => standing.has(block))?.find((slot) => among.has(slot));
}
