import { createTimeline, type TimelineView } from "../../pictures/timeline-view.js";
import type { ServiceRecord, ShapeRecord } from "../../record/service-record.js";
import { type HistoryRow, operationHistory } from "../../views/history-row.js";
import { type ServiceRef, serviceRef } from "../../views/service-ref.js";
import { createSpans, type SpanView } from "../../views/span-view.js";

/** What the page of an operation's history shows. */
export interface OperationHistoryView {
  readonly kind: "operation-history";
  readonly name: string;
  readonly service: ServiceRef;
  /** The operation's page. */
  readonly url: string;
  readonly removed: boolean;
  readonly spans: readonly SpanView[];
  readonly picture?: TimelineView;
  /** Newest first. */
  readonly history: readonly HistoryRow[];
}

/** Returns the address of an operation's history, or `undefined` where its own page says all. */
export function operationHistoryUrl(record: ServiceRecord, { id, url }: ShapeRecord): string | undefined {
  return record.operationChanges.has(id) ? `${url}history/` : undefined;
}

/** Returns what the page shows. */
export function createOperationHistoryView(
  record: ServiceRecord,
  operation: ShapeRecord,
): OperationHistoryView {
  const history = operationHistory(record, operation);
  const picture = createTimeline(record, history);
  return {
    kind: "operation-history",
    name: operation.name,
    service: serviceRef(record),
    url: operation.url,
    removed: operation.at < record.timeline.now,
    spans: createSpans(record, operation.stretches, record.timeline.now),
    ...(picture ? { picture } : {}),
    history,
  };
}
