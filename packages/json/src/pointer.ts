import { readKey } from "./read-key.js";
import { visitJson } from "./visit-json.js";

/** Returns a JSON Pointer of the given keys and indexes (RFC 6901). */
export function printPointer(...segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/**
 * Returns the offset of the value that a JSON Pointer names (RFC 6901), or `undefined` where there is none or the text
 * is not JSON. Of a key given twice, the last one counts, as for `JSON.parse`.
 */
export function offsetOfPointer(text: string, pointer: string): number | undefined {
  if (pointer !== "" && !pointer.startsWith("/")) return undefined;
  const segments = pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const search = new PointerSearch(text, segments);
  const problem = visitJson(text, {
    open: (kind, start) => search.open(kind, start),
    close: () => search.close(),
    key: (start, end) => search.key(start, end),
    scalar: (_kind, start) => search.value(start),
  });
  return problem ? undefined : search.found;
}

/** Follows one pointer through a text. */
class PointerSearch {
  found: number | undefined;
  readonly #text: string;
  readonly #segments: readonly string[];
  /** How many containers are open; the first `#matched` of them lie on the pointer's way. */
  #depth = 0;
  #matched = 0;
  /** Whether the next value is the one that the segment at this depth names. */
  #next = true;
  /** The next index in each open array that lies on the way; -1 for objects. */
  readonly #indexes: number[] = [];

  constructor(text: string, segments: readonly string[]) {
    this.#text = text;
    this.#segments = segments;
  }

  open(kind: "object" | "array", start: number): void {
    const onWay = this.value(start);
    this.#depth++;
    if (!onWay || this.#matched >= this.#segments.length) return;
    this.#matched++;
    this.#indexes.push(kind === "array" ? 0 : -1);
    this.#next = false;
  }

  close(): void {
    if (this.#depth === this.#matched) {
      this.#matched--;
      this.#indexes.pop();
    }
    this.#depth--;
    this.#next = false;
  }

  key(start: number, end: number): void {
    if (this.#depth !== this.#matched) return;
    this.#next = readKey(this.#text, start, end) === this.#segments[this.#matched - 1];
  }

  /** Notes a value and returns whether it lies on the pointer's way. */
  value(start: number): boolean {
    if (this.#depth !== this.#matched) return false;
    const index = this.#indexes.at(-1) ?? -1;
    if (index >= 0) {
      this.#next = this.#segments[this.#matched - 1] === String(index);
      this.#indexes[this.#indexes.length - 1] = index + 1;
    }
    if (!this.#next) return false;
    // A key that is given again replaces what the first one led to.
    this.found = this.#matched === this.#segments.length ? start : undefined;
    return true;
  }
}
