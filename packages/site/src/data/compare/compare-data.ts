import { visibleName } from "../../names/visible-name.js";
import type { SiteFile } from "../../options.js";
import type { ServiceRecord } from "../../record/service-record.js";
import { printCells } from "./cell-rows.js";
import { findTold } from "./find-told.js";
import { printLists } from "./list-rows.js";
import { createTables } from "./tables.js";

/** The name and version of the format of the data that two revisions are compared with. */
export const COMPARE_FORMAT = "shapelog-compare/1";

/** Files grow to about so many characters: about 200 KB compressed. */
const FILE_LENGTH = 2_000_000;

/**
 * Returns what any two revisions of a service are compared with: `compare.json` and, where that would be too large,
 * others that it names in `more`. Numbers stand for verdicts, directions and what the tables list; `src/browser/compose.ts`
 * reads them.
 */
export function* compareFiles(record: ServiceRecord): Generator<SiteFile> {
  const tables = createTables(record);
  const all = findTold(record);
  const lists = printLists(record, all, tables);
  const cells = printCells(record, all, tables);
  const parts = divide(
    Object.entries({ lists, ...cells }).flatMap(([name, texts]) => texts.map((text) => ({ name, text }))),
  );
  const more = parts.slice(1).map((_, index) => `compare-${index + 2}.json`);
  const head = {
    format: COMPARE_FORMAT,
    service: record.id,
    revisions: record.revisions.map(({ revision, url }) => ({
      id: revision.id,
      date: revision.date,
      ...(revision.source?.version === undefined ? {} : { version: visibleName(revision.source.version) }),
      url,
    })),
    ...(more.length > 0 ? { more } : {}),
    operations: record.operations.map(({ name, url }) => [visibleName(name), url]),
    stretches: tables.stretches,
  };
  for (const [index, part] of (parts.length > 0 ? parts : [[]]).entries()) {
    const own = index === 0 ? head : { format: COMPARE_FORMAT, service: record.id };
    const rows = ["lists", "findings", "cells"].map((name) => {
      const texts = part.flatMap((row) => (row.name === name ? [row.text] : []));
      return `"${name}":[\n${texts.join(",\n")}\n]`;
    });
    yield {
      path: `data/${record.id}/${index === 0 ? "compare.json" : (more[index - 1] ?? "")}`,
      text: `${JSON.stringify(own).slice(0, -1)},${rows.join(",")}}\n`,
    };
  }
}

interface Row {
  readonly name: string;
  readonly text: string;
}

function divide(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let length = FILE_LENGTH;
  for (const row of rows) {
    if (length + row.text.length > FILE_LENGTH) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(row);
    length += row.text.length;
  }
  return parts;
}
