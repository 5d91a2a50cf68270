import type { ServiceRecord, ShapeRecord } from "../record/service-record.js";
import type { ChangeSummary } from "../views/change-summary.js";
import { createSpans } from "../views/span-view.js";

/** The name and version of a service's data file. */
export const SERVICE_FORMAT = "shapelog-service/1";

/** Returns the text of a service's data file: its operations, types and changes. */
export function printServiceData(record: ServiceRecord, changes: readonly ChangeSummary[]): string {
  const row = (shape: ShapeRecord) => ({
    id: shape.id,
    name: shape.name,
    kind: shape.shape.kind,
    url: shape.url,
    spans: createSpans(record, shape.stretches, record.timeline.now),
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
