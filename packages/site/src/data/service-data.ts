import type { ServiceRecord, ShapeRecord } from "../record/service-record.js";
import type { ChangeSummary } from "../views/change-summary.js";
import { createSpans } from "../views/span-view.js";
import type { PathRow } from "./path-rows.js";

/** The name and version of a service's data file. */
export const SERVICE_FORMAT = "shapelog-service/1";
/** The name and version of a service's history file. */
export const HISTORY_FORMAT = "shapelog-history/1";

/** Returns the text of a service's data file: its operations, types and changes. */
export function printServiceData(record: ServiceRecord, changes: readonly ChangeSummary[]): string {
  const row = (shape: ShapeRecord) => ({
    id: shape.id,
    name: shape.name,
    kind: shape.shape.kind,
    url: shape.url,
    spans: createSpans(record.timeline, shape.stretches, record.timeline.now),
  });
  const data = {
    format: SERVICE_FORMAT,
    service: record.id,
    title: record.title,
    url: record.url,
    ...(record.packageName === undefined ? {} : { package: record.packageName }),
    operations: record.operations.map(row),
    types: record.types.map(row),
    changes: changes.map(({ service: _, ...change }) => change),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

/** Returns the text of a service's history file: one row for each path and value, by operation. */
export function printHistoryData(
  record: ServiceRecord,
  operations: readonly { readonly name: string; readonly url: string; readonly rows: readonly PathRow[] }[],
): string {
  const revisions = record.revisions.map(({ revision, url }) => ({
    id: revision.id,
    date: revision.date,
    url,
    ...(revision.source?.version === undefined ? {} : { version: revision.source.version }),
  }));
  const head = { format: HISTORY_FORMAT, service: record.id, revisions };
  const body = operations.map(
    ({ name, url, rows }) =>
      `{"name":${JSON.stringify(name)},"url":${JSON.stringify(url)},"paths":[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]}`,
  );
  return `${JSON.stringify(head).slice(0, -1)},"operations":[\n${body.join(",\n")}\n]}\n`;
}
