import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
} from "@tanstack/react-table";
import type { SortKey } from "../data/query.js";
import { formatTime } from "../events/format-time.js";
import {
  findEventResponseLook,
  findEventTypeLook,
  findFeedbackValueLook,
  findRiskDecisionLook,
  findRiskLevelLook,
} from "../events/looks.js";
import type { StoredEvent } from "../events/stored-event.js";
import { shortenText } from "../events/visible-text.js";
import { NotSaid, ValueBadge } from "./value-badge.js";

/** A row that is drawn: an event, and its places in the order and among all events. */
export interface EventRow extends StoredEvent {
  readonly position: number;
  readonly index: number;
}

interface ColumnMeta {
  readonly title: string;
  readonly sort: SortKey;
  /** Its share of the table's width. */
  readonly width: number;
  /** The least width of the table, in rem, at which it is shown. */
  readonly from: number;
  /** Below this width of the table it is left out: a narrower form shows the same. */
  readonly to?: number;
}

export const features = tableFeatures({ columnVisibilityFeature, columnMeta: metaHelper<ColumnMeta>() });

/** Below this width, in rem, a row has two lines and one column. */
export const NARROW = 40;

const helper = createColumnHelper<typeof features, EventRow>();

/** What the table shows of an event. What is cut here is whole in the details. */
export const columns = helper.columns([
  helper.display({
    id: "time",
    meta: { title: "Time (UTC)", sort: "time", width: 11.5, from: NARROW },
    cell: ({ row }) => <Time row={row.original} />,
  }),
  helper.display({
    id: "type",
    meta: { title: "Type", sort: "type", width: 10, from: NARROW },
    cell: ({ row }) => <Type row={row.original} />,
  }),
  helper.display({
    id: "response",
    meta: { title: "Response", sort: "response", width: 9, from: NARROW },
    cell: ({ row }) => <Response row={row.original} />,
  }),
  helper.display({
    id: "risk",
    meta: { title: "Risk", sort: "risk", width: 14, from: NARROW },
    cell: ({ row }) => <Risk row={row.original} />,
  }),
  helper.display({
    id: "country",
    meta: { title: "Country", sort: "country", width: 9, from: 48 },
    cell: ({ row }) => <Value text={row.original.event.EventContextData?.Country} />,
  }),
  helper.display({
    id: "city",
    meta: { title: "City", sort: "city", width: 8, from: 64 },
    cell: ({ row }) => <Value text={row.original.event.EventContextData?.City} />,
  }),
  helper.display({
    id: "device",
    meta: { title: "Device", sort: "device", width: 13, from: 56 },
    cell: ({ row }) => <Value text={row.original.event.EventContextData?.DeviceName} />,
  }),
  helper.display({
    id: "address",
    meta: { title: "IP address", sort: "address", width: 10, from: 72 },
    cell: ({ row }) => <Value text={row.original.event.EventContextData?.IpAddress} />,
  }),
  helper.display({
    id: "feedback",
    meta: { title: "Feedback", sort: "feedback", width: 11, from: 84 },
    cell: ({ row }) => <Feedback row={row.original} />,
  }),
  helper.display({
    id: "all",
    meta: { title: "Events", sort: "time", width: 1, from: 0, to: NARROW },
    cell: ({ row }) => (
      <div className="two-lines">
        <div>
          <Type row={row.original} />
          <Response row={row.original} />
        </div>
        <div>
          <Time row={row.original} />
          <Risk row={row.original} />
        </div>
      </div>
    ),
  }),
]);

interface CellProps {
  readonly row: EventRow;
}

function Time({ row: { event, drift } }: CellProps) {
  return (
    <span className="cell-time">
      {event.CreationDate ? (
        <time dateTime={event.CreationDate.toISOString()}>{formatTime(event.CreationDate)}</time>
      ) : (
        <NotSaid />
      )}
      {drift.length > 0 ? (
        <span className="drift-mark" title="Holds what is not in the model">
          <span className="visually-hidden">holds what is not in the model</span>
        </span>
      ) : null}
    </span>
  );
}

function Type({ row: { event } }: CellProps) {
  return event.EventType === undefined ? (
    <NotSaid />
  ) : (
    <ValueBadge look={findEventTypeLook(event.EventType)} plain />
  );
}

function Response({ row: { event } }: CellProps) {
  return event.EventResponse === undefined ? (
    <NotSaid />
  ) : (
    <ValueBadge look={findEventResponseLook(event.EventResponse)} />
  );
}

function Risk({ row: { event } }: CellProps) {
  const { RiskLevel: level, RiskDecision: decision } = event.EventRisk ?? {};
  if (level === undefined && decision === undefined) return <NotSaid />;
  const shown = decision === undefined ? undefined : findRiskDecisionLook(decision);
  return (
    <span className="risk">
      {level === undefined ? null : <ValueBadge look={findRiskLevelLook(level)} />}
      {shown === undefined ? null : <bdi className="muted">{shortenText(shown.label, 40)}</bdi>}
    </span>
  );
}

function Feedback({ row: { event } }: CellProps) {
  const { FeedbackValue: value } = event.EventFeedback ?? {};
  return value === undefined ? (
    <NotSaid what="none" />
  ) : (
    <ValueBadge look={findFeedbackValueLook(value)} plain />
  );
}

function Value({ text }: { readonly text: string | undefined }) {
  return text === undefined ? <NotSaid /> : <bdi>{shortenText(text, 120)}</bdi>;
}
