import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { Query } from "../data/query.js";
import type { Snapshot } from "../state/snapshot.js";
import { columns, type EventRow, features, NARROW } from "./event-columns.js";
import { EventTableBody } from "./event-table-body.js";
import { EventTableHead } from "./event-table-head.js";
import { keepActive } from "./keep-active.js";
import { useRowKeys } from "./use-row-keys.js";
import { useWidth } from "./use-width.js";

interface EventTableProps {
  readonly snapshot: Snapshot;
  readonly order: Uint32Array;
  readonly selected: number | undefined;
  readonly onSelect: (index: number) => void;
  readonly onQuery: (changes: Partial<Query>) => void;
}

/** The heights of a row of one line and of two, in rem: they grow with the reader's letters. */
const ROW_HEIGHT = 2.5;
const NARROW_ROW_HEIGHT = 3.75;

/**
 * The events as a table, of which the rows in sight are drawn alone. The worker sorts and narrows down; what the table
 * has to do is the same for 30 events and for 100,000.
 */
export function EventTable({ snapshot, order, selected, onSelect, onQuery }: EventTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const { width, rem } = useWidth(scroller);
  const isNarrow = width < NARROW;
  const height = Math.round(rem * (isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT));
  const keys = useRowKeys({ count: order.length, onOpen: (position) => onSelect(order[position] ?? 0) });
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // The row with the focus stays drawn when it is scrolled out of sight: the keys go on from there.
    rangeExtractor: (range) => keepActive(range, keys.active),
    scrollPaddingStart: height,
  });
  const drawn = virtualizer.getVirtualItems();
  const table = useTable({
    features,
    columns,
    data: drawn.flatMap(({ index: position }) => createRow(snapshot, order, position)),
    getRowId: ({ index }) => String(index),
    state: { columnVisibility: findVisibility(width) },
  });
  return (
    <section className={`card table-card${isNarrow ? " narrow" : ""}`} aria-label="Events" ref={scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are gone through by keys
        role="grid"
        aria-label="Events"
        aria-rowcount={order.length + 1}
        onKeyDown={keys.onKeyDown(virtualizer, height)}
      >
        <EventTableHead table={table} sort={snapshot.query.sort} isNarrow={isNarrow} onQuery={onQuery} />
        <EventTableBody
          rows={table.getRowModel().rows}
          drawn={drawn}
          total={virtualizer.getTotalSize()}
          height={height}
          columnCount={table.getVisibleLeafColumns().length}
          active={keys.active}
          selected={selected}
          onChoose={(row) => {
            keys.setActive(row.position);
            onSelect(row.index);
          }}
          onFocus={keys.setActive}
        />
      </table>
      {order.length === 0 ? <EmptyTable snapshot={snapshot} /> : null}
    </section>
  );
}

function createRow({ events }: Snapshot, order: Uint32Array, position: number): readonly EventRow[] {
  const index = order[position];
  const stored = index === undefined ? undefined : events[index];
  return stored && index !== undefined ? [{ ...stored, position, index }] : [];
}

function findVisibility(width: number): Record<string, boolean> {
  const entries = columns.map(({ id = "", meta }) => {
    const { from = 0, to = Number.POSITIVE_INFINITY } = meta ?? {};
    return [id, width >= from && width < to] as const;
  });
  return Object.fromEntries(entries);
}

function EmptyTable({ snapshot: { count, phase, answer } }: { readonly snapshot: Snapshot }) {
  if (count > 0 && answer)
    return <p className="nothing">No event is like that. Take a filter away to see more.</p>;
  if (phase === "loading") return <p className="nothing">Waiting for the first events…</p>;
  if (phase === "done")
    return <p className="nothing">There are no events here. They are kept while threat protection is on.</p>;
  return <p className="nothing">Nothing was loaded.</p>;
}
