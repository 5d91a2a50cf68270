import { documentation, findServices } from "@shapelog/model";
import type { Doc } from "../../doc/doc.js";
import { summarizeDoc } from "../../doc/print-markdown.js";
import { groupOperations } from "../../record/operation-groups.js";
import type { ServiceRecord, ShapeRecord } from "../../record/service-record.js";
import type { ChangeSummary } from "../../views/change-summary.js";
import { type ServiceRef, serviceRef } from "../../views/service-ref.js";
import { createSpans, type SpanView } from "../../views/span-view.js";
import { kindWord } from "../type/kind-word.js";
import { findLetters, type Letter, typesUrl } from "../types/letters.js";

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
  /** By what they are about; one group without a name where there are few. */
  readonly groups: readonly NameGroup[];
  /** All types, where they are few; else only on their own pages. */
  readonly types: readonly NameRow[];
  readonly typesUrl: string;
  readonly letters: readonly Letter[];
}

/** Rows about one thing. */
export interface NameGroup {
  readonly name: string;
  readonly rows: readonly NameRow[];
}

const MOST_CHANGES = 5;
const FEW_TYPES = 60;
/** How many characters say what all operations do. */
const PURPOSES = 80_000;
/** Of a purpose; shorter ones say too little. */
const LONGEST_PURPOSE = 140;
const SHORTEST_PURPOSE = 50;

/** Returns what a service's page shows. `changes` are its changes, newest first. */
export function createServiceView(
  record: ServiceRecord,
  changes: readonly ChangeSummary[],
  docOf: (text: string) => Doc,
): ServiceView {
  const [service] = findServices(record.model);
  const doc = service && documentation(service);
  const length = Math.floor(PURPOSES / Math.max(1, record.operations.length));
  const purposeLength = length < SHORTEST_PURPOSE ? 0 : Math.min(LONGEST_PURPOSE, length);
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
    groups: groupOperations(record).map(({ name, operations }) => ({
      name,
      rows: operations.map((operation) => createNameRow(record, operation, { docOf, purposeLength })),
    })),
    types: record.types.length > FEW_TYPES ? [] : record.types.map((type) => createNameRow(record, type)),
    typesUrl: typesUrl(record),
    letters: findLetters(record),
  };
}

/** How the purpose of an operation is read. */
interface PurposeOptions {
  readonly docOf: (text: string) => Doc;
  readonly purposeLength: number;
}

/** Returns an operation or type as lists show it. */
export function createNameRow(record: ServiceRecord, shape: ShapeRecord, options?: PurposeOptions): NameRow {
  const text = options && options.purposeLength > 0 ? documentation(shape.shape) : undefined;
  const purpose =
    text === undefined || !options ? undefined : summarizeDoc(options.docOf(text), options.purposeLength);
  return {
    name: shape.name,
    url: shape.url,
    kind: kindWord(shape.shape),
    ...(purpose === undefined ? {} : { purpose }),
    later: (shape.stretches.at(-1)?.from ?? 0) > 0,
    span: createSpans(record, shape.stretches, record.timeline.now).at(-1) ?? {},
  };
}
