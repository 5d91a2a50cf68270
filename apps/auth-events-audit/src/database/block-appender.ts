import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import type { EncodedBlock } from "../reading/event-columns.js";
import type { TextDictionary } from "./text-dictionary.js";

/** A column of a table: numbers as the database keeps them, or texts. */
type Column = Int32Array | Float64Array | readonly string[];

/** Rows of one chunk, which is what the database takes at once. */
const CHUNK_ROWS = 2048;

/** Appends blocks to the tables, inside the transaction that is open. */
export class BlockAppender {
  readonly #dictionary: TextDictionary;
  readonly #tables: ReadonlyMap<string, DuckDBAppender>;

  private constructor(dictionary: TextDictionary, tables: ReadonlyMap<string, DuckDBAppender>) {
    this.#dictionary = dictionary;
    this.#tables = tables;
  }

  static async create(connection: DuckDBConnection, dictionary: TextDictionary): Promise<BlockAppender> {
    const tables = new Map<string, DuckDBAppender>();
    for (const table of ["texts", "event_rows", "drift_rows", "reject_rows"]) {
      tables.set(table, await connection.createAppender(table));
    }
    return new BlockAppender(dictionary, tables);
  }

  /** Appends a block of a source; `line` is the number of its first line. */
  append(block: EncodedBlock, source: number, line: number): void {
    const { events, drift, rejects } = block;
    const ids = this.#appendTexts(block.texts);
    this.#appendColumns("event_rows", events.count, [
      filled(events.count, source),
      shifted(events.lines, line),
      events.positions,
      ...events.texts.map((column) => translated(column, ids)),
      events.compromised,
      events.times,
      events.feedbackTimes,
      ...events.ownTexts,
    ]);
    this.#appendColumns("drift_rows", drift.count, [
      filled(drift.count, source),
      shifted(drift.lines, line),
      drift.positions,
      ...drift.texts.map((column) => translated(column, ids)),
    ]);
    const broken = rejects.lines.length;
    const rejectLines = shifted(Int32Array.from(rejects.lines), line);
    this.#appendColumns("reject_rows", broken, [filled(broken, source), rejectLines, rejects.reasons]);
  }

  /** Hands all rows to the transaction. */
  close(): void {
    for (const table of this.#tables.values()) table.closeSync();
  }

  /** Returns the number in the database of each text of a block; that of no text comes first. */
  #appendTexts(texts: readonly string[]): Int32Array {
    const newIds: number[] = [];
    const newTexts: string[] = [];
    const ids = new Int32Array(texts.length + 1);
    texts.forEach((text, index) => {
      ids[index + 1] = this.#dictionary.idOf(text, (id) => {
        newIds.push(id);
        newTexts.push(text);
      });
    });
    this.#appendColumns("texts", newIds.length, [Int32Array.from(newIds), newTexts]);
    return ids;
  }

  #appendColumns(table: string, count: number, columns: readonly Column[]): void {
    const types = columns.map(typeOf);
    for (let start = 0; start < count; start += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, count - start);
      const chunk = DuckDBDataChunk.create(types, rows);
      columns.forEach((column, index) => {
        copyColumn(duckdb.data_chunk_get_vector(chunk.chunk, index), column, start, rows);
      });
      this.#tables.get(table)?.appendDataChunk(chunk);
    }
  }
}

function typeOf(column: Column): DuckDBType {
  if (column instanceof Int32Array) return INTEGER;
  return column instanceof Float64Array ? DOUBLE : VARCHAR;
}

/** Numbers are copied as memory, which is ten times faster than one by one; texts can only go one by one. */
function copyColumn(vector: duckdb.Vector, column: Column, start: number, rows: number): void {
  if (column instanceof Int32Array || column instanceof Float64Array) {
    const size = column.BYTES_PER_ELEMENT;
    const offset = column.byteOffset + start * size;
    // Columns are made by encoders and by this file, never over shared memory.
    duckdb.copy_data_to_vector(vector, 0, column.buffer as ArrayBuffer, offset, rows * size);
    return;
  }
  for (let row = 0; row < rows; row++) {
    duckdb.vector_assign_string_element(vector, row, column[start + row] ?? "");
  }
}

function filled(count: number, value: number): Int32Array {
  return new Int32Array(count).fill(value);
}

function shifted(column: Int32Array, by: number): Int32Array {
  return column.map((value) => value + by);
}

function translated(column: Int32Array, ids: Int32Array): Int32Array {
  return column.map((index) => ids[index] ?? 0);
}
