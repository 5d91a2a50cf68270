import { FlexRender, type Row } from "@tanstack/react-table";
import type { VirtualItem } from "@tanstack/react-virtual";
import type { ReactNode } from "react";
import type { EventRow, features } from "./event-columns.js";

type TableRow = Row<typeof features, EventRow>;

interface EventTableBodyProps {
  readonly rows: readonly TableRow[];
  readonly drawn: readonly VirtualItem[];
  readonly total: number;
  readonly height: number;
  readonly columnCount: number;
  readonly active: number;
  readonly selected: number | undefined;
  readonly onChoose: (row: EventRow) => void;
  readonly onFocus: (position: number) => void;
}

/** The rows that are drawn, with room in place of those that are not. */
export function EventTableBody(props: EventTableBodyProps) {
  const { rows, drawn, total, columnCount } = props;
  const byPosition = new Map(rows.map((row) => [row.original.position, row]));
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { index: position, start, end: itemEnd } of drawn) {
    const row = byPosition.get(position);
    if (!row) continue;
    if (start > end) parts.push(<Gap key={`gap ${end}`} height={start - end} columnCount={columnCount} />);
    parts.push(<EventTableRow key={row.id} row={row} {...props} />);
    end = itemEnd;
  }
  if (total > end) parts.push(<Gap key="rest" height={total - end} columnCount={columnCount} />);
  return <tbody>{parts}</tbody>;
}

function Gap({ height, columnCount }: { readonly height: number; readonly columnCount: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="gap">
      <td colSpan={columnCount} style={{ height }} />
    </tr>
  );
}

type EventTableRowProps = EventTableBodyProps & { readonly row: TableRow };

function EventTableRow({ row, height, active, selected, onChoose, onFocus }: EventTableRowProps) {
  const { position, index } = row.original;
  return (
    <tr
      data-position={position}
      aria-rowindex={position + 2}
      aria-selected={index === selected}
      tabIndex={position === active ? 0 : -1}
      style={{ height }}
      onClick={() => onChoose(row.original)}
      onFocus={() => onFocus(position)}
    >
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
}
