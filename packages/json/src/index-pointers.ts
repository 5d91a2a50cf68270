import { printPointer } from "./pointer.js";
import { readKey } from "./read-key.js";
import { visitJson } from "./visit-json.js";

interface Container {
  readonly pointer: string;
  /** The next index of an array; -1 for objects. */
  index: number;
  key: string;
}

/**
 * Returns the offset of every value by its JSON Pointer (RFC 6901), for those who look up many: one walk over the text.
 * Of a key given twice, the last one counts. Empty where the text is not JSON.
 */
export function indexPointers(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const open: Container[] = [];
  const value = (start: number): string => {
    const container = open.at(-1);
    const step = container && (container.index < 0 ? container.key : container.index++);
    const pointer = container && step !== undefined ? container.pointer + printPointer(step) : "";
    offsets.set(pointer, start);
    return pointer;
  };
  const problem = visitJson(text, {
    open: (kind, start) => open.push({ pointer: value(start), index: kind === "array" ? 0 : -1, key: "" }),
    close: () => open.pop(),
    key: (start, end) => {
      const container = open.at(-1);
      if (container) container.key = readKey(text, start, end);
    },
    scalar: (_kind, start) => value(start),
  });
  return problem ? new Map() : offsets;
}
