import type { DuckDBConnection } from "@duckdb/node-api";
import type { EncodedBlock } from "../reading/event-columns.js";
import { BlockAppender } from "./block-appender.js";
import { readTextDictionary, type TextDictionary } from "./text-dictionary.js";

/** A file, or a user, and how far it was read. */
export interface Source {
  readonly id: number;
  /** Bytes of its text that are read; a run goes on there. */
  bytes: number;
  lines: number;
  units: number;
  broken: number;
  fullLists: number;
  isFinished: boolean;
}

/** How much work an end of the process may cost: what was read since, and no more. */
export interface StoreOptions {
  readonly rowsPerCommit?: number;
  readonly millisecondsPerCommit?: number;
}

/**
 * Keeps events and how far their sources were read in one transaction, so that each event is kept once wherever the
 * process ends. One at a time works on a connection.
 */
export class EventStore {
  readonly #connection: DuckDBConnection;
  readonly #rowsPerCommit: number;
  readonly #millisecondsPerCommit: number;
  #dictionary: TextDictionary;
  #appender: BlockAppender | undefined;
  #rows = 0;
  #lastCommit = performance.now();
  readonly #touched = new Set<Source>();
  /** Events that this run read. */
  events = 0;

  private constructor(connection: DuckDBConnection, dictionary: TextDictionary, options: StoreOptions) {
    this.#connection = connection;
    this.#dictionary = dictionary;
    this.#rowsPerCommit = options.rowsPerCommit ?? 250_000;
    this.#millisecondsPerCommit = options.millisecondsPerCommit ?? 10_000;
  }

  static async create(connection: DuckDBConnection, options: StoreOptions = {}): Promise<EventStore> {
    return new EventStore(connection, await readTextDictionary(connection), options);
  }

  /** Adds a block that a source goes on with; `end` is where the source is read to then. */
  async add(source: Source, block: EncodedBlock, end: number): Promise<void> {
    this.#appender ??= await this.#begin();
    this.#appender.append(block, source.id, source.lines + 1);
    source.bytes = end;
    source.lines += block.lines;
    source.units += block.units;
    source.broken += block.broken;
    source.fullLists += block.fullLists;
    this.#touched.add(source);
    this.events += block.events.count;
    this.#rows += block.events.count + block.drift.count + block.rejects.lines.length;
    const isDue = performance.now() - this.#lastCommit >= this.#millisecondsPerCommit;
    if (this.#rows >= this.#rowsPerCommit || isDue) await this.commit();
  }

  /** Notes that a source is read to its end. It is kept with the next commit. */
  finish(source: Source): void {
    source.isFinished = true;
    this.#touched.add(source);
  }

  /** Keeps all that was added. */
  async commit(): Promise<void> {
    const appender = this.#appender;
    this.#appender = undefined;
    if (appender === undefined && this.#touched.size === 0) return;
    if (appender === undefined) await this.#connection.run("BEGIN");
    appender?.close();
    for (const source of this.#touched) await this.#writeSource(source);
    if (appender !== undefined) await this.#connection.run("UPDATE audit_state SET is_settled = false");
    await this.#connection.run("COMMIT");
    this.#touched.clear();
    this.#rows = 0;
    this.#lastCommit = performance.now();
  }

  async #begin(): Promise<BlockAppender> {
    await this.#connection.run("BEGIN");
    return await BlockAppender.create(this.#connection, this.#dictionary);
  }

  async #writeSource({ id, bytes, lines, units, broken, fullLists, isFinished }: Source): Promise<void> {
    await this.#connection.run(
      `UPDATE sources SET bytes = $1, lines = $2, units = $3, broken = $4, full_lists = $5, is_finished = $6
       WHERE id = $7`,
      [BigInt(bytes), BigInt(lines), BigInt(units), BigInt(broken), BigInt(fullLists), isFinished, id],
    );
  }
}
