/** How often something was seen. */
export interface Counted<T> {
  readonly value: T;
  readonly count: number;
}

/** Distinct things that are counted one by one. More of them are counted together, so that memory has a bound. */
export const DISTINCT_LIMIT = 1000;

/** Counts how often each of many things is seen, in the order they are seen first. */
export class Tally<T> {
  readonly #counts = new Map<string, { readonly value: T; count: number }>();
  #others = 0;

  /** Counts one more of what has this key; `create` returns what to remember of the first. */
  add(key: string, create: () => T): void {
    const counted = this.#counts.get(key);
    if (counted) counted.count++;
    else if (this.#counts.size < DISTINCT_LIMIT) this.#counts.set(key, { value: create(), count: 1 });
    else this.#others++;
  }

  get counts(): readonly Counted<T>[] {
    return [...this.#counts.values()];
  }

  /** How often things were seen that came after `DISTINCT_LIMIT` others. */
  get others(): number {
    return this.#others;
  }
}
