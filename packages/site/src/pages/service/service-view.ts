import { documentation, findServices } from "@shapelog/model";
import type { Doc } from "../../doc/doc.js";
import { summarizeDoc } from "../../doc/print-markdown.js";
import type { ServiceRecord, ShapeRecord } from "../../record/service-record.js";
import type { ChangeSummary } from "../../views/change-summary.js";
import { type ServiceRef, serviceRef } from "../../views/service-ref.js";
import { createSpans, type SpanView } from "../../views/span-view.js";
import { kindWord } from "../type/kind-word.js";

/** One operation or type in a list. */
export interface NameRow {
  readonly name: string;
  readonly url: string;
  readonly kind: string;
  readonly purpose?: string;
  readonly span: SpanView;
  /** Whether it came after the record's start. */
  readonly later: boolean;
}

/** What a service's page shows. */
export interface ServiceView {
  readonly kind: "service";
  readonly service: ServiceRef;
  readonly doc: Doc | undefined;
  readonly packageName: string | undefined;
  readonly counts: { readonly operations: number; readonly types: number; readonly revisions: number };
  /** The newest few; the rest are on the service's list of changes. */
  readonly changes: readonly ChangeSummary[];
  readonly operations: readonly NameRow[];
  readonly types: readonly NameRow[];
}

const MOST_CHANGES = 5;

/** Returns what a service's page shows. `changes` are its changes, newest first. */
export function createServiceView(
  record: ServiceRecord,
  changes: readonly ChangeSummary[],
  docOf: (text: string) => Doc,
): ServiceView {
  const [service] = findServices(record.model);
  const doc = service && documentation(service);
  const isHere = ({ at }: ShapeRecord) => at === record.timeline.now;
  return {
    kind: "service",
    service: serviceRef(record),
    doc: doc === undefined ? undefined : docOf(doc),
    packageName: record.packageName,
    counts: {
      operations: record.operations.filter(isHere).length,
      types: record.types.filter(isHere).length,
      revisions: record.revisions.length,
    },
    changes: changes.slice(0, MOST_CHANGES),
    operations: record.operations.map((operation) => createNameRow(record, operation, docOf)),
    types: record.types.map((type) => createNameRow(record, type)),
  };
}

function createNameRow(record: ServiceRecord, shape: ShapeRecord, docOf?: (text: string) => Doc): NameRow {
  const text = docOf && documentation(shape.shape);
  const purpose = text === undefined || !docOf ? undefined : summarizeDoc(docOf(text), 140);
  return {
    name: shape.name,
    url: shape.url,
    kind: kindWord(shape.shape),
    ...(purpose === undefined ? {} : { purpose }),
    later: (shape.stretches.at(-1)?.from ?? 0) > 0,
    span: createSpans(record, shape.stretches, record.timeline.now).at(-1) ?? {},
  };
}
