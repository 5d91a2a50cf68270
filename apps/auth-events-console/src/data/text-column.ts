/** Stands in a column for what an event does not say. */
export const ABSENT = 0;

/** One text of each of many events, held as numbers: most events share their texts with others. */
export class TextColumn {
  readonly #codes = new Map<string, number>();
  readonly #values: (string | null)[] = [null];
  #rows = new Uint32Array(1024);
  #length = 0;
  /** The values of the model; their codes are 1, 2, and so on. */
  readonly known: readonly string[];

  /** Values that are `known` are sorted in their order, before all others. */
  constructor(known: readonly string[] = []) {
    this.known = known;
    for (const value of known) this.#encode(value);
  }

  add(value: string | undefined): void {
    if (this.#length === this.#rows.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#length++] = value === undefined ? ABSENT : this.#encode(value);
  }

  /** How many codes there are; the values' codes are below. */
  get size(): number {
    return this.#values.length;
  }

  /** Returns the code of an event's text. */
  codeAt(index: number): number {
    return this.#rows[index] ?? ABSENT;
  }

  valueOf(code: number): string | null {
    return this.#values[code] ?? null;
  }

  /** Returns the code of a text, or -1 where no event has it. */
  codeOf(value: string | null): number {
    return value === null ? ABSENT : (this.#codes.get(value) ?? -1);
  }

  /** Returns the place of each code in the order of the texts; what is absent comes last. */
  rankCodes(): Uint32Array {
    const others = this.#values.slice(1 + this.known.length).map((_, index) => 1 + this.known.length + index);
    others.sort((a, b) => compareTexts(this.#values[a] ?? "", this.#values[b] ?? ""));
    const ordered = [...this.known.map((_, index) => index + 1), ...others, ABSENT];
    const ranks = new Uint32Array(this.size);
    for (const [rank, code] of ordered.entries()) ranks[code] = rank;
    return ranks;
  }

  #encode(value: string): number {
    const code = this.#codes.get(value);
    if (code !== undefined) return code;
    this.#codes.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }
}

/** By code units: the same in every browser. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
