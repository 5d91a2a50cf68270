import type { SiteFile } from "../options.js";
import type { ServiceRecord } from "../record/service-record.js";
import { findLongEnums, type PathRow } from "./path-rows.js";

/** The name and version of the format of a service's history files. */
export const HISTORY_FORMAT = "shapelog-paths/2";

/** The paths of one operation. */
export interface OperationPaths {
  readonly name: string;
  readonly url: string;
  readonly rows: readonly PathRow[];
}

/** Files grow to about so many characters. */
const FILE_LENGTH = 1_000_000;

/**
 * Returns a service's history: an index, which says of each operation which file it is in, and those files, each with
 * the operations of one initial, or a part of them.
 */
export function* historyFiles(
  record: ServiceRecord,
  operations: readonly OperationPaths[],
): Generator<SiteFile> {
  const folder = `data/${record.id}`;
  const index: { readonly name: string; readonly url: string; readonly file: string }[] = [];
  for (const { file, parts, own } of divide(operations)) {
    const head = JSON.stringify({ format: HISTORY_FORMAT, service: record.id }).slice(0, -1);
    yield { path: `${folder}/${file}`, text: `${head},"operations":[\n${parts.join(",\n")}\n]}\n` };
    for (const { name, url } of own) index.push({ name, url, file });
  }
  const enums = findLongEnums(record);
  if (enums.length > 0) {
    const rows = enums.map((each) => JSON.stringify(each)).join(",\n");
    const head = JSON.stringify({ format: HISTORY_FORMAT, service: record.id }).slice(0, -1);
    yield { path: `${folder}/paths/enums.json`, text: `${head},"enums":[\n${rows}\n]}\n` };
  }
  const revisions = record.revisions.map(({ revision, url }) => ({
    id: revision.id,
    date: revision.date,
    url,
    ...(revision.source?.version === undefined ? {} : { version: revision.source.version }),
  }));
  const head = {
    format: HISTORY_FORMAT,
    service: record.id,
    revisions,
    ...(enums.length > 0 ? { enums: "paths/enums.json" } : {}),
  };
  const rows = index.map((row) => JSON.stringify(row)).join(",\n");
  yield {
    path: `${folder}/history.json`,
    text: `${JSON.stringify(head).slice(0, -1)},"operations":[\n${rows}\n]}\n`,
  };
}

interface HistoryFile {
  readonly file: string;
  readonly parts: string[];
  readonly own: OperationPaths[];
  length: number;
}

function divide(operations: readonly OperationPaths[]): HistoryFile[] {
  const files = new Map<string, HistoryFile[]>();
  for (const operation of operations) {
    const initial = /^[a-z]/i.exec(operation.name)?.[0].toLowerCase() ?? "other";
    const known = files.get(initial) ?? [];
    files.set(initial, known);
    const text = printOperation(operation);
    let last = known.at(-1);
    if (!last || (last.length > 0 && last.length + text.length > FILE_LENGTH)) {
      const file = `paths/${initial}${known.length === 0 ? "" : `-${known.length + 1}`}.json`;
      last = { file, parts: [], own: [], length: 0 };
      known.push(last);
    }
    last.parts.push(text);
    last.own.push(operation);
    last.length += text.length;
  }
  return [...files.values()].flat();
}

function printOperation({ name, url, rows }: OperationPaths): string {
  const paths = rows.map((row) => JSON.stringify(row)).join(",\n");
  return `{"name":${JSON.stringify(name)},"url":${JSON.stringify(url)},"paths":[\n${paths}\n]}`;
}
