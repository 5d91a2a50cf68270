import type { DuckDBConnection } from "@duckdb/node-api";

/** More texts than this are forgotten and may get a second number; the numbers they have stay good. */
const KEPT_TEXTS = 200_000;

/** Gives texts their numbers in the table `texts`, from 1; 0 is no text. */
export class TextDictionary {
  readonly #ids = new Map<string, number>();
  #last: number;
  readonly #kept: number;

  constructor(known: Iterable<readonly [text: string, id: number]>, last: number, kept = KEPT_TEXTS) {
    for (const [text, id] of known) this.#ids.set(text, id);
    this.#last = last;
    this.#kept = kept;
  }

  /** Returns the number of a text. `add` is called with texts that the table does not have yet. */
  idOf(text: string, add: (id: number, text: string) => void): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    if (this.#ids.size >= this.#kept) this.#ids.clear();
    const id = ++this.#last;
    this.#ids.set(text, id);
    add(id, text);
    return id;
  }
}

/** Returns the dictionary of a database. */
export async function readTextDictionary(connection: DuckDBConnection): Promise<TextDictionary> {
  const [[last] = []] = (await connection.runAndReadAll("SELECT coalesce(max(id), 0) FROM texts")).getRows();
  const rows = (
    await connection.runAndReadAll(`SELECT text, id FROM texts ORDER BY id DESC LIMIT ${KEPT_TEXTS / 2}`)
  ).getRows();
  return new TextDictionary(
    rows.map(([text, id]) => [String(text), Number(id)]),
    Number(last),
  );
}
